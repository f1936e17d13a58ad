import type { NetworkArgs, VolumeArgs } from "@pulumi/docker";
import { LABEL } from "../../fleet/labels";
import type { FleetPlan } from "../../fleet/plan/types";
import { labelList } from "./labels";
import { volumeName } from "./service-container";

/** The one network on which agents and services find each other by name. */
export function networkArgs(plan: FleetPlan) {
  return {
    name: plan.naming.network,
    driver: "bridge",
    labels: labelList({ [LABEL.fleet]: plan.fleet, [LABEL.stack]: plan.stack }),
  } satisfies NetworkArgs;
}

export function volumeArgs(volume: string, service: string, plan: FleetPlan) {
  return {
    name: volumeName(plan, volume),
    labels: labelList({ [LABEL.fleet]: plan.fleet, [LABEL.stack]: plan.stack, [LABEL.service]: service }),
  } satisfies VolumeArgs;
}
