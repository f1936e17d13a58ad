import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../support/project";
import { Repository } from "./support/repository";
import { missing, pythonTool } from "./support/tools";

const ifThere = missing("pre-commit") ? it.skip : it;
const AGENTS = "catalog/agents.yaml";

let repository: Repository;
/** Stands for the repository of this project, from which the hook comes. */
let hooks: string;
let home: string;

beforeEach(() => {
  repository = new Repository();
  hooks = mkdtempSync(join(tmpdir(), "fleet-hooks-"));
  home = mkdtempSync(join(tmpdir(), "fleet-home-"));
  cpSync(join(ROOT, ".pre-commit-hooks.yaml"), join(hooks, ".pre-commit-hooks.yaml"));
  for (const args of [
    ["init", "--quiet"],
    ["add", "."],
    ["commit", "--quiet", "--message=Hooks"],
    ["tag", "v1.0.0"],
  ])
    git(hooks, ...args);
  // As `npm ci` leaves it in a project that depends on the command.
  const bin = join(repository.root, "node_modules", ".bin");
  mkdirSync(bin, { recursive: true });
  const launch = `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, "dist", "fleet.cjs")}" "$@"\n`;
  writeFileSync(join(bin, "fleet"), launch, { mode: 0o755 });
  repository.write("package.json", JSON.stringify({ name: "small", private: true }));
  repository.write(".gitignore", "node_modules/\ndist\nout/\n");
  const hook = { id: "fleet-check", args: ["--stack", "staging"] };
  repository.write(
    ".pre-commit-config.yaml",
    JSON.stringify({ repos: [{ repo: `file://${hooks}`, rev: "v1.0.0", hooks: [hook] }] }),
  );
  repository.commit("Use the hook");
});
afterEach(() => {
  repository.remove();
  for (const folder of [hooks, home]) rmSync(folder, { recursive: true, force: true });
});

function environment(): NodeJS.ProcessEnv {
  const who = { GIT_AUTHOR_NAME: "Ada", GIT_AUTHOR_EMAIL: "ada@example.org" };
  const committer = { GIT_COMMITTER_NAME: "Ada", GIT_COMMITTER_EMAIL: "ada@example.org" };
  const own = { HOME: home, PRE_COMMIT_HOME: join(home, "cache"), GIT_CONFIG_NOSYSTEM: "1", NO_COLOR: "1" };
  // npm must not look for a newer one of itself: nothing here asks a network.
  const npm = {
    npm_config_cache: join(home, "npm"),
    npm_config_update_notifier: "false",
    npm_config_offline: "true",
  };
  return { PATH: process.env["PATH"], ...npm, ...who, ...committer, ...own };
}

function git(cwd: string, ...args: string[]) {
  const run = spawnSync("git", args, { cwd, env: environment(), encoding: "utf8" });
  return { code: run.status, out: run.stdout + run.stderr };
}

function preCommit(...args: string[]) {
  const run = spawnSync(pythonTool("pre-commit"), args, {
    cwd: repository.root,
    env: environment(),
    encoding: "utf8",
  });
  return { code: run.status, out: run.stdout + run.stderr };
}

ifThere(
  "the hook stops the commit of what blocks, lets the rest through, and is not asked about other files",
  () => {
    expect(preCommit("install")).toMatchObject({ code: 0 });
    repository.edit(AGENTS, "role: long-texts\n", "role: long-texts\n    memory: 2GiB\n");
    const blocked = git(repository.root, "commit", "--all", "--message=Too much");
    expect(blocked.out).toContain("memory 2 GiB -> at most 1 GiB [container-memory-limit]");
    expect(blocked.out).toMatch(/fleet check\.+Failed/);
    expect(blocked.code).toBe(1);

    repository.edit(AGENTS, "memory: 2GiB", "memory: 384MiB");
    const fine = git(repository.root, "commit", "--all", "--message=Enough");
    expect(fine.out).toMatch(/fleet check\.+Passed/);
    expect(fine.code).toBe(0);

    repository.write("notes.txt", "nothing of the fleet");
    git(repository.root, "add", "notes.txt");
    const other = git(repository.root, "commit", "--message=Notes");
    expect(other.out).toMatch(/fleet check\.+\(no files to check\)Skipped/);
    expect(other.code).toBe(0);
  },
  120_000,
);
