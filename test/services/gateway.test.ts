import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { FleetPlan } from "../../fleet/plan/types";
import { GATEWAY_CONFIG, gatewayConfig } from "../../fleet/render/haproxy";
import { seconds } from "../../fleet/units/duration";
import { readStack } from "../../stacks/read";
import { freePorts } from "../support/consul-server";
import { startDns } from "../support/dns-server";
import type { DnsServer } from "../support/dns-server";
import { checkHaproxy, startHaproxy } from "../support/haproxy";
import type { Haproxy } from "../support/haproxy";
import { startOllama } from "../support/ollama";
import type { Ollama } from "../support/ollama";
import { ROOT } from "../support/project";
import { until } from "../support/until";

/**
 * The rendered model gateway on a real HAProxy before two real Ollamas, with a model made on the spot.
 *
 * Regular checks come once in ten minutes here, so that failures of requests are all that can open a breaker; probes of
 * an open one come every second instead of every fifteen.
 */
const missing = (process.env["FLEET_MISSING_TOOLS"] ?? "").split(",");
const withOllama = missing.includes("ollama") || missing.includes("haproxy") ? describe.skip : describe;
const PATIENCE = 90_000;
const HOSTS = ["127.0.0.4", "127.0.0.5"];

const catalog = loadCatalog(ROOT);

withOllama("the model gateway before two models", () => {
  const models: Ollama[] = [];
  let dns: DnsServer;
  let haproxy: Haproxy;
  let http: number;
  let metrics: number;
  let modelPort: number;

  /** The plan of a stack with two replicas of the model, on this machine. */
  function planHere(): FleetPlan {
    const plan = planFleet(catalog, readStack(ROOT, "staging", catalog));
    const { gateway } = plan.traffic;
    const services = plan.services.map((service) => {
      if (service.files[GATEWAY_CONFIG] !== undefined) return { ...service, ports: { http, metrics } };
      if (service.part !== "models") return service;
      expect(service.containerNames).toHaveLength(HOSTS.length);
      service.containerNames.forEach((name, index) => dns.names.set(name, HOSTS[index] ?? ""));
      return { ...service, ports: { http: modelPort } };
    });
    const traffic = {
      ...plan.traffic,
      gateway: {
        ...gateway,
        check: { ...gateway.check, interval: seconds(600) },
        breaker: { ...gateway.breaker, probeEvery: seconds(1) },
      },
    };
    return { ...plan, services, traffic };
  }

  const ask = async () => {
    const began = performance.now();
    const response = await fetch(`http://127.0.0.1:${http}/api/generate`, {
      method: "POST",
      body: JSON.stringify({ model: "tiny", prompt: "the agent", stream: false }),
    });
    const text = await response.text();
    return { status: response.status, text, headers: response.headers, took: performance.now() - began };
  };
  const up = async (server: number) =>
    (await haproxy.metric("haproxy_server_status", {
      proxy: "model_primary",
      server: `model_primary_${server}`,
      state: "UP",
    })) === 1;
  /** How often a request could not reach a server, whether another one then answered it or not. */
  const errors = async (server: number): Promise<number> => {
    const kinds = ["connection_errors", "retry_warnings", "redispatch_warnings"];
    const labels = { proxy: "model_primary", server: `model_primary_${server}` };
    const counts = kinds.map((kind) => haproxy.metric(`haproxy_server_${kind}_total`, labels));
    return (await Promise.all(counts)).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  };
  /** Asks until the breaker of a server is open; answers the statuses that callers saw. */
  const askUntilOpen = async (server: number): Promise<number[]> => {
    const statuses: number[] = [];
    await until(
      `the breaker of server ${server} to open`,
      async () => {
        // A connection that was in use when the model died may just end.
        statuses.push(
          await ask().then(
            ({ status }) => status,
            () => 0,
          ),
        );
        return !(await up(server));
      },
      PATIENCE,
    );
    return statuses;
  };

  beforeAll(async () => {
    [http = 0, metrics = 0, modelPort = 0] = await freePorts(3);
    dns = await startDns();
    for (const host of HOSTS) models.push(await startOllama(host, modelPort));
    const config = gatewayConfig(planHere(), { bind: "127.0.0.1", nameserver: dns.address }) ?? "";
    expect(checkHaproxy(config)).toEqual({
      ok: true,
      said: expect.not.stringMatching(/WARNING|ALERT/) as string,
    });
    haproxy = await startHaproxy(config, metrics);
    await until("both models", async () => (await up(1)) && (await up(2)), PATIENCE);
    // Each loads its model before anything is measured.
    await until(
      "both to have answered",
      async () => {
        expect((await ask()).status).toBe(200);
        const answers = (server: number) =>
          haproxy.metric("haproxy_server_http_responses_total", {
            server: `model_primary_${server}`,
            code: "2xx",
          });
        return ((await answers(1)) ?? 0) > 0 && ((await answers(2)) ?? 0) > 0;
      },
      PATIENCE,
    );
  });
  afterAll(async () => {
    await haproxy.stop();
    for (const model of models) await model.stop();
    await dns.stop();
  });

  it("passes questions on, and answers back", async () => {
    const { status, text } = await ask();
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ model: "tiny", done: true });
    expect((JSON.parse(text) as { response: string }).response.trim()).not.toBe("");
  });

  it("hides a model that dies from callers, and opens its breaker after three failures", async () => {
    await models[0]?.kill();
    expect(new Set(await askUntilOpen(1))).toEqual(new Set([200]));
    expect(await errors(1)).toBeGreaterThanOrEqual(catalog.profiles.routing.gateway.breaker.failures);
    expect(await up(2)).toBe(true);
    const before = await errors(1);
    for (let count = 0; count < 10; count += 1) expect((await ask()).status).toBe(200);
    // Nobody knocks at an open breaker.
    expect(await errors(1)).toBe(before);
  });

  it("answers at once that no model does while all breakers are open, and stays healthy itself", async () => {
    await models[1]?.kill();
    await askUntilOpen(2);
    const refused = [];
    for (let count = 0; count < 21; count += 1) refused.push(await ask());
    for (const { status, headers, text } of refused) {
      expect(status).toBe(503);
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
      expect(JSON.parse(text)).toEqual({ error: "no model answers" });
    }
    // Wanted are 50 ms; a busy machine may take five times as long.
    const median = refused.map(({ took }) => took).sort((a, b) => a - b)[10] ?? Infinity;
    expect(median).toBeLessThan(250);
    expect(await (await fetch(`http://127.0.0.1:${metrics}/healthz`)).text()).toBe("ok");
  });

  it("closes the breakers when the models are back", async () => {
    await Promise.all(models.map((model) => model.start()));
    await until("both models", async () => (await up(1)) && (await up(2)), PATIENCE);
    expect((await ask()).status).toBe(200);
  });
});
