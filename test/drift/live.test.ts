import fc from "fast-check";
import { compareContainers, fileKey } from "../../cli/drift/live/compare-containers";
import type { DockerSnapshot } from "../../cli/drift/live/compare-containers";
import { compareConsul } from "../../cli/drift/live/compare-consul";
import type { ConsulSnapshot } from "../../cli/drift/live/consul-snapshot";
import { memoryEnvelope } from "../../cli/drift/live/envelope";
import type { Difference } from "../../cli/drift/model";
import { planRevert } from "../../cli/drift/revert/plan";
import { checkStack } from "../../cli/pipeline";
import { changeText } from "../../cli/reporters/drift-lines";
import { LABEL } from "../../fleet/labels";
import { CONSUL_KEYS, CONSUL_NODE, CONSUL_SERVICE, CONTAINER } from "../../fleet/resource";
import type { ResourceView } from "../../fleet/resource";
import { ROOT } from "../support/project";
import { containerOf, frozen, IMAGE } from "./docker-double";
import type { MutableContainer } from "./docker-double";

const { plan, resources } = checkStack(ROOT, "local");
const [vital, plain, asleep] = [
  plan.agents.find((agent) => agent.running && agent.criticality === "critical"),
  plan.agents.find((agent) => agent.running && agent.criticality !== "critical"),
  plan.agents.find((agent) => !agent.running),
].map((agent) => {
  if (agent === undefined) throw new Error("the catalog has no such agent");
  return agent;
}) as [Agent, Agent, Agent];
type Agent = (typeof plan.agents)[number];

const viewOf = (agent: Agent): ResourceView => {
  const view = resources.find(({ type, name }) => type === CONTAINER && name === agent.name);
  if (view === undefined) throw new Error(`no container of ${agent.name}`);
  return view;
};
const MIB = 1024 * 1024;

function snapshotOf(containers: readonly MutableContainer[], images = [IMAGE]): DockerSnapshot {
  const reference = viewOf(plain).properties["image"] as string;
  return {
    containers: containers.map(frozen),
    images: new Map([[reference, images[0] ?? null]]),
    files: new Map(),
    cpuCount: 4,
  };
}

const digest = (content: string): string => content;
const compare = (agents: readonly Agent[], snapshot: DockerSnapshot): readonly Difference[] =>
  compareContainers(agents.map(viewOf), snapshot, plan, digest).differences;
const lineOf = (one: Difference): string =>
  `${one.class}: ${changeText(one)}${one.interrupts ? " (interrupts)" : ""}`;

/** Differences after one change to the container of an agent. */
function after(agent: Agent, change: (container: MutableContainer) => void): readonly string[] {
  const container = containerOf(viewOf(agent));
  change(container);
  return compare([agent], snapshotOf([container])).map(lineOf);
}

describe("a container as it was declared", () => {
  it.each([
    ["awake", vital],
    ["asleep", asleep],
  ])("differs in nothing (%s)", (_title, agent) => {
    expect(after(agent, () => undefined)).toEqual([]);
  });

  it.each<[string, (container: MutableContainer) => void]>([
    ["in the order of its environment", ({ info }) => info.Config.Env.reverse()],
    ["in how a capability is written", ({ info }) => (info.HostConfig["CapDrop"] = ["all"])],
    ["in no limit of processes, written as 0", ({ info }) => (info.HostConfig["PidsLimit"] = 0)],
    ["in no limit of processes, written as -1", ({ info }) => (info.HostConfig["PidsLimit"] = -1)],
    [
      "in a network's aliases that newer Docker keeps apart",
      ({ info }) => {
        for (const network of Object.values(info.NetworkSettings.Networks)) network.Aliases?.pop();
      },
    ],
    [
      "in the interval of its check for the start, on a Docker Engine that knows none",
      ({ info }) => {
        expect(info.Config["Healthcheck"]).toHaveProperty("StartInterval", 2e9);
        delete (info.Config["Healthcheck"] as { StartInterval?: number }).StartInterval;
      },
    ],
    [
      "in what Docker itself writes",
      (container) => {
        container.changes = [
          { Path: "/etc", Kind: 0 },
          { Path: "/etc/hosts", Kind: 1 },
          { Path: "/dev/console", Kind: 1 },
          { Path: "/sbin", Kind: 1 },
          { Path: "/sbin/docker-init", Kind: 1 },
        ];
      },
    ],
  ])("differs in nothing: not %s", (_title, change) => {
    expect(after(vital, change)).toEqual([]);
  });

  it.each<[string, (container: MutableContainer) => void]>([
    ["noise: cpuSet no set -> all CPUs", ({ info }) => (info.HostConfig["CpusetCpus"] = "0-3")],
    [
      "noise: cpus cpus -> quota",
      ({ info }) => {
        info.HostConfig["CpuQuota"] = Number(info.HostConfig["NanoCpus"]) / 1e4;
        info.HostConfig["NanoCpus"] = 0;
      },
    ],
    [
      "noise: securityOpts no-new-privileges:true -> no-new-privileges",
      ({ info }) => {
        info.HostConfig["SecurityOpt"] = ["no-new-privileges"];
      },
    ],
  ])("is told of noise as noise: %s", (line, change) => {
    expect(after(vital, change)).toEqual([line]);
  });
});

