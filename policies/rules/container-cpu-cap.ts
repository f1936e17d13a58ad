import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { formatCpu } from "../../fleet/units/cpu";
import type { Millicores } from "../../fleet/units/cpu";
import { failure } from "../read/failure";
import { PASS, notEvaluated } from "../rule";
import type { Cause, Outcome, ResourceRule } from "../rule";
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
  measures: "cpu",
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
      return tooMuch(cores, burst, { file: "profiles", path: ["sizing", "cpu", "burst"] });
    }
    const service = serviceOf(resource, catalog);
    if (service === null || cores * 1000 <= service.cpu) return PASS;
    return tooMuch(cores, service.cpu, "cpu");
  },
};

function tooMuch(cores: number, most: Millicores, cause: string | Cause): Outcome {
  return {
    status: "fail",
    property: "cpus",
    found: formatCpu(cores * 1000),
    measured: cores * 1000,
    wanted: `at most ${formatCpu(most)}`,
    cause,
  };
}
