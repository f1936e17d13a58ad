import { loadCatalog } from "../../fleet/catalog/load";
import { cyclesOf } from "../../fleet/catalog/cycles";
import { InputError } from "../../fleet/problem";
import { sourcesIn } from "../../fleet/source/read";
import { readProject } from "../../stacks/read";
import { Project, problemsOf } from "../support/project";

const AGENTS = "catalog/agents.yaml";
const FIRST = "  - name: agent-orchestrator\n    role: primary-orchestrator\n";

const EXPORTER = "    stateful: false\n    dependsOn: [consul]\n  rabbitmq:\n";

let project: Project;
beforeEach(() => {
  project = new Project();
});
afterEach(() => project.remove());

/** `line code: found` of every problem. */
const said = (): string[] =>
  problemsOf(() => loadCatalog(project.root)).map(({ code, found }) => `${code}: ${found}`);

describe("one mistake hides no other", () => {
  it("a schema error leaves names, ports, groups, dependencies and cycles of the others", () => {
    project.edit(AGENTS, FIRST, `${FIRST}    memory: 128\n`);
    project.edit(AGENTS, "    group: safety\n", "    group: safty\n");
    project.edit(AGENTS, "    port: 11001\n", "    port: 11002\n");
    project.edit(AGENTS, "  - name: crewai\n", "  - name: autogen\n");
    project.edit(AGENTS, "  - name: autogpt\n", "  - name: autogpt\n    dependsOn: [rabitmq, autogpt]\n");
    expect(said().map((text) => text.split(":")[0])).toEqual([
      "wrong-unit",
      "duplicate-port",
      "unknown-group",
      "dependency-cycle",
      "unknown-dependency",
      "duplicate-name",
    ]);
  });

  it("an alias, a double key or a tag leaves all the rest of its file", () => {
    project.edit(AGENTS, FIRST, `${FIRST}    owner: *x\n    owner: y\n    memory: 128\n`);
    project.edit(AGENTS, "    group: safety\n", "    group: !env G\n    rolle: x\n");
    expect(said()).toEqual([
      "yaml-alias: *x",
      "duplicate-key: owner, first in line 76",
      "wrong-unit: 128",
      "yaml-tag: Unresolved tag: !env",
      "unknown-key: rolle",
    ]);
  });

  it("says nothing that only follows: no pool sizes while a pool is unknown", () => {
    project.edit(AGENTS, "    group: safety\n", "    group: safety\n    pool: hott\n");
    expect(said().some((text) => text.startsWith("pool-size"))).toBe(false);
  });

  it("broken agents leave the services, and both leave the stack", () => {
    project.write(AGENTS, "\t- x\n");
    project.edit("catalog/services.yaml", EXPORTER, EXPORTER.replace("[consul]", "[consl]"));
    project.write("stacks/Pulumi.dev.yaml", "config: { sutazai-fleet:tier: de }\n");
    const problems = problemsOf(() => readProject(sourcesIn(project.root), "dev"));
    expect(problems.map(({ place, code }) => `${place?.file} ${code}`)).toEqual([
      "catalog/agents.yaml yaml-syntax",
      "catalog/services.yaml unknown-dependency",
      "stacks/Pulumi.dev.yaml stack-tier",
    ]);
  });

  it("an override of a rule that does not exist", () => {
    project.edit("stacks/tiers.yaml", "rule: image-locked", "rule: image-lockd");
    expect(problemsOf(() => readProject(sourcesIn(project.root), "dev", ["image-locked"]))).toMatchObject([
      { code: "unknown-rule", fix: "did you mean image-locked?", place: { file: "stacks/tiers.yaml" } },
    ]);
  });

  it("every cycle, each as its path", () => {
    project.edit(AGENTS, "  - name: autogen\n", "  - name: autogen\n    dependsOn: [crewai]\n");
    project.edit(AGENTS, "  - name: crewai\n", "  - name: crewai\n    dependsOn: [autogen]\n");
    project.edit(AGENTS, "  - name: autogpt\n", "  - name: autogpt\n    dependsOn: [autogpt]\n");
    project.edit(
      "catalog/services.yaml",
      EXPORTER,
      EXPORTER.replace("[consul]", "[consul, consul-exporter]"),
    );
    expect(said()).toEqual([
      "dependency-cycle: autogen -> crewai -> autogen",
      "dependency-cycle: autogpt -> autogpt",
      "dependency-cycle: consul-exporter -> consul-exporter",
    ]);
  });

  it("cycles: without the edges that close them nothing goes round any more", () => {
    const edges = new Map([
      ["a", ["b", "c"]],
      ["b", ["c", "a"]],
      ["c", ["a", "nobody"]],
      ["d", ["a"]],
    ]);
    const { cycles, more } = cyclesOf(edges, 10);
    expect([cycles, more]).toEqual([
      [
        ["a", "b", "c", "a"],
        ["a", "b", "a"],
      ],
      0,
    ]);
    expect(cyclesOf(edges, 1)).toMatchObject({ cycles: [["a", "b", "c", "a"]], more: 1 });
  });
});

