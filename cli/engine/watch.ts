import type { EngineEvent } from "@pulumi/pulumi/automation";
import type Docker from "dockerode";
import { outcomeOf } from "./events";
import type { Outcome } from "./events";
import { explain } from "./explain";
import type { Interruption } from "./interruption";
import { watched } from "./progress/open";
import type { Watched } from "./progress/view";
import type { EngineRequest, Violation } from "./request";

/** Follows the engine's operations, and keeps what the last of them came to. */
export class Watch {
  outcome: Outcome = outcomeOf([]);
  violations: readonly Violation[] = [];

  constructor(
    private readonly request: EngineRequest,
    private readonly interruption: Interruption,
  ) {}

  /**
   * Runs an operation, with its progress shown.
   *
   * @throws EngineError violations, cancelling and other failures each end in an error of their own
   */
  async follow(
    docker: Docker,
    what: Watched,
    operation: (onEvent: (event: EngineEvent) => void) => Promise<unknown>,
  ): Promise<void> {
    const events: EngineEvent[] = [];
    const urns: string[] = [];
    try {
      await watched(this.request, what, (see) =>
        operation((event) => {
          events.push(event);
          if (event.resOpFailedEvent !== undefined) urns.push(event.resOpFailedEvent.metadata.urn);
          see(event);
        }),
      );
    } catch (error) {
      this.note(events);
      const { outcome, violations } = this;
      const { plan } = this.request;
      const interrupted = this.interruption.asked;
      throw await explain({ plan, docker, interrupted, violations, outcome, urns, error });
    }
    this.note(events);
  }

  private note(events: readonly EngineEvent[]): void {
    const outcome = outcomeOf(events);
    const official = Object.fromEntries(["docker", "consul"].map((name) => [name, "official"]));
    this.outcome = { ...outcome, plugins: { ...official, ...outcome.plugins } };
    this.violations = violationsIn(events);
  }
}

/** Each violation once: a preview and the run after it tell the same. */
function violationsIn(events: readonly EngineEvent[]): Violation[] {
  const seen = new Map<string, Violation>();
  for (const { policyEvent } of events) {
    if (policyEvent === undefined) continue;
    const { policyName: rule, enforcementLevel: level } = policyEvent;
    const message = policyEvent.message.replaceAll(/<\{%.*?%\}>/g, "").trim();
    seen.set(`${rule} ${message}`, { rule, level, message });
  }
  return [...seen.values()];
}
