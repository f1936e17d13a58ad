import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import { NOT_APPLICABLE, PASS, notEvaluated } from "../rule";
import type { FleetRule, Outcome } from "../rule";
import { subjectOf } from "../subject";
import { isRecord, listOf } from "../read/values";

/** Listens on every address of the host. */
const ANY = "any address";
const SPELLINGS_OF_ANY: readonly PropertyValue[] = [undefined, null, "", "0.0.0.0", "::"];

export const uniqueHostPorts: FleetRule = {
  id: "unique-host-ports",
  description: "No port of the host is published twice.",
  category: "feasibility",
  severity: "critical",
  rationale: "The second container that wants a port can't start, whatever else is right.",
  remediation: "Publish another port, or none: agents are found through Consul.",
  scope: "fleet",
  check(resources, { catalog }) {
    const taken = new Map<string, Map<string, string>>();
    const outcomes: Outcome[] = [];
    let published = 0;
    for (const resource of resources) {
      if (resource.type !== CONTAINER) continue;
      const { ports } = resource.properties;
      const subject = subjectOf(resource, catalog);
      if (ports === UNKNOWN) outcomes.push(notEvaluated("ports", subject));
      for (const port of listOf(ports)) {
        if (port === UNKNOWN) outcomes.push(notEvaluated("ports", subject));
        if (!isRecord(port)) continue;
        const { external, protocol = "tcp", ip } = port;
        if (external === UNKNOWN || protocol === UNKNOWN || ip === UNKNOWN) {
          outcomes.push(notEvaluated("ports", subject));
          continue;
        }
        // Without a number of its own Docker chooses a free one.
        if (typeof external !== "number" || external === 0) continue;
        published += 1;
        const key = `${external}/${typeof protocol === "string" ? protocol : "tcp"}`;
        const address = typeof ip === "string" && !SPELLINGS_OF_ANY.includes(ip) ? ip : ANY;
        const owner = take(taken, key, address, resource.name);
        if (owner !== null)
          outcomes.push({
            status: "fail",
            property: "ports",
            subject,
            found: `${key} on ${address}, taken by ${owner}`,
            wanted: "a port of its own",
          });
      }
    }
    if (outcomes.length > 0) return outcomes;
    return [published === 0 ? NOT_APPLICABLE : PASS];
  },
};

/** Takes a port for a container; answers who has it already. */
function take(
  taken: Map<string, Map<string, string>>,
  key: string,
  address: string,
  name: string,
): string | null {
  const owners = taken.get(key) ?? new Map<string, string>();
  taken.set(key, owners);
  const owner = address === ANY ? [...owners.values()][0] : (owners.get(address) ?? owners.get(ANY));
  if (owner === undefined) owners.set(address, name);
  return owner ?? null;
}