describe("values no pattern can refuse", () => {
  it.each([
    ["memory: 99999999999999999999MiB", "wrong-unit: 99999999999999999999MiB"],
    ["memory: 9999999999GiB", "wrong-unit: 9999999999GiB"],
    ['cpu: "0.00001"', "wrong-unit: 0.00001"],
    ["cpu: 0.0001", "wrong-unit: 0.0001"],
    ["cpu: 0m", "wrong-unit: 0m"],
    ["cpu: 999999999m", "wrong-unit: 999999999m"],
    ["cpu: .inf", "wrong-type: .inf"],
    ["cpu: .nan", "wrong-type: .nan"],
    ["memory: 1e400", "wrong-unit: .inf"],
    ["port: 99999999999999999999", "wrong-value: 100000000000000000000"],
    ["dependsOn: [consul, consul]", "wrong-value: consul"],
    ["<<: { owner: x }", "yaml-merge: <<"],
    ["owner: &me x", "yaml-alias: &me"],
    ["__proto__: { owner: x }", "unknown-key: __proto__"],
    ["constructor: x", "unknown-key: constructor"],
    ["? { a: b }\n    : x", "yaml-key: a mapping"],
    ["image: constructor", "unknown-image: constructor"],
    ["dependsOn: [constructor]", "unknown-dependency: constructor"],
  ])("%s", (line, expected) => {
    project.edit(AGENTS, FIRST, `${FIRST}    ${line}\n`);
    if (line.startsWith("port")) project.edit(AGENTS, "    port: 11000\n", "");
    expect(said()).toEqual([expected]);
  });

  it("items that are empty", () => {
    project.write(AGENTS, `${project.read(AGENTS)}  -\n  - 5\n  - ~\n`);
    expect(said()).toEqual(["wrong-type: nothing", "wrong-type: 5", "wrong-type: nothing"]);
  });

  it("an agent may be called constructor", () => {
    project.edit(AGENTS, "  - name: autogen\n", "  - name: constructor\n");
    expect(loadCatalog(project.root).agentsByName.get("constructor")?.group).toBe("ai-framework");
  });
});

describe("large catalogs full of mistakes", () => {
  it("are refused in time, with 1,000 problems and the count of the others", () => {
    const text = project.read(AGENTS);
    const agents = Array.from(
      { length: 5_000 },
      (_, index) =>
        `  - { name: extra-${index}, role: x, group: grup, dependsOn: [nobody-${index}, extra-${index}] }\n`,
    );
    project.write(AGENTS, text + agents.join(""));
    const started = process.cpuUsage();
    try {
      loadCatalog(project.root);
      throw new Error("accepted");
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(error.problems).toHaveLength(1000);
      // Group, dependency and cycle of each, and the pool's size.
      expect(error.problems.length + error.omitted).toBe(15_001);
    }
    // CPU time, so that a busy machine fails nobody: quadratic would be minutes.
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(10);
  }, 60_000);
});
