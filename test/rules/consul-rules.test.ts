import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import type { Expected } from "../../policies/rule";
import { consulCheckContract } from "../../policies/rules/consul-check-contract";
import { consulConfigEntryClean } from "../../policies/rules/consul-config-entry-clean";
import { consulIgnoreChanges } from "../../policies/rules/consul-ignore-changes";
import { consulNoDeregister } from "../../policies/rules/consul-no-deregister";
import { consulNodeExternal } from "../../policies/rules/consul-node-external";
import { consulServiceContract } from "../../policies/rules/consul-service-contract";
import { describeRule } from "./cases";
import { goodConfigEntry, goodNode, goodService, withStubs } from "./good";

const META = { agent: "agent-orchestrator", class: "standard", owner: "platform", pool: "hot" };
const READY = {
  checkId: "sutazai-prod-agent-orchestrator:ready",
  name: "ready",
  http: "http://sutazai-prod-agent-orchestrator:8080/readyz",
  interval: "10s",
  timeout: "2s",
  status: "critical",
};

function withCheck(changes: Readonly<Record<string, PropertyValue>>) {
  return goodService({ checks: [{ ...READY, ...changes }] });
}

/** A catalog whose stand-in image serves another port than the agents' own. */
function otherPort(expected: Expected): Expected {
  const { catalog } = expected;
  const images = new Map(
    [...catalog.images].map(([name, image]) => [
      name,
      name === "local-stub" ? { ...image, port: 9090 } : image,
    ]),
  );
  return { ...expected, catalog: { ...catalog, images } };
}

/** A tier that runs that image. */
const otherStandIn = (expected: Expected): Expected => otherPort(withStubs(expected));

const inLocal = {
  name: "sutazai-local-hot",
  node: "sutazai-local-agents",
  serviceId: "sutazai-local-agent-orchestrator",
  address: "sutazai-local-agent-orchestrator",
};

describeRule(consulServiceContract, [
  { title: "as the catalog has it", resources: [goodService()], expect: "pass" },
  {
    title: "more tags than wanted",
    resources: [goodService({ tags: ["agent-orchestrator", "hot", "new", "standard"] })],
    expect: "pass",
  },
  {
    title: "another port than the image serves",
    resources: [goodService({ port: 8081 })],
    expect: "fail",
    property: "port",
    found: 8081,
  },
  {
    title: "the port as a text",
    resources: [goodService({ port: "8080" })],
    expect: "fail",
    property: "port",
  },
  {
    title: "no address",
    resources: [goodService({ address: undefined })],
    expect: "fail",
    property: "address",
    found: null,
  },
  {
    title: "the pool of others",
    resources: [goodService({ name: "sutazai-prod-cold" })],
    expect: "fail",
    property: "name",
  },
  {
    title: "another stack's node",
    resources: [goodService({ node: "sutazai-dev-agents" })],
    expect: "fail",
    property: "node",
  },
  {
    title: "an id of its own making",
    resources: [goodService({ serviceId: "agent-orchestrator" })],
    expect: "fail",
    property: "serviceId",
  },
  {
    title: "without the tag of its class",
    resources: [goodService({ tags: ["agent-orchestrator", "hot"] })],
    expect: "fail",
    property: "tags",
  },
  { title: "no tags", resources: [goodService({ tags: undefined })], expect: "fail", property: "tags" },
  {
    title: "another owner in meta",
    resources: [goodService({ meta: { ...META, owner: "nobody" } })],
    expect: "fail",
    property: "meta.owner",
    found: "nobody",
  },
  { title: "no meta", resources: [goodService({ meta: undefined })], expect: "fail", property: "meta.agent" },
  {
    title: "the port is not known yet",
    resources: [goodService({ port: UNKNOWN })],
    expect: "notEvaluated",
    property: "port",
  },
  {
    title: "one tag is not known yet",
    resources: [goodService({ tags: ["agent-orchestrator", "hot", UNKNOWN] })],
    expect: "notEvaluated",
    property: "tags",
  },
  {
    title: "meta is not known yet",
    resources: [goodService({ meta: UNKNOWN })],
    expect: "notEvaluated",
    property: "meta",
  },
  {
    title: "somebody else's service",
    resources: [{ ...goodService(), name: "nobody" }],
    expect: "notApplicable",
  },
  { title: "in local", tier: "local", resources: [goodService(inLocal)], expect: "pass" },
  {
    title: "in local, where the tier's image serves another port",
    tier: "local",
    expected: otherStandIn,
    resources: [goodService(inLocal)],
    expect: "fail",
    property: "port",
    found: 8080,
  },
  {
    title: "in local, on the port of the tier's image",
    tier: "local",
    expected: otherStandIn,
    resources: [goodService({ ...inLocal, port: 9090 })],
    expect: "pass",
  },
  {
    title: "an image that no tier runs is of no concern",
    expected: otherPort,
    resources: [goodService()],
    expect: "pass",
  },
]);

