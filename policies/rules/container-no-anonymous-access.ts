import type { CatalogService } from "../../fleet/catalog/types";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { ResourceView } from "../../fleet/resource";
import { flagValues, wordsOf } from "../read/command";
import { loaderOf } from "../read/file-loader";
import { failure } from "../read/failure";
import { readImage } from "../read/image";
import { passUnless } from "../read/outcomes";
import { elementsOf } from "../read/values";
import { PASS, notEvaluated } from "../rule";
import type { Outcome, ResourceRule } from "../rule";
import { serviceOf } from "../subject";

const WEB_CONFIG = "--web.config.file";
/** Ways into Grafana without a password of its own; each is off unless it is switched on. */
const OPEN_DOORS = ["GF_AUTH_ANONYMOUS_ENABLED", "GF_USERS_ALLOW_SIGN_UP", "GF_AUTH_PROXY_ENABLED"];

type Judge = (resource: ResourceView, service: CatalogService | null) => readonly Outcome[];

/** What is known to let everybody in unless it is told otherwise, by the last part of its image's name. */
const JUDGES: readonly (readonly [RegExp, Judge])[] = [
  [/(?:^|\/)prometheus$/i, (resource, service) => webConfig(resource, service, "prometheus-web-config")],
  [/(?:^|\/)alertmanager$/i, (resource, service) => webConfig(resource, service, "alertmanager-web-config")],
  [/(?:^|\/)grafana(?:-oss|-enterprise)?$/i, grafana],
];

export const containerNoAnonymousAccess: ResourceRule = {
  id: "container-no-anonymous-access",
  description: "Prometheus, Alertmanager and Grafana let nobody in without a login of the stack.",
  category: "security",
  severity: "critical",
  rationale:
    "Whoever reaches them reads everything that is known of the fleet, and can silence its alerts; each lets everybody in, or knows a default password, unless it is told otherwise.",
  remediation:
    "Give the service the files and settings that docs/monitoring.md lists: a web configuration for Prometheus and Alertmanager, passwords in files for Grafana.",
  scope: "resource",
  types: [CONTAINER],
  check(resource, { catalog }) {
    const { image } = resource.properties;
    if (image === UNKNOWN) return notEvaluated("image");
    // Nothing ever runs in it.
    if (typeof image !== "string" || loaderOf(resource, catalog) !== null) return PASS;
    const { reference, tag } = readImage(image);
    const name = tag === null ? reference : reference.slice(0, -tag.length - 1);
    const judge = JUDGES.find(([form]) => form.test(name))?.[1];
    return judge === undefined ? PASS : passUnless([...judge(resource, serviceOf(resource, catalog))]);
  },
};

function webConfig(resource: ResourceView, service: CatalogService | null, kind: string): readonly Outcome[] {
  const words = wordsOf(resource);
  if (words === UNKNOWN) return [notEvaluated("command")];
  return brought("command", flagValues(words, WEB_CONFIG).at(-1), service, kind);
}

function grafana(resource: ResourceView, service: CatalogService | null): readonly Outcome[] {
  const words = wordsOf(resource);
  const entries = elementsOf(resource.properties["envs"]);
  if (words === UNKNOWN) return [notEvaluated("command")];
  if (entries.includes(UNKNOWN)) return [notEvaluated("envs")];
  const variables = new Map<string, string>();
  for (const entry of entries) {
    const [name = "", ...value] = typeof entry === "string" ? entry.split("=") : [];
    variables.set(name, value.join("="));
  }
  const problems: Outcome[] = [];
  // Settings on the command line count more than variables.
  const setting = words.find((word) => word.includes("cfg:"));
  if (setting !== undefined)
    problems.push(failure("command", setting.split("=")[0] ?? "", "settings in variables alone"));
  for (const name of OPEN_DOORS) {
    const value = variables.get(name) ?? "false";
    if (value !== "false") problems.push(failure(`envs.${name}`, value, "false"));
  }
  const file = (name: string, kind: string): readonly Outcome[] =>
    brought(`envs.${name}`, variables.get(name), service, kind);
  problems.push(...file("GF_SECURITY_ADMIN_PASSWORD__FILE", "grafana-admin-password"));
  if (variables.get("GF_METRICS_ENABLED") === "false") return problems;
  const user = variables.get("GF_METRICS_BASIC_AUTH_USERNAME") ?? "";
  if (user === "") problems.push(failure("envs.GF_METRICS_BASIC_AUTH_USERNAME", null, "a user"));
  problems.push(...file("GF_METRICS_BASIC_AUTH_PASSWORD__FILE", "grafana-metrics-password"));
  return problems;
}

/** The path has to be the one of the file that is made of the stack's secrets. */
function brought(
  property: string,
  path: string | undefined,
  service: CatalogService | null,
  kind: string,
): readonly Outcome[] {
  const wanted = service?.files[kind];
  if (path !== undefined && path === wanted) return [];
  return [failure(property, path ?? null, wanted ?? `a file of kind ${kind} under files`)];
}
