import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { FleetPlan, ServicePlan } from "../../fleet/plan/types";
import { MODEL_BACKENDS } from "../../fleet/plan/alerts/metrics";
import { GATEWAY_CONFIG, gatewayConfig, ROUTER_CONFIG, routerConfig } from "../../fleet/render/haproxy";
import { readStack } from "../../stacks/read";
import { checkHaproxy } from "../support/haproxy";
import { ROOT } from "../support/project";

const missing = (process.env["FLEET_MISSING_TOOLS"] ?? "").split(",");

const catalog = loadCatalog(ROOT);
const planOf = (stack: string) => planFleet(catalog, readStack(ROOT, stack, catalog));
const plan = planOf("dev");
const edit = (change: (service: ServicePlan) => Partial<ServicePlan>): FleetPlan => ({
  ...plan,
  services: plan.services.map((service) => ({ ...service, ...change(service) })),
});
const without = (drop: (service: ServicePlan) => boolean): FleetPlan => ({
  ...plan,
  services: plan.services.filter((service) => !drop(service)),
});

describe("the configuration of the router", () => {
  it("is the same text for the same plan", () => {
    expect(routerConfig(plan)).toMatchSnapshot();
    expect(routerConfig(planOf("dev"))).toBe(routerConfig(plan));
  });

  it("has a slot for every agent of a pool, and some to spare", () => {
    const { spareSlots } = catalog.profiles.routing.router;
    for (const { name, agents } of plan.pools)
      expect(routerConfig(plan)).toContain(
        `server-template ${name} 1-${agents + spareSlots} _sutazai-dev-${name}.`,
      );
  });

  it("opens no more connections than files and memory allow", () => {
    const most = (config: string | null) => Number(/maxconn (\d+)/.exec(config ?? "")?.[1]);
    expect(most(routerConfig(plan)) * 2).toBeLessThan(plan.container.openFiles);
    const small = { ...plan.services[0]?.memory, value: 16 } as ServicePlan["memory"];
    expect(most(routerConfig(edit(() => ({ memory: small }))))).toBe(256);
  });

  it("is not there in a stack without router or registry", () => {
    expect(routerConfig(without(({ files }) => files[ROUTER_CONFIG] !== undefined))).toBeNull();
    expect(routerConfig(without(({ part }) => part === "registry"))).toBeNull();
  });
});

describe("the configuration of the model gateway", () => {
  it("has one server for each replica, with a breaker of its own", () => {
    expect(gatewayConfig(planOf("staging"))).toMatchSnapshot();
  });

  it("asks a second model when the first is away", () => {
    const model = plan.services.find(({ name }) => name === "ollama");
    if (model === undefined) throw new Error("no model");
    const small = { ...model, name: "small", containerNames: ["sutazai-dev-small"] };
    const config = gatewayConfig({ ...plan, services: [...plan.services, small] }) ?? "";
    const first = config.indexOf("use_backend model_primary if { nbsrv(model_primary) ge 1 }");
    const second = config.indexOf("use_backend model_fallback if { nbsrv(model_fallback) ge 1 }");
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first);
    expect(config).toContain("server model_fallback_1 sutazai-dev-small:11434");
  });

  describe("with three servers of models", () => {
    const model = plan.services.find(({ name }) => name === "ollama");
    if (model === undefined) throw new Error("no model");
    const more = ["small", "smaller"].map((name) => ({
      ...{ ...model, name, containerNames: [`sutazai-dev-${name}`, `sutazai-dev-${name}-2`] },
    }));
    const config = gatewayConfig({ ...plan, services: [...plan.services, ...more] }) ?? "";

    it("asks each while none before it answers, and all their replicas", () => {
      const asked = [...config.matchAll(/use_backend (\S+) if \{ nbsrv\((\S+)\) ge 1 \}/g)];
      expect(asked.map(([, name]) => name)).toEqual(["model_primary", "model_fallback", "model_fallback_2"]);
      for (const [, name, counted] of asked) {
        expect(counted).toBe(name);
        expect(config.split(`\nbackend ${name}\n`)).toHaveLength(2);
        expect(name).toMatch(new RegExp(`^(?:${MODEL_BACKENDS})$`));
      }
      expect(config).toContain("server model_fallback_2_1 sutazai-dev-smaller:11434");
      expect(config).toContain("server model_fallback_2_2 sutazai-dev-smaller-2:11434");
    });

    (missing.includes("haproxy") ? it.skip : it)("is taken by HAProxy without a warning", () => {
      expect(checkHaproxy(config)).toEqual({
        ok: true,
        said: expect.not.stringMatching(/WARNING|ALERT/) as string,
      });
    });
  });

  it("is not there in a stack without gateway or model", () => {
    expect(gatewayConfig(without(({ files }) => files[GATEWAY_CONFIG] !== undefined))).toBeNull();
    expect(gatewayConfig(without(({ name }) => name === "ollama"))).toBeNull();
  });
});

describe("a name that is no name", () => {
  it.each(["a b", "a\n    server evil 10.0.0.1:80", "a#b", 'a"b', "a;b", "a'b", "a\\b", "${HOME}", ""])(
    "is refused, so that it can't become a directive: %j",
    (name) => {
      const refused = /can't stand in a configuration of HAProxy/;
      const evil = edit(() => ({ containerNames: [name] }));
      expect(() => routerConfig(evil)).toThrow(refused);
      expect(() => gatewayConfig(evil)).toThrow(refused);
      const routes = plan.routes.map((route) => ({ ...route, serviceName: `${name}?` }));
      expect(() => routerConfig({ ...plan, routes })).toThrow(refused);
      const priorities = ["low", "normal", name];
      expect(() => routerConfig({ ...plan, queue: { ...plan.queue, priorities } })).toThrow(refused);
    },
  );
});
