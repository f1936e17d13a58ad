import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { formatCpu } from "../../fleet/units/cpu";
import { failure } from "../read/failure";
import { PASS, notEvaluated } from "../rule";
import type { ResourceRule } from "../rule";
import { agentOf, serviceOf } from "../subject";

const CORES = /^\d*\.?\d+$/;

export const containerCpuCap: ResourceRule = {
  id: "container-cpu-cap",
  description:
    "Every container has a CPU cap: an agent's within the burst of the profile, a service's within its own `cpu`.",
  category: "sizing",
  severity: "medium",
  rationale:
    "Without a cap one busy agent takes the cores of all. A changed cap replaces the container, so it is the burst; who comes first is decided by `cpuShares`.",
  remediation: "Declare `cpus`, at most what the profile or the service's entry allows.",
  scope: "resource",
  types: [CONTAINER],
  check(resource, { catalog }) {
    const { cpus } = resource.properties;
    if (cpus === UNKNOWN) return notEvaluated("cpus");
    const cores = typeof cpus === "string" && CORES.test(cpus) ? Number(cpus) : 0;
    if (cores <= 0) return failure("cpus", cpus, "a positive number of cores as text");
    const agent = agentOf(resource, catalog);
    if (agent !== null) {
      const { burst } = catalog.profiles.cpu;
      if (cores * 1000 <= burst) return PASS;
      const path = ["sizing", "cpu", "burst"];
      return failure("cpus", formatCpu(cores * 1000), `at most ${formatCpu(burst)}`, {
        file: "profiles",
        path,
      });
    }
    const service = serviceOf(resource, catalog);
    if (service === null || cores * 1000 <= service.cpu) return PASS;
    return failure("cpus", formatCpu(cores * 1000), `at most ${formatCpu(service.cpu)}`, "cpu");
  },
};
