import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { adopt } from "../../../cli/drift/adopt/adopt";
import type { Adoptable, Adoption } from "../../../cli/drift/adopt/model";
import { unifiedDiff, writePatched } from "../../../cli/drift/adopt/patch";
import { checkSources } from "../../../cli/pipeline";
import { CONSUL_SERVICE, CONTAINER } from "../../../fleet/resource";
import type { Json } from "../../../fleet/source/json";
import { sourcesIn } from "../../../fleet/source/read";
import { problemsOf, Project, ROOT } from "../../support/project";

const sources = sourcesIn(ROOT);
const agents = checkSources(sources, "dev").catalog.agents.map(({ name }) => name);

function agent(name: string, property: string, found: Json, type = CONTAINER): Adoptable {
  return { subject: { kind: "agent", name }, resource: { type, name }, property, found };
}
function service(name: string, property: string, found: Json): Adoptable {
  return { subject: { kind: "service", name }, resource: { type: CONTAINER, name }, property, found };
}
const adoptIn = (stack: string, ...found: Adoptable[]): Adoption => adopt(sources, stack, found);
/** The lines that a patch adds and removes. */
const lines = ({ files }: Adoption): string[] =>
  unifiedDiff(files)
    .split("\n")
    .filter((line) => /^[+-](?![+-]{2} )/.test(line));

