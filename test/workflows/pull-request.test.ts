import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expectGolden } from "../support/golden";
import { evaluate } from "./support/expression";
import { Repository } from "./support/repository";
import { runJob, workflowIn } from "./support/workflow";
import type { Job, JobRun } from "./support/workflow";

// Other programs are started: on a busy machine that takes its time.
jest.setTimeout(120_000);

/** What the steps of `judge` do to a change, run as they stand in the workflow. `npm ci` is not tried here. */
const SKIPPED = ["Install", "Build"];
const workflow = workflowIn("pull-request.yml");
const judge = workflow.jobs["judge"] as Job;
const matrix = judge.strategy?.matrix.include ?? [];

let repository: Repository;
beforeEach(() => {
  repository = new Repository();
});
afterEach(() => repository.remove());

function event(head: string) {
  return {
    repository: "acme/fleet",
    base_ref: "main",
    event: { pull_request: { number: 7, head: { repo: { full_name: head } } } },
  };
}

/** The job for each stack, by the stack's name. */
async function judged({ head = "acme/fleet", only = "" } = {}): Promise<Readonly<Record<string, JobRun>>> {
  const runs: Record<string, JobRun> = {};
  for (const entry of matrix.filter(({ stack }) => only === "" || stack === only)) {
    const contexts = { github: event(head), matrix: entry, vars: {} };
    const env = { SUTAZAI_FLEET_TODAY: "2026-03-01" };
    runs[String(entry["stack"])] = await runJob(judge, {
      folder: repository.root,
      contexts,
      skip: SKIPPED,
      env,
    });
  }
  return runs;
}

/** The comment that would be written, without the numbers that change with every new rule. */
async function comment(): Promise<string> {
  const folders = matrix.map((entry) => join("out", "ci", entry["stack"] ?? ""));
  const job: Job = { steps: [{ name: "body", run: `node scripts/ci/body.mjs ${folders.join(" ")}` }] };
  const { steps } = await runJob(job, { folder: repository.root, contexts: {}, skip: [] });
  return withoutCounts(steps[0]?.out ?? "");
}

function withoutCounts(text: string): string {
  return text.replace(/\b\d+ rules\b/g, "N rules").replace(/\b\d+ resources\b/g, "N resources");
}

const AGENTS = "catalog/agents.yaml";

const EXEMPTION = `version: 1
exemptions:
  - rule: container-memory-limit
    agents: [writer]
    tiers: [staging]
    reason: "the long model does not fit into less until it is quantised"
    owner: machine-learning
    approver: platform
    ticket: FLEET-12
    created: "2026-02-20"
    expires: "2026-04-20"
    cap: 2GiB
`;

describe("a pull request", () => {
  it("that does no harm gets a comment and passes", async () => {
    repository.pullRequest(() => {
      repository.edit(AGENTS, "role: long-texts\n", "role: long-texts\n    memory: 384MiB\n");
    });
    const { staging, prod } = await judged();
    expect([staging?.ok, prod?.ok]).toEqual([true, true]);
    expect(staging?.steps.find(({ name }) => name === "Annotations and SARIF")?.out).toBe("");
    expectGolden("comment-harmless.md", await comment());
  });

  it("that breaks a rule is stopped, with the line", async () => {
    repository.pullRequest(() => {
      repository.edit(AGENTS, "role: long-texts\n", "role: long-texts\n    memory: 2GiB\n");
    });
    const { staging, prod } = await judged();
    expect(staging?.steps.at(-1)).toMatchObject({ name: "Verdict", code: 1 });
    expect(prod?.steps.at(-1)).toMatchObject({ name: "Verdict", code: 1 });
    const { out } = staging?.steps.find(({ name }) => name === "Annotations and SARIF") ?? { out: "" };
    expect(out).toMatch(
      /^::error file=catalog\/agents\.yaml,line=\d+,col=\d+,title=container-memory-limit::/m,
    );
    expectGolden("comment-blocked.md", await comment());
  });

  it("that has an exemption passes where it counts, and says so", async () => {
    repository.pullRequest(() => {
      repository.edit(AGENTS, "role: long-texts\n", "role: long-texts\n    memory: 2GiB\n");
      repository.write("catalog/exemptions.yaml", EXEMPTION);
    });
    const { staging, prod } = await judged();
    expect(staging?.ok).toBe(true);
    expect(prod?.steps.at(-1)).toMatchObject({ name: "Verdict", code: 1 });
    expectGolden("comment-exempted.md", await comment());
  });

  it("that can't be read is stopped, and its comment shows where", async () => {
    repository.pullRequest(() => {
      repository.edit(AGENTS, "role: long-texts\n", "role: long-texts\n    memory: 2GB\n");
    });
    const { staging, prod } = await judged();
    expect(staging?.steps.at(-1)).toMatchObject({ name: "Verdict", code: 2 });
    expect(prod?.steps.at(-1)).toMatchObject({ name: "Verdict", code: 2 });
    expectGolden("comment-unreadable.md", await comment());
  });

  it("may work on what is not ready for prod, as long as it breaks nothing new there", async () => {
    repository.edit(
      "catalog/images.lock.yaml",
      '  "example/agent:1.0.0": sha256:',
      '  "example/old:1.0.0": sha256:',
    );
    repository.commit("Forget a digest");
    repository.pullRequest(() => {
      repository.edit(AGENTS, "role: long-texts\n", "role: long-texts\n    memory: 384MiB\n");
    });
    const { staging, prod } = await judged();
    expect(staging?.ok).toBe(true);
    expect(prod?.ok).toBe(true);
    // prod itself is blocked: only the change is not to blame.
    expect(readFileSync(join(repository.root, "out/ci/prod/check.md"), "utf8")).toContain("1 blocking");
  });

  it("from a fork gets the same verdict in the job summary, and no job that holds a credential", async () => {
    repository.pullRequest(() => {
      repository.edit(AGENTS, "role: long-texts\n", "role: long-texts\n    memory: 2GiB\n");
    });
    const { staging } = await judged({ head: "mallory/fleet", only: "staging" });
    expect(staging?.ok).toBe(false);
    expectGolden("comment-fork.md", withoutCounts(staging?.summary ?? ""));
    const contexts = { vars: { FLEET_PREVIEW: "true" }, always: () => true, cancelled: () => false };
    const runs = (head: string) =>
      Object.entries(workflow.jobs)
        .filter(([, job]) => job.if === undefined || evaluate(job.if, { ...contexts, github: event(head) }))
        .map(([name]) => name);
    expect(runs("mallory/fleet")).toEqual(["judge"]);
    expect(runs("acme/fleet")).toEqual(["judge", "preview", "comment", "code-scanning"]);
  });
});
