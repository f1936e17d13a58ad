// `npm start`: plans and polices stack `dev`, writes its plan, and says what to try next.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/project.mjs";

ensureInstalled();
const { bundle } = await import("./lib/bundle.mjs");
await bundle();
const run = spawnSync(
  process.execPath,
  [join(root, "dist", "fleet.cjs"), "report", "--stack", "dev", "--summary", ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit" },
);
process.exitCode = run.status ?? 70;
