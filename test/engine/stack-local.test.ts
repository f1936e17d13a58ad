import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openForward } from "../../cli/engine/forward/open";
import { openTunnel } from "../../cli/engine/tunnel";
import { forwardTarget } from "../../cli/forward/target";
import { checkStack } from "../../cli/pipeline";
import { Deployment } from "../support/deployment";
import { ensureConsulImage, ensurePrometheusImage } from "../support/service-images";
import { until } from "../support/until";

/** `fleet up --stack local` on a machine with Docker and nothing else: no Consul runs and none is named. */

const AGENTS = 5;
let deployment: Deployment;

/** The address of a container on the fleet's network: this machine's bridge. */
async function addressOf(service: string): Promise<string> {
  const container = deployment.host.docker.getContainer(`sutazai-local-${service}`);
  const { NetworkSettings } = await container.inspect();
  return NetworkSettings.Networks["sutazai-local"]?.IPAddress ?? "";
}

/** As whom Prometheus lets somebody in; only who brought the stack up can read it. */
function loginToPrometheus(): string {
  const file = join(deployment.home, "secrets", "sutazai-local.json");
  const { prometheusPassword = "" } = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  return `Basic ${Buffer.from(`fleet:${prometheusPassword}`).toString("base64")}`;
}

async function ask<T>(service: string, port: number, path: string): Promise<T> {
  const headers = service === "prometheus" ? { authorization: loginToPrometheus() } : {};
  const response = await fetch(`http://${await addressOf(service)}:${port}${path}`, { headers });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

interface Registered {
  readonly Services: readonly { readonly ID: string; readonly Port: number }[];
}
const registered = () => ask<Registered>("consul", 8500, "/v1/catalog/node-services/sutazai-local-agents");

beforeAll(async () => {
  deployment = await Deployment.open(AGENTS, ["consul", "prometheus"]);
  const { plan } = checkStack(deployment.project, "local");
  const imageOf = (name: string) => plan.services.find((service) => service.name === name)?.image.reference;
  await ensureConsulImage(deployment.host.docker, imageOf("consul") ?? "");
  await ensurePrometheusImage(deployment.host.docker, imageOf("prometheus") ?? "");
});

afterAll(async () => {
  await deployment.close();
});

it("a preview needs no Consul and changes nothing", async () => {
  const result = await deployment.json("preview");
  expect(result).toMatchObject({ exitCode: 0, error: null });
  expect(await deployment.left()).toEqual({ containers: [], networks: [], volumes: [] });
});

it("up starts Consul, then registers every agent in it", async () => {
  const ran = await deployment.run("up", "--yes");
  expect(ran.err).not.toContain("error  ");
  expect(ran.code).toBe(0);
  const { plan } = checkStack(deployment.project, "local");
  const { Services } = await registered();
  expect(Services.map(({ ID }) => ID).sort()).toEqual(
    plan.agents.map(({ registration }) => registration.serviceId).sort(),
  );
  for (const { containerName, running } of plan.agents) {
    const { State, HostConfig } = await deployment.host.docker.getContainer(containerName).inspect();
    expect(State.Health?.Status ?? State.Status).toBe(running ? "healthy" : "created");
    expect(HostConfig.PortBindings ?? {}).toEqual({});
  }
});

it("Prometheus has loaded the rules and found the agents", async () => {
  const { plan } = checkStack(deployment.project, "local");
  interface Rules {
    readonly data: { readonly groups: readonly { readonly rules: readonly { readonly name: string }[] }[] };
  }
  const { data } = await ask<Rules>("prometheus", 9090, "/api/v1/rules?type=alert");
  const loaded = data.groups.flatMap(({ rules }) => rules.map(({ name }) => name));
  expect([...new Set(loaded)].sort()).toEqual([...new Set(plan.alerts.map(({ name }) => name))].sort());
  interface Targets {
    readonly data: { readonly activeTargets: readonly { readonly labels: Record<string, string> }[] };
  }
  const hot = plan.agents.filter(({ running }) => running);
  const found = await until("the agents as targets", async () => {
    const targets = await ask<Targets>("prometheus", 9090, "/api/v1/targets?state=active");
    const agents = targets.data.activeTargets.filter(
      ({ labels }) => labels["job"] === "sutazai-local-agents",
    );
    return agents.length === hot.length ? agents : null;
  });
  expect(found.map(({ labels }) => labels["agent"]).sort()).toEqual(hot.map(({ name }) => name).sort());
  expect(found[0]?.labels).toMatchObject({ pool: "hot" });
});

it("Prometheus lets nobody in who does not log in, and finds itself healthy", async () => {
  const response = await fetch(`http://${await addressOf("prometheus")}:9090/api/v1/query?query=up`);
  expect(response.status).toBe(401);
  const { State } = await deployment.host.docker.getContainer("sutazai-local-prometheus").inspect();
  expect(State.Health?.Status).toBe("healthy");
});

it("Consul is reached through Docker itself where its networks are not this machine's", async () => {
  const to = { container: "sutazai-local-consul", network: "sutazai-local", port: 8500 };
  const tunnel = await openTunnel(deployment.host.docker, to, "exec");
  try {
    const read = async (): Promise<unknown> =>
      (await fetch(`http://${tunnel.address}/v1/catalog/nodes`)).json();
    const answers = (await Promise.all([read(), read(), read()])) as { Node: string }[][];
    for (const nodes of answers) expect(nodes.map(({ Node }) => Node)).toContain("sutazai-local-agents");
  } finally {
    await tunnel.close();
  }
});

describe("fleet port-forward", () => {
  it("leads to a service until it is interrupted, and says how to log in", async () => {
    const forwarded = deployment.start(["port-forward", "prometheus", ":http"]);
    const said = await until("a port that leads there", () => {
      const out = forwarded.out();
      return Promise.resolve(out.includes("fleet secrets show") ? out : null);
    });
    const [address = ""] = said.split(" ");
    const password = (await deployment.run("secrets", "show", "prometheusPassword")).out.trim();
    const authorization = `Basic ${Buffer.from(`fleet:${password}`).toString("base64")}`;
    const response = await fetch(`http://${address}/-/healthy`, { headers: { authorization } });
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining("Healthy")]);
    expect(said).not.toContain(password);
    forwarded.kill("SIGINT");
    expect(await forwarded.ended).toMatchObject({ code: 0, err: "" });
  });

  it("goes through another container where Docker's networks are not this machine's and the one has no nc", async () => {
    const { plan } = checkStack(deployment.project, "local");
    const agent = plan.agents.find(({ running }) => running);
    const target = forwardTarget(plan, agent?.name ?? "", ":http");
    const tunnel = await openForward(deployment.host.docker, plan, target, "exec");
    try {
      const { status } = await fetch(`http://${tunnel.address}${agent?.health.path ?? ""}`);
      expect(status).toBe(200);
    } finally {
      await tunnel.close();
    }
  });
});

