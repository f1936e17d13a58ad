import { ConsulClient } from "../../cli/engine/consul/client";
import { lookAtTokens, pendingAccess } from "../../cli/drift/live/access";
import type { Difference } from "../../cli/drift/model";
import { planRevert } from "../../cli/drift/revert/plan";
import { changeText } from "../../cli/reporters/drift-lines";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import { ANONYMOUS, tokenList, tokenMark } from "../../fleet/registry/token-list";
import { CONTAINER } from "../../fleet/resource";
import { REGISTRY_TOKENS } from "../../fleet/registry/purposes";
import type { RegistryPurpose } from "../../fleet/registry/purposes";
import { tokenName } from "../../fleet/secrets/registry";
import type { Secrets } from "../../fleet/secrets/types";
import { readStack } from "../../stacks/read";
import { ROOT } from "../support/project";
import { startRestrictedRegistry } from "../support/restricted-registry";
import type { RestrictedRegistry } from "../support/restricted-registry";
import { difference } from "../support/drift-report";

/** What is changed by hand in the access control of prod, on a real Consul, and what the live witness tells of it. */
const catalog = loadCatalog(ROOT);
const plan = planFleet(catalog, readStack(ROOT, "prod", catalog));
const { scope } = plan.naming;
const MANAGEMENT = [{ Name: "global-management" }];

let registry: RestrictedRegistry;
let secrets: Secrets;