describe("adopting what was found", () => {
  it("writes one line for an agent that has other memory, and swap follows", () => {
    const adoption = adoptIn("dev", agent("autogpt", "memory", 512), agent("autogpt", "memorySwap", 512));
    expect(lines(adoption)).toEqual(["+    memory: 512MiB"]);
    expect(adoption.refused).toEqual([]);
    expect(
      adoption.adopted.map(({ difference, key, value, follows }) => [
        difference.property,
        key,
        value,
        follows,
      ]),
    ).toEqual([
      ["memory", "memory", "512MiB", false],
      ["memorySwap", "memory", "512MiB", true],
    ]);
    const [{ place } = { place: "" }] = adoption.adopted;
    const [file = "", line] = place.split(":");
    expect(adoption.files[0]?.after.split("\n")[Number(line) - 1]).toBe("    memory: 512MiB");
    expect(file).toBe("catalog/agents.yaml");
  });

  it("says what the same key changes too, and which rules break", () => {
    const adoption = adoptIn("staging", agent("autogpt", "memory", 2048));
    expect(adoption.alsoChanges).toEqual(["autogpt memorySwap"]);
    expect(adoption.breaks).toMatchObject([
      { rule: "container-memory-limit", level: "mandatory", subject: "agent autogpt" },
    ]);
  });

  it("finds the criticality that gives a weight, once for weight and label", () => {
    const adoption = adoptIn(
      "dev",
      agent("autogpt", "cpuShares", 2048),
      agent("autogpt", "labels.sutazai.criticality", "critical"),
    );
    expect(lines(adoption)).toEqual(["+    criticality: critical"]);
    expect(adoption.adopted).toHaveLength(2);
  });

  it.each<[string, Adoptable, string]>([
    ["owner of an agent", agent("aider", "labels.sutazai.owner", "data"), "+    owner: data"],
    ["owner in Consul", agent("aider", "meta.owner", "data", CONSUL_SERVICE), "+    owner: data"],
    ["class in Consul", agent("aider", "meta.class", "standard", CONSUL_SERVICE), "+    class: standard"],
    ["image of an agent", agent("aider", "image", "sutazai/agent-stub:1"), "+    image: local-stub"],
    ["memory of a service", service("ollama", "memory", 3072), "+    memory: 3GiB"],
    ["CPU of a service", service("ollama", "cpus", "2.5"), "+    cpu: 2.5"],
    [
      "image of a service",
      service("ollama", "image", "ollama/ollama:0.18.0"),
      "+    image: ollama/ollama:0.18.0",
    ],
    [
      "environment of a service",
      service("cadvisor", "envs.GOMAXPROCS", "2"),
      '+    environment: { GOMAXPROCS: "2" }',
    ],
  ])("adopts %s", (_title, found, line) => {
    const adoption = adoptIn("dev", found);
    expect(adoption.refused).toEqual([]);
    expect(lines(adoption).filter((each) => each.startsWith("+"))).toEqual([line]);
  });

  it.each<[string, Adoptable, RegExp]>([
    ["what all agents share", agent("aider", "cpus", "2"), /sizing\.cpu\.burst in catalog\/profiles\.yaml/],
    ["swap alone", agent("aider", "memorySwap", 512), /equals the memory/],
    [
      "a weight that no criticality has",
      agent("aider", "cpuShares", 777),
      /no value of criticality gives 777/,
    ],
    ["a size that is no whole MiB", agent("aider", "memory", 0.5), /whole MiB/],
    ["a weaker container", agent("aider", "readOnly", false), /never adopted/],
    ["a stopped agent", agent("agent-creator", "running", "stopped"), /by hand/],
    ["an agent that is gone", agent("agent-creator", "exists", false), /by hand/],
    ["an image nobody declared", agent("aider", "image", "evil:1"), /declare it under `images`/],
    ["another content under a tag", agent("aider", "imageId", "sha256:1"), /fleet images lock/],
    ["what no key says", agent("aider", "pidsLimit", 50), /no key for it/],
    [
      "a secret in an environment",
      service("ollama", "envs.API_TOKEN", "hunter2hunter2"),
      /a catalog holds none/,
    ],
    ["a check of a service", service("ollama", "healthcheck", { tests: [] }), /by hand/],
    [
      "what is computed from the whole fleet",
      {
        subject: { kind: "registry", name: "registry" },
        resource: { type: "x", name: "fleet" },
        property: "keys.a",
        found: "1",
      },
      /computed from the whole fleet/,
    ],
  ])("refuses %s, and writes nothing", (_title, found, reason) => {
    const adoption = adoptIn("dev", found);
    expect(adoption.files).toEqual([]);
    expect(adoption.refused.map(({ reason: said }) => said)).toEqual([expect.stringMatching(reason)]);
    expect(JSON.stringify(adoption.refused.map(({ reason: said }) => said))).not.toContain("hunter2");
  });

  it("says that a tier decides the image for all of its agents", () => {
    const project = new Project();
    try {
      project.edit(
        "stacks/tiers.yaml",
        "    stacks: [local, local-*]\n",
        "    stacks: [local, local-*]\n    agentImage: local-stub\n",
      );
      const found = agent("aider", "image", "sutazai/reference-agent:0.1.0");
      expect(adopt(sourcesIn(project.root), "local", [found]).refused).toMatchObject([
        { reason: expect.stringContaining("tier local runs image local-stub") as string },
      ]);
    } finally {
      project.remove();
    }
  });

  it.each([
    ["sutazai-dev-aidr", /nobody declared it.*aider has a name like it/],
    ["sutazai-dev-aider", /aider is declared/],
    ["else", /nobody declared it/],
  ])("explains the stranger %s and writes nothing for it", (name, reason) => {
    const found = {
      subject: { kind: "stranger", name },
      resource: { type: CONTAINER, name },
      property: "exists",
      found: true,
    };
    const adoption = adoptIn("dev", found);
    expect(adoption.files).toEqual([]);
    expect(adoption.refused.map(({ reason: said }) => said)).toEqual([expect.stringMatching(reason)]);
  });

  it("knows a stranger by its former name", () => {
    const project = new Project();
    try {
      project.edit("catalog/agents.yaml", "  - name: aider\n", "  - name: aider\n    formerly: [pair]\n");
      const found = {
        subject: { kind: "stranger", name: "sutazai-dev-pair" },
        resource: { type: CONTAINER, name: "sutazai-dev-pair" },
        property: "exists",
        found: true,
      };
      expect(adopt(sourcesIn(project.root), "dev", [found]).refused).toMatchObject([
        { reason: expect.stringContaining("a former name of aider") as string },
      ]);
    } finally {
      project.remove();
    }
  });

  it("adopts the rest when two replicas of a service want different things", () => {
    const replica = (name: string, found: Json): Adoptable => ({
      ...service("ollama", "memory", found),
      resource: { type: CONTAINER, name },
    });
    const adoption = adoptIn(
      "staging",
      replica("ollama", 3072),
      replica("ollama-2", 4096),
      agent("aider", "memory", 256),
    );
    expect(adoption.adopted.map(({ value }) => value)).toEqual(["3GiB", "256MiB"]);
    expect(adoption.refused).toMatchObject([
      { reason: expect.stringContaining("setting memory does not make it 4096") as string },
    ]);
  });

  it("changes only lines of the agents concerned, keeps every comment, and plans what was found", () => {
    const size = fc.integer({ min: 1, max: 64 }).map((steps) => steps * 16);
    const found = fc.dictionary(fc.constantFrom(...agents), size, { minKeys: 1, maxKeys: 4 });
    fc.assert(
      fc.property(found, (sizes) => {
        const wanted = Object.entries(sizes).map(([name, memory]) => agent(name, "memory", memory));
        const { files, adopted, refused } = adopt(sources, "dev", wanted);
        expect([adopted.length, refused]).toEqual([wanted.length, []]);
        for (const { before, after } of files) {
          const added = after.split("\n").filter((line) => !before.includes(`${line}\n`));
          for (const line of added) expect(line).toMatch(/^ {4}memory: \d+[MG]iB$/);
          const memoryLines = (text: string) => text.replaceAll(/^ {4}memory: .*\n/gm, "");
          expect(memoryLines(after)).toBe(memoryLines(before));
          const patched = {
            list: () => [],
            read: (file: string) =>
              file === "catalog/agents.yaml" ? { file, text: after } : sources.read(file),
          };
          const { plan } = checkSources(patched, "dev");
          for (const each of plan.agents) expect(each.sizing.memory.value).toBe(sizes[each.name] ?? 128);
        }
      }),
      { numRuns: 6 },
    );
  });
});