it("is followed by a preview that changes nothing", async () => {
  const result = await deployment.json("preview", "--refresh");
  expect(result).toMatchObject({ exitCode: 0, steps: [] });
});

it("says that its Consul does not run, and up starts it again, removed or stopped", async () => {
  const consul = deployment.host.docker.getContainer("sutazai-local-consul");
  await consul.stop({ t: 1 });
  const blind = await deployment.json("preview", "--refresh");
  expect(blind).toMatchObject({ exitCode: 2, error: { code: "consul-unreachable" } });
  const stopped = await deployment.run("port-forward", "consul", ":http");
  expect([stopped.code, stopped.out]).toEqual([2, ""]);
  expect(stopped.err).toContain("sutazai-local-consul does not run [not-running]\n  found   exited");
  await consul.remove();
  const ran = await deployment.run("up", "--yes", "--refresh");
  expect(ran.err).not.toContain("error  ");
  expect(ran.code).toBe(0);
  expect((await registered()).Services).toHaveLength(AGENTS);
  expect((await deployment.json("preview", "--refresh")).steps).toEqual([]);
});

it("destroy leaves no container, network or volume", async () => {
  const ran = await deployment.run("destroy", "--yes");
  expect(ran.err).not.toContain("error  ");
  expect(ran.code).toBe(0);
  expect(await deployment.left()).toEqual({ containers: [], networks: [], volumes: [] });
});