const manage = async (method: string, path: string, body?: unknown): Promise<unknown> => {
  const answer = await registry.ask(registry.tokens.management, method, path, body);
  if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status}`);
  return answer.body;
};
const client = (token: string) => new ConsulClient(registry.consul.address, token);
const look = (known: Secrets = secrets, purpose: RegistryPurpose = "look") =>
  lookAtTokens(plan, {
    consul: client(registry.tokens[purpose]),
    management: known[tokenName("management")] === undefined ? null : client(registry.tokens.management),
    secrets: known,
  });
const linesOf = (differences: readonly Difference[]) =>
  differences.map((one) => `${one.class} ${one.resource.name}: ${changeText(one)}`).sort();
const told = async (known?: Secrets) => linesOf((await look(known)).differences);
const accessorOf = (purpose: RegistryPurpose): string => {
  const found = tokenList(plan, registry.tokens).find(
    ({ SecretID }) => SecretID === registry.tokens[purpose],
  );
  return found?.AccessorID ?? "";
};
const newToken = async (body: object): Promise<{ AccessorID: string; SecretID: string }> =>
  (await manage("PUT", "/v1/acl/token", body)) as { AccessorID: string; SecretID: string };

beforeAll(async () => {
  registry = await startRestrictedRegistry(plan);
  secrets = Object.fromEntries(REGISTRY_TOKENS.map((name) => [tokenName(name), registry.tokens[name]]));
  await registry.keep();
});
afterAll(() => registry.stop());
/** What is left at the end of a test is put right by the program that keeps access in a stack. */
afterEach(async () => {
  await registry.keep();
  expect(await look()).toEqual({ differences: [], notLooked: [] });
});

it("tells nothing of what is as declared, nor of what others keep there", async () => {
  await newToken({ Description: "of somebody else", Policies: [] });
  expect(await told()).toEqual([]);
  expect(await told({})).toEqual([]);
});

it("tells of a policy that was widened, narrowed to a datacenter, or taken out", async () => {
  const idOf = async (purpose: RegistryPurpose) =>
    ((await manage("GET", `/v1/acl/policy/name/${scope}-${purpose}`)) as { ID: string }).ID;
  const path = `/v1/acl/policy/${await idOf("dns")}`;
  const wide = 'key_prefix "" { policy = "write" }';
  await manage("PUT", path, { Name: `${scope}-dns`, Rules: wide, Datacenters: ["dc1"] });
  await manage("DELETE", `/v1/acl/policy/${await idOf("health")}`);
  const { differences } = await look();
  expect(linesOf(differences)).toEqual([
    `drifted ${scope}-dns: datacenters none -> dc1`,
    expect.stringMatching(`^drifted ${scope}-dns: description`) as string,
    expect.stringContaining(`-> ${wide}`) as string,
    // Consul takes it from its tokens as well.
    `drifted ${scope}-health: is missing`,
    `drifted ${scope}-health: policies ${scope}-health -> none`,
  ]);
  expect(differences.every(({ reason }) => reason.includes("consul-access mends it"))).toBe(true);
});

it("tells of a token with other rights, one that is gone, and anonymous with rights", async () => {
  const dns = accessorOf("dns");
  await manage("PUT", `/v1/acl/token/${dns}`, {
    Policies: [{ Name: `${scope}-dns` }, ...MANAGEMENT],
    ServiceIdentities: [{ ServiceName: "web" }],
  });
  await manage("DELETE", `/v1/acl/token/${accessorOf("checks")}`);
  await manage("PUT", `/v1/acl/token/${ANONYMOUS}`, { AccessorID: ANONYMOUS, Policies: MANAGEMENT });
  expect(await told()).toEqual([
    "drifted anonymous: policies none -> global-management",
    `drifted ${scope}-checks: is missing`,
    `drifted ${scope}-dns: policies ${scope}-dns -> global-management, ${scope}-dns, identity of service web`,
  ]);
  // Where the secrets are not known, tokens are known by what they are for; who changes that is told of as well.
  expect(await told({})).toContain(`drifted ${scope}-checks: is missing`);
});

it("tells of tokens that nobody declared, by their accessors, and how to be rid of them", async () => {
  const foreign = await newToken({ Description: "of a passer-by", Policies: MANAGEMENT });
  const alike = await newToken({ Description: "Initial Management Token", Policies: MANAGEMENT });
  const writes = await newToken({ Description: "mine", Policies: [{ Name: `${scope}-registration` }] });
  const left = await newToken({ Description: `${tokenMark(plan)}left over` });
  const unmanaged = async (known?: Secrets) =>
    (await look(known)).differences.map(({ resource, class: kind }) => `${kind} ${resource.name}`).sort();
  const all = [foreign, alike, writes, left].map(({ AccessorID }) => `unmanaged ${AccessorID}`).sort();
  const { differences } = await look();
  expect(await unmanaged()).toEqual(all);
  const reasonOf = ({ AccessorID }: { AccessorID: string }) =>
    differences.find(({ resource }) => resource.name === AccessorID)?.reason;
  expect(reasonOf(foreign)).toContain(`consul acl token delete -accessor-id ${foreign.AccessorID}`);
  expect(reasonOf(left)).toContain("consul-access mends it");
  // Which of two alike is the stack's own only the secret tells: both are told of.
  expect(await unmanaged({})).toHaveLength(all.length + 1);
  // No fix takes them out: whose a token is nobody can tell.
  const nothing = { docker: { containers: [] }, consul: {} } as never;
  expect(planRevert(differences, nothing, plan, [], { allowInterrupt: true, noEngine: null })).toEqual([]);

  const shown = JSON.stringify(differences);
  for (const secret of [
    ...Object.values(registry.tokens),
    ...[foreign, alike, writes].map((t) => t.SecretID),
  ])
    expect(shown).not.toContain(secret);
  for (const { AccessorID } of [foreign, writes]) await manage("DELETE", `/v1/acl/token/${AccessorID}`);
});

it("tells of tokens that may write tokens, by a policy of others or by a role", async () => {
  const policy = async (Name: string, Rules: string) =>
    (await manage("PUT", "/v1/acl/policy", { Name, Rules })) as { ID: string };
  const made = [
    await policy("hcl-writes", 'acl = "write"'),
    await policy("json-writes", '{"acl":"write","key_prefix":{"":{"policy":"read"}}}'),
    await policy(
      "only-reads",
      'acl = "read" # acl = "write" was too much\nservice "acl" { policy = "write" }',
    ),
  ];
  const role = (await manage("PUT", "/v1/acl/role", {
    Name: "operators",
    Policies: [{ Name: "hcl-writes" }],
  })) as { ID: string };
  const tokens = [
    await newToken({ Policies: [{ Name: "hcl-writes" }] }),
    await newToken({ Policies: [{ Name: "json-writes" }] }),
    await newToken({ Policies: [{ Name: "only-reads" }] }),
    await newToken({ Roles: [{ Name: "operators" }] }),
  ];
  const [hcl, json, , byRole] = tokens;
  const { differences } = await look();
  expect(new Map(differences.map(({ resource, reason }) => [resource.name, reason.split(",")[0]]))).toEqual(
    new Map([
      [hcl?.AccessorID, "it may do everything (hcl-writes)"],
      [json?.AccessorID, "it may do everything (json-writes)"],
      [byRole?.AccessorID, "it may do everything (hcl-writes)"],
    ]),
  );
  for (const { AccessorID } of tokens) await manage("DELETE", `/v1/acl/token/${AccessorID}`);
  await manage("DELETE", `/v1/acl/role/${role.ID}`);
  for (const { ID } of made) await manage("DELETE", `/v1/acl/policy/${ID}`);
});

it("says so when the token may not look", async () => {
  expect(await look(secrets, "discovery")).toEqual({
    differences: [],
    notLooked: [{ what: "policies and tokens of the registry", why: "the token may not read them" }],
  });
});

it("is pending where the files that declare it are still to be brought", async () => {
  await manage("DELETE", `/v1/acl/token/${accessorOf("checks")}`);
  const { differences } = await look();
  const brought = difference({
    resource: { type: CONTAINER, name: "consul-access-files", physical: "x" },
    class: "pending",
  });
  const classes = (seen: readonly Difference[]) => pendingAccess(plan, seen).map(({ class: kind }) => kind);
  expect(classes(differences)).toEqual(["drifted"]);
  expect(classes([...differences, brought])).toEqual(["pending", "pending"]);
  expect(classes([...differences, { ...brought, class: "drifted" }])).toEqual(["drifted", "drifted"]);
});