describe("the patch", () => {
  it("is one that git applies, and gives what --write writes", () => {
    const project = new Project();
    try {
      const git = (...args: string[]) =>
        execFileSync("git", ["-C", project.root, ...args], { encoding: "utf8" });
      const adoption = adopt(sourcesIn(project.root), "dev", [
        agent("autogpt", "memory", 512),
        agent("planning-agent-that-is-not", "memory", 512),
        service("ollama", "memory", 3072),
      ]);
      expect(adoption.refused).toHaveLength(1);
      const patch = unifiedDiff(adoption.files);
      git("init", "-q");
      writeFileSync(join(project.root, "adopt.patch"), patch);
      git("apply", "--check", "adopt.patch");
      git("apply", "adopt.patch");
      const applied = adoption.files.map(({ file }) => project.read(file));
      git("apply", "-R", "adopt.patch");
      writePatched(project.root, adoption.files);
      expect(adoption.files.map(({ file }) => project.read(file))).toEqual(applied);
      expect(readdirSync(join(project.root, "catalog")).filter((name) => name.includes("tmp"))).toEqual([]);
    } finally {
      project.remove();
    }
  });

  it("is not written over what somebody else wrote meanwhile, in any of its files", () => {
    const project = new Project();
    try {
      const { files } = adopt(sourcesIn(project.root), "dev", [
        agent("autogpt", "memory", 512),
        service("ollama", "memory", 3072),
      ]);
      project.edit("catalog/services.yaml", "memory: 2GiB", "memory: 4GiB");
      const before = project.read("catalog/agents.yaml");
      expect(problemsOf(() => writePatched(project.root, files))).toMatchObject([
        { code: "file-changed", place: { file: "catalog/services.yaml" } },
      ]);
      expect(project.read("catalog/agents.yaml")).toBe(before);
    } finally {
      project.remove();
    }
  });

  it("keeps a byte order mark", () => {
    const project = new Project();
    try {
      const file = "catalog/agents.yaml";
      project.write(file, `\ufeff${project.read(file)}`);
      const { files } = adopt(sourcesIn(project.root), "dev", [agent("autogpt", "memory", 512)]);
      writePatched(project.root, files);
      expect(project.read(file).startsWith("\ufeff#")).toBe(true);
    } finally {
      project.remove();
    }
  });

  it("is empty when nothing changes", () => {
    expect(unifiedDiff(adoptIn("dev").files)).toBe("");
  });
});
