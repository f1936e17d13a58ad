import { secretIn } from "../policies/read/secrets";

/** What stands where a secret stood. */
export const REDACTED = "[redacted]";

/** `NAME: value`, `NAME=value`, `"name": "value"`; the name may have a prefix, as in `sutazai-fleet:token`. */
const PAIR = /([A-Za-z_][\w.:-]*)(["']?\s{0,9}[:=]\s{0,9})("(?:[^"\\]|\\.)*"|'[^']*'|[^\s,}\]"']+)/g;
/** `--name value`. */
const FLAG = /(--?[A-Za-z][\w-]*)(\s{1,9})([^\s"'-][^\s"']*)/g;
/** Who logs in, in an address or in front of a registry; a digest is no login. */
const LOGIN = /(:\/\/)[^\s/@"']+(?=@)|(?<=^|[\s"'=])[^\s"'@/:=]+:[^\s"'@/]+(?=@(?!sha\d{3}:))/g;
/** Words long enough to be random. */
const WORD = /[^\s"',;{}[\]()]{20,}/g;

type Hide = (secret: string) => string;

/** True when a value under this name is secret, whatever it is. */
export function isSecretName(name: string): boolean {
  return secretIn(`${name}=x`) !== null;
}

/** The value of a variable, unless it is a secret. */
export function redactEntry(name: string, value: string): string {
  return secretIn(`${name}=${value}`) === null ? value : REDACTED;
}

/** A text without who logs in where: what logs of the engine can hold of ours. */
export function redactLogins(text: string, hide: Hide = () => REDACTED): string {
  return text.replace(LOGIN, (login: string, scheme: string | undefined) => {
    const start = scheme ?? "";
    return start + hide(login.slice(start.length));
  });
}

/** A text of one or more lines without the secrets in it. Never fails, and is linear in the text. */
export function redactText(text: string, hide: Hide = () => REDACTED): string {
  return redactLogins(text, hide)
    .replace(PAIR, (whole: string, name: string, separator: string, value: string) => {
      const [quote, inner] = /^["']/.test(value) ? [value.charAt(0), value.slice(1, -1)] : ["", value];
      if (inner === REDACTED || (secretIn(`${name}=${inner}`) ?? secretOfLast(name, inner)) === null)
        return whole;
      return `${name}${separator}${quote}${hide(inner)}${quote}`;
    })
    .replace(FLAG, (whole: string, flag: string, space: string, value: string) =>
      isSecretName(flag.replace(/^-+/, "").replaceAll("-", "_")) ? `${flag}${space}${hide(value)}` : whole,
    )
    .replace(WORD, (word: string) => (secretIn(`=${word}`) === null ? word : hide(word)));
}

/** `sutazai-fleet:consul-pass` is called `consul_pass` where secrets are looked for. */
function secretOfLast(name: string, value: string) {
  const last = name.split(/[:.]/).at(-1) ?? name;
  return secretIn(`${last.replaceAll("-", "_")}=${value}`);
}

/**
 * A line of a file as it may be shown in an error, as long as it was: the column that is meant stays under its
 * mark.
 *
 * @param before the lines above it, the nearest last: a block of text belongs to the key above it
 */
export function redactSourceLine(line: string, before: readonly string[]): string {
  const stars: Hide = (secret) => "*".repeat(secret.length);
  const comment = /(^|\s)#/.exec(line);
  const said = comment === null ? "" : line.slice(comment.index);
  // A comment has no form: one that speaks of a secret is not shown.
  const words = said.match(/[A-Za-z_]\w*/g) ?? [];
  const speaks = words.some(isSecretName) || words.some((word) => isSecretName(word.replace(/s$/i, "")));
  const shown = speaks ? `${line.slice(0, comment?.index)}${said.replace(/[^\s#]/g, "*")}` : line;
  if (inSecretBlock(line, before)) return shown.replace(/\S/g, "*");
  const value = secretValueAt(shown);
  if (value >= 0) return shown.slice(0, value) + shown.slice(value).replace(/[^\s|>]/g, "*");
  return redactText(shown, stars);
}

/** True when a line of YAML has a secret under its name, or speaks of one. */
export function namesSecret(line: string): boolean {
  return (line.match(/[A-Za-z_][\w-]*/g) ?? []).some((word) => isSecretName(word.replaceAll("-", "_")));
}

/** Where the value of a key of a block begins when the key names a secret; else -1. It may be of several words. */
function secretValueAt(line: string): number {
  const match = /^(\s*(?:- )?["']?)([\w.:-]{1,200})(["']?\s*:\s+)/.exec(line);
  const [whole = "", , key = ""] = match ?? [];
  const last = key.split(/[:.]/).at(-1) ?? key;
  return match !== null && isSecretName(last.replaceAll("-", "_")) ? whole.length : -1;
}

/** True below `password: |`, until the indentation ends. */
function inSecretBlock(line: string, before: readonly string[]): boolean {
  let indent = indentOf(line);
  for (const above of before.toReversed().slice(0, 200)) {
    if (above.trim() === "" || indentOf(above) >= indent) continue;
    const key = /^\s*(?:- )?["']?([\w.:-]+)["']?\s*:/.exec(above)?.[1];
    if (key !== undefined && isSecretName(key)) return true;
    indent = indentOf(above);
  }
  return false;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Any value of a plan or a report without the secrets in it; what has none is the same value. */
export function redactValue<T>(value: T, name = ""): T {
  if (typeof value === "string") return (name === "" ? redactText(value) : redactNamed(name, value)) as T;
  if (Array.isArray(value)) return redactList(value as readonly unknown[], name) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]): [string, unknown] => [
    key,
    // Only variables are named by who writes the catalog; the other keys are ours.
    redactValue<unknown>(
      entry,
      name === VARIABLES ? key : key === "environment" || key === "provides" ? VARIABLES : "",
    ),
  ]);
  return Object.fromEntries(entries) as T;
}

/** The name by which a mapping of variables is handed down. */
const VARIABLES = "\0variables";

function redactNamed(name: string, value: string): string {
  const entry = name === VARIABLES ? value : redactEntry(name, value);
  return entry === REDACTED ? entry : redactText(entry);
}

/** In a command the value of a flag is the next argument. */
function redactList(list: readonly unknown[], name: string): unknown[] {
  return list.map((entry, index) => {
    const flag = list[index - 1];
    if (typeof entry === "string" && typeof flag === "string" && /^--?[A-Za-z][\w-]*$/.test(flag)) {
      if (isSecretName(flag.replace(/^-+/, "").replaceAll("-", "_")) && !entry.startsWith("-"))
        return REDACTED;
    }
    return redactValue(entry, name);
  });
}
