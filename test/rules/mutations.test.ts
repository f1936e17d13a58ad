import { UNKNOWN } from "../../fleet/resource";
import type { ResourceOptions, ResourceView } from "../../fleet/resource";
import { TIERS } from "../../fleet/tier";
import { evaluate } from "../../policies/evaluate";
import { RULES } from "../../policies/rules";
import { expectedIn } from "./cases";
import { goodContainer, goodContainerIn, goodServiceContainer, goodSleeper } from "./good";
import type { Changes } from "./good";

const OF_CONTAINERS = RULES.filter((rule) => rule.scope === "resource" && rule.id.startsWith("container-"));

/** For every rule the changes of the good container that only it, or it first of all, has to stop. */
const MUTATIONS: Readonly<Record<string, readonly (readonly [Changes, ResourceOptions?])[]>> = {
  "container-confined": [[{ securityOpts: ["no-new-privileges:true", "seccomp=unconfined"] }]],
  "container-cpu-cap": [[{ cpus: undefined }], [{ cpus: "2" }]],
  "container-cpu-priority": [[{ cpuShares: undefined }], [{ cpuShares: 2 }]],
  "container-health-check-contract": [
    [
      {
        healthcheck: {
          tests: ["CMD", "node", "-e", "fetch('http://127.0.0.1:8080/health')"],
          interval: "15s",
          timeout: "5s",
          startPeriod: "1m0s",
          retries: 3,
        },
      },
    ],
  ],
  "container-health-check-not-tcp": [[{ healthcheck: { tests: ["CMD", "nc", "-z", "127.0.0.1", "8080"] } }]],
  "container-health-check-present": [[{ healthcheck: undefined }], [{ healthcheck: { tests: ["NONE"] } }]],
  "container-health-check-runnable": [
    [{ healthcheck: { tests: ["CMD", "curl", "-f", "http://127.0.0.1:8080/healthz"] } }],
  ],
  "container-host-mounts": [[{ volumes: [{ hostPath: "/srv", containerPath: "/srv", readOnly: true }] }]],
  "container-ignore-changes": [[{}, { ignoreChanges: ["image"] }]],
  "container-image-declared": [[{ image: undefined }], [{ image: `other:1@sha256:${"a".repeat(64)}` }]],
  "container-image-pinned": [[{ image: undefined }], [{ image: "sutazai/reference-agent:latest" }]],
  "container-init": [[{ init: undefined }], [{ init: false }]],
  "container-labels": [[{ labels: undefined }], [{ labels: [] }]],
  "container-log-rotation": [[{ logDriver: undefined }], [{ logOpts: undefined }]],
  "container-memory-limit": [[{ memory: undefined }], [{ memory: 4096 }]],
  "container-memory-reservation": [[{ memoryReservation: undefined }], [{ memoryReservation: 129 }]],
  "container-memory-swap": [[{ memorySwap: undefined }], [{ memorySwap: 256 }]],
  "container-models-tagged": [[{ envs: ["FLEET_MODELS=tinyllama"] }]],
  "container-no-anonymous-access": [[{ image: `prom/prometheus:v3.5.0@sha256:${"a".repeat(64)}` }]],
  "container-no-capabilities": [[{ capabilities: undefined }], [{ capabilities: { drops: [] } }]],
  "container-no-devices": [[{ devices: [{ hostPath: "/dev/sda" }] }]],
  "container-no-docker-socket": [
    [{ volumes: [{ hostPath: "/var/run/docker.sock", containerPath: "/var/run/docker.sock" }] }],
  ],
  "container-no-host-namespace": [[{ networkMode: "host" }], [{ pidMode: "host" }]],
  "container-no-host-ports": [[{ ports: [{ internal: 8080, external: 8080 }] }]],
  "container-no-new-privileges": [[{ securityOpts: undefined }], [{ securityOpts: [] }]],
  "container-no-secrets-in-environment": [[{ envs: ["DB_PASSWORD=hunter2"] }]],
  "container-not-privileged": [[{ privileged: true }]],
  "container-not-root": [[{ user: undefined }], [{ user: "0:0" }]],
  "container-read-only-root": [[{ readOnly: undefined }], [{ readOnly: false }]],
  "container-restart-policy": [[{ restart: undefined }], [{ restart: "no" }]],
  "container-running-state": [[{ wait: undefined }], [{ mustRun: false }]],
  "container-stop-timeout": [[{ stopTimeout: undefined }], [{ stopTimeout: 10 }]],
};

describe("the good containers", () => {
  it.each(TIERS)("keep every rule in %s", (tier) => {
    expect(evaluate([goodContainerIn(tier)], expectedIn(tier), OF_CONTAINERS).findings).toEqual([]);
  });

  it.each([
    ["hot agent", goodContainer()],
    ["warm agent", goodSleeper()],
    ["service", goodServiceContainer()],
  ])("keep every rule: the %s of prod", (_title, container) => {
    expect(evaluate([container], expectedIn("prod"), OF_CONTAINERS).findings).toEqual([]);
  });

  it("of prod passes every rule, none of them by not looking", () => {
    const { rules } = evaluate([goodContainer()], expectedIn("prod"), OF_CONTAINERS);
    expect(rules.filter((rule) => rule.passed !== 1)).toEqual([]);
  });
});

describe("every rule about containers", () => {
  it("has a mutation, and no mutation is of another", () => {
    expect(Object.keys(MUTATIONS).sort()).toEqual(OF_CONTAINERS.map((rule) => rule.id).sort());
  });

  describe.each(Object.entries(MUTATIONS))("%s", (id, mutations) => {
    const rule = OF_CONTAINERS.filter((each) => each.id === id);
    it.each(TIERS.flatMap((tier) => mutations.map((mutation) => [tier, mutation] as const)))(
      "fails in %s with %j",
      (tier, [changes, options = {}]) => {
        const container: ResourceView = { ...goodContainerIn(tier, changes), options };
        const [result] = evaluate([container], expectedIn(tier), rule).rules;
        expect(result).toMatchObject({ notEvaluated: 0, passed: 0 });
        expect(result?.failed).toBeGreaterThan(0);
      },
    );
  });

  it("says that it did not look when nothing is known, and never that all is well", () => {
    const good = goodContainer();
    const properties: Record<string, typeof UNKNOWN> = Object.fromEntries(
      Object.keys(good.properties).map((key) => [key, UNKNOWN] as const),
    );
    const { rules } = evaluate([{ ...good, properties }], expectedIn("prod"), OF_CONTAINERS);
    const silent = rules.filter((rule) => rule.notEvaluated === 0).map((rule) => rule.id);
    // What these look at is off, or no property.
    expect(silent).toEqual([
      "container-host-mounts",
      "container-ignore-changes",
      "container-no-devices",
      "container-no-docker-socket",
      "container-no-host-ports",
      "container-not-privileged",
    ]);
  });
});
