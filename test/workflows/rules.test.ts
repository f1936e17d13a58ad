import { workflowFiles, workflowIn, workflowText } from "./support/workflow";
import type { Job } from "./support/workflow";

/** What must hold for every workflow, and what a linter does not know about these. */
const files = workflowFiles();
const jobs = files.flatMap((file) =>
  // What a job calls another workflow for is looked at there.
  Object.entries(workflowIn(file).jobs)
    .filter(([, job]) => job.uses === undefined)
    .map(([name, job]): [string, string, Job] => [file, name, job]),
);

describe.each(files)("%s", (file) => {
  const text = workflowText(file);

  it("uses actions by the full hash of a commit, with the version beside it", () => {
    const uses = text.split("\n").filter((line) => /^\s*-?\s*uses:/.test(line));
    for (const line of uses)
      expect(line).toMatch(/uses: \.\/|uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("uses one version of each action", () => {
    const pins = files.flatMap((other) => [...workflowText(other).matchAll(/uses: (\S+)@(\S+)/g)]);
    const hashes = new Map<string, Set<string>>();
    for (const [, action = "", hash = ""] of pins)
      hashes.set(action, (hashes.get(action) ?? new Set()).add(hash));
    for (const [action, found] of hashes) expect([action, found.size]).toEqual([action, 1]);
  });

  it("is never started with the rights of the base by a stranger's change", () => {
    expect(Object.keys(workflowIn(file).on)).not.toContain("pull_request_target");
    expect(Object.keys(workflowIn(file).on)).not.toContain("workflow_run");
  });

  it("gives no right to all jobs", () => {
    expect(workflowIn(file).permissions).toEqual({});
  });

  it("installs without running scripts of dependencies", () => {
    for (const [line] of text.matchAll(/npm (?:ci|install)\b.*/g)) expect(line).toContain("--ignore-scripts");
  });
});

describe.each(jobs)("%s, job %s", (file, _name, job) => {
  it("says its rights and ends some time", () => {
    expect(job.permissions).toBeDefined();
    expect(job["timeout-minutes"]).toBeLessThanOrEqual(120);
  });

  it("keeps no credential in its checkout, unless it has to push", () => {
    const checkouts = job.steps.filter(({ uses = "" }) => uses.startsWith("actions/checkout@"));
    for (const step of checkouts) expect(step.with?.["persist-credentials"]).toBe(false);
  });

  it("has secrets only in an environment, which guards them", () => {
    if (JSON.stringify(job).includes("secrets.")) expect(job.environment).toBeDefined();
  });

  it("of a pull request writes, or runs on an own machine, for branches of the repository alone", () => {
    if (file !== "pull-request.yml") return;
    const writes = Object.values(job.permissions ?? {}).includes("write");
    const own = JSON.stringify(job["runs-on"]).includes("self-hosted");
    if (writes || own)
      expect(job.if).toContain("github.event.pull_request.head.repo.full_name == github.repository");
    // What may write runs no code of the change.
    if (writes) expect(JSON.stringify(job.steps)).not.toMatch(/npm |dist\/fleet/);
  });

  it("that changes a stack is alone with it", () => {
    const changes = /fleet\.cjs (up|destroy) --stack ([\w-]+)/.exec(JSON.stringify(job.steps));
    if (changes === null) return;
    expect(job.concurrency).toEqual({ group: `fleet-${changes[2]}`, "cancel-in-progress": false });
    expect(job.environment).toBeDefined();
  });
});
