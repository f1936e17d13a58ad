import { UNKNOWN } from "../../fleet/resource";
import type { ResourceView } from "../../fleet/resource";
import { elementsOf } from "./values";

/** What a container is started with, program or arguments; unknown when any word of it is. */
export function wordsOf({ properties }: ResourceView): typeof UNKNOWN | readonly string[] {
  const words = [...elementsOf(properties["entrypoints"]), ...elementsOf(properties["command"])];
  return words.includes(UNKNOWN) ? UNKNOWN : words.map((word) => (typeof word === "string" ? word : ""));
}

/** The values of a flag, given as `--flag=value` or `--flag value`; the last counts in most programs. */
export function flagValues(words: readonly string[], flag: string): readonly string[] {
  return words.flatMap((word, index) => {
    if (word.startsWith(`${flag}=`)) return [word.slice(flag.length + 1)];
    return word === flag ? [words[index + 1] ?? ""] : [];
  });
}
