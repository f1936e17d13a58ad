import { checkStack } from "../../cli/pipeline";
import { diffFleets } from "../../cli/diff/compute";
import type { FleetDiff } from "../../cli/diff/model";
import { applyOperations } from "../../fleet/diff/operations";
import { withoutPlaces } from "../../fleet/diff/plain";
import { Project, ROOT } from "../support/project";

const AGENTS = "catalog/agents.yaml";
const before = checkStack(ROOT, "dev");

/** The diff after edits of a copy of the real fleet; also proves that the operations lead to the new plan. */
function after(edit: (project: Project) => void): FleetDiff {
  const project = new Project();
  try {
    edit(project);
    const checked = checkStack(project.root, "dev");
    const diff = diffFleets(before, checked, "main");
    expect(applyOperations(withoutPlaces(before.plan), diff.operations)).toEqual(withoutPlaces(checked.plan));
    return diff;
  } finally {
    project.remove();
  }
}

const AUTOGPT = "  - name: autogpt\n    role: autonomous-tasks\n";

describe("the difference between two fleets", () => {
  it("is none when only lines, comments and order differ", () => {
    const diff = after((project) => {
      const [head = "", list = ""] = project.read(AGENTS).split("\nagents:\n");
      const agents = list.split(/(?=^ {2}- name: )/m).reverse();
      project.write(AGENTS, `# new comment\n${head}\nagents:\n${agents.join("\n")}`);
    });
    expect(diff.identical).toBe(true);
    expect(diff.operations).toEqual([]);
  });

  it("shows one agent's memory, in place", () => {
    const diff = after((project) => project.edit(AGENTS, AUTOGPT, `${AUTOGPT}    memory: 256MiB\n`));
    expect(diff.agents.changed).toMatchObject([
      {
        members: [{ name: "autogpt", place: { file: AGENTS } }],
        effect: "in-place",
        changes: [{ property: "memory", before: "128 MiB", after: "256 MiB" }],
      },
    ]);
    expect(diff.pools).toEqual([
      { name: "warm", agents: { before: 30, after: 30 }, memory: { before: 3840, after: 3968 } },
    ]);
    expect(diff.budgets[0]).toMatchObject({ id: "agent-memory", headroom: { before: 7552, after: 7424 } });
  });

  it("shows a profile's change once for all 69", () => {
    const diff = after((project) => project.edit("catalog/profiles.yaml", "start: 128MiB", "start: 192MiB"));
    expect(diff.agents.changed).toHaveLength(1);
    expect(diff.agents.changed[0]?.members).toHaveLength(69);
  });

  it("knows that a burst cap replaces the containers", () => {
    const diff = after((project) => project.edit("catalog/profiles.yaml", "burst: 1.0", "burst: 2"));
    expect(diff.agents.changed).toMatchObject([
      { effect: "replace", changes: [{ property: "CPU burst", before: "1 core", after: "2 cores" }] },
    ]);
  });

  it("takes an agent with the same role for renamed, and says why", () => {
    const diff = after((project) => project.edit(AGENTS, "  - name: autogpt\n", "  - name: auto-gpt\n"));
    expect(diff.agents).toMatchObject({
      added: [],
      removed: [],
      renamed: [{ from: "autogpt", to: "auto-gpt" }],
    });
    expect(diff.agents.renamed[0]?.why).toContain("same role autonomous-tasks");
  });

  it("shows what comes and goes, with the pools and routes", () => {
    const diff = after((project) => {
      project.edit(
        AGENTS,
        "  - name: finrobot\n    role: financial-analysis\n    group: financial\n    port: 11063\n    pool: cold\n",
        "",
      );
      project.edit(AGENTS, "cold: { agents: 19,", "cold: { agents: 18,");
    });
    expect(diff.agents.removed).toMatchObject([{ name: "finrobot", summary: "cold, specialized, 128 MiB" }]);
    expect(diff.routes.map((route) => `${route.pool}/${route.class}`)).toContain("cold/specialized");
  });

  it("names rules that are newly broken", () => {
    const diff = after((project) => project.edit(AGENTS, AUTOGPT, `${AUTOGPT}    memory: 2GiB\n`));
    expect(diff.rules.broken.map((finding) => finding.rule)).toContain("container-memory-limit");
    expect(diff.rules.fixed).toEqual([]);
  });
});