describe("a container that was changed", () => {
  const { memory, memoryStep, memoryMax } = vital.sizing;
  const grown = memory.value + memoryStep.value;
  const set =
    (key: string, value: unknown) =>
    ({ info }: MutableContainer) => {
      info.HostConfig[key] = value;
    };
  const network = plan.naming.network;

  it.each<[string, (container: MutableContainer) => void, readonly string[]]>([
    [
      "stopped",
      ({ info }) => Object.assign(info.State, { Status: "exited", Running: false }),
      ["drifted: running running -> stopped"],
    ],
    [
      "paused",
      ({ info }) => Object.assign(info.State, { Status: "paused", Paused: true }),
      ["drifted: running running -> paused"],
    ],
    [
      "never started",
      ({ info }) => Object.assign(info.State, { Status: "created", Running: false }),
      ["drifted: running running -> created"],
    ],
    [
      "unhealthy",
      ({ info }) => (info.State.Health.Status = "unhealthy"),
      ["in-envelope: health healthy -> unhealthy"],
    ],
    ["CPU shares", set("CpuShares", 7), [`drifted: cpuShares ${vital.sizing.cpuShares.value} -> 7`]],
    ["CPU set", set("CpusetCpus", "0,2"), ["drifted: cpuSet nothing -> 0,2"]],
    ["process limit", set("PidsLimit", 50), ["drifted: pidsLimit nothing -> 50"]],
    [
      "restart policy",
      set("RestartPolicy", { Name: "no", MaximumRetryCount: 0 }),
      ["drifted: restart unless-stopped -> no"],
    ],
    [
      "off its network",
      ({ info }) => (info.NetworkSettings.Networks = {}),
      [`drifted: networksAdvanced.${network} ${vital.name} -> nothing`],
    ],
    [
      "on another network",
      ({ info }) => (info.NetworkSettings.Networks["bridge"] = { Aliases: null }),
      ["unmanaged: networksAdvanced.bridge nothing -> none"],
    ],
    [
      "another alias",
      ({ info }) => (info.NetworkSettings.Networks = { [network]: { Aliases: ["evil"] } }),
      [`drifted: networksAdvanced.${network} ${vital.name} -> evil (interrupts)`],
    ],
    ["renamed", ({ info }) => (info.Name = "/renamed"), [`drifted: name ${vital.containerName} -> renamed`]],
    ["writable", set("ReadonlyRootfs", false), ["drifted: readOnly true -> nothing (interrupts)"]],
    ["privileged", set("Privileged", true), ["drifted: privileged nothing -> true (interrupts)"]],
    [
      "more rights",
      set("CapAdd", ["CAP_NET_ADMIN"]),
      ["drifted: capabilities.adds nothing -> NET_ADMIN (interrupts)"],
    ],
    [
      "new privileges",
      set("SecurityOpt", null),
      ["drifted: securityOpts no-new-privileges:true -> nothing (interrupts)"],
    ],
    ["the host's processes", set("PidMode", "host"), ["drifted: pidMode nothing -> host (interrupts)"]],
    [
      "a published port",
      set("PortBindings", { "8080/tcp": [{ HostIp: "", HostPort: "80" }] }),
      ["drifted: ports nothing -> :80->8080/tcp (interrupts)"],
    ],
    [
      "Docker's socket",
      ({ info }) =>
        info.Mounts.push({
          Type: "bind",
          Source: "/var/run/docker.sock",
          Destination: "/s",
          RW: true,
          Mode: "",
        }),
      ["drifted: volumes./s nothing -> /var/run/docker.sock (writable) (interrupts)"],
    ],
    [
      "another command",
      ({ info }) => (info.Config["Cmd"] = ["/bin/sh"]),
      ["drifted: command /bin/httpd, -f -> /bin/sh (interrupts)"],
    ],
    [
      "another user",
      ({ info }) => (info.Config["User"] = "0"),
      [`drifted: user ${vital.image.user} -> 0 (interrupts)`],
    ],
    [
      "another interval of its check for the start",
      ({ info }) => Object.assign(info.Config["Healthcheck"] as object, { StartInterval: 30e9 }),
      ["drifted: healthcheck.startInterval 2s -> 30s (interrupts)"],
    ],
    [
      "no health check",
      ({ info }) => (info.Config["Healthcheck"] = undefined),
      [
        ...["interval", "retries", "startPeriod", "tests", "timeout"].map(
          (part) => expect.stringMatching(`^drifted: healthcheck.${part} `) as unknown as string,
        ),
      ],
    ],
    [
      "another label",
      ({ info }) => (info.Config.Labels[LABEL.pool] = "x"),
      [`drifted: labels.${LABEL.pool} hot -> x (interrupts)`],
    ],
    [
      "another log driver",
      set("LogConfig", { Type: "syslog", Config: {} }),
      [
        "drifted: logDriver json-file -> syslog (interrupts)",
        ...["max-file", "max-size"].map(
          (key) => expect.stringMatching(`^drifted: logOpts.${key} `) as unknown as string,
        ),
      ],
    ],
    [
      "a file",
      (container) =>
        (container.changes = [
          { Path: "/etc", Kind: 0 },
          { Path: "/etc/evil", Kind: 1 },
        ]),
      ["drifted: files none -> added /etc/evil (interrupts)"],
    ],
    [
      "memory within its envelope",
      ({ info }) => Object.assign(info.HostConfig, { Memory: grown * MIB, MemorySwap: grown * MIB }),
      [
        `in-envelope: memory ${memory.value} MiB -> ${grown} MiB`,
        `in-envelope: memorySwap ${memory.value} MiB -> ${grown} MiB`,
      ],
    ],
    [
      "memory between two steps",
      ({ info }) =>
        Object.assign(info.HostConfig, { Memory: (grown - 1) * MIB, MemorySwap: (grown - 1) * MIB }),
      [
        `drifted: memory ${memory.value} MiB -> ${grown - 1} MiB`,
        `drifted: memorySwap ${memory.value} MiB -> ${grown - 1} MiB`,
      ],
    ],
    [
      "memory with swap",
      ({ info }) => Object.assign(info.HostConfig, { Memory: grown * MIB, MemorySwap: -1 }),
      [
        `drifted: memory ${memory.value} MiB -> ${grown} MiB`,
        `drifted: memorySwap ${memory.value} MiB -> -1 MiB`,
      ],
    ],
    [
      "memory above its maximum",
      ({ info }) =>
        Object.assign(info.HostConfig, {
          Memory: (memoryMax.value + memoryStep.value) * MIB,
          MemorySwap: (memoryMax.value + memoryStep.value) * MIB,
        }),
      [expect.stringMatching("^drifted: memory "), expect.stringMatching("^drifted: memorySwap ")],
    ],
  ])("is told of it: %s", (_title, change, lines) => {
    expect(after(vital, change)).toEqual(lines);
  });

  it("never shows what may be a secret", () => {
    const planted = "hunter2-planted";
    const shown = after(vital, ({ info }) => {
      info.Config.Env.push(`DB_PASSWORD=${planted}`, `NOTE=${planted}`);
      info.Config.Env = info.Config.Env.map((line) =>
        line.startsWith("AGENT_NAME=") ? `AGENT_NAME=postgres://u:${planted}@h/` : line,
      );
      info.Config.Labels["token"] = planted;
    });
    expect(shown.length).toBeGreaterThanOrEqual(3);
    expect(shown.join("\n")).not.toContain(planted);
  });

  it("tells another image under the same tag, also where the tag is gone", () => {
    const container = containerOf(viewOf(vital));
    container.info.Image = `sha256:${"b".repeat(64)}`;
    expect(
      compare([vital], snapshotOf([container])).map(({ property, reason }) => `${property} ${reason}`),
    ).toEqual(["imageId another image under the same tag"]);
    const { notLooked, differences } = compareContainers(
      [viewOf(vital)],
      { ...snapshotOf([container]), images: new Map() },
      plan,
      digest,
    );
    expect(differences).toEqual([]);
    expect(notLooked).toHaveLength(1);
  });
});

