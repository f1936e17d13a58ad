/** The value of a variable; undefined when it is not set. */
export type Lookup = (name: string) => string | undefined;

export interface Interpolated {
  readonly text: string;
  /** Variables that are not set and have no default: an empty text stands for them. */
  readonly unset: readonly string[];
}

/** A text that can't be substituted; the message says why. */
export class SubstitutionError extends Error {}

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
/** Defaults in defaults in defaults: nobody writes more. */
const DEEPEST = 20;

/**
 * Puts variables into a text as the Compose specification has it: `$NAME`, `${NAME}`, `${NAME:-default}` and
 * `${NAME-default}`, `${NAME:?message}` and `${NAME?message}`, `${NAME:+instead}` and `${NAME+instead}`, each with
 * more of the same inside; `$$` is a dollar. A dollar before anything else stays.
 *
 * @throws SubstitutionError
 */
export function interpolate(text: string, lookup: Lookup): Interpolated {
  if (!text.includes("$")) return { text, unset: [] };
  const unset: string[] = [];
  const reader = new Reader(text, lookup, unset);
  return { text: reader.read(0, false), unset };
}

class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly lookup: Lookup,
    private readonly unset: string[],
  ) {}

  /** Up to the end, or up to the brace that closes what it stands in. */
  read(depth: number, inBraces: boolean): string {
    if (depth > DEEPEST) throw new SubstitutionError(`more than ${DEEPEST} substitutions inside each other`);
    let out = "";
    while (this.at < this.text.length) {
      const here = this.text[this.at] ?? "";
      if (inBraces && here === "}") return out;
      if (here !== "$") {
        out += here;
        this.at += 1;
        continue;
      }
      out += this.dollar(depth);
    }
    if (inBraces) throw new SubstitutionError("a ${ without its }");
    return out;
  }

  private dollar(depth: number): string {
    const next = this.text[this.at + 1];
    if (next === "$") {
      this.at += 2;
      return "$";
    }
    if (next === "{") {
      this.at += 2;
      return this.braced(depth);
    }
    this.at += 1;
    const name = this.name();
    return name === null ? "$" : this.valueOf(name);
  }

  private braced(depth: number): string {
    const name = this.name();
    if (name === null) throw new SubstitutionError("a ${ without the name of a variable");
    const operator = /:?[-?+]/y;
    operator.lastIndex = this.at;
    const [found = ""] = operator.exec(this.text) ?? [];
    this.at += found.length;
    // Only the branch that is taken may miss variables.
    const before = this.unset.length;
    const word = found === "" ? "" : this.read(depth + 1, true);
    if (this.text[this.at] !== "}") throw new SubstitutionError(`\${${name} is not closed by }`);
    this.at += 1;
    const value = this.lookup(name);
    const has = found.startsWith(":") ? value !== undefined && value !== "" : value !== undefined;
    const keep = (taken: boolean): void => {
      if (!taken) this.unset.length = before;
    };
    switch (found.slice(-1)) {
      case "-":
        keep(!has);
        return has ? (value ?? "") : word;
      case "+":
        keep(has);
        return has ? word : "";
      case "?":
        keep(false);
        if (has) return value ?? "";
        throw new SubstitutionError(`${name} is not set${word === "" ? "" : `: ${word}`}`);
      default:
        return this.valueOf(name);
    }
  }

  private name(): string | null {
    NAME.lastIndex = this.at;
    const [name] = NAME.exec(this.text) ?? [];
    if (name === undefined) return null;
    this.at += name.length;
    return name;
  }

  private valueOf(name: string): string {
    const value = this.lookup(name);
    if (value === undefined) this.unset.push(name);
    return value ?? "";
  }
}
