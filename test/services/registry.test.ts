import { Resolver } from "node:dns/promises";
import { keysThere, nodeThere, removeKeys, removeNode } from "../../cli/engine/consul/catalog";
import { ConsulClient } from "../../cli/engine/consul/client";
import { consulKeysArgs, consulNodeArgs, consulServiceArgs } from "../../components/consul/registration";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { AgentPlan } from "../../fleet/plan/types";
import { REGISTRY_PURPOSES } from "../../fleet/registry/purposes";
import type { RegistryPurpose } from "../../fleet/registry/purposes";
import { ANONYMOUS, tokenMark } from "../../fleet/registry/token-list";
import { readStack } from "../../stacks/read";
import { startCheckLoop } from "../support/check-loop";
import { freePorts } from "../support/consul-server";
import { ROOT } from "../support/project";
import { freshTokens, startRestrictedRegistry } from "../support/restricted-registry";
import type { RestrictedRegistry } from "../support/restricted-registry";
import { startStub } from "../support/stub-agents";
import type { StubAgent } from "../support/stub-agents";
import { until } from "../support/until";

/** A real Consul with the access control that is rendered for prod, kept by the program that is rendered with it. */
const catalog = loadCatalog(ROOT);
const plan = planFleet(catalog, readStack(ROOT, "prod", catalog));
const { consulNode, keyPrefix, scope } = plan.naming;
const SERVER = `${scope}-consul`;
const hot = plan.agents.filter(({ pool }) => pool === "hot");
const PATIENCE = 60_000;

let registry: RestrictedRegistry;
const stubs = new Map<string, StubAgent>();

/** Everything is done with the token of its purpose, never with the one that may do everything. */
async function as(purpose: RegistryPurpose, method: string, path: string, body?: unknown): Promise<unknown> {
  const { status, body: answer } = await registry.ask(registry.tokens[purpose], method, path, body);
  if (status !== 200) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
  return answer;
}

/** As Pulumi's provider does it. */
async function register(agent: AgentPlan): Promise<void> {
  const args = consulServiceArgs(agent, plan);
  await as("registration", "PUT", "/v1/catalog/register", {
    Node: args.node,
    Address: args.address,
    SkipNodeUpdate: true,
    Service: {
      ID: args.serviceId,
      Service: args.name,
      Address: args.address,
      Port: args.port,
      Tags: args.tags,
      Meta: args.meta,
      Weights: { Passing: args.weights.passing, Warning: args.weights.warning },
    },
    Checks: args.checks.map((check) => ({
      Node: args.node,
      ServiceID: args.serviceId,
      CheckID: check.checkId,
      Name: check.name,
      Status: check.status,
      Definition: {
        HTTP: check.http,
        Method: check.method,
        Interval: check.interval,
        Timeout: check.timeout,
      },
    })),
  });
}

beforeAll(async () => {
  const [dnsPort = 0] = await freePorts(1);
  // Over UDP Consul leaves out what does not fit, and says so only then: the resolver comes back over TCP.
  registry = await startRestrictedRegistry(plan, {
    dnsPort,
    args: ["-hcl=dns_config { enable_truncate = true }"],
  });
});
afterAll(async () => {
  await Promise.all([...stubs.values()].map((stub) => stub.stop()));
  await registry.stop();
});

