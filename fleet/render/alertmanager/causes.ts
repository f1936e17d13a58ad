/** An alert, and those that only say what follows from it. */
export interface Cause {
  readonly cause: string;
  readonly consequences: readonly string[];
}

/**
 * What an outage brings with it. While the cause fires its consequences notify nobody: one outage of the model is one
 * notification, however many agents it meets.
 */
export const CAUSES: readonly Cause[] = [
  {
    cause: "FleetModelUnavailable",
    consequences: [
      "FleetModelBreakerOpen",
      "FleetAgentBreakerOpen",
      "FleetFallbackAnswers",
      "FleetAgentFailures",
      "FleetResponseTimeHigh",
      "FleetResponseTimeAboveTarget",
      "FleetThroughputLow",
    ],
  },
  {
    cause: "FleetRegistryLeaderless",
    consequences: ["FleetAgentCritical", "FleetAgentUnseen", "FleetHealthChecksFailing"],
  },
  { cause: "FleetRouterWithoutAgents", consequences: ["FleetRouterErrors", "FleetThroughputLow"] },
  {
    cause: "FleetQueueWithoutConsumers",
    consequences: ["FleetQueueStuck", "FleetQueueFilling", "FleetQueueDeep", "FleetQueueOverflowing"],
  },
  {
    cause: "FleetQueueStuck",
    consequences: ["FleetQueueFilling", "FleetQueueDeep", "FleetQueueOverflowing"],
  },
  { cause: "FleetQueueFilling", consequences: ["FleetQueueDeep"] },
];

/** A service that all agents need: what agents say while it is down is its doing. */
export const SERVICE_OUTAGE = "FleetCriticalServiceDown";
/** Says of a service that it is not there; of a model that does not answer this is known. */
export const SERVICE_MISSING = "FleetServiceMissing";
/** Always fires: whoever stops hearing it knows that nothing would be heard. */
export const WATCHDOG = "FleetWatchdog";
