import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ROOT } from "../support/project";

/** What is only true of one fleet stands in its catalog. The code serves every fleet. */

interface Named {
  readonly name: string;
}
const catalog = parse(readFileSync(join(ROOT, "catalog/agents.yaml"), "utf8")) as {
  readonly fleet: string;
  readonly agents: readonly Named[];
};
const names = catalog.agents.map(({ name }) => name);

const sources = ["fleet", "components", "policies"].flatMap((folder) =>
  (readdirSync(join(ROOT, folder), { recursive: true }) as string[])
    .filter((file) => /\.tsx?$/.test(file) && !file.includes(".generated."))
    .map((file) => join(folder, file)),
);

/** Where a text of this fleet stands in a source, as `file: text`. */
function found(file: string, text: string): string[] {
  const code = readFileSync(join(ROOT, file), "utf8");
  const own = names.filter((name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text));
  // 69,000 in a comment is how large a fleet may get; a bare 69 is how large this one is.
  const count = /(?<![\d.,:-])69(?![\d,.])/.test(code) ? ["69"] : [];
  // The name of the fleet is part of the product's: it only counts as a value of its own.
  const fleet = new RegExp(`["'\`]${catalog.fleet}["'\`]`).test(code) ? [catalog.fleet] : [];
  return [...own, ...count, ...fleet].map((word) => `${file}: ${word}`);
}

test("there are sources and names to look for", () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(names.length).toBe(69);
  expect(found("catalog/agents.yaml", names.join(" ")).length).toBeGreaterThanOrEqual(names.length);
});

test("fleet/, components/ and policies/ know no name and no number of this fleet", () => {
  expect(sources.flatMap((file) => found(file, readFileSync(join(ROOT, file), "utf8")))).toEqual([]);
});
