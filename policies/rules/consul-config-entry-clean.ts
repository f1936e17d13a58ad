import { CONSUL_CONFIG_ENTRY, UNKNOWN } from "../../fleet/resource";
import { NOT_APPLICABLE, PASS, notEvaluated } from "../rule";
import type { ResourceRule } from "../rule";

/** What Consul adds to service-defaults by itself, spelt as it reads them: without underscores and case. */
const ADDED = new Set(["expose", "meshgateway", "transparentproxy"]);

export const consulConfigEntryClean: ResourceRule = {
  id: "consul-config-entry-clean",
  description: "Service defaults in Consul leave out what Consul fills in by itself.",
  category: "registration",
  severity: "medium",
  rationale:
    "Consul gives Expose, MeshGateway and TransparentProxy back in its own form: every refresh would be drift, and real drift is no longer seen.",
  remediation: "Remove Expose, MeshGateway and TransparentProxy from configJson.",
  scope: "resource",
  types: [CONSUL_CONFIG_ENTRY],
  check({ properties }) {
    const { kind, configJson } = properties;
    if (kind === UNKNOWN) return notEvaluated("kind");
    if (kind !== "service-defaults") return NOT_APPLICABLE;
    if (configJson === UNKNOWN) return notEvaluated("configJson");
    const config = parse(configJson);
    if (config === null) {
      return { status: "fail", property: "configJson", found: "no JSON object", wanted: "a JSON object" };
    }
    const found = Object.keys(config).filter((key) => ADDED.has(key.replaceAll("_", "").toLowerCase()));
    if (found.length === 0) return PASS;
    return { status: "fail", property: "configJson", found, wanted: "none of these keys" };
  },
};

function parse(text: unknown): object | null {
  if (typeof text !== "string") return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