describe("what brings a service its files", () => {
  const loader = resources.find(({ properties }) => Array.isArray(properties["uploads"]));
  if (loader === undefined) throw new Error("stack local has no service with files");
  const [upload, ...others] = loader.properties["uploads"] as { file: string; content: string }[];
  if (upload === undefined) throw new Error("no file");
  const lines = (content: string | null, change: (container: MutableContainer) => void = () => undefined) => {
    const container = containerOf(loader);
    container.changes = [upload, ...others].map(({ file }) => ({ Path: file, Kind: 1 }));
    change(container);
    const key = (file: string) => fileKey(container.info.Id, file);
    const files = new Map<string, string | null>(others.map((one) => [key(one.file), one.content]));
    files.set(key(upload.file), content);
    const images = new Map([[loader.properties["image"] as string, IMAGE]]);
    const snapshot = { ...snapshotOf([container]), images, files };
    return compareContainers([loader], snapshot, plan, digest).differences.map(lineOf);
  };

  it("differs in nothing while its files are as declared", () => {
    expect(lines(upload.content)).toEqual([]);
  });

  it("is told of another content, of none, and of more", () => {
    expect(lines("other")).toEqual([
      expect.stringMatching(`^drifted: files.${upload.file} sha256:.* -> sha256:other$`),
    ]);
    expect(lines(null)).toEqual([
      expect.stringMatching(`^drifted: files.${upload.file} sha256:.* -> nothing$`),
    ]);
    expect(lines(upload.content, ({ changes }) => changes?.push({ Path: "/bin/evil", Kind: 1 }))).toEqual([
      "drifted: files none -> added /bin/evil",
    ]);
  });

  it("is never to run", () => {
    const run = ({ info }: MutableContainer) =>
      Object.assign(info.State, { Status: "running", Running: true });
    expect(lines(upload.content, run)).toEqual(["drifted: running asleep -> running"]);
  });
});

