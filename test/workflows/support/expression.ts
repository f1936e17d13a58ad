/** What an expression of a workflow can see: `github`, `matrix`, `steps`, `vars` and the like. */
export type Contexts = Readonly<Record<string, unknown>>;

const TOKEN = /\s*(?:'((?:[^']|'')*)'|(&&|\|\||==|!=|[!()])|([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*))/y;

/** Evaluates the part of GitHub's expression language that the workflows here use; anything else is an error. */
export function evaluate(expression: string, contexts: Contexts): unknown {
  const parser = new Parser(tokensOf(expression), contexts);
  return parser.whole();
}

/** Replaces every `${{ ... }}` of a text. */
export function substitute(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, inner: string) => {
    const value = evaluate(inner, contexts);
    if (value === null || value === undefined) return "";
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      return String(value);
    throw new Error(`${inner} is no text`);
  });
}

interface Token {
  readonly kind: "text" | "sign" | "path";
  readonly value: string;
}

function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const trimmed = expression.trim();
  while (TOKEN.lastIndex < trimmed.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(trimmed);
    if (match === null) throw new Error(`not understood: ${trimmed.slice(start)}`);
    const [, text, sign, path] = match;
    if (text !== undefined) tokens.push({ kind: "text", value: text.replaceAll("''", "'") });
    else if (sign !== undefined) tokens.push({ kind: "sign", value: sign });
    else tokens.push({ kind: "path", value: path ?? "" });
  }
  return tokens;
}

class Parser {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly contexts: Contexts,
  ) {}

  whole(): unknown {
    const value = this.or();
    if (this.at !== this.tokens.length) throw new Error(`left over: ${this.tokens[this.at]?.value}`);
    return value;
  }

  private takes(sign: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== "sign" || token.value !== sign) return false;
    this.at += 1;
    return true;
  }

  private or(): unknown {
    let value = this.and();
    while (this.takes("||")) {
      const right = this.and();
      value = truthy(value) ? value : right;
    }
    return value;
  }

  private and(): unknown {
    let value = this.comparison();
    while (this.takes("&&")) {
      const right = this.comparison();
      value = truthy(value) ? right : value;
    }
    return value;
  }

  private comparison(): unknown {
    const left = this.single();
    if (this.takes("==")) return same(left, this.single());
    if (this.takes("!=")) return !same(left, this.single());
    return left;
  }

  private single(): unknown {
    if (this.takes("!")) return !truthy(this.single());
    if (this.takes("(")) {
      const value = this.or();
      if (!this.takes(")")) throw new Error("a bracket is not closed");
      return value;
    }
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.kind === "text") return token.value;
    if (token?.kind !== "path") throw new Error("an expression ends too early");
    if (!this.takes("(")) return lookUp(token.value, this.contexts);
    if (!this.takes(")")) throw new Error(`${token.value}() takes no argument here`);
    const call = this.contexts[token.value];
    if (typeof call !== "function") throw new Error(`there is no function ${token.value}`);
    return (call as () => unknown)();
  }
}

function truthy(value: unknown): boolean {
  return value !== "" && value !== 0 && value !== false && value !== null && value !== undefined;
}

/** Texts without regard to case, as on GitHub. */
function same(left: unknown, right: unknown): boolean {
  if (typeof left === "string" && typeof right === "string")
    return left.toLowerCase() === right.toLowerCase();
  return (left ?? "") === (right ?? "");
}

/** A context that nobody gave is a mistake of the test; a property that is missing is nothing, as on GitHub. */
function lookUp(path: string, contexts: Contexts): unknown {
  const [first = "", ...rest] = path.split(".");
  if (!(first in contexts)) throw new Error(`the test gives no ${first}`);
  let value: unknown = contexts[first];
  for (const key of rest) value = (value as Record<string, unknown> | null | undefined)?.[key];
  return value;
}
