/** One condition of a selector: `name=~"sutazai-.+"`. */
export interface Matcher {
  readonly label: string;
  readonly operator: "=" | "!=" | "=~" | "!~";
  readonly value: string;
}

/** A number that something is compared with, as if it stood on the right: `0.85 < x` is `>` 0.85. */
export interface Comparison {
  readonly operator: string;
  readonly value: number;
}

interface Token {
  readonly kind: "string" | "span" | "number" | "word" | "sign";
  readonly text: string;
}

// Only what rules ask for; a whole parser takes longer to load than all rules take to run. A test compares
// the answers with those of Prometheus' own parser.
const TOKEN = new RegExp(
  [
    /(?<skip>\s+|#[^\n]*)/,
    /(?<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`)/,
    /(?<span>\[[^\]]*\]|(?:\d+(?:ms|[smhdwy]))+)/,
    /(?<number>0x[\da-fA-F]+|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)/,
    /(?<word>[A-Za-z_:][\w:]*)/,
    /(?<sign>>=|<=|==|!=|=~|!~|.)/,
  ]
    .map((part) => part.source)
    .join("|"),
  "g",
);
const MIRRORED: Readonly<Record<string, string>> = { ">": "<", ">=": "<=", "<": ">", "<=": ">=" };
const COMPARISONS = new Set([">", ">=", "<", "<=", "==", "!="]);
const MATCHERS = new Set(["=", "!=", "=~", "!~"]);

/** The conditions of every selector of an expression, in their order. */
export function selectorsOf(expr: string): readonly (readonly Matcher[])[] {
  const selectors: Matcher[][] = [];
  let open: Matcher[] | null = null;
  const tokens = tokensOf(expr);
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind === "sign" && text === "{") open = [];
    else if (kind === "sign" && text === "}") {
      if (open !== null) selectors.push(open);
      open = null;
    } else if (open !== null && kind === "word") {
      const [operator, value] = [tokens[index + 1], tokens[index + 2]];
      if (operator !== undefined && value?.kind === "string" && isMatcher(operator.text))
        open.push({ label: text, operator: operator.text, value: unquote(value.text) });
    }
  }
  return selectors;
}

/** Every number of an expression that is no part of a time span or a string. */
export function numbersOf(expr: string): readonly number[] {
  return tokensOf(expr)
    .filter((token) => token.kind === "number")
    .map((token) => Number(token.text));
}

/** Every number that an expression compares something with. */
export function comparisonsOf(expr: string): readonly Comparison[] {
  const tokens = tokensOf(expr);
  const comparisons: Comparison[] = [];
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== "sign" || !COMPARISONS.has(text)) continue;
    const before = tokens[index - 1];
    if (before?.kind === "number")
      comparisons.push({ operator: MIRRORED[text] ?? text, value: Number(before.text) });
    const next = tokens[index + 1];
    const after = next?.kind === "word" && next.text === "bool" ? tokens[index + 2] : next;
    if (after?.kind === "number") comparisons.push({ operator: text, value: Number(after.text) });
  }
  return comparisons;
}

/**
 * A test for the conditions of a selector on one label; null when it has none, or one that can't be read.
 * Prometheus anchors its regular expressions.
 */
export function labelTest(selector: readonly Matcher[], label: string): ((value: string) => boolean) | null {
  const tests: ((value: string) => boolean)[] = [];
  for (const matcher of selector) {
    if (matcher.label !== label) continue;
    const positive = matcher.operator === "=" || matcher.operator === "=~";
    if (matcher.operator === "=" || matcher.operator === "!=") {
      tests.push((value) => (value === matcher.value) === positive);
      continue;
    }
    const pattern = anchored(matcher.value);
    if (pattern === null) return null;
    tests.push((value) => pattern.test(value) === positive);
  }
  return tests.length === 0 ? null : (value) => tests.every((test) => test(value));
}

function anchored(pattern: string): RegExp | null {
  try {
    return new RegExp(`^(?:${pattern})$`, "s");
  } catch {
    return null;
  }
}

function tokensOf(expr: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { groups = {} } of expr.matchAll(TOKEN)) {
    for (const kind of ["string", "span", "number", "word", "sign"] as const) {
      const text = groups[kind];
      if (text !== undefined) tokens.push({ kind, text });
    }
  }
  return tokens;
}

function isMatcher(text: string): text is Matcher["operator"] {
  return MATCHERS.has(text);
}

/** Without its quotes; raw strings have no escapes. */
function unquote(text: string): string {
  const inner = text.slice(1, -1);
  return text.startsWith("`") ? inner : inner.replace(/\\(.)/g, "$1");
}
