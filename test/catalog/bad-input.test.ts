import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { loadCatalog } from "../../fleet/catalog/load";
import type { ProblemCode } from "../../fleet/problem";
import { Project, problemsOf } from "../support/project";

const AGENTS = "catalog/agents.yaml";
const FIRST = "  - name: agent-orchestrator\n    role: primary-orchestrator\n";

let project: Project;
beforeEach(() => {
  project = new Project();
});
afterEach(() => project.remove());

/** One defect each: what is written instead, and what has to be said about it. */
const CASES: readonly {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly code: ProblemCode;
  readonly found: string;
  readonly fix: RegExp;
  readonly at: string;
}[] = [
  {
    title: "an unknown key",
    from: FIRST,
    to: `${FIRST}    rolle: x\n`,
    code: "unknown-key",
    found: "rolle",
    fix: /did you mean role/,
    at: "rolle",
  },
  {
    title: "memory without unit",
    from: FIRST,
    to: `${FIRST}    memory: 128\n`,
    code: "wrong-unit",
    found: "128",
    fix: /write 128MiB/,
    at: "128",
  },
  {
    title: "memory in MB",
    from: FIRST,
    to: `${FIRST}    memory: 128 MB\n`,
    code: "wrong-unit",
    found: "128 MB",
    fix: /write 128MiB/,
    at: "128 MB",
  },
  {
    title: "CPU with two points",
    from: FIRST,
    to: `${FIRST}    cpu: 0.1.2\n`,
    code: "wrong-unit",
    found: "0.1.2",
    fix: /100m/,
    at: "0.1.2",
  },
  {
    title: "a name twice",
    from: "  - name: agentzero-coordinator\n",
    to: "  - name: agent-orchestrator\n",
    code: "duplicate-name",
    found: "agent-orchestrator, first in catalog/agents.yaml:74:5",
    fix: /rename/,
    at: "agent-orchestrator\n    role: coordination-hub",
  },
  {
    title: "a port twice",
    from: "    port: 11001\n",
    to: "    port: 11000\n",
    code: "duplicate-port",
    found: "11000, first in catalog/agents.yaml:74:5",
    fix: /remove the port/,
    at: "11000\n    pool: hot\n    dependsOn",
  },
  {
    title: "an unknown pool",
    from: `${FIRST}    group: orchestration\n    port: 11000\n    pool: hot\n`,
    to: `${FIRST}    group: orchestration\n    port: 11000\n    pool: hott\n`,
    code: "wrong-value",
    found: "hott",
    fix: /did you mean hot/,
    at: "hott",
  },
  {
    title: "pools that don't add up",
    from: "  hot: { agents: 20,",
    to: "  hot: { agents: 21,",
    code: "pool-size",
    found: "20 agents in pool hot",
    fix: /set pools.hot.agents to 20/,
    at: "21,",
  },
  {
    title: "a dependency that does not exist",
    from: "model-gateway, deep-learning-brain-architect]",
    to: "model-gateway, deep-learning-brain-architct]",
    code: "unknown-dependency",
    found: "deep-learning-brain-architct",
    fix: /did you mean deep-learning-brain-architect/,
    at: "deep-learning-brain-architct]",
  },
  {
    title: "an unknown group",
    from: "    group: safety\n",
    to: "    group: safty\n",
    code: "unknown-group",
    found: "safty",
    fix: /did you mean safety/,
    at: "safty\n",
  },
  {
    title: "a tab",
    from: FIRST,
    to: `${FIRST}\tgroup: x\n`,
    code: "yaml-syntax",
    found: "a tab",
    fix: /spaces/,
    at: "\tgroup",
  },
  {
    title: "an alias",
    from: FIRST,
    to: `${FIRST}    owner: *someone\n`,
    code: "yaml-alias",
    found: "*someone",
    fix: /./,
    at: "*someone",
  },
  {
    title: "a tag",
    from: FIRST,
    to: `${FIRST}    owner: !env X\n`,
    code: "yaml-tag",
    found: "Unresolved tag: !env",
    fix: /remove the tag/,
    at: "!env",
  },
];

