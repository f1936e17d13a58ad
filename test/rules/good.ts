import {
  CONSUL_CONFIG_ENTRY,
  CONSUL_NODE,
  CONSUL_SERVICE,
  CONTAINER,
  NETWORK,
  VOLUME,
} from "../../fleet/resource";
import type { PropertyValue, ResourceOptions, ResourceView } from "../../fleet/resource";
import type { TierName } from "../../fleet/tier";
import type { Expected } from "../../policies/rule";

export type Changes = Readonly<Record<string, PropertyValue>>;

/** How often health is looked at, as the catalog wants it of everybody. */
const CHECK_TIMES: Changes = { interval: "15s", timeout: "5s", startPeriod: "1m0s", retries: 3 };

/**
 * A container that keeps every rule in every tier, written by hand: the builders must not be judged by themselves.
 * It is the one of the hot agent `agent-orchestrator` of stack prod.
 */
export function goodContainer(changes: Changes = {}, options: ResourceOptions = {}): ResourceView {
  const properties: Record<string, PropertyValue> = {
    name: "sutazai-prod-agent-orchestrator",
    hostname: "agent-orchestrator",
    image: `sutazai/reference-agent:0.1.0@sha256:${"a".repeat(64)}`,
    user: "10001:10001",
    memory: 128,
    memorySwap: 128,
    memoryReservation: 80,
    cpus: "1",
    cpuShares: 2048,
    healthcheck: {
      tests: [
        "CMD",
        "node",
        "-e",
        "require('http').get('http://127.0.0.1:8080/healthz', r => process.exit(r.statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1))",
      ],
      ...CHECK_TIMES,
    },
    networksAdvanced: [{ name: "sutazai-prod", aliases: ["agent-orchestrator"] }],
    envs: ["FLEET_AGENT=agent-orchestrator", "PORT=8080"],
    labels: [
      { label: "sutazai.agent", value: "agent-orchestrator" },
      { label: "sutazai.class", value: "standard" },
      { label: "sutazai.criticality", value: "critical" },
      { label: "sutazai.fleet", value: "sutazai" },
      { label: "sutazai.owner", value: "platform" },
      { label: "sutazai.pool", value: "hot" },
      { label: "sutazai.stack", value: "prod" },
    ],
    readOnly: true,
    tmpfs: { "/tmp": "rw,noexec,nosuid,size=16m" },
    capabilities: { drops: ["ALL"] },
    securityOpts: ["no-new-privileges:true"],
    init: true,
    shmSize: 64,
    ulimits: [{ name: "nofile", soft: 4096, hard: 4096 }],
    logDriver: "json-file",
    logOpts: { "max-file": "3", "max-size": "10m" },
    stopTimeout: 30,
    destroyGraceSeconds: 30,
    restart: "unless-stopped",
    mustRun: true,
    wait: true,
    waitTimeout: 140,
  };
  return {
    type: CONTAINER,
    name: "agent-orchestrator",
    properties: withChanges(properties, changes),
    options,
  };
}

/** A tier whose agents all run the stub instead of their own images. */
export function withStubs(expected: Expected): Expected {
  const { stack } = expected;
  return { ...expected, stack: { ...stack, tier: { ...stack.tier, agentImage: "local-stub" } } };
}

/** What a container of the stub has in the place of the agent's own. */
export const STUB: Changes = {
  image: "sutazai/agent-stub:1",
  healthcheck: {
    tests: ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/healthz"],
    ...CHECK_TIMES,
  },
};

/** The same agent in a stack that is named like its tier. */
export function goodContainerIn(tier: TierName, changes: Changes = {}): ResourceView {
  return goodContainer({
    name: `sutazai-${tier}-agent-orchestrator`,
    networksAdvanced: [{ name: `sutazai-${tier}`, aliases: ["agent-orchestrator"] }],
    labels: [
      { label: "sutazai.agent", value: "agent-orchestrator" },
      { label: "sutazai.class", value: "standard" },
      { label: "sutazai.criticality", value: "critical" },
      { label: "sutazai.fleet", value: "sutazai" },
      { label: "sutazai.owner", value: "platform" },
      { label: "sutazai.pool", value: "hot" },
      { label: "sutazai.stack", value: tier },
    ],
    ...changes,
  });
}

/** The container of `autogpt`, a warm agent of stack prod: created, and not started. */
export function goodSleeper(changes: Changes = {}, options: ResourceOptions = {}): ResourceView {
  const sleeper = goodContainer({
    name: "sutazai-prod-autogpt",
    hostname: "autogpt",
    cpuShares: 512,
    networksAdvanced: [{ name: "sutazai-prod", aliases: ["autogpt"] }],
    envs: ["FLEET_AGENT=autogpt", "PORT=8080"],
    labels: [
      { label: "sutazai.agent", value: "autogpt" },
      { label: "sutazai.class", value: "high_performance" },
      { label: "sutazai.criticality", value: "normal" },
      { label: "sutazai.fleet", value: "sutazai" },
      { label: "sutazai.owner", value: "machine-learning" },
      { label: "sutazai.pool", value: "warm" },
      { label: "sutazai.stack", value: "prod" },
    ],
    restart: "no",
    start: false,
    mustRun: false,
    wait: undefined,
    waitTimeout: undefined,
    ...changes,
  });
  return { ...sleeper, name: "autogpt", options };
}

