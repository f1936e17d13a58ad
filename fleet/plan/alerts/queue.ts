import { prometheusDuration } from "../../units/duration";
import type { AlertPlan } from "../types";
import { makeAlert, ownerOf } from "./make";
import type { AlertContext, AlertSpec } from "./make";
import { QUEUES } from "./metrics";

/** The task queue: filling, stuck, overflowing, without consumers, and its dead letters. */
export function queueAlerts(context: AlertContext): AlertPlan[] {
  const { metrics, recorded, catalog } = context;
  const { alerting, queue } = catalog.profiles;
  const { queueFilling, queueStuck, queueOverflowing, deadLettersGrowing } = alerting.signals;
  const ready = (name: string): string => metrics.queue("rabbitmq_detailed_queue_messages_ready", name);
  const above = (key: keyof typeof alerting.signals, value: number, why: string): AlertSpec["threshold"] => ({
    value,
    why,
    at: ["alerting", "signals", key, "above"],
  });
  const make = (
    key: keyof typeof alerting.signals,
    spec: Pick<AlertSpec, "name" | "expr" | "summary" | "description" | "threshold">,
  ): AlertPlan =>
    makeAlert(context, {
      ...spec,
      group: "fleet-queue",
      scope: "fleet",
      signal: alerting.signals[key],
      owner: ownerOf(context, "queue"),
      covers: [`alerting.signals.${key}`],
    });
  const stuck = prometheusDuration(queueStuck.window);
  const dead = prometheusDuration(deadLettersGrowing.window);
  return [
    make("queueFilling", {
      name: "FleetQueueFilling",
      expr: `predict_linear(${recorded.queueReady}[${prometheusDuration(queueFilling.window)}], ${queueFilling.horizon}) > ${queue.maxLength} and ${recorded.queueReady} > ${queueFilling.above}`,
      summary: "The task queue will be full soon",
      description: `At the pace of the last ${prometheusDuration(queueFilling.window)}, {{ $value | humanize }} messages would wait in ${prometheusDuration(queueFilling.horizon)}; ${queue.maxLength} fit.`,
      threshold: { value: queue.maxLength, why: "what fits into the queue", at: ["queue", "maxLength"] },
    }),
    make("queueStuck", {
      name: "FleetQueueStuck",
      expr: `min_over_time(${recorded.queueReady}[${stuck}]) > ${queueStuck.above} and (sum(increase(${metrics.agent("fleet_agent_requests_total")}[${stuck}])) or vector(0)) == 0`,
      summary: "Work waits and nothing is done",
      description: `Messages waited for all of the last ${stuck}, and no agent finished a request.`,
      threshold: above("queueStuck", queueStuck.above, "a single message that waits is enough"),
    }),
    make("queueOverflowing", {
      name: "FleetQueueOverflowing",
      expr: `sum(${ready(QUEUES.overflow)}) > ${queueOverflowing.above}`,
      summary: "The task queue overflows",
      description: "{{ $value }} messages did not fit and wait for a free agent.",
      threshold: above("queueOverflowing", queueOverflowing.above, "what overflows should be taken at once"),
    }),
    make("queueWithoutConsumers", {
      name: "FleetQueueWithoutConsumers",
      expr: `sum(${metrics.queue("rabbitmq_detailed_queue_consumers", QUEUES.work)}) == 0`,
      summary: "No agent takes work from the queue",
      description: "The hot agents run at all times, so there should always be consumers.",
      threshold: null,
    }),
    make("deadLettersGrowing", {
      name: "FleetDeadLettersGrowing",
      expr: `sum(delta(${ready(QUEUES.deadLetter)}[${dead}])) > ${deadLettersGrowing.above}`,
      summary: "Messages become dead letters",
      description: `{{ $value | humanize }} more dead letters than ${dead} ago.`,
      threshold: above("deadLettersGrowing", deadLettersGrowing.above, "each one is work that was given up"),
    }),
  ];
}
