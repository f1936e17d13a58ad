import { stringify } from "yaml";
import type { FleetPlan } from "../../plan/types";
import { prometheusDuration, seconds } from "../../units/duration";
import { CAUSES, SERVICE_MISSING, SERVICE_OUTAGE, WATCHDOG } from "./causes";

/** The kind of file that makes a service the one that notifies. */
export const ALERTMANAGER_CONFIG = "alertmanager-config";
/** Where the addresses of receivers are read from, each time: they are secrets, and change without a restart. */
export const RECEIVERS_FOLDER = "/etc/alertmanager/receivers";
/** Who is told: of what can't wait, of what can, and that all of this works. */
export const RECEIVERS = ["page", "ticket", "watchdog"] as const;

const HEADER = "# Generated from the catalog by `fleet report`. Do not edit.\n";
/** Where a message stands that tells only of the watchdog: often enough for who waits for it. */
const WATCHDOG_EVERY = seconds(300);

/**
 * The configuration of Alertmanager: who is told of what, what is told together, and what is left out because its cause
 * is told already.
 *
 * @param receivers the folder with one file for each receiver, named like it, that holds the address of its webhook
 * @returns the text of `alertmanager.yml`
 */
export function alertmanagerConfig(plan: FleetPlan, receivers: string = RECEIVERS_FOLDER): string {
  const { groupWait, groupInterval, repeatEvery } = plan.monitoring.notify;
  const config = {
    route: {
      receiver: "ticket",
      group_by: ["scope", "owner"],
      group_wait: prometheusDuration(groupWait),
      group_interval: prometheusDuration(groupInterval),
      repeat_interval: prometheusDuration(repeatEvery),
      routes: [
        {
          receiver: "watchdog",
          matchers: [`alertname="${WATCHDOG}"`],
          group_wait: "0s",
          group_interval: prometheusDuration(WATCHDOG_EVERY),
          repeat_interval: prometheusDuration(WATCHDOG_EVERY),
        },
        { receiver: "page", matchers: ['severity="page"'] },
      ],
    },
    inhibit_rules: inhibitions(plan),
    receivers: RECEIVERS.map((name) => ({
      name,
      webhook_configs: [{ url_file: `${receivers}/${name}`, send_resolved: name !== "watchdog" }],
    })),
  };
  return HEADER + stringify(config, { lineWidth: 0, aliasDuplicateObjects: false });
}

function inhibitions(plan: FleetPlan): object[] {
  const models = plan.services.filter(({ part }) => part === "models").map(({ name }) => name);
  return [
    ...CAUSES.map(({ cause, consequences }) => ({
      source_matchers: [`alertname="${cause}"`],
      target_matchers: [`alertname=~"${consequences.join("|")}"`],
    })),
    {
      source_matchers: ['alertname="FleetModelUnavailable"'],
      target_matchers: [`alertname="${SERVICE_MISSING}"`, `service=~"${models.join("|")}"`],
    },
    { source_matchers: [`alertname="${SERVICE_OUTAGE}"`], target_matchers: ['scope="agent"'] },
  ];
}
