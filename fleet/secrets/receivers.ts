import type { FleetPlan } from "../plan/types";
import type { NeededSecret } from "./types";

/** Of which secret the file with the address of a receiver is made, by its kind. */
export const RECEIVER_SECRET: Readonly<Record<string, string>> = {
  "alert-receiver-page": "alertPageWebhook",
  "alert-receiver-ticket": "alertTicketWebhook",
  "alert-receiver-watchdog": "alertWatchdogWebhook",
};

const FOR: Readonly<Record<string, string>> = {
  alertPageWebhook: "the webhook that alerts which can't wait go to",
  alertTicketWebhook: "the webhook that all other alerts go to",
  alertWatchdogWebhook: "the webhook that hears every five minutes that alerts would be heard",
};

/** The addresses of webhooks, which only people know: who has one of them can write to it. */
export function receiverSecrets(plan: FleetPlan): readonly NeededSecret[] {
  const kinds = plan.services.flatMap(({ files }) => Object.keys(files));
  const names = kinds.flatMap((kind) => RECEIVER_SECRET[kind] ?? []);
  return [...new Set(names)].map((name) => ({ name, kind: "given", for: FOR[name] ?? "a webhook" }));
}
