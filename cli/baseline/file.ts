import type { BaselineEntry, BaselineFile } from "../../fleet/catalog/schema.generated";
import type { Finding } from "../../policies/finding";

const HEADER = `# yaml-language-server: $schema=./schemas/baseline.schema.json
#
# Findings that were there before the rules were. Made by \`fleet baseline write\`; \`fleet baseline update\` takes out
# what is no longer found. It may only shrink: docs/exemptions.md says what to do with what is new.
`;

export function toEntry({ fingerprint, rule, subject, property }: Finding): BaselineEntry {
  return { fingerprint, rule, subject: `${subject.kind} ${subject.name}`, property };
}

/** The text of catalog/baseline.yaml: stacks and entries in one order, so that a diff shows what went. */
export function baselineText(stacks: BaselineFile["stacks"]): string {
  const parts = Object.keys(stacks)
    .sort()
    .map((stack) => {
      const entries = [...(stacks[stack] ?? [])].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
      if (entries.length === 0) return `  ${JSON.stringify(stack)}: []\n`;
      return `  ${JSON.stringify(stack)}:\n${entries.map(entryText).join("")}`;
    });
  const body = parts.length === 0 ? "stacks: {}\n" : `stacks:\n${parts.join("")}`;
  return `${HEADER}version: 1\n${body}`;
}

function keyOf({ rule, subject, property, fingerprint }: BaselineEntry): string {
  return [rule, subject, property, fingerprint].join("\0");
}

/** JSON's way to write a text is also YAML's: whatever a name holds, it stays a text. */
function entryText({ fingerprint, rule, subject, property }: BaselineEntry): string {
  return [
    `    - fingerprint: ${JSON.stringify(fingerprint)}`,
    `      rule: ${JSON.stringify(rule)}`,
    `      subject: ${JSON.stringify(subject)}`,
    `      property: ${JSON.stringify(property)}`,
    "",
  ].join("\n");
}