describe("the keeper of policies and tokens", () => {
  it("makes them all, and then has nothing to do", async () => {
    const made = await registry.keep();
    expect(made.filter((line) => line === "PUT /v1/acl/policy")).toHaveLength(REGISTRY_PURPOSES.length);
    expect(made.filter((line) => line === "PUT /v1/acl/token")).toHaveLength(REGISTRY_PURPOSES.length);
    expect(await registry.keep()).toEqual([]);
  });

  it("takes back what others did to them, and leaves alone what is not the stack's", async () => {
    const { management } = registry.tokens;
    const change = (path: string, body: unknown) => registry.ask(management, "PUT", path, body);
    const Policies = [{ Name: "global-management" }];
    await change(`/v1/acl/token/${ANONYMOUS}`, { AccessorID: ANONYMOUS, Policies });
    await change("/v1/acl/token", { Description: `${tokenMark(plan)}left over`, Policies });
    await change("/v1/acl/token", { Description: "Initial Management Token", Policies });
    await change("/v1/acl/token", { Description: "of somebody else", Policies: [] });
    const { body } = await registry.ask(management, "GET", `/v1/acl/policy/name/${scope}-dns`);
    const policy = body as { ID: string };
    await change(`/v1/acl/policy/${policy.ID}`, {
      Name: `${scope}-dns`,
      Rules: 'key_prefix "" { policy = "write" }',
    });

    expect((await registry.keep()).map((line) => line.replace(/[0-9a-f-]{36}/, "ID")).sort()).toEqual([
      "DELETE /v1/acl/token/ID",
      "DELETE /v1/acl/token/ID",
      "PUT /v1/acl/policy/ID",
      "PUT /v1/acl/token/ID",
    ]);
    expect(await registry.keep()).toEqual([]);
    const listed = await registry.ask(management, "GET", "/v1/acl/tokens");
    const words = (listed.body as { Description: string }[]).map(({ Description }) => Description);
    expect(words).toContain("of somebody else");
    expect(words.filter((description) => description.startsWith(tokenMark(plan)))).toHaveLength(
      REGISTRY_PURPOSES.length,
    );
  });

  it("gives another secret to a purpose, and nothing to the one before", async () => {
    const { look } = freshTokens();
    const reads = async (token: string) =>
      (await registry.ask(token, "GET", `/v1/kv/${keyPrefix}/version`)).status !== 403;
    expect(await registry.keep({ ...registry.tokens, look })).toHaveLength(2);
    expect([await reads(look), await reads(registry.tokens.look)]).toEqual([true, false]);
    await registry.keep();
    expect([await reads(look), await reads(registry.tokens.look)]).toEqual([false, true]);
  });
});

describe("the agents of a stack in its registry", () => {
  const agentsInDns = async (name: string): Promise<{ name: string; weight: number; port: number }[]> => {
    const resolver = new Resolver();
    resolver.setServers([`127.0.0.1:${registry.consul.dnsPort}`]);
    return resolver.resolveSrv(name).catch((error: unknown) => {
      const { code } = error as { code?: string };
      if (code === "ENOTFOUND" || code === "ENODATA") return [];
      throw error;
    });
  };
  const service = hot[0]?.registration.serviceName ?? "";
  let loop: { stop(): Promise<void> };

  beforeAll(async () => {
    const node = consulNodeArgs(plan);
    const body = { Node: node.name, Address: node.address, NodeMeta: node.meta };
    await as("registration", "PUT", "/v1/catalog/register", body);
    await Promise.all(
      hot.map(async (agent) => {
        stubs.set(agent.registration.address, await startStub(agent.name));
        await register(agent);
      }),
    );
    for (const { path, value } of consulKeysArgs(plan).keys)
      await as("registration", "PUT", `/v1/kv/${path}`, value);
    // consul-esm is in no package registry: the suite runs the same checks in its place, with its token.
    loop = startCheckLoop(
      consulNode,
      (...asked) => as("checks", ...asked),
      (url) => {
        const stub = stubs.get(url.hostname);
        return stub === undefined ? null : new URL(url.pathname, `http://127.0.0.1:${stub.port}`);
      },
    );
  });
  afterAll(() => loop.stop());

  it("are found through DNS with their weights, by pool and by class, once their checks pass", async () => {
    const found = await until(
      "all hot agents",
      async () => {
        const records = await agentsInDns(`${service}.service.consul`);
        return records.length === hot.length && records;
      },
      PATIENCE,
    );
    const weights = found.map(({ weight }) => weight).sort((a, b) => a - b);
    expect(weights).toEqual(hot.map(({ registration }) => registration.weight).sort((a, b) => a - b));
    for (const name of new Set(hot.map((agent) => agent.class))) {
      const ofClass = hot.filter((agent) => agent.class === name);
      expect(await agentsInDns(`${name}.${service}.service.consul`)).toHaveLength(ofClass.length);
    }
    expect(await agentsInDns(`hot.${service}.service.consul`)).toHaveLength(hot.length);
  });

  it("leave DNS when their check fails, and come back", async () => {
    const count = async () => (await agentsInDns(`${service}.service.consul`)).length;
    const [stub] = stubs.values();
    if (stub === undefined) throw new Error("no agents");
    stub.ready = false;
    await until("its way out", async () => (await count()) === hot.length - 1, PATIENCE);
    stub.ready = true;
    await until("its way back", async () => (await count()) === hot.length, PATIENCE);
  });

  it("have keys that tell of the fleet", async () => {
    const { body } = await registry.ask(registry.tokens.look, "GET", `/v1/kv/${keyPrefix}/?keys=true`);
    expect(keyPrefix).toBe("sutazai/fleet/prod");
    expect(body).toEqual(
      [...plan.pools.map(({ name }) => `${keyPrefix}/pools/${name}`), `${keyPrefix}/version`].sort(),
    );
    const { body: count } = await registry.ask(
      registry.tokens.look,
      "GET",
      `/v1/kv/${keyPrefix}/pools/hot?raw`,
    );
    expect(count).toBe(hot.length);
  });
});

