import { QUEUES } from "../../plan/alerts/metrics";
import type { DashboardContext } from "./context";
import { makeDashboard } from "./dashboard";
import { graph, stat } from "./panels";
import type { Dashboard } from "./types";

/** The task queue: what waits, who takes it, what did not fit and what was given up. */
export function queueDashboard({ plan, metrics, recorded, rate }: DashboardContext): Dashboard {
  const ready = (name: string) => metrics.queue("rabbitmq_detailed_queue_messages_ready", name);
  const unacked = metrics.queue("rabbitmq_detailed_queue_messages_unacked", QUEUES.work);
  const consumers = metrics.queue("rabbitmq_detailed_queue_consumers", QUEUES.work);
  const { maxLength } = plan.queue;
  const full = { value: maxLength.value, good: "below" } as const;
  return makeDashboard(plan, {
    key: "queue",
    title: "queue",
    description: "The task queue: what waits, who takes it, what did not fit and what was given up.",
    variables: [],
    rows: [
      {
        title: "Now",
        perLine: 4,
        panels: [
          stat({
            title: `Waiting (< ${maxLength.value})`,
            description: `Messages that wait for an agent. ${maxLength.value} fit; more overflow.`,
            unit: "none",
            goal: full,
            queries: [{ expr: recorded.queueReady, legend: "waiting" }],
          }),
          stat({
            title: "Consumers",
            description: "Agents that take work. The hot ones always do.",
            unit: "none",
            goal: { value: 1, good: "above" },
            queries: [{ expr: `sum(${consumers})`, legend: "consumers" }],
          }),
          stat({
            title: "Overflow",
            description: "Messages that did not fit and wait for a free agent.",
            unit: "none",
            goal: { value: 1, good: "below" },
            queries: [{ expr: `sum(${ready(QUEUES.overflow)})`, legend: "overflow" }],
          }),
          stat({
            title: "Dead letters",
            description: "Messages that were given up. `fleet queue` says why, and drives them again.",
            unit: "none",
            goal: { value: 1, good: "below" },
            queries: [{ expr: `sum(${ready(QUEUES.deadLetter)})`, legend: "dead letters" }],
          }),
        ],
      },
      {
        title: "Over time",
        perLine: 2,
        panels: [
          graph({
            title: "Waiting messages by queue",
            description: "The line is what fits.",
            unit: "none",
            min: 0,
            goal: full,
            queries: [{ expr: `sum by (queue) (${ready(".+")})`, legend: "{{queue}}" }],
          }),
          graph({
            title: "Taken and not yet answered",
            description: "Messages that agents have and have not acknowledged; a killed agent's come back.",
            unit: "none",
            min: 0,
            queries: [{ expr: `sum by (queue) (${unacked})`, legend: "{{queue}}" }],
          }),
          graph({
            title: "Consumers by queue",
            description: "Agents that take work from it.",
            unit: "none",
            min: 0,
            queries: [{ expr: `sum by (queue) (${consumers})`, legend: "{{queue}}" }],
          }),
          graph({
            title: "Growth of the queue",
            description: "Messages a second by which what waits grows; below zero it empties.",
            unit: "mps",
            queries: [{ expr: `deriv(${recorded.queueReady}[${rate}])`, legend: "growth" }],
          }),
        ],
      },
    ],
  });
}
