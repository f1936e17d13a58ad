import { engineDifferences } from "../../cli/drift/engine-witness";
import type { EngineContext } from "../../cli/drift/engine-witness";
import { joinDifferences } from "../../cli/drift/model";
import type { Difference } from "../../cli/drift/model";
import type { Outcome, Properties, Step } from "../../cli/engine/events";
import { CONTAINER } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import { recordedOutcome } from "../support/recordings";

const RUNNING = { start: true, mustRun: true };
const view = (name: string, properties: ResourceView["properties"], type = CONTAINER): ResourceView => ({
  ...{ type, name, properties, options: {} },
});

/** Plain values under their own name, and each key of a mapping after a dot. */
function factsOf(_type: string, properties: Readonly<Record<string, PropertyValue>>) {
  const facts = new Map<string, { value: string | number }>();
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "string" || typeof value === "number") facts.set(name, { value });
    else if (typeof value === "object" && value !== null && !Array.isArray(value))
      for (const [key, inner] of Object.entries(value as Record<string, string>))
        facts.set(`${name}.${key}`, { value: inner });
  }
  return facts;
}

const context = (...resources: ResourceView[]): EngineContext => ({
  resources,
  subjectOf: ({ name }) => ({ kind: "agent", name, place: null, vital: false }),
  factsOf,
  shown: (_property, declared, found) => ({ declared, found }),
  interrupts: (_type, property) => !["memory", "cpuShares"].includes(property),
});

/** One line a difference, without words. */
const lines = (differences: readonly Difference[]): string[] =>
  differences.map(({ resource, property, class: kind }) => `${resource.name} ${property} ${kind}`).sort();

describe("the recordings of the official engine", () => {
  const names =
    "stop pause rm rerun mem memres shares cpus cpuset pids restartpol netoff neton rename tmpfile retag restart cold-start cold-rm untouched".split(
      " ",
    );
  const declared = context(
    ...names.map((name) => view(name, name.startsWith("cold") ? { start: false, mustRun: false } : RUNNING)),
  );
  const seen = (file: string) => lines(engineDifferences(recordedOutcome(file), declared));

  it("show every kind of tampering that the refresh sees, and call it drift", () => {
    expect(seen("docker-tampering/events-tampered.jsonl")).toEqual([
      "cold-rm exists drifted",
      "cpus cpus drifted",
      "cpuset cpuSet drifted",
      "mem memory drifted",
      "mem memorySwap drifted",
      "memres memoryReservation drifted",
      "rename name drifted",
      "rerun exists drifted",
      "restartpol restart drifted",
      "rm exists drifted",
      "shares cpuShares drifted",
      "stop running drifted",
    ]);
  });

  it("show none of the kinds that the refresh does not see: for these there is the live witness", () => {
    const unseen = [
      "pause",
      "pids",
      "netoff",
      "neton",
      "tmpfile",
      "retag",
      "restart",
      "cold-start",
      "untouched",
    ];
    const found = seen("docker-tampering/events-tampered.jsonl");
    expect(found.filter((line) => unseen.includes(line.split(" ")[0] ?? ""))).toEqual([]);
  });

  it.each(["docker-tampering/events-clean.jsonl", "docker/events-clean.jsonl", "consul/events-clean.jsonl"])(
    "%s is clean",
    (file) => {
      expect(seen(file)).toEqual([]);
    },
  );

  it("show what the engine could not mend", () => {
    expect(seen("docker-tampering/events-after-mend.jsonl")).toEqual(["cpuset cpuSet drifted"]);
  });

  it("show drift of the first recording of Docker", () => {
    const full = context(...["full-0", "full-1", "full-2"].map((name) => view(name, RUNNING)));
    expect(lines(engineDifferences(recordedOutcome("docker/events-drifted.jsonl"), full))).toEqual([
      "cold-a exists drifted",
      "full-0 ports drifted",
      "full-0 running drifted",
      "full-1 memory drifted",
      "full-1 memorySwap drifted",
      "full-2 ports drifted",
    ]);
  });

  it("show drift of Consul", () => {
    expect(seen("consul/events-drifted.jsonl")).toEqual([
      "agent-01 exists drifted",
      "agent-02 port drifted",
      "cfg keys drifted",
    ]);
  });

  it("tell that a container which has to run is stopped, though they hold no values", () => {
    const found = engineDifferences(recordedOutcome("docker-tampering/events-tampered.jsonl"), declared);
    expect(found.find(({ resource }) => resource.name === "stop")).toMatchObject({
      property: "running",
      ...{ declared: "running", found: "stopped", last: "running" },
    });
  });
});

