import { posix } from "node:path";
import type { CatalogService } from "../../fleet/catalog/types";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { mountsOf } from "../read/mounts";
import type { Mount } from "../read/mounts";
import { failure } from "../read/failure";
import { passUnless } from "../read/outcomes";
import { PASS, notEvaluated } from "../rule";
import type { Outcome, ResourceRule } from "../rule";
import { agentOf, serviceOf } from "../subject";

export const containerHostMounts: ResourceRule = {
  id: "container-host-mounts",
  description:
    "Agents mount nothing of the host; a service only what its entry lists with a reason, read-only.",
  category: "security",
  severity: "critical",
  rationale: "A folder of the host in a container is a way out of it, and ties the agent to one machine.",
  remediation:
    "Use a volume, or list the path with its reason under `hostMounts` of the service and mount it read-only.",
  scope: "resource",
  types: [CONTAINER],
  check(resource, { catalog }) {
    const mounts = mountsOf(resource);
    if (mounts.length === 0) return PASS;
    const service = agentOf(resource, catalog) === null ? serviceOf(resource, catalog) : null;
    const problems: Outcome[] = [];
    for (const mount of mounts) {
      const problem = judge(mount, service?.hostMounts ?? []);
      if (problem !== null) problems.push(problem);
    }
    return passUnless(problems);
  },
};

function judge(mount: Mount, allowed: CatalogService["hostMounts"]): Outcome | null {
  const { property, host, from, target, readOnly } = mount;
  if (from !== null && from !== UNKNOWN) return failure(property, `all of container ${from}`, "own mounts");
  if (host === UNKNOWN || from === UNKNOWN) return notEvaluated(property);
  if (host === null) return null;
  const listed = allowed.filter((entry) => samePath(entry.host, host));
  if (listed.length === 0) return failure(property, host, wantedOf(allowed), "hostMounts");
  if (readOnly === false) return failure(`${property}.readOnly`, false, "true", "hostMounts");
  if (target === UNKNOWN) return notEvaluated(`${property}.containerPath`);
  if (!listed.some((entry) => samePath(entry.container, target)))
    return failure(property, `${host} at ${target}`, wantedOf(listed), "hostMounts");
  return readOnly === UNKNOWN ? notEvaluated(`${property}.readOnly`) : null;
}

function wantedOf(allowed: CatalogService["hostMounts"]): string {
  if (allowed.length === 0) return "nothing of the host";
  return `only ${allowed.map(({ host, container }) => `${host} at ${container}`).join(", ")}`;
}

function samePath(a: string, b: string): boolean {
  const plain = (path: string): string => posix.normalize(`${path}/`);
  return plain(a) === plain(b);
}
