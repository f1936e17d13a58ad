/** The exchanges of the task queue. */
export const EXCHANGE = {
  /** Where tasks are published, with the routing key of the same name. */
  work: "tasks",
  /** Where the broker sends what did not fit, waited too long or was refused; it sorts by the reason. */
  dead: "tasks.dead",
  /** Where what died for a reason that nobody foresaw goes. */
  unrouted: "unrouted",
} as const;

/** The queues. docs/metrics.md, the alerts and the dashboards know them by these names. */
export const QUEUE = {
  work: "tasks",
  overflow: "overflow",
  deadLetter: "dead-letter",
  unrouted: "unrouted",
} as const;

/** The routing key of tasks. */
export const TASK_KEY = "tasks";
