import type { FleetPlan } from "../../fleet/plan/types";
import { nameOf } from "./events";
import type { Step } from "./events";
import type { EngineStep } from "./request";

/** A step of the engine with the line that the resource comes from. */
export function toEngineStep({ op, urn, type, diff }: Step, plan: FleetPlan): EngineStep {
  const name = nameOf(urn);
  const member =
    plan.agents.find((agent) => agent.name === name) ??
    plan.services.find((service) => service.name === name || service.containerNames.includes(name));
  return { op, urn, type, name, place: member?.place ?? null, changes: Object.keys(diff).sort() };
}