describe("the envelope of memory", () => {
  const { memory, memoryStep, memoryMax } = plain.sizing;
  const within = (now: number, swap: number): boolean =>
    memoryEnvelope(
      plain,
      new Map([
        ["memory", { value: now }],
        ["memorySwap", { value: swap }],
      ]),
    ) !== null;

  it("is whole steps between start and maximum, without swap", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 * memoryMax.value }), (now) => {
        const step = (now - memory.value) / memoryStep.value;
        const expected = now > memory.value && now <= memoryMax.value && Number.isInteger(step);
        expect(within(now, now)).toBe(expected);
        expect(within(now, now + 1)).toBe(false);
      }),
      {
        numRuns: 200,
        examples: [
          [memory.value],
          [memory.value + memoryStep.value],
          [memoryMax.value],
          [memoryMax.value + memoryStep.value],
        ],
      },
    );
    expect(within(memory.value + memoryStep.value, memory.value + memoryStep.value)).toBe(true);
  });
});

describe("who is who", () => {
  it("a sleeping agent may be awake, but not paused", () => {
    expect(
      after(asleep, ({ info }) => Object.assign(info.State, { Status: "running", Running: true })),
    ).toEqual(["in-envelope: running asleep -> running"]);
    expect(after(asleep, ({ info }) => Object.assign(info.State, { Status: "exited" }))).toEqual([]);
    expect(after(asleep, ({ info }) => Object.assign(info.State, { Status: "paused" }))).toEqual([
      "drifted: running asleep -> paused",
    ]);
  });

  it("a stranger in the name of an agent hides nothing of the others", () => {
    const stranger = containerOf(viewOf(vital));
    stranger.info.Config.Labels = {};
    const other = containerOf(viewOf(plain), "2".repeat(64));
    other.info.HostConfig["CpuShares"] = 7;
    const found = compare([vital, plain], snapshotOf([stranger, other]));
    expect(
      found.map((one) => `${one.subject.kind} ${one.subject.name} ${one.property} ${one.class}`),
    ).toEqual([
      `agent ${vital.name} exists drifted`,
      `agent ${plain.name} cpuShares drifted`,
      `stranger ${vital.containerName} exists unmanaged`,
    ]);
  });

  it("two that swapped their names are both found, and a copy is a stranger", () => {
    const [a, b, copy] = [
      containerOf(viewOf(vital)),
      containerOf(viewOf(plain), "2".repeat(64)),
      containerOf(viewOf(plain), "3".repeat(64)),
    ];
    [a.info.Name, b.info.Name, copy.info.Name] = [b.info.Name, a.info.Name, "/copy"];
    expect(compare([vital, plain], snapshotOf([a, b])).map(lineOf)).toEqual([
      `drifted: name ${vital.containerName} -> ${plain.containerName}`,
      `drifted: name ${plain.containerName} -> ${vital.containerName}`,
    ]);
    expect(compare([plain], snapshotOf([containerOf(viewOf(plain)), copy])).map((one) => one.class)).toEqual([
      "unmanaged",
    ]);
  });

  it("what was set aside is noise while it is stopped", () => {
    const aside = containerOf(viewOf(plain), "2".repeat(64));
    Object.assign(aside.info, {
      Name: "/set-aside-x-222",
      State: { ...aside.info.State, Status: "exited", Running: false },
    });
    const classes = () =>
      compare([plain], snapshotOf([containerOf(viewOf(plain)), aside])).map((one) => one.class);
    expect(classes()).toEqual(["noise"]);
    aside.info.State.Status = "running";
    expect(classes()).toEqual(["unmanaged"]);
  });
});

