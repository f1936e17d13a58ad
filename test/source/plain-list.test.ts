import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { Problems } from "../../fleet/problem";
import type { Json } from "../../fleet/source/json";
import { readPlainList } from "../../fleet/source/plain-list";
import { YamlFile } from "../../fleet/source/yaml-file";
import { ROOT } from "../support/project";

const REAL = readFileSync(join(ROOT, "catalog/agents.yaml"), "utf8");
const HEAD = "version: 1\nfleet: f\n";

/** Reads a text both ways: the short way where it is open, and with the parser alone. */
function bothWays(text: string) {
  const problems = { short: new Problems(), parser: new Problems() };
  const source = { file: "agents.yaml", text };
  return {
    short: YamlFile.parse(source, problems.short, "agents"),
    parser: YamlFile.parse(source, problems.parser),
    problems,
  };
}

/** Whatever the text is, nobody can tell which way it was read: not by the value, the problems or the places. */
function expectTheSame(text: string): void {
  const { short, parser, problems } = bothWays(text);
  expect(problems.short).toEqual(problems.parser);
  expect(short?.value).toEqual(parser?.value);
  if (short === null || parser === null || readPlainList(text, "agents") === null) return;
  const { agents } = parser.value as { agents: Record<string, Json>[] };
  for (const [index, agent] of agents.entries()) {
    expect(short.placeOfItem(index)).toEqual(parser.placeOf(["agents", index]));
    const paths = [...Object.keys(agent), "missing"].flatMap((key) => [
      [key],
      [key, 0],
      [key, 1],
      [key, "x"],
    ]);
    for (const path of paths.map((below) => ["agents", index, ...below])) {
      for (const want of ["key", "value"] as const) {
        const places = [short.placeOf(path, want), parser.placeOf(path, want)];
        expect({ path, want, place: places[0] }).toEqual({ path, want, place: places[1] });
      }
    }
  }
}