describeRule(consulCheckContract, [
  { title: "as the profile has it", resources: [goodService()], expect: "pass" },
  {
    title: "the same interval spelt otherwise",
    resources: [withCheck({ interval: "10000ms" })],
    expect: "pass",
  },
  {
    title: "a TCP check beside it",
    resources: [goodService({ checks: [READY, { checkId: "tcp", tcp: "x:8080" }] })],
    expect: "pass",
  },
  {
    title: "a millisecond too often",
    resources: [withCheck({ interval: "9999ms" })],
    expect: "fail",
    property: "checks.interval",
    found: "9999ms",
  },
  {
    title: "no interval",
    resources: [withCheck({ interval: undefined })],
    expect: "fail",
    property: "checks.interval",
  },
  {
    title: "an interval that is none",
    resources: [withCheck({ interval: "10 seconds" })],
    expect: "fail",
    property: "checks.interval",
  },
  {
    title: "more patient than the profile",
    resources: [withCheck({ timeout: "1m2s" })],
    expect: "fail",
    property: "checks.timeout",
  },
  {
    title: "passing before it was asked",
    resources: [withCheck({ status: "passing" })],
    expect: "fail",
    property: "checks.status",
    found: "passing",
  },
  {
    title: "no status, which Consul takes for critical only by itself",
    resources: [withCheck({ status: undefined })],
    expect: "fail",
    property: "checks.status",
  },
  {
    title: "liveness instead of readiness",
    resources: [withCheck({ http: "http://sutazai-prod-agent-orchestrator:8080/healthz" })],
    expect: "fail",
    property: "checks.http",
  },
  {
    title: "another port than the registered one",
    resources: [withCheck({ http: "http://sutazai-prod-agent-orchestrator:8081/readyz" })],
    expect: "fail",
    property: "checks.http",
  },
  {
    title: "only a TCP check",
    resources: [
      goodService({
        checks: [{ checkId: "tcp", tcp: "x:8080", interval: "10s", timeout: "2s", status: "critical" }],
      }),
    ],
    expect: "fail",
    property: "checks",
    found: "1 check, none by HTTP",
  },
  {
    title: "no check",
    resources: [goodService({ checks: [] })],
    expect: "fail",
    property: "checks",
    found: "no check",
  },
  {
    title: "checks left out",
    resources: [goodService({ checks: undefined })],
    expect: "fail",
    property: "checks",
    found: "no check",
  },
  {
    title: "two HTTP checks",
    resources: [goodService({ checks: [READY, { ...READY, checkId: "b" }] })],
    expect: "fail",
    property: "checks",
    found: "2 HTTP checks",
  },
  {
    title: "not known yet",
    resources: [goodService({ checks: UNKNOWN })],
    expect: "notEvaluated",
    property: "checks",
  },
  {
    title: "the interval is not known yet",
    resources: [withCheck({ interval: UNKNOWN })],
    expect: "notEvaluated",
    property: "checks.interval",
  },
  {
    title: "the address is not known yet",
    resources: [goodService({ address: UNKNOWN })],
    expect: "notEvaluated",
    property: "checks.http",
  },
  {
    title: "the wrong path, whatever the address",
    resources: [goodService({ address: UNKNOWN, checks: [{ ...READY, http: "http://x:1/" }] })],
    expect: "fail",
    property: "checks.http",
  },
  {
    title: "somebody else's service",
    resources: [{ ...goodService({ checks: [] }), name: "nobody" }],
    expect: "notApplicable",
  },
]);