describe("events with values", () => {
  const urn = (name: string) => `urn:pulumi:dev::fleet::${CONTAINER}::${name}`;
  const step = (name: string, op: string, more: Partial<Step> = {}): Step => ({
    ...{ op, urn: urn(name), type: CONTAINER, diff: {}, gone: false, before: null, after: null },
    ...more,
  });
  const outcome = (refreshed: Step[], steps: Step[]): Outcome => ({
    ...{ refreshed, steps, changes: {}, errors: [], plugins: {} },
  });
  /** A property in three states: what is declared, what the refresh found, and what the state had. */
  function three(declared: Properties, found: Properties, last: Properties, properties: readonly string[]) {
    const diffOf = (a: Properties, b: Properties) =>
      Object.fromEntries(
        properties
          .filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]))
          .map((name) => [name, "update"]),
      );
    const wanted = diffOf(declared, found);
    return engineDifferences(
      outcome(
        [step("a", "refresh", { before: last, after: found, diff: diffOf(last, found) })],
        [
          step("a", Object.keys(wanted).length === 0 ? "same" : "update", {
            before: found,
            after: declared,
            diff: wanted,
          }),
        ],
      ),
      context(view("a", { ...RUNNING, ...declared })),
    );
  }
  const memory = (declared: number, found: number, last: number) =>
    three({ memory: declared }, { memory: found }, { memory: last }, ["memory"]);

  it.each([
    ["drifted", 128, 256, 128],
    ["pending", 256, 128, 128],
    ["both", 256, 512, 128],
    // Somebody already gave it what the declaration says by now: nothing is left to change but the state.
    ["noise", 256, 256, 128],
  ])("are %s when %d MiB are declared, %d run and %d were deployed", (kind, declared, found, last) => {
    expect(memory(declared, found, last)).toMatchObject([
      { property: "memory", class: kind, declared, found, last },
    ]);
  });

  it("are nothing when all three say the same", () => {
    expect(memory(128, 128, 128)).toEqual([]);
  });

  it("name each key of a mapping alone", () => {
    const found = three(
      { labels: { owner: "data", pool: "hot" } },
      { labels: { owner: "else", pool: "hot" } },
      { labels: { owner: "data", pool: "hot" } },
      ["labels"],
    );
    expect(found).toMatchObject([
      { property: "labels.owner", declared: "data", found: "else", class: "drifted" },
    ]);
  });

  it("show no value of a property that drift does not compare", () => {
    const found = three({ odd: [1] }, { odd: [2] }, { odd: [1] }, ["odd"]);
    expect(found).toMatchObject([{ property: "odd", declared: null, found: null, class: "drifted" }]);
  });

  it("say what interrupts: what replaces a container that runs", () => {
    const interrupting = (properties: string) =>
      three({ [properties]: "1" }, { [properties]: "2" }, { [properties]: "1" }, [properties])[0]?.interrupts;
    expect([interrupting("memory"), interrupting("image")]).toEqual([false, true]);
  });

  it("call what is new or no longer declared pending, and what is gone on both sides nothing", () => {
    const found = engineDifferences(
      outcome(
        [step("gone", "refresh", { gone: true })],
        [step("new", "create"), step("old", "delete", { before: { name: "fleet-old" } })],
      ),
      context(view("new", RUNNING)),
    );
    expect(lines(found)).toEqual(["new exists pending", "old exists pending"]);
    expect(found[1]).toMatchObject({ declared: null, found: true, resource: { physical: "fleet-old" } });
  });

  it("leave out components, providers and the stack itself", () => {
    const types = ["pulumi:pulumi:Stack", "pulumi:providers:docker", "sutazai:fleet:Agent"];
    const steps = types.map((type) => ({
      ...step("x", "update", { diff: { a: "update" } }),
      type,
      urn: `u::${type}::x`,
    }));
    expect(engineDifferences(outcome([], steps), context())).toEqual([]);
  });

  it("join with the live witness: each place once, its class from who knows the state", () => {
    const engine = memory(256, 512, 128);
    const live: Difference[] = engine.map((each) => ({
      ...each,
      witnesses: ["live"],
      class: "drifted",
      last: null,
    }));
    expect(joinDifferences(live, engine)).toMatchObject([
      { property: "memory", class: "both", last: 128, witnesses: ["live", "engine"] },
    ]);
  });
});
