import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GitHubServer } from "./support/github-server";
import { Repository } from "./support/repository";
import { runJob, workflowIn } from "./support/workflow";
import type { Job, JobRun } from "./support/workflow";

// Other programs are started: on a busy machine that takes its time.
jest.setTimeout(120_000);

/** What the jobs of the nightly workflow do with what `fleet drift` left. The look itself needs a Docker Engine. */
const workflow = workflowIn("drift.yml");

let repository: Repository;
let server: GitHubServer;
/** Stands for the host's git server. */
let host: string;
beforeEach(async () => {
  repository = new Repository();
  server = new GitHubServer();
  await server.start();
  host = mkdtempSync(join(tmpdir(), "fleet-host-"));
  execFileSync("git", ["clone", "--quiet", "--bare", repository.root, join(host, "acme", "fleet")]);
});
afterEach(async () => {
  await server.stop();
  repository.remove();
  rmSync(host, { recursive: true, force: true });
});

/** What `look` left for a stack. */
function saw(stack: string, files: Readonly<Record<string, string>>): void {
  const folder = join(repository.root, "seen", `drift-${stack}`);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

function run(name: string): Promise<JobRun> {
  const github = { token: server.env["GITHUB_TOKEN"], event: { repository: { default_branch: "main" } } };
  return runJob(workflow.jobs[name] as Job, {
    folder: repository.root,
    contexts: { github, inputs: { adopt: true }, vars: { FLEET_DEPLOY: "true" } },
    skip: [],
    env: { ...server.env, GITHUB_SERVER_URL: `file://${host}` },
  });
}

/** The patch that a change of the catalog makes; the change itself is taken back. */
function patchOf(change: () => void): string {
  change();
  const patch = repository.git("diff", "--binary");
  repository.git("checkout", "--quiet", ".");
  return patch;
}

const onHost = (...args: string[]) =>
  execFileSync("git", args, { cwd: join(host, "acme", "fleet"), encoding: "utf8" });

it("tells of drift in one issue for each stack, and of a look that never ended", async () => {
  saw("staging", { code: "0\n", "drift.md": "### no drift" });
  expect(await run("tell")).toMatchObject({ ok: true });
  expect(server.issues.map(({ title }) => title)).toEqual([
    "Stack prod could not be looked at for drift (exit code 70)",
  ]);
  saw("prod", { code: "4\n", "drift.md": "### writer was paused" });
  expect(await run("tell")).toMatchObject({ ok: true });
  expect(server.issues).toMatchObject([
    { title: "Stack prod has drifted from its declaration", state: "open" },
  ]);
  saw("prod", { code: "0\n", "drift.md": "### no drift" });
  await run("tell");
  expect(server.issues).toMatchObject([{ state: "closed" }]);
});

it("opens one pull request with the patch of the catalog, and nothing else", async () => {
  const patch = patchOf(() => {
    repository.edit("catalog/agents.yaml", "role: long-texts\n", "role: long-texts\n    memory: 384MiB\n");
    repository.edit("scripts/ci/body.mjs", "await run", "// from the patch\nawait run");
  });
  saw("staging", { "adopt.patch": patch, "drift.md": "### memory 128 MiB -> 384 MiB" });
  saw("prod", { "adopt.patch": "" });
  for (const expected of ["created", "updated"]) {
    const { ok, steps } = await run("adopt");
    expect(steps.at(-1)?.err).toContain(`pull request ${expected}`);
    expect(ok).toBe(true);
    repository.git("checkout", "--quiet", "main");
  }
  expect(onHost("diff", "--stat=80", "main", "fleet/adopt-staging").trim().split("\n").at(0)).toMatch(
    /^catalog\/agents\.yaml +\| 1 \+$/,
  );
  expect(onHost("branch", "--format=%(refname:short)").trim().split("\n")).toEqual([
    "fleet/adopt-staging",
    "main",
  ]);
  expect(server.pulls).toMatchObject([
    { head: "fleet/adopt-staging", base: "main", title: "Adopt what stack staging became" },
  ]);
});
