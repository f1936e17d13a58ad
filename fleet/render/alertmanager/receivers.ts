import type { FleetPlan } from "../../plan/types";
import { RECEIVER_SECRET } from "../../secrets/receivers";
import type { Secrets } from "../../secrets/types";
import { NOT_KNOWN } from "../secret-text";

/**
 * Where notifications go whose receiver nobody has given: nowhere, under a name that says in Alertmanager's log what to
 * do. They fail, and `FleetNotificationsFailing` says so.
 */
const NOWHERE = "http://127.0.0.1:9/nobody-is-told-until-this-is-given";

/** The address of each receiver's webhook, by kind. @param secrets null: as everybody may see them */
export function receiverFiles(plan: FleetPlan, secrets: Secrets | null): Record<string, string> {
  const asked = new Set(plan.services.flatMap(({ files }) => Object.keys(files)));
  const files: Record<string, string> = {};
  for (const [kind, name] of Object.entries(RECEIVER_SECRET)) {
    if (!asked.has(kind)) continue;
    files[kind] = secrets === null ? NOT_KNOWN : `${secrets[name]?.trim() ?? `${NOWHERE}/${name}`}\n`;
  }
  return files;
}
