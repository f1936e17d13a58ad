import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { checkStack } from "../../cli/pipeline";
import { REGISTRY_TOKENS } from "../../fleet/registry/purposes";
import { ANONYMOUS } from "../../fleet/registry/token-list";
import { tokenName } from "../../fleet/secrets/registry";
import { Deployment } from "../support/deployment";
import type { Ran } from "../support/deployment";
import { ensureConsulImage } from "../support/service-images";
import { until } from "../support/until";

/** A stack whose Consul wants tokens, brought up, looked at and taken down by the command line. */

const AGENTS = 3;
const CONSUL = "sutazai-local-consul";
let deployment: Deployment;
let secrets: Readonly<Record<string, string>>;
const said: Ran[] = [];

async function run(...args: readonly string[]): Promise<Ran> {
  const ran = await deployment.run(...args);
  said.push(ran);
  return ran;
}

async function ask(token: string | null, path: string, init: RequestInit = {}) {
  const { NetworkSettings } = await deployment.host.docker.getContainer(CONSUL).inspect();
  const [network] = Object.values(NetworkSettings.Networks);
  const headers = token === null ? {} : { "X-Consul-Token": token };
  const response = await fetch(`http://${network?.IPAddress ?? ""}:8500${path}`, { ...init, headers });
  const text = await response.text();
  return { status: response.status, text };
}

async function logOf(service: string): Promise<string> {
  const container = deployment.host.docker.getContainer(`sutazai-local-${service}`);
  const log = await container
    .logs({ stdout: true, stderr: true, tail: 30 })
    .catch(() => Buffer.from("no log"));
  return log.toString("utf8");
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

beforeAll(async () => {
  deployment = await Deployment.open(AGENTS, ["consul", "consul-access"]);
  deployment.edit(
    "stacks/tiers.yaml",
    /agentImage: local-stub/,
    "agentImage: local-stub\n    registryAccess: tokens",
  );
  const { plan } = checkStack(deployment.project, "local");
  const consul = plan.services.find(({ name }) => name === "consul");
  await ensureConsulImage(deployment.host.docker, consul?.image.reference ?? "");
});

afterAll(async () => {
  await deployment.close();
});

it("up makes policies and tokens known, and then registers the agents with its own", async () => {
  const ran = await run("up", "--yes");
  // What both say is the first thing to look at.
  const why = ran.code === 0 ? "" : `${ran.err}${await logOf("consul-access")}${await logOf("consul")}`;
  expect(why).toBe("");
  const kept = join(deployment.home, "secrets", "sutazai-local.json");
  secrets = JSON.parse(readFileSync(kept, "utf8")) as Record<string, string>;
  const services = "/v1/catalog/node-services/sutazai-local-agents";
  const seen = await ask(secrets[tokenName("look")] ?? "", services);
  expect((JSON.parse(seen.text) as { Services: unknown[] }).Services).toHaveLength(AGENTS);
  expect((await ask(null, services)).text).not.toContain("sutazai-local-hot");
  expect((await ask(null, "/v1/kv/sutazai/fleet/local/version")).status).toBe(403);
  expect(
    (await ask(null, "/v1/catalog/register", { method: "PUT", body: '{"Node":"x","Address":"127.0.0.1"}' }))
      .status,
  ).toBe(403);
});

it("is clean to a preview that refreshes, and to whoever looks at what runs", async () => {
  const preview = await run("preview", "--refresh", "--format", "json");
  expect(JSON.parse(preview.out)).toMatchObject({ exitCode: 0, steps: [] });
  const { code, out, err } = await run("drift", "--live");
  expect([code, code === 0 ? "" : out + err]).toEqual([0, ""]);
});

it("takes back what anonymous was given", async () => {
  const management = secrets[tokenName("management")] ?? "";
  const path = `/v1/acl/token/${ANONYMOUS}`;
  const body = JSON.stringify({ AccessorID: ANONYMOUS, Policies: [{ Name: "global-management" }] });
  expect((await ask(management, path, { method: "PUT", body })).status).toBe(200);
  await until(
    "anonymous without rights",
    async () => {
      const { text } = await ask(management, path);
      return ((JSON.parse(text) as { Policies?: unknown[] }).Policies ?? []).length === 0;
    },
    90_000,
  );
});

it("drift tells of a token for everything that nobody declared, by its accessor alone", async () => {
  const management = secrets[tokenName("management")] ?? "";
  const made = await ask(management, "/v1/acl/token", {
    method: "PUT",
    body: JSON.stringify({ Description: "of a passer-by", Policies: [{ Name: "global-management" }] }),
  });
  const { AccessorID, SecretID } = JSON.parse(made.text) as { AccessorID: string; SecretID: string };
  const { code, out, err } = await run("drift", "--live");
  expect([code, err]).toEqual([4, ""]);
  expect(out).toContain(`consul acl token delete -accessor-id ${AccessorID}`);
  expect(out).not.toContain(SecretID);
  expect(out).not.toContain(management);
  await ask(management, `/v1/acl/token/${AccessorID}`, { method: "DELETE" });
});

it("shows no token in state, plan, report, history or anything it said", async () => {
  await run("report");
  const tokens = REGISTRY_TOKENS.map((name) => [name, secrets[tokenName(name)] ?? ""] as const);
  expect(tokens.every(([, token]) => token.length === 36)).toBe(true);
  const kept = filesIn(deployment.home).filter((file) => !file.startsWith(join(deployment.home, "secrets")));
  const files = [...kept, ...filesIn(join(deployment.project, "out"))];
  const texts = [
    ...files.map((file) => [file, readFileSync(file, "utf8")]),
    ...said.map(({ out, err }, index) => [`what command ${index} said`, out + err]),
    ["the log of consul-access", await logOf("consul-access")],
  ];
  const found = texts.flatMap(([place = "", text = ""]) =>
    tokens.filter(([, token]) => text.includes(token)).map(([name]) => `${name}: ${place}`),
  );
  expect(found).toEqual([]);
  const state = kept.filter((file) => file.endsWith(join("sutazai", "local.json")));
  expect(state.some((file) => readFileSync(file, "utf8").includes('"ciphertext"'))).toBe(true);
});

it("destroy leaves nothing", async () => {
  const ran = await run("destroy", "--yes");
  expect([ran.code, ran.code === 0 ? "" : ran.err]).toEqual([0, ""]);
  expect(await deployment.left()).toEqual({ containers: [], networks: [], volumes: [] });
});