describe("what a token may do", () => {
  const [first] = hot;
  if (first === undefined) throw new Error("no hot agents");
  const args = consulServiceArgs(first, plan);
  const someone = { ID: args.serviceId, Service: args.name, Address: args.address, Port: args.port };
  const status = {
    Node: consulNode,
    CheckID: args.checks[0]?.checkId,
    Name: "ready",
    ServiceID: args.serviceId,
    ServiceName: args.name,
    Status: "passing",
  };
  const says = (what: (body: unknown) => boolean) => what;
  const isList = says((body) => Array.isArray(body) && body.length > 0);
  const isThere = says((body) => body !== null);
  const any = says(() => true);
  const hasSecret = says((body) =>
    (body as { SecretID: string }[]).some(({ SecretID }) => SecretID.length === 36),
  );

  /** Consul asks for no right to write what is there already: every time something else is written. */
  let count = 0;
  /** What can be asked of Consul; allowed is what it answers with 200, and with something in it. */
  const operations = (
    times = count++,
  ): Record<
    string,
    readonly [method: string, path: string, body: unknown, answers: (body: unknown) => boolean]
  > => ({
    "see the agents": ["GET", `/v1/health/service/${args.name}`, undefined, isList],
    "see their node": ["GET", `/v1/catalog/node/${consulNode}`, undefined, isThere],
    "see the server": ["GET", `/v1/catalog/node/${SERVER}`, undefined, isThere],
    "see other services": ["GET", "/v1/health/service/other", undefined, isList],
    "register an agent": [
      "PUT",
      "/v1/catalog/register",
      { Node: consulNode, Address: "127.0.0.1", SkipNodeUpdate: true, Service: someone },
      any,
    ],
    "change their node": [
      "PUT",
      "/v1/catalog/register",
      { Node: consulNode, Address: "127.0.0.1", NodeMeta: { changed: String(times) } },
      any,
    ],
    "change the server": [
      "PUT",
      "/v1/catalog/register",
      { Node: SERVER, Address: "127.0.0.1", NodeMeta: { changed: String(times) } },
      any,
    ],
    "register others": [
      "PUT",
      "/v1/catalog/register",
      { Node: "other", Address: "127.0.0.1", Service: { Service: "another" } },
      any,
    ],
    "take others out": ["PUT", "/v1/catalog/deregister", { Node: "other" }, any],
    "say how an agent is": ["PUT", "/v1/txn", [{ Check: { Verb: "set", Check: status } }], any],
    "read the fleet's keys": ["GET", `/v1/kv/${keyPrefix}/version`, undefined, isList],
    "write the fleet's keys": ["PUT", `/v1/kv/${keyPrefix}/version`, "1", any],
    "read other keys": ["GET", "/v1/kv/other", undefined, isList],
    "write other keys": ["PUT", "/v1/kv/other", "1", any],
    "read metrics": ["GET", "/v1/agent/metrics?format=prometheus", undefined, any],
    "register the prober": ["PUT", "/v1/agent/service/register", { ID: "esm", Name: "consul-esm" }, any],
    "write the prober's keys": ["PUT", "/v1/kv/consul-esm/agents/esm", "1", any],
    "hold a session": ["PUT", "/v1/session/create", { Node: SERVER, TTL: "10s" }, any],
    "list tokens": ["GET", "/v1/acl/tokens", undefined, isList],
    "see secrets": ["GET", "/v1/acl/tokens", undefined, hasSecret],
    "make policies": ["PUT", "/v1/acl/policy", { Name: "mine", Rules: 'acl = "write"' }, any],
    "look into the cluster": ["GET", "/v1/operator/raft/configuration", undefined, any],
  });

  /** Nothing else may be in an answer: a purpose that gets one right more is a failure too. */
  const MAY: Readonly<Record<RegistryPurpose, readonly string[]>> = {
    agent: ["see the server", "change the server"],
    dns: ["see the agents", "see their node"],
    registration: [
      ...[
        "see the agents",
        "see their node",
        "register an agent",
        "change their node",
        "say how an agent is",
      ],
      ...["read the fleet's keys", "write the fleet's keys", "read metrics"],
    ],
    // Who may say how an agent is may register it: Consul knows no smaller right.
    checks: [
      ...["see the agents", "see their node", "see the server", "register an agent", "change their node"],
      ...[
        "say how an agent is",
        "read metrics",
        "register the prober",
        "write the prober's keys",
        "hold a session",
      ],
    ],
    discovery: ["see the agents", "see their node", "read metrics"],
    metrics: ["read metrics"],
    health: ["see the agents", "see their node", "see the server"],
    look: ["see the agents", "see their node", "read the fleet's keys", "list tokens"],
  };

  async function allowed(token: string | null): Promise<string[]> {
    const found: string[] = [];
    for (const [name, [method, path, body, answers]] of Object.entries(operations())) {
      const answer = await registry.ask(token, method, path, body);
      // A transaction is refused with 409. Lists that nothing may be read of are empty.
      const refused = answer.status === 403 || JSON.stringify(answer.body).includes("Permission denied");
      if (answer.status !== 200 && !refused)
        throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
      if (answer.status === 200 && answers(answer.body)) found.push(name);
    }
    return found;
  }
  const sorted = (names: readonly string[]) => [...names].sort();

  beforeAll(async () => {
    const { management } = registry.tokens;
    const other = { Node: "other", Address: "127.0.0.1", Service: { Service: "other" } };
    await registry.ask(management, "PUT", "/v1/catalog/register", other);
    await registry.ask(management, "PUT", "/v1/kv/other", "of others");
  });

  it.each(REGISTRY_PURPOSES)("%s", async (purpose) => {
    expect(sorted(await allowed(registry.tokens[purpose]))).toEqual(sorted(MAY[purpose]));
  });

  it("nothing without a token, nor with one that nobody made", async () => {
    expect(await allowed(null)).toEqual([]);
    expect(await allowed(freshTokens().registration)).toEqual([]);
  });

  it("everything for the one that keeps the others: no operation of the table is impossible", async () => {
    expect(sorted(await allowed(registry.tokens.management))).toEqual(sorted(Object.keys(operations())));
  });
});

