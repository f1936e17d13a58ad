import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import { elementsOf, fieldOf } from "./values";

/** Where the command of a health check stands. */
export const TESTS = "healthcheck.tests";

/** The command of a health check with its form in front (`CMD`, `CMD-SHELL`, `NONE`), or unknown. Empty: no check. */
export function testsOf(resource: ResourceView): typeof UNKNOWN | readonly PropertyValue[] {
  const tests = fieldOf(resource.properties["healthcheck"], "tests");
  return tests === UNKNOWN ? UNKNOWN : elementsOf(tests);
}

/** The program of a shell line: the first word that neither sets a variable nor only leads to the next one. */
export function firstWord(line: string): string {
  for (const word of line.trim().split(/\s+/)) {
    if (word !== "exec" && word !== "!" && !/^\w+=/.test(word)) return word;
  }
  return "";
}

/** `/usr/bin/node` is `node`. */
export function programName(word: string): string {
  return word.slice(word.lastIndexOf("/") + 1);
}
