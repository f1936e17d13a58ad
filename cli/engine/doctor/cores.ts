import type Docker from "dockerode";
import type { FleetPlan } from "../../../fleet/plan/types";
import { coresText } from "../../../fleet/units/cpu";
import { ok } from "./model";
import type { Examined } from "./model";

/** Whether the Docker Engine has as many cores as the largest limit of the plan: it makes no container with more. */
export async function examineCores(plan: FleetPlan, docker: Pick<Docker, "info">): Promise<Examined> {
  const { NCPU } = (await docker.info()) as { readonly NCPU: number };
  const limits = [
    ...plan.services.map(({ name, cpu }) => ({
      ...{ name, value: cpu.value },
      how: `Set limits: { ${name}: { cpu: ${NCPU} } } for the tier in stacks/tiers.yaml`,
    })),
    ...plan.agents.map(({ name, sizing }) => ({
      ...{ name, value: sizing.cpuBurst.value, how: "Lower sizing.cpu.burst in catalog/profiles.yaml" },
    })),
  ];
  const largest = limits.reduce((most, each) => (each.value > most.value ? each : most));
  const found = `${NCPU} cores`;
  const wanted = `at least ${coresText(largest.value)}, the limit of ${largest.name}`;
  if (largest.value <= NCPU * 1000) return ok("daemon", "docker cores", found, wanted);
  return {
    ...{ kind: "daemon", name: "docker cores", standing: "wrong", found, wanted },
    fix: `${largest.how}, or give Docker more cores.`,
  };
}
