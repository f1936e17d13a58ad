import type { FleetPlan, RoutePlan, ServicePlan } from "../../plan/types";
import { haproxyDuration } from "../../units/duration";
import {
  containerResolvers,
  defaultsSection,
  globalSection,
  IN_CONTAINER,
  metricsFrontend,
  portOf,
  unavailable,
} from "./common";
import type { Surroundings } from "./common";
import { ROUTER_CONFIG } from "./kinds";
import { REGISTRY_DNS, registryDns } from "./registry-dns";
import { file, section, word } from "./text";

/** The header in which a request says its priority; one that says none, or none we know, is in the middle. */
export const PRIORITY_HEADER = "X-Priority";
/** Between the classes of two priorities: any order of classes will do. */
const CLASS_STEP = 100;

/**
 * The configuration of the router: it finds the agents of every pool through the registry's DNS, shares requests out by
 * weight, checks readiness itself, and lets the next pool help when one is busy.
 *
 * @returns the text of `haproxy.cfg`, or null when the stack runs no router or no registry
 */
export function routerConfig(plan: FleetPlan, surroundings: Surroundings = IN_CONTAINER): string | null {
  const router = plan.services.find((service) => service.files[ROUTER_CONFIG] !== undefined);
  const registry = plan.services.find(({ part, ports }) => part === "registry" && ports.dns !== undefined);
  if (router === undefined || registry === undefined) return null;
  const { answerWithin, check } = plan.traffic.router;
  return file([
    globalSection(router, plan),
    section(defaultsSection({ queue: plan.queue.timeout.value, answer: answerWithin }), [
      `http-error ${unavailable(check.interval, "no agent is free")}`,
    ]),
    containerResolvers(surroundings),
    ...registryDns(registry, surroundings.registryPort ?? portOf(registry, "dns")),
    frontend(router, plan, surroundings),
    ...plan.routes.map((route) => pool(route, plan)),
    metricsFrontend(router, surroundings),
  ]);
}

function frontend(router: ServicePlan, plan: FleetPlan, { bind }: Surroundings): string {
  const { spillAbove, check } = plan.traffic.router;
  const retryAfter = Math.max(1, Math.ceil(check.interval));
  return section("frontend router", [
    `bind ${word(`${bind}:${portOf(router, "http")}`)}`,
    ...priorities(plan.queue.priorities),
    `http-after-response set-header Retry-After ${retryAfter} if { status 503 } !{ res.hdr(Retry-After) -m found }`,
    ...plan.routes.flatMap(({ pool }) => [
      `acl ${pool}_gone nbsrv(${pool}) lt 1`,
      `acl ${pool}_busy queue(${pool}) ge ${spillAbove}`,
    ]),
    ...plan.routes.slice(1).map(({ pool }, index) => spill(plan.routes.slice(0, index + 1), pool)),
    `default_backend ${plan.routes[0]?.pool ?? "none"}`,
  ]);
}

/** Lower classes are served first; within one, who came first. */
function priorities(lowestFirst: readonly string[]): string[] {
  const middle = Math.floor((lowestFirst.length - 1) / 2);
  return lowestFirst
    .map((name, index) => ({ name, order: (middle - index) * CLASS_STEP }))
    .filter(({ order }) => order !== 0)
    .map(
      ({ name, order }) =>
        `http-request set-priority-class int(${order}) if { req.hdr(${PRIORITY_HEADER}) -m str ${word(name)} }`,
    );
}

/** A pool takes what all before it have no room for, as long as it has agents and room itself. */
function spill(before: readonly RoutePlan[], pool: string): string {
  // Conditions of HAProxy have no brackets: `A or B` of each pool is multiplied out.
  let ways = [""];
  for (const route of before) {
    ways = ways.flatMap((way) => [`${way}${route.pool}_gone `, `${way}${route.pool}_busy `]);
  }
  const conditions = ways.map((way) => `${way}!${pool}_gone !${pool}_busy`);
  return `use_backend ${pool} if ${conditions.join(" or ")}`;
}

function pool(route: RoutePlan, plan: FleetPlan): string {
  const { perAgent, spareSlots, checkPath, check } = plan.traffic.router;
  const agents = route.classes.reduce((sum, entry) => sum + entry.agents, 0);
  const checks = [
    "check",
    `inter ${haproxyDuration(check.interval)}`,
    `fastinter ${haproxyDuration(check.recheck)}`,
    `downinter ${haproxyDuration(check.interval)}`,
    `fall ${check.failures}`,
    `rise ${check.successes}`,
  ];
  // Agents may share an address and differ in port. None is looked up at the start: the registry may not be there yet.
  const found = [
    `resolvers ${REGISTRY_DNS}`,
    "resolve-opts allow-dup-ip",
    "resolve-prefer ipv4",
    "init-addr none",
  ];
  return section(`backend ${route.pool}`, [
    "balance roundrobin",
    "option httpchk",
    `http-check send meth GET uri ${word(checkPath)}`,
    "http-check expect status 200",
    `timeout check ${haproxyDuration(check.timeout)}`,
    `default-server ${[...checks, `maxconn ${perAgent}`, ...found].join(" ")}`,
    `server-template ${route.pool} 1-${agents + spareSlots} ${word(`_${route.serviceName}._tcp.service.consul`)}`,
  ]);
}
