/** One condition of a selector: `name=~"sutazai-.+"`. */
export interface Matcher {
  readonly label: string;
  readonly operator: "=" | "!=" | "=~" | "!~";
  readonly value: string;
}

/** What of a metric is selected: `up{job="x"}`. */
export interface Selector {
  readonly metric: string;
  readonly matchers: readonly Matcher[];
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

/** Every selector of an expression that has braces, in their order. */
export function selectorsOf(expr: string): readonly Selector[] {
  const selectors: Selector[] = [];
  let open: { metric: string; matchers: Matcher[] } | null = null;
  const tokens = tokensOf(expr);
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind === "sign" && text === "{") {
      const before = tokens[index - 1];
      open = { metric: before?.kind === "word" ? before.text : "", matchers: [] };
    } else if (kind === "sign" && text === "}") {
      if (open !== null) selectors.push(open);
      open = null;
    } else if (open !== null && kind === "word") {
      const [operator, value] = [tokens[index + 1], tokens[index + 2]];
      if (operator !== undefined && value?.kind === "string" && isMatcher(operator.text))
        open.matchers.push({ label: text, operator: operator.text, value: unquote(value.text) });
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
 * A test for whether matchers let a series pass, as far as its labels are given: matchers on others are left out.
 * What can't be read lets nothing pass. Prometheus anchors its regular expressions.
 */
export function matcherTest(
  matchers: readonly Matcher[],
): (labels: Readonly<Record<string, string>>) => boolean {
  const tests = matchers.map(({ label, operator, value }) => {
    const positive = operator === "=" || operator === "=~";
    if (operator === "=" || operator === "!=")
      return { label, test: (found: string) => (found === value) === positive };
    const pattern = anchored(value);
    return { label, test: (found: string) => pattern !== null && pattern.test(found) === positive };
  });
  return (labels) =>
    tests.every(({ label, test }) => {
      const found = labels[label];
      return found === undefined || test(found);
    });
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
