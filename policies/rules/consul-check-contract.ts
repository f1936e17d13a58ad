import type { Profiles } from "../../fleet/catalog/types";
import { CONSUL_SERVICE, UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import type { Seconds } from "../../fleet/units/duration";
import { NOT_APPLICABLE, PASS, notEvaluated } from "../rule";
import type { Outcome, ResourceRule } from "../rule";
import { agentOf } from "../subject";
import { equal } from "../read/equal";
import { sameSpan, secondsOf } from "../read/duration";
import { isRecord, listOf } from "../read/values";
import { shown } from "../read/values";
import type { PropertyRecord } from "../read/values";

export const consulCheckContract: ResourceRule = {
  id: "consul-check-contract",
  description:
    "An agent has exactly one HTTP check in Consul, on its readiness path, as often and as patient as the profile says.",
  category: "registration",
  severity: "high",
  rationale:
    "A connect only proves a process. Only an agent that says itself that it is ready may get requests, and none before its first answer.",
  remediation: "Let the Registry component write the check, from health.consul in catalog/profiles.yaml.",
  scope: "resource",
  types: [CONSUL_SERVICE],
  check(resource, { catalog }) {
    if (agentOf(resource, catalog) === null) return NOT_APPLICABLE;
    const { properties } = resource;
    const { checks } = properties;
    if (checks === UNKNOWN || listOf(checks).includes(UNKNOWN)) return notEvaluated("checks");
    const byHttp = listOf(checks)
      .filter(isRecord)
      .filter((check) => check["http"] !== undefined && check["http"] !== null && check["http"] !== "");
    const [check] = byHttp;
    if (check === undefined || byHttp.length > 1) {
      return {
        status: "fail",
        property: "checks",
        found: describe(checks, byHttp.length),
        wanted: "exactly one HTTP check",
      };
    }
    const { health } = catalog.profiles;
    return [
      url(check, properties, health),
      span("checks.interval", check["interval"], health.consul.interval),
      span("checks.timeout", check["timeout"], health.consul.timeout),
      equal("checks.status", check["status"], "critical"),
    ];
  },
};

/** The check asks the address that is registered; while that is unknown, only the path can be compared. */
function url(check: PropertyRecord, registered: PropertyRecord, health: Profiles["health"]): Outcome {
  const { http } = check;
  if (typeof http !== "string") return notEvaluated("checks.http");
  const { address, port } = registered;
  const known = typeof address === "string" && typeof port === "number";
  if (known) return equal("checks.http", http, `http://${address}:${port}${health.readinessPath}`);
  if (http.endsWith(health.readinessPath)) return notEvaluated("checks.http");
  return {
    status: "fail",
    property: "checks.http",
    found: http,
    wanted: `the path ${health.readinessPath}`,
  };
}

/** Compares by value: `10s` is `10000ms`. */
function span(property: string, found: PropertyValue, wanted: Seconds): Outcome {
  if (found === UNKNOWN) return notEvaluated(property);
  if (typeof found === "string" && sameSpan(secondsOf(found), wanted)) return PASS;
  return { status: "fail", property, found: shown(found), wanted: `${wanted}s` };
}

function describe(checks: PropertyValue, byHttp: number): string {
  const all = listOf(checks).length;
  if (byHttp > 0) return `${byHttp} HTTP checks`;
  return all === 0 ? "no check" : `${all} ${all === 1 ? "check" : "checks"}, none by HTTP`;
}