describe("what a first run that was killed has left there", () => {
  const client = (token: string) => new ConsulClient(registry.consul.address, token);
  const marks = { fleet: plan.fleet, stack: plan.stack };
  const paths = consulKeysArgs(plan).keys.map(({ path }) => path);

  it("is taken out with the token of whoever registers, and with no other", async () => {
    const { name, address, meta } = consulNodeArgs(plan);
    const body = { Node: name, Address: address, NodeMeta: meta };
    await as("registration", "PUT", "/v1/catalog/register", body);
    for (const { path, value } of consulKeysArgs(plan).keys)
      await as("registration", "PUT", `/v1/kv/${path}`, value);

    const denied = { code: "consul-unreachable", found: expect.stringContaining("403") as string };
    await expect(removeNode(client(registry.tokens.look), name, marks)).rejects.toMatchObject(denied);
    await expect(removeKeys(client(""), paths)).rejects.toMatchObject(denied);

    const consul = client(registry.tokens.registration);
    expect(await removeNode(consul, name, { ...marks, stack: "another" })).toBe(false);
    expect([await nodeThere(consul, name), await keysThere(consul, paths)]).toEqual([true, paths]);
    expect(await removeNode(consul, name, marks)).toBe(true);
    await removeKeys(consul, paths);
    expect([await nodeThere(consul, name), await keysThere(consul, paths)]).toEqual([false, []]);
  });
});
