import { stringify } from "yaml";
import type { Entries } from "../entries/types";

const AGENTS_KEYS = ["images", "groups", "agents"] as const;

/** The entries of one key as lines, not indented. */
export function blockOf(entries: Entries, key: (typeof AGENTS_KEYS)[number] | "services"): readonly string[] {
  const value = entries[key];
  const plain = value instanceof Map ? Object.fromEntries(value as Map<string, unknown>) : value;
  if (Object.keys(plain).length === 0) return [];
  // One dependency list in a line, as people write it.
  const text = stringify(plain, { lineWidth: 0, aliasDuplicateObjects: false, collectionStyle: "any" });
  return text
    .replace(/^( *)(?:- )?dependsOn:\n((?:\1 {2}- .*\n)+)/gm, (_, indent: string, items: string) => {
      const names = [...items.matchAll(/- (.*)/g)].map(([, name]) => name ?? "");
      return `${indent}dependsOn: [${names.join(", ")}]\n`;
    })
    .trimEnd()
    .split("\n");
}

/** All entries as YAML, under the keys of the files that they belong into. */
export function entriesText(entries: Entries): string {
  const part = (file: string, keys: readonly ("services" | (typeof AGENTS_KEYS)[number])[]): string => {
    const blocks = keys.flatMap((key) => {
      const block = blockOf(entries, key);
      return block.length === 0 ? [] : [`${key}:`, ...block.map((line) => `  ${line}`)];
    });
    return blocks.length === 0 ? "" : `# ${file}\n${blocks.join("\n")}\n`;
  };
  return [part("catalog/agents.yaml", AGENTS_KEYS), part("catalog/services.yaml", ["services"])]
    .filter((text) => text !== "")
    .join("\n");
}
