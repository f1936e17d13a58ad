import { existsSync, statSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./project.mjs";

const FLOOR = [20, 20];

/** Stops with what is wanted when Node is older than the floor in package.json. */
function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > FLOOR[0] || (major === FLOOR[0] && minor >= FLOOR[1])) return;
  console.error(`Node ${process.versions.node} is too old: Node ${FLOOR.join(".")} or newer is wanted.`);
  process.exit(2);
}

/** True when node_modules was installed from the lock file as it is now. */
function installed() {
  const mark = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(mark)) return false;
  return statSync(mark).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
}

/** Installs the dependencies of the lock file when they are missing or older than it. */
export function ensureInstalled() {
  requireNode();
  if (installed()) return;
  console.error("Installing dependencies (npm ci), once; this takes about half a minute ...");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const run = spawnSync(
    npm,
    ["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: root,
      stdio: ["ignore", 2, 2],
      shell: process.platform === "win32",
    },
  );
  if (run.status === 0) return;
  console.error("npm ci failed: the reason stands above. Fix it and run the same command again.");
  process.exit(70);
}
