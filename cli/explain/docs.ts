import { PROBLEM_CODES } from "../../fleet/problem";
import { PROBLEM_PAGES } from "./pages";

/** The pages of docs/errors/ by their path, from the table that `fleet explain` prints. */
export function errorDocs(): ReadonlyMap<string, string> {
  const note = "<!-- Generated from cli/explain/pages.ts by `npm run generate`. Do not edit. -->";
  const files = new Map<string, string>();
  const index = ["# What can be wrong with the input", "", note, "", "| code | |", "| --- | --- |"];
  for (const code of [...PROBLEM_CODES].sort()) {
    const { title, meaning, example, fix } = PROBLEM_PAGES[code];
    index.push(`| [${code}](${code}.md) | ${title} |`);
    const parts = [
      `# ${code}: ${title}`,
      note,
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
