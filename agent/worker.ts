import type { Metrics } from "./metrics";
import type { Model } from "./model";
import { parseTask } from "./task";
import type { Answer } from "./task";

/** Does tasks, wherever they come from. */
export class Worker {
  constructor(
    private readonly agent: string,
    private readonly model: Model | null,
    private readonly metrics: Metrics,
  ) {}

  /**
   * @param accepted when the task was accepted, by `performance.now()`: its time runs while it waits
   * @throws InvalidTask, ModelRefused; neither is counted as anything but an error
   */
  async work(body: Buffer, accepted: number): Promise<Answer> {
    const seconds = () => (performance.now() - accepted) / 1000;
    try {
      const task = parseTask(body);
      // Without a model there is nothing to think with: the answer says who was asked, and that is enough to try out.
      const { answer, fallback } =
        this.model === null
          ? { answer: `${this.agent} has no model`, fallback: true }
          : await this.model.ask(task);
      if (fallback) this.metrics.fellBack();
      this.metrics.finished("ok", seconds());
      return { agent: this.agent, answer, fallback };
    } catch (error) {
      this.metrics.finished("error", seconds());
      throw error;
    }
  }
}
