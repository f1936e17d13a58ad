import type { SyntaxNode } from "@lezer/common";
import { parser } from "@prometheus-io/lezer-promql";
import { comparisonsOf, matcherTest, numbersOf, selectorsOf } from "../../policies/read/promql";
import { expectedIn } from "./cases";

/** The texts of all nodes of a kind, by Prometheus' own parser. */
function nodes(expr: string, ...kinds: string[]): string[] {
  const found: string[] = [];
  parser.parse(expr).iterate({
    enter: ({ name, from, to, node }) => {
      if (name === "⚠") throw new Error(`no PromQL: ${expr}`);
      if (kinds.includes(name) && !inSpan(node)) found.push(expr.slice(from, to));
    },
  });
  return found;
}

/** Newer grammars read the span of a range as a number too. */
function inSpan(node: SyntaxNode): boolean {
  return node.parent?.name === "MatrixSelector" && node.name !== "VectorSelector";
}

const HAND = [
  `sum by (le) (rate(a_bucket{job="x", name=~"a-.+"}[5m])) > 0.85`,
  `a{b='c"}'} / (d{e!~\`\\d+\`} > 0) >= 1e-3 # > 7`,
  `0x1F < a offset 5m and on (job) b{} != bool 2.5`,
  `1 - avg(up{job="a"}) > .05 or -3 == c`,
  `histogram_quantile(0.95, x{y="\\"> 4"}) > 5`,
];

describe("reading PromQL", () => {
  const planned = expectedIn("prod").alerts?.map((alert) => alert.expr) ?? [];

  it.each([...HAND, ...planned])("agrees with Prometheus' parser on %s", (expr) => {
    const matchers = selectorsOf(expr).flatMap((selector) => selector.matchers);
    expect(matchers.length).toBe(nodes(expr, "UnquotedLabelMatcher").length);
    expect(matchers.map(({ label }) => label)).toEqual(
      nodes(expr, "UnquotedLabelMatcher").map((text) => /^\w+/.exec(text)?.[0]),
    );
    const numbers = nodes(expr, "NumberDurationLiteral").filter((text) => !/\d(ms|[smhdwy])/.test(text));
    expect(numbersOf(expr)).toEqual(numbers.map(Number));
  });

  it("finds what is compared, from both sides", () => {
    expect(HAND.map(comparisonsOf)).toEqual([
      [{ operator: ">", value: 0.85 }],
      [
        { operator: ">", value: 0 },
        { operator: ">=", value: 0.001 },
      ],
      [
        { operator: ">", value: 31 },
        { operator: "!=", value: 2.5 },
      ],
      [
        { operator: ">", value: 0.05 },
        { operator: "==", value: 3 },
      ],
      [{ operator: ">", value: 5 }],
    ]);
  });

  it("unquotes values", () => {
    const values = selectorsOf(`a{b="x\\\\.y", c=\`x\\.y\`, d='it"s'}`)
      .flatMap((selector) => selector.matchers)
      .map((matcher) => matcher.value);
    expect(values).toEqual(["x\\.y", "x\\.y", 'it"s']);
  });

  it("knows the metric of a selector", () => {
    expect(selectorsOf('rate(a_total{x="1"}[5m]) / on () {y="2"}').map(({ metric }) => metric)).toEqual([
      "a_total",
      "",
    ]);
  });

  it("tests the labels that are given with all of their matchers, anchored", () => {
    const [selector] = selectorsOf(`a{name=~"fleet-.+", name!~".+-old", job="x"}`);
    const test = matcherTest(selector?.matchers ?? []);
    const names = ["fleet-a", "my-fleet-a", "fleet-a-old", "fleet-"];
    expect(names.map((name) => test({ name }))).toEqual([true, false, false, false]);
    expect(test({ name: "fleet-a", job: "y" })).toBe(false);
    expect(matcherTest([{ label: "name", operator: "!~", value: "(?x" }])({ name: "a" })).toBe(false);
  });
});