/** The container of cAdvisor in stack prod, the one service that mounts something of the host. */
export function goodServiceContainer(changes: Changes = {}, options: ResourceOptions = {}): ResourceView {
  const service = goodContainer({
    name: "sutazai-prod-cadvisor",
    hostname: undefined,
    image: `gcr.io/cadvisor/cadvisor:v0.53.0@sha256:${"b".repeat(64)}`,
    user: "65534:65534",
    memory: 256,
    memorySwap: 256,
    memoryReservation: undefined,
    cpus: "0.3",
    cpuShares: 1024,
    healthcheck: {
      tests: ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/healthz"],
      ...CHECK_TIMES,
    },
    networksAdvanced: [{ name: "sutazai-prod", aliases: ["cadvisor"] }],
    envs: [],
    labels: [
      { label: "sutazai.criticality", value: "high" },
      { label: "sutazai.fleet", value: "sutazai" },
      { label: "sutazai.owner", value: "observability" },
      { label: "sutazai.service", value: "cadvisor" },
      { label: "sutazai.stack", value: "prod" },
    ],
    volumes: [{ hostPath: "/sys", containerPath: "/sys", readOnly: true }],
    ...changes,
  });
  return { ...service, name: "cadvisor", options };
}

/** The registration of the same agent as that of `goodContainer`. */
export function goodService(changes: Changes = {}, options: ResourceOptions = {}): ResourceView {
  const properties: Record<string, PropertyValue> = {
    name: "sutazai-prod-hot",
    serviceId: "sutazai-prod-agent-orchestrator",
    node: "sutazai-prod-agents",
    address: "sutazai-prod-agent-orchestrator",
    port: 8080,
    tags: ["agent-orchestrator", "hot", "standard"],
    weights: { passing: 256, warning: 1 },
    meta: { agent: "agent-orchestrator", class: "standard", owner: "platform", pool: "hot" },
    checks: [
      {
        checkId: "sutazai-prod-agent-orchestrator:ready",
        name: "ready",
        http: "http://sutazai-prod-agent-orchestrator:8080/readyz",
        method: "GET",
        interval: "10s",
        timeout: "2s",
        status: "critical",
        tlsSkipVerify: false,
        deregisterCriticalServiceAfter: "0s",
      },
    ],
  };
  return {
    type: CONSUL_SERVICE,
    name: "agent-orchestrator",
    properties: withChanges(properties, changes),
    options,
  };
}

/** The node of all agents of stack prod. */
export function goodNode(changes: Changes = {}, options: ResourceOptions = {}): ResourceView {
  const properties: Record<string, PropertyValue> = {
    name: "sutazai-prod-agents",
    address: "127.0.0.1",
    meta: { "external-node": "true", "external-probe": "true" },
  };
  return { type: CONSUL_NODE, name: "agents", properties: withChanges(properties, changes), options };
}

/** Defaults of a service in Consul, without what Consul fills in. */
export function goodConfigEntry(changes: Changes = {}): ResourceView {
  const properties: Record<string, PropertyValue> = {
    kind: "service-defaults",
    name: "sutazai-prod-hot",
    configJson: '{"Protocol":"http"}',
  };
  return {
    type: CONSUL_CONFIG_ENTRY,
    name: "hot",
    properties: withChanges(properties, changes),
    options: {},
  };
}

/** The network of stack prod. */
export function goodNetwork(changes: Changes = {}): ResourceView {
  const properties: Record<string, PropertyValue> = {
    name: "sutazai-prod",
    driver: "bridge",
    labels: [
      { label: "sutazai.fleet", value: "sutazai" },
      { label: "sutazai.stack", value: "prod" },
    ],
  };
  return { type: NETWORK, name: "network", properties: withChanges(properties, changes), options: {} };
}

/** The volume of the stateful service `consul` of stack prod. */
export function goodVolume(
  changes: Changes = {},
  options: ResourceOptions = { protect: true },
): ResourceView {
  const properties: Record<string, PropertyValue> = {
    name: "sutazai-prod-consul-data",
    labels: [
      { label: "sutazai.fleet", value: "sutazai" },
      { label: "sutazai.service", value: "consul" },
      { label: "sutazai.stack", value: "prod" },
    ],
  };
  return { type: VOLUME, name: "consul-data", properties: withChanges(properties, changes), options };
}

/** What brings Prometheus its rule file: a container with a writable root that is never started. */
export function fileLoader(changes: Changes = {}): ResourceView {
  const sleeper = { readOnly: false, start: false, mustRun: false, restart: "no", wait: undefined };
  return { ...goodContainer({ ...sleeper, ...changes }), name: "prometheus-files" };
}

/** `undefined` takes a property away. */
function withChanges(
  properties: Readonly<Record<string, PropertyValue>>,
  changes: Changes,
): Record<string, PropertyValue> {
  return Object.fromEntries(
    Object.entries({ ...properties, ...changes }).filter(([, value]) => value !== undefined),
  );
}
