import { BulkheadRejectedError, bulkhead } from "cockatiel";

/** More is asked of the agent than it may accept. */
export class Shed extends Error {
  override readonly name = "Shed";
}

/** Bounds what is worked on at once and what waits; beyond that, load is shed. */
export class Intake {
  private readonly bulkhead;
  private outside = 0;

  constructor(
    private readonly concurrency: number,
    private readonly limit: number,
  ) {
    this.bulkhead = bulkhead(concurrency, limit);
  }

  /** True while the next request would be refused. */
  get shedding(): boolean {
    return this.bulkhead.executionSlots === 0 && this.bulkhead.queueSlots === 0;
  }

  get inFlight(): number {
    return this.concurrency - this.bulkhead.executionSlots + this.outside;
  }

  get waiting(): number {
    return this.limit - this.bulkhead.queueSlots;
  }

  /** @throws Shed when it is full */
  async accept<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.bulkhead.execute(work);
    } catch (error) {
      if (error instanceof BulkheadRejectedError) throw new Shed("the agent is full");
      throw error;
    }
  }

  /** For what is bounded elsewhere, such as by the prefetch of the queue: only counted. */
  async count<T>(work: () => Promise<T>): Promise<T> {
    this.outside += 1;
    try {
      return await work();
    } finally {
      this.outside -= 1;
    }
  }
}
