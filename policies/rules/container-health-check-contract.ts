import type { CatalogService } from "../../fleet/catalog/types";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import { agentImageOf } from "../read/agent-image";
import { sameSpan, secondsOf } from "../read/duration";
import { TESTS, testsOf } from "../read/health-command";
import { failure } from "../read/failure";
import { passUnless } from "../read/outcomes";
import { remember } from "../read/remember";
import { fieldOf } from "../read/values";
import { NOT_APPLICABLE, notEvaluated } from "../rule";
import type { Expected, Outcome, ResourceRule } from "../rule";
import { agentOf, serviceOf } from "../subject";

const DURATIONS = ["interval", "timeout", "startPeriod"] as const;
const ADDRESS = /\b(https?):\/\/(\[[^\]]+\]|[\w.-]+)(?::(\d+))?([^\s'"`)?#;|&]*)/;
const OWN_HOSTS = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** The first address of a text, without its query; empty when there is none. Loopback under one name. */
const addressOf = remember((text) => {
  const match = ADDRESS.exec(text);
  if (match === null) return "";
  const [, scheme = "", host = "", port = scheme === "https" ? "443" : "80", path = ""] = match;
  return `${scheme}://${OWN_HOSTS.has(host) ? "127.0.0.1" : host}:${port}${path === "" ? "/" : path}`;
});

export const containerHealthCheckContract: ResourceRule = {
  id: "container-health-check-contract",
  description:
    "Times, retries and address of a health check are those of the health contract in the catalog.",
  category: "health",
  severity: "high",
  rationale:
    "Checks that asked other paths than the agents serve, or gave up before they were started, are why only one agent of the old system counted as healthy.",
  remediation: "Take interval, timeout, startPeriod, startInterval, retries, path and port from the catalog.",
  scope: "resource",
  types: [CONTAINER],
  check(resource, expected) {
    const { catalog } = expected;
    const agent = agentOf(resource, catalog);
    const service = agent === null ? serviceOf(resource, catalog) : null;
    if (agent === null && service === null) return NOT_APPLICABLE;
    const { healthcheck } = resource.properties;
    if (healthcheck === UNKNOWN) return notEvaluated("healthcheck");
    // Without a check there is nothing to compare: container-health-check-present says so.
    const tests = testsOf(resource);
    if (tests !== UNKNOWN && (tests.length === 0 || tests[0] === "NONE")) return NOT_APPLICABLE;
    const problems: Outcome[] = [];
    judgeTimes(resource, service, expected, problems);
    if (tests === UNKNOWN) problems.push(notEvaluated(TESTS));
    else if (service !== null) judgeCommand(tests, service, problems);
    else if (agent !== null) {
      const { port } = agentImageOf(agent, expected);
      judgeAddress(tests, port, catalog.profiles.health.livenessPath, problems);
    }
    return passUnless(problems);
  },
};

function judgeTimes(
  resource: ResourceView,
  service: CatalogService | null,
  { catalog }: Expected,
  problems: Outcome[],
): void {
  const own = service?.health.startPeriod ?? null;
  const contract = { ...catalog.profiles.health.docker, ...(own === null ? {} : { startPeriod: own }) };
  const { healthcheck } = resource.properties;
  for (const key of [...DURATIONS, "startInterval"] as const) {
    const value = fieldOf(healthcheck, key);
    const wanted = contract[key];
    // Docker Engines before 25 know no interval for the start, so nobody declares one there: 0s is none.
    if (key === "startInterval" && (value === undefined || value === null || value === "0s")) continue;
    if (typeof value === "string" && wanted !== undefined && sameSpan(secondsOf(value), wanted)) continue;
    problems.push(
      value === UNKNOWN
        ? notEvaluated(`healthcheck.${key}`)
        : failure(
            `healthcheck.${key}`,
            value,
            wanted === undefined ? "none" : `${wanted}s`,
            key === "startPeriod" && own !== null
              ? "health"
              : { file: "profiles", path: ["health", "docker", key] },
          ),
    );
  }
  const retries = fieldOf(healthcheck, "retries");
  if (retries === contract.retries) return;
  problems.push(
    retries === UNKNOWN
      ? notEvaluated("healthcheck.retries")
      : failure("healthcheck.retries", retries, String(contract.retries), {
          file: "profiles",
          path: ["health", "docker", "retries"],
        }),
  );
}

/** An agent asks itself, on its own port, on the liveness path. */
function judgeAddress(
  tests: readonly PropertyValue[],
  port: number,
  path: string,
  problems: Outcome[],
): void {
  let unknown = -1;
  let found: string | null = null;
  for (const [index, part] of tests.entries()) {
    if (part === UNKNOWN && unknown < 0) unknown = index;
    if (typeof part !== "string") continue;
    const address = addressOf(part);
    if (address === "") continue;
    found = address;
    break;
  }
  const wanted = `http://127.0.0.1:${port}${path}`;
  if (found === wanted) return;
  if (found === null && unknown >= 0) problems.push(notEvaluated(`${TESTS}[${unknown}]`));
  else problems.push(failure(TESTS, found ?? "no address", wanted, { file: "profiles", path: ["health"] }));
}

/** A service's check is the command of its entry, word for word. */
function judgeCommand(
  tests: readonly PropertyValue[],
  { health }: CatalogService,
  problems: Outcome[],
): void {
  const wanted = ["CMD", ...health.command];
  const wrong =
    tests.length !== wanted.length || tests.some((part, index) => part !== UNKNOWN && part !== wanted[index]);
  if (wrong) return void problems.push(failure(TESTS, tests, wanted.join(" "), "health"));
  const unknown = tests.indexOf(UNKNOWN);
  if (unknown >= 0) problems.push(notEvaluated(`${TESTS}[${unknown}]`));
}