describeRule(consulNoDeregister, [
  { title: "never", resources: [goodService()], expect: "pass" },
  {
    title: "left out: the provider would send its default",
    resources: [withCheck({ deregisterCriticalServiceAfter: undefined })],
    expect: "fail",
    found: null,
  },
  {
    title: "zero, which is never",
    resources: [withCheck({ deregisterCriticalServiceAfter: "0s" })],
    expect: "pass",
  },
  { title: "no checks at all", resources: [goodService({ checks: undefined })], expect: "pass" },
  {
    title: "after a day",
    resources: [withCheck({ deregisterCriticalServiceAfter: "24h" })],
    expect: "fail",
    property: "checks[0].deregisterCriticalServiceAfter",
    found: "24h",
  },
  {
    title: "after a millisecond",
    resources: [withCheck({ deregisterCriticalServiceAfter: "1ms" })],
    expect: "fail",
  },
  {
    title: "what can't be read is not never",
    resources: [withCheck({ deregisterCriticalServiceAfter: "soon" })],
    expect: "fail",
  },
  {
    title: "in the second check",
    resources: [goodService({ checks: [READY, { ...READY, deregisterCriticalServiceAfter: "90s" }] })],
    expect: "fail",
    property: "checks[1].deregisterCriticalServiceAfter",
  },
  {
    title: "on a service of nobody too",
    resources: [{ ...withCheck({ deregisterCriticalServiceAfter: "30s" }), name: "nobody" }],
    expect: "fail",
  },
  {
    title: "not known yet",
    resources: [withCheck({ deregisterCriticalServiceAfter: UNKNOWN })],
    expect: "notEvaluated",
  },
  {
    title: "checks are not known yet",
    resources: [goodService({ checks: UNKNOWN })],
    expect: "notEvaluated",
    property: "checks",
  },
]);

describeRule(consulNodeExternal, [
  { title: "both marks", resources: [goodNode()], expect: "pass" },
  {
    title: "not probed from outside",
    resources: [goodNode({ meta: { "external-node": "true" } })],
    expect: "fail",
    property: "meta.external-probe",
    found: null,
  },
  {
    title: "not external",
    resources: [goodNode({ meta: { "external-node": "false", "external-probe": "true" } })],
    expect: "fail",
    property: "meta.external-node",
    found: "false",
  },
  {
    title: "no text: Consul's meta has only texts",
    resources: [goodNode({ meta: { "external-node": true, "external-probe": "true" } })],
    expect: "fail",
    property: "meta.external-node",
  },
  {
    title: "no meta",
    resources: [goodNode({ meta: undefined })],
    expect: "fail",
    property: "meta.external-node",
  },
  {
    title: "not known yet",
    resources: [goodNode({ meta: UNKNOWN })],
    expect: "notEvaluated",
    property: "meta",
  },
]);

describeRule(consulConfigEntryClean, [
  { title: "only what is meant", resources: [goodConfigEntry()], expect: "pass" },
  { title: "an empty object", resources: [goodConfigEntry({ configJson: "{}" })], expect: "pass" },
  ...["Expose", "MeshGateway", "TransparentProxy"].map((key) => ({
    title: `with ${key}`,
    resources: [goodConfigEntry({ configJson: JSON.stringify({ Protocol: "http", [key]: {} }) })],
    expect: "fail" as const,
    property: "configJson",
    found: [key],
  })),
  {
    title: "with mesh_gateway, which Consul reads the same",
    resources: [goodConfigEntry({ configJson: '{"mesh_gateway":{}}' })],
    expect: "fail",
    found: ["mesh_gateway"],
  },
  {
    title: "no JSON",
    resources: [goodConfigEntry({ configJson: "{" })],
    expect: "fail",
    found: "no JSON object",
  },
  { title: "left out", resources: [goodConfigEntry({ configJson: undefined })], expect: "fail" },
  {
    title: "another kind may have it",
    resources: [goodConfigEntry({ kind: "proxy-defaults", configJson: '{"Expose":{}}' })],
    expect: "notApplicable",
  },
  {
    title: "not known yet",
    resources: [goodConfigEntry({ configJson: UNKNOWN })],
    expect: "notEvaluated",
    property: "configJson",
  },
  {
    title: "the kind is not known yet",
    resources: [goodConfigEntry({ kind: UNKNOWN })],
    expect: "notEvaluated",
    property: "kind",
  },
]);

describeRule(consulIgnoreChanges, [
  { title: "nothing ignored", resources: [goodService(), goodNode(), goodConfigEntry()], expect: "pass" },
  { title: "an empty list", resources: [goodService({}, { ignoreChanges: [] })], expect: "pass" },
  {
    title: "the port of a service",
    resources: [goodService({}, { ignoreChanges: ["port"] })],
    expect: "fail",
    property: "ignoreChanges",
    found: ["port"],
  },
  {
    title: "the meta of the node",
    resources: [goodNode({}, { ignoreChanges: ["meta"] })],
    expect: "fail",
    found: ["meta"],
  },
]);
