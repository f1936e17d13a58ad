import { ALL_PAGES } from "./all-pages";
import { ENGINE_PAGES } from "./engine-pages";

/** The pages of docs/errors/ by their path, from the table that `fleet explain` prints. */
export function errorDocs(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const index = ["# What can be wrong", "", noteOf("pages"), "", "| code | |", "| --- | --- |"];
  for (const [code, { title, meaning, example, fix }] of Object.entries(ALL_PAGES).sort(byCode)) {
    index.push(`| [${code}](${code}.md) | ${title} |`);
    const parts = [
      `# ${code}: ${title}`,
      noteOf(code in ENGINE_PAGES ? "engine-pages" : "pages"),
      meaning,
      "## Example",
      `\`\`\`\n${example}\n\`\`\``,
      "## How to fix it",
      fix,
    ];
    files.set(`docs/errors/${code}.md`, `${parts.join("\n\n")}\n`);
  }
  files.set("docs/errors/README.md", `${index.join("\n")}\n`);
  return files;
}

function noteOf(source: string): string {
  return `<!-- Generated from cli/explain/${source}.ts by \`npm run generate\`. Do not edit. -->`;
}

function byCode([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