describe("the short way through a catalog", () => {
  it("is open for the real catalog", () => {
    expect(readPlainList(REAL, "agents")?.items).toHaveLength(69);
    expectTheSame(REAL);
  });

  it.each([
    ["a comment after a value", "agents:\n  - name: a # why\n    role: b\n"],
    ["blank lines and comments between", "agents:\n\n  # first\n  - name: a\n\n    role: b\n# end\n"],
    ["no line end at the end", "agents:\n  - name: a"],
    ["no indentation", "agents:\n- name: a\n  role: b\n"],
    ["deep indentation", "agents:\n      - name: a\n        role: b c d\n"],
    ["numbers", "agents:\n  - port: 8080\n    cpu: 0.10\n    zero: 0\n"],
    ["sizes", "agents:\n  - memory: 128MiB\n    other: 1G\n"],
    ["quoted text", 'agents:\n  - name: "10001:10001 # no comment"\n    role: ""\n'],
    ["lists", "agents:\n  - dependsOn: [a, b-c]\n    other: []\n"],
  ])("is open for %s", (_, text) => {
    expect(readPlainList(HEAD + text, "agents")).not.toBeNull();
    expectTheSame(HEAD + text);
  });

  it.each([
    ["a word that is no text", "agents:\n  - name: true\n"],
    ["such a word in a list", "agents:\n  - name: [a, null]\n"],
    ["a key twice", "agents:\n  - name: a\n    name: b\n"],
    ["a value in the next line", "agents:\n  - name: a\n      b\n"],
    ["odd indentation", "agents:\n  - name: a\n     role: b\n"],
    ["items indented differently", "agents:\n  - name: a\n - name: b\n"],
    ["an item in braces", "agents:\n  - { name: a }\n"],
    ["an anchor", "agents:\n  - name: &x a\n"],
    ["a tab", "agents:\n  - name:\ta\n"],
    ["a carriage return", "agents:\r\n  - name: a\r\n"],
    ["an octal number", "agents:\n  - port: 0o17\n"],
    ["a leading zero", "agents:\n  - port: 010\n"],
    ["an exponent", "agents:\n  - cpu: 1e3\n"],
    ["an escape", 'agents:\n  - name: "a\\n"\n'],
    ["a block of text", "agents:\n  - name: |\n      a\n"],
    ["an empty value", "agents:\n  - name:\n"],
    ["another key after the list", "agents:\n  - name: a\nother: b\n"],
    ["the list twice", "agents:\n  - name: a\nagents:\n  - name: b\n"],
    ["a second document", "---\nagents:\n  - name: a\n"],
    ["the list inside an open bracket", "other: [\nagents:\n  - name: a\n"],
    ["the list inside an open quotation", 'other: "x\nagents:\n  - name: a\n'],
    ["no list", "agents:\n"],
  ])("reads with the parser: %s", (_, text) => {
    expectTheSame(HEAD + text);
    const { short, parser } = bothWays(HEAD + text);
    expect(short === null).toBe(parser === null);
  });

  it("says the same as the parser of any lines", () => {
    const value = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom("a", "b c", "1", "0.5", "128MiB", "[a, b]", "[]", '"x y"', "a # b"),
      },
      fc.constantFrom("a", "b c", "1", "0.5", "08", "1.", "128MiB", "1e5", "0x1f", "~", "null", "yes", "No"),
      fc.constantFrom(
        "[a, b]",
        "[]",
        "[a,b]",
        "[ a ]",
        "[a, true]",
        '"x y"',
        '"\\t"',
        "'q'",
        "{}",
        "|",
        ">",
        "*a",
      ),
      fc.constantFrom(
        "a #b",
        "a # b",
        "a: b",
        "- a",
        "a:",
        "#",
        "# x",
        "2024-01-01",
        "1_000",
        ".5",
        "-1",
        "!x",
        "%",
      ),
      fc.string({ unit: fc.constantFrom(..."ab1. -_/:#'\"[]{},&*!|>%@\t\\\u00e9\u2028"), maxLength: 8 }),
    );
    const start = fc.constantFrom("  - ", "  - ", "    ", "    ", "    ", "- ", "   ", "", "  -  ", "     ");
    const key = fc.constantFrom("name", "role", "port", "name-x", "null", "__proto__", "'k'", "constructor");
    const line = fc
      .tuple(start, key, fc.constantFrom(": ", ": ", ": ", ":", ":  "), value)
      .map((parts) => parts.join(""));
    const plain = fc
      .tuple(fc.constantFrom("  - ", "    "), fc.constantFrom("a", "b", "c", "d"), value)
      .map(([before, name, after]) => `${before}${name}: ${after}`);
    const any = fc.oneof(
      { weight: 30, arbitrary: plain },
      { weight: 12, arbitrary: line },
      { weight: 1, arbitrary: fc.constantFrom("", "  ", "# c", "   # c", "---", "...", "agents:", "b: 1") },
    );
    let open = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(HEAD, HEAD, "a: 1\n", "", "a: |\n  x\n", "a: [\n", "%YAML 1.2\n---\n", "'a\n"),
        fc.array(any, { minLength: 1, maxLength: 5 }),
        (head, lines) => {
          const text = `${head}agents:\n  - name: first\n${lines.join("\n")}\n`;
          if (readPlainList(text, "agents") !== null) open += 1;
          expectTheSame(text);
        },
      ),
      { numRuns: 2000 },
    );
    // A property about a way that is never open would hold of anything.
    expect(open).toBeGreaterThan(100);
  });

  it("says the same as the parser of the real catalog with a few letters changed", () => {
    const text = REAL.slice(0, REAL.indexOf("agents:\n") + 600);
    const letter = fc.constantFrom(..." \n\t-:#[]{}\"'&*!|>%@`,.0a\\\r");
    const edit = fc.tuple(fc.nat(text.length), fc.nat(2), fc.string({ unit: letter, maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let changed = text;
        for (const [at, remove, insert] of edits) {
          changed = changed.slice(0, at) + insert + changed.slice(at + remove);
        }
        expectTheSame(changed);
      }),
      { numRuns: 300 },
    );
  });
});
