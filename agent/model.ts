import {
  CircuitState,
  ConsecutiveBreaker,
  TimeoutStrategy,
  circuitBreaker,
  handleWhen,
  timeout,
  wrap,
} from "cockatiel";
import { log, messageOf } from "./log";
import type { BreakerState } from "./metrics";
import { ModelRefused, generate, probe } from "./ollama";
import type { ModelSettings } from "./settings";
import type { Task } from "./task";

const STATES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: "closed",
  [CircuitState.Open]: "open",
  [CircuitState.HalfOpen]: "half_open",
  [CircuitState.Isolated]: "open",
};

/**
 * The language model behind a deadline and a circuit breaker. While the breaker is not closed nobody waits for the
 * model: the fallback is given at once, and a probe of the agent's own finds out when it is back. Without the probe
 * the breaker of an agent with no work would stay open for ever.
 */
export class Model {
  private readonly breaker;
  private readonly policy;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly settings: ModelSettings) {
    this.breaker = circuitBreaker(
      handleWhen((error) => !(error instanceof ModelRefused)),
      { halfOpenAfter: settings.openFor, breaker: new ConsecutiveBreaker(settings.failures) },
    );
    this.policy = wrap(this.breaker, timeout(settings.deadline, TimeoutStrategy.Aggressive));
    this.breaker.onBreak(() => {
      log("warn", "the breaker to the model is open", { seconds: settings.openFor / 1000 });
      this.probeLater();
    });
    this.breaker.onReset(() => {
      log("info", "the breaker to the model is closed");
    });
  }

  get state(): BreakerState {
    return STATES[this.breaker.state];
  }

  /**
   * @returns the model's answer, or the fallback when the model can't be asked
   * @throws ModelRefused when the model does not take the task
   */
  async ask(task: Task): Promise<{ readonly answer: string; readonly fallback: boolean }> {
    const { url, name, fallback } = this.settings;
    if (this.state !== "closed") return { answer: fallback, fallback: true };
    try {
      const answer = await this.policy.execute(({ signal }) => generate(url, name, task, signal));
      return { answer, fallback: false };
    } catch (error) {
      if (error instanceof ModelRefused) throw error;
      log("warn", "the model did not answer", { error: messageOf(error) });
      return { answer: fallback, fallback: true };
    }
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private probeLater(): void {
    this.stop();
    const { url, openFor } = this.settings;
    // A little later than the breaker wants: one that is asked too early stays open without another try.
    this.timer = setTimeout(() => {
      this.policy
        .execute(({ signal }) => probe(url, signal))
        .catch((error: unknown) => {
          log("info", "the model is still away", { error: messageOf(error) });
          if (this.breaker.state === CircuitState.Open) this.probeLater();
        });
    }, openFor + 20);
    this.timer.unref();
  }
}
