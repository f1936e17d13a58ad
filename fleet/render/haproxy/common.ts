import type { FleetPlan, ServicePlan } from "../../plan/types";
import { haproxyDuration, seconds } from "../../units/duration";
import type { Seconds } from "../../units/duration";
import { section, word } from "./text";

/** Where the program runs, so that the same configuration serves a container and a process. */
export interface Surroundings {
  /** The address that it listens on; none is all. */
  readonly bind: string;
  /** The DNS server that knows containers by name. Docker's own has the same address in every container. */
  readonly nameserver: string;
  /** A port of loopback through which the registry's DNS is asked. @default the registry's own */
  readonly registryPort?: number;
}

export const IN_CONTAINER: Surroundings = { bind: "", nameserver: "127.0.0.11:53" };

/** The resolver that knows containers by name. */
export const CONTAINER_DNS = "containers";

/** Memory of one connection to a client, with its two buffers, the request behind it and some room, in KiB. */
const KIB_PER_CONNECTION = 64;
/** Open files that no request needs: listeners, checks, DNS. */
const OTHER_FILES = 256;
/** Connecting inside one network takes milliseconds. */
const CONNECT_WITHIN = seconds(2);
/** For a client to say what it wants. */
const REQUEST_WITHIN = seconds(10);

/** The port of a service, by its name in the catalog. */
export function portOf(service: ServicePlan, name: string): number {
  const port = service.ports[name];
  if (port === undefined) throw new Error(`service ${service.name} has no port ${name}`);
  return port;
}

/** A request takes two files, one to either side, and its share of the memory: what both allow. */
export function connectionsOf(service: ServicePlan, plan: FleetPlan): number {
  const byMemory = Math.floor((service.memory.value * 1024) / KIB_PER_CONNECTION);
  const byFiles = Math.floor((plan.container.openFiles - OTHER_FILES) / 2);
  return Math.max(1, Math.min(byMemory, byFiles));
}

export function globalSection(service: ServicePlan, plan: FleetPlan): string {
  return section("global", [
    `maxconn ${connectionsOf(service, plan)}`,
    "log stdout format raw local0 notice",
  ]);
}

/** @param times how long a request may wait, and how long whoever answers it may take */
export function defaultsSection(times: { readonly queue: Seconds; readonly answer: Seconds }): string {
  return section("defaults", [
    "mode http",
    "log global",
    "option dontlognull",
    // Another try goes to another server.
    "option redispatch 1",
    "retries 2",
    `timeout connect ${haproxyDuration(CONNECT_WITHIN)}`,
    `timeout http-request ${haproxyDuration(REQUEST_WITHIN)}`,
    `timeout queue ${haproxyDuration(times.queue)}`,
    `timeout server ${haproxyDuration(times.answer)}`,
    // The client waits silently, first for its turn and then for the answer.
    `timeout client ${haproxyDuration(seconds(times.queue + times.answer + CONNECT_WITHIN))}`,
  ]);
}

/** What every refusal tells: when to come back. */
export function unavailable(retryAfter: Seconds, error: string): string {
  const after = Math.max(1, Math.ceil(retryAfter));
  return `status 503 content-type application/json hdr Retry-After ${after} string '{"error":"${error}"}'`;
}

/** Names of containers change their addresses when containers are replaced; what is gone keeps its last. */
export function containerResolvers({ nameserver }: Surroundings): string {
  return section(`resolvers ${CONTAINER_DNS}`, [
    `nameserver docker ${word(nameserver)}`,
    "resolve_retries 3",
    "timeout resolve 1s",
    "timeout retry 1s",
    "hold valid 1s",
    // An address that a valid answer no longer has is given up at once; without an answer the last one stays.
    "hold obsolete 0s",
    ...["nx", "timeout", "refused", "other"].map((answer) => `hold ${answer} 24h`),
  ]);
}

/** A frontend of its own, so that neither agents nor models that are gone make the proxy unhealthy. */
export function metricsFrontend(service: ServicePlan, { bind }: Surroundings): string {
  return section("frontend metrics", [
    `bind ${word(`${bind}:${portOf(service, "metrics")}`)}`,
    "http-request use-service prometheus-exporter if { path /metrics }",
    'http-request return status 200 content-type text/plain string "ok" if { path /healthz }',
    "http-request deny deny_status 404",
  ]);
}