describe("a broken catalog", () => {
  it.each(CASES)("$title", ({ from, to, code, found, fix, at }) => {
    project.edit(AGENTS, from, to);
    const problems = problemsOf(() => loadCatalog(project.root));
    const problem = problems.find((candidate) => candidate.code === code);
    expect(problem).toMatchObject({ code, found });
    expect(problem?.fix).toMatch(fix);
    const text = project.read(AGENTS);
    const offset = text.indexOf(at);
    const before = text.slice(0, offset).split("\n");
    expect(problem?.place).toEqual({
      file: AGENTS,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
    });
  });

  it("prints a cycle as the path that leads back", () => {
    project.edit(
      AGENTS,
      `${FIRST}    group: orchestration\n`,
      `${FIRST}    group: orchestration\n    dependsOn: [ai-scrum-master]\n`,
    );
    const problems = problemsOf(() => loadCatalog(project.root));
    expect(problems.map((problem) => [problem.code, problem.found])).toEqual([
      ["dependency-cycle", "agent-orchestrator -> ai-scrum-master -> agent-orchestrator"],
    ]);
  });

  it("reports every error at once, over all files", () => {
    project.edit(AGENTS, FIRST, `${FIRST}    memory: 128\n    rolle: x\n`);
    project.edit(AGENTS, "    group: safety\n", "    group: 7\n");
    project.edit("catalog/profiles.yaml", "start: 128MiB", "start: 128");
    project.edit("catalog/services.yaml", "memory: 512MiB", "memory: lots");
    const problems = problemsOf(() => loadCatalog(project.root));
    expect(problems.map((problem) => `${problem.place?.file} ${problem.code}`)).toEqual([
      "catalog/agents.yaml wrong-unit",
      "catalog/agents.yaml unknown-key",
      "catalog/agents.yaml wrong-type",
      "catalog/profiles.yaml wrong-unit",
      "catalog/services.yaml wrong-unit",
    ]);
  });

  it("refuses an anchor bomb without unfolding it", () => {
    const levels = Array.from(
      { length: 30 },
      (_, index) => `l${index}: &l${index} [${index === 0 ? "x" : `*l${index - 1}, *l${index - 1}`}]`,
    );
    project.write(AGENTS, levels.join("\n"));
    const problems = problemsOf(() => loadCatalog(project.root));
    // 30 anchors and 58 aliases, each with its line and why none is read.
    const refused = problems.filter((problem) => problem.code === "yaml-alias");
    expect(refused).toHaveLength(88);
    expect(refused[0]?.message).toMatch(/multiply into gigabytes/);
  });

  it.each([
    ["an empty file", "", "file-empty"],
    ["only a comment", "# nothing\n", "wrong-type"],
    ["bytes that are no UTF-8", Uint8Array.from([0x61, 0x3a, 0x0a, 0xff, 0xfe]), "file-not-utf8"],
    ["50 MB", new Uint8Array(50 * 1024 * 1024).fill(0x61), "file-too-large"],
    ["100,000 brackets", "[".repeat(100_000), "yaml-syntax"],
    ["1,000 levels", "[".repeat(1000) + "]".repeat(1000), "yaml-too-deep"],
    ["a list where a mapping has to be", "- a\n- b\n", "wrong-type"],
  ] as const)("%s", (_title, content, code) => {
    project.write(AGENTS, content);
    expect(problemsOf(() => loadCatalog(project.root)).map((problem) => problem.code)).toContain(code);
  });

  it("a missing file, and a directory in its place", () => {
    rmSync(join(project.root, AGENTS));
    expect(problemsOf(() => loadCatalog(project.root))).toMatchObject([
      { code: "file-missing", place: { file: AGENTS } },
    ]);
    mkdirSync(join(project.root, AGENTS));
    expect(problemsOf(() => loadCatalog(project.root))).toMatchObject([
      { code: "file-not-regular", found: "a directory" },
    ]);
  });
});
