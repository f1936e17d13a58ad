// `npm run bench -- --diff`: what a commit changes, at 69 and 6,900 agents.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/lib/project.mjs";
import { generateCatalog } from "./generate-catalog.mjs";
import { measureOften } from "./lib/measure.mjs";

/** How many agents, and how often each is measured. */
const SIZES = [
  [69, 9],
  [6900, 3],
];

/** @param work a folder that goes with the bench; @param row prints a measurement */
export async function benchDiff(work, row) {
  for (const [agents, repeat] of SIZES) {
    const folder = join(work, `diff-${agents}`);
    generateCatalog(folder, agents);
    const git = (...args) =>
      execFileSync("git", [
        "-C",
        folder,
        "-c",
        "user.name=bench",
        "-c",
        "user.email=bench@localhost",
        ...args,
      ]);
    git("init", "--quiet");
    git("add", "--all");
    git("commit", "--quiet", "--message", "The fleet before");
    // One agent in ten gets another role.
    const file = join(folder, "catalog", "agents.yaml");
    let count = 0;
    const text = readFileSync(file, "utf8").replaceAll(/^( {4}role: ).*$/gm, (line, key) =>
      count++ % 10 === 0 ? `${key}Changed by the bench` : line,
    );
    writeFileSync(file, text);
    const command = [
      process.execPath,
      join(root, "dist", "fleet.cjs"),
      "diff",
      "--stack",
      "dev",
      "--base",
      "HEAD",
    ];
    const result = await measureOften([...command, "--dir", folder], repeat, [0, 1]);
    if (!result.runs[0].out.includes("Changed by the bench") && !/chang/i.test(result.runs[0].out))
      throw new Error(`fleet diff does not see the change:\n${result.runs[0].out.slice(0, 500)}`);
    row(`fleet diff, ${agents.toLocaleString("en")} agents, a tenth changed`, result);
  }
}