describe("Consul", () => {
  const views = resources.filter(
    ({ type, name }) =>
      [CONSUL_NODE, CONSUL_KEYS].includes(type) || (type === CONSUL_SERVICE && name === plain.name),
  );
  const { registration, name, class: kind, owner, pool } = plain;

  function clean() {
    const keys = views.flatMap(
      ({ properties }) => (properties["keys"] ?? []) as { path: string; value: string }[],
    );
    return {
      node: {
        Address: "127.0.0.1",
        Meta: {
          "external-node": "true",
          "external-probe": "true",
          fleet: plan.fleet,
          stack: plan.stack,
        },
      },
      services: [
        {
          ID: registration.serviceId,
          Service: registration.serviceName,
          Address: registration.address,
          Port: registration.port,
          Tags: [...registration.tags],
          Meta: { agent: name, class: kind, owner, pool },
          Weights: { Passing: registration.weight, Warning: 1 },
        },
      ],
      checks: [
        { CheckID: "externalNodeHealth", Name: "probe", Status: "passing", ServiceID: "" },
        {
          CheckID: registration.check.id,
          Name: "ready",
          Status: "passing",
          ServiceID: registration.serviceId,
          Definition: {
            HTTP: registration.check.url,
            Method: "GET",
            Interval: `${registration.check.interval}s`,
            Timeout: `${registration.check.timeout}s`,
            TLSSkipVerify: false,
            DeregisterCriticalServiceAfter: "0s",
          },
        },
      ],
      keys: new Map(keys.map(({ path, value }) => [path, value])),
    } satisfies ConsulSnapshot;
  }
  type Snapshot = ReturnType<typeof clean>;
  const lines = (change: (snapshot: Snapshot) => void): readonly string[] => {
    const snapshot = clean();
    change(snapshot);
    return compareConsul(views, snapshot, plan).map(lineOf);
  };
  const [service, check] = [
    (s: Snapshot) => s.services[0] as Snapshot["services"][number],
    (s: Snapshot) => s.checks[1] as Snapshot["checks"][number],
  ];

  it("differs in nothing when it is as declared, whatever the checks say", () => {
    expect(lines(() => undefined)).toEqual([]);
    expect(lines((s) => (check(s).Status = "critical"))).toEqual([]);
  });

  it.each<[string, (snapshot: Snapshot) => void, readonly string[]]>([
    ["gone", (s) => (s.services = []), ["drifted: is missing"]],
    ["another port", (s) => (service(s).Port = 1), [`drifted: port ${registration.port} -> 1`]],
    [
      "another address",
      (s) => (service(s).Address = "evil"),
      [`drifted: address ${registration.address} -> evil`],
    ],
    [
      "another tag",
      (s) => (service(s).Tags = ["x"]),
      [`drifted: tags ${[...registration.tags].sort().join(", ")} -> x`],
    ],
    ["tags in another order", (s) => service(s).Tags.reverse(), [expect.stringMatching("^noise: tags ")]],
    [
      "another weight",
      (s) => (service(s).Weights.Passing = 1),
      [`drifted: weights.passing ${registration.weight} -> 1`],
    ],
    ["another owner", (s) => (service(s).Meta["owner"] = "x"), [`drifted: meta.owner ${owner} -> x`]],
    [
      "another check",
      (s) => Object.assign(check(s), { Definition: { ...check(s).Definition, HTTP: "http://evil/" } }),
      [`drifted: checks.${registration.check.id}.http ${registration.check.url} -> http://evil/`],
    ],
    [
      "a stranger",
      (s) => s.services.push({ ...service(s), ID: "stray" }),
      [
        `unmanaged: nobody declared it: ${registration.serviceName} at ${registration.address}:${registration.port}`,
      ],
    ],
    [
      "another key",
      (s) => s.keys.set(`${plan.naming.keyPrefix}/version`, "secret"),
      [`drifted: keys.${plan.naming.keyPrefix}/version ${plan.schemaVersion} -> (another value)`],
    ],
    [
      "a key gone",
      (s) => s.keys.delete(`${plan.naming.keyPrefix}/version`),
      [`drifted: keys.${plan.naming.keyPrefix}/version ${plan.schemaVersion} -> nothing`],
    ],
    [
      "a key that nobody declared, whose value may be a secret",
      (s) => s.keys.set(`${plan.naming.keyPrefix}/pools/old`, "secret"),
      ["unmanaged: nobody declared it: (a key)"],
    ],
    ["a folder of Consul's page", (s) => s.keys.set(`${plan.naming.keyPrefix}/pools/`, ""), []],
    [
      "the node's marks",
      (s) => (s.node.Meta["external-probe"] = "false"),
      ["drifted: meta.external-probe true -> false"],
    ],
  ])("tells of it: %s", (_title, change, expected) => {
    expect(lines(change)).toEqual(expected);
  });

  it("is mended by registering again, with the health that is known", () => {
    const snapshot = clean();
    service(snapshot).Port = 1;
    snapshot.services.push({ ...service(snapshot), ID: "stray" });
    // Nobody can tell whose a key is: none is removed.
    snapshot.keys.set(`${plan.naming.keyPrefix}/stray`, "1");
    const differences = compareConsul(views, snapshot, plan);
    const actions = planRevert(differences, { docker: snapshotOf([]), consul: snapshot }, plan, resources, {
      allowInterrupt: false,
      noEngine: "no",
    });
    expect(actions).toMatchObject([
      { step: { do: "deregister", body: { ServiceID: "stray" } }, withheld: null },
      {
        step: {
          do: "register",
          body: { Service: { Port: registration.port }, Checks: [{ Status: "passing" }] },
        },
        withheld: null,
      },
    ]);
  });
});

