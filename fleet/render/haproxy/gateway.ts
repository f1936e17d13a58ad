import type { FleetPlan, ServicePlan } from "../../plan/types";
import { haproxyDuration } from "../../units/duration";
import {
  CONTAINER_DNS,
  containerResolvers,
  defaultsSection,
  globalSection,
  IN_CONTAINER,
  metricsFrontend,
  portOf,
  unavailable,
} from "./common";
import type { Surroundings } from "./common";
import { GATEWAY_CONFIG } from "./kinds";
import { file, hostAndPort, section, word } from "./text";

/** Lists the models. The path `/` would only prove that a process runs. */
const CHECK_PATH = "/api/tags";
/** The backend of a model, by its place in the order in which they are asked; alerts know them by their first letters. */
function backendName(place: number): string {
  if (place === 0) return "model_primary";
  return place === 1 ? "model_fallback" : `model_fallback_${place}`;
}

/**
 * The configuration of the model gateway: it bounds what a model is asked at once, opens a breaker after failures, and
 * answers at once while no model can.
 *
 * The first service of models, by name, is the primary; each further one, such as a smaller model, is asked while none
 * before it answers.
 * Replicas of one model share its requests, each behind a breaker of its own.
 *
 * @returns the text of `haproxy.cfg`, or null when the stack runs no gateway or no model
 */
export function gatewayConfig(plan: FleetPlan, surroundings: Surroundings = IN_CONTAINER): string | null {
  const gateway = plan.services.find((service) => service.files[GATEWAY_CONFIG] !== undefined);
  const models = plan.services.filter((service) => service.part === "models" && service !== gateway);
  if (gateway === undefined || models.length === 0) return null;
  const { answerWithin, breaker } = plan.traffic.gateway;
  const backends = models.map((_, place) => backendName(place));
  return file([
    globalSection(gateway, plan),
    section(defaultsSection({ queue: answerWithin, answer: answerWithin }), [
      `http-error ${unavailable(breaker.probeEvery, "no model is free")}`,
    ]),
    containerResolvers(surroundings),
    section("frontend gateway", [
      `bind ${word(`${surroundings.bind}:${portOf(gateway, "http")}`)}`,
      ...backends.map((name) => `use_backend ${name} if { nbsrv(${name}) ge 1 }`),
      "default_backend none",
    ]),
    ...backends.flatMap((name, index) => {
      const model = models[index];
      return model === undefined ? [] : [backend(name, model, plan)];
    }),
    section("backend none", [`http-request return ${unavailable(breaker.probeEvery, "no model answers")}`]),
    metricsFrontend(gateway, surroundings),
  ]);
}

function backend(name: string, model: ServicePlan, plan: FleetPlan): string {
  const { perModel, check, breaker } = plan.traffic.gateway;
  const server = [
    "check",
    `inter ${haproxyDuration(check.interval)}`,
    // Between two probes of an open breaker too: HAProxy probes this often while a server is on its way up.
    `fastinter ${haproxyDuration(breaker.probeEvery)}`,
    `downinter ${haproxyDuration(breaker.probeEvery)}`,
    `fall ${breaker.failures}`,
    `rise ${breaker.successes}`,
    "observe layer7",
    `error-limit ${breaker.failures}`,
    "on-error mark-down",
    `maxconn ${perModel}`,
    `resolvers ${CONTAINER_DNS}`,
    "resolve-prefer ipv4",
    // The gateway starts before, after or without its models.
    "init-addr none",
  ];
  return section(`backend ${name}`, [
    "balance leastconn",
    "option httpchk",
    `http-check send meth GET uri ${CHECK_PATH}`,
    "http-check expect status 200",
    `timeout check ${haproxyDuration(check.timeout)}`,
    // Asking a model again changes nothing in it: another replica may answer what one could not.
    "retry-on conn-failure empty-response 500 503",
    `default-server ${server.join(" ")}`,
    ...model.containerNames.map(
      (host, index) => `server ${name}_${index + 1} ${hostAndPort(host, portOf(model, "http"))}`,
    ),
  ]);
}