describe("what mends it", () => {
  const consul: ConsulSnapshot = { node: null, services: [], checks: [], keys: new Map() };
  const actionsAfter = (
    agent: Agent,
    change: (container: MutableContainer) => void,
    allowInterrupt = false,
    noEngine: string | null = null,
  ) => {
    const container = containerOf(viewOf(agent));
    change(container);
    const snapshot = snapshotOf([container]);
    return planRevert(compare([agent], snapshot), { docker: snapshot, consul }, plan, resources, {
      allowInterrupt,
      noEngine,
    });
  };
  const tell = (actions: ReturnType<typeof actionsAfter>) =>
    actions.map(
      ({ step, interrupts, withheld }) =>
        `${step.do}${interrupts ? " interrupts" : ""}${withheld === null ? "" : " withheld"}`,
    );

  it.each<[string, (container: MutableContainer) => void, readonly string[]]>([
    ["paused", ({ info }) => Object.assign(info.State, { Status: "paused" }), ["unpause"]],
    ["stopped", ({ info }) => Object.assign(info.State, { Status: "exited", Running: false }), ["start"]],
    [
      "limits",
      ({ info }) => Object.assign(info.HostConfig, { CpuShares: 7, PidsLimit: 50, CpusetCpus: "0" }),
      ["update"],
    ],
    ["off its network", ({ info }) => (info.NetworkSettings.Networks = {}), ["connect"]],
    [
      "on another",
      ({ info }) => (info.NetworkSettings.Networks["bridge"] = { Aliases: null }),
      ["disconnect"],
    ],
    ["renamed", ({ info }) => (info.Name = "/x"), ["rename"]],
    [
      "a file",
      (container) => (container.changes = [{ Path: "/evil", Kind: 1 }]),
      ["remove interrupts withheld"],
    ],
    [
      "memory within its envelope",
      ({ info }) =>
        Object.assign(info.HostConfig, {
          Memory: (vital.sizing.memory.value + vital.sizing.memoryStep.value) * MIB,
          MemorySwap: (vital.sizing.memory.value + vital.sizing.memoryStep.value) * MIB,
        }),
      [],
    ],
  ])("of a vital agent: %s", (_title, change, expected) => {
    expect(tell(actionsAfter(vital, change))).toEqual(expected);
  });

  it("interrupts what is vital only when it may, and others at once", () => {
    const change = (container: MutableContainer) => {
      container.changes = [{ Path: "/evil", Kind: 1 }];
      container.info.HostConfig["CpuShares"] = 7;
    };
    // What can be mended without a stop is mended all the same.
    expect(tell(actionsAfter(vital, change))).toEqual(["remove interrupts withheld", "update"]);
    expect(tell(actionsAfter(vital, change, true))).toEqual(["remove interrupts"]);
    expect(tell(actionsAfter(plain, change))).toEqual(["remove interrupts"]);
    expect(tell(actionsAfter(plain, change, false, "no engine"))).toEqual([
      "remove interrupts withheld",
      "update",
    ]);
  });

  it("puts limits back to what was declared, and takes back those that were never declared", () => {
    const [action] = actionsAfter(plain, ({ info }) =>
      Object.assign(info.HostConfig, {
        Memory: 1,
        PidsLimit: 5,
        CpusetCpus: "1",
        CpuShares: 1,
        RestartPolicy: { Name: "no" },
      }),
    );
    const { memory, memoryReservation, cpuShares } = plain.sizing;
    expect(action?.step).toEqual({
      do: "update",
      id: "1".repeat(64),
      limits: {
        Memory: memory.value * MIB,
        MemorySwap: memory.value * MIB,
        MemoryReservation: Math.min(memoryReservation.value, memory.value) * MIB,
        CpuShares: cpuShares.value,
        CpusetCpus: "0-3",
        PidsLimit: -1,
        RestartPolicy: { Name: "unless-stopped", MaximumRetryCount: 0 },
      },
    });
  });

  it("replaces what stands in the name and is not what the engine made", () => {
    const snapshot = snapshotOf([containerOf(viewOf(plain))]);
    const [gone] = compare([plain], snapshotOf([])).map((one) => ({
      ...one,
      witnesses: ["engine" as const],
    }));
    if (gone === undefined) throw new Error("nothing is missing");
    const actions = planRevert([gone], { docker: snapshot, consul }, plan, resources, {
      allowInterrupt: false,
      noEngine: null,
    });
    expect(tell(actions)).toEqual(["remove interrupts"]);
  });

  it("sets a stranger aside before anything else, and deletes nobody's container", () => {
    const stranger = containerOf(viewOf(vital));
    stranger.info.Config.Labels = {};
    const snapshot = snapshotOf([stranger]);
    const actions = planRevert(compare([vital], snapshot), { docker: snapshot, consul }, plan, resources, {
      allowInterrupt: false,
      noEngine: null,
    });
    expect(actions.map(({ step }) => step)).toEqual([
      {
        do: "set-aside",
        id: "1".repeat(64),
        to: `set-aside-${vital.containerName}-111111111111`,
        stop: true,
      },
      { do: "engine" },
    ]);
  });
});
