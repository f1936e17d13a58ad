import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { Broker } from "./broker";
import { serve } from "./http";
import { Intake } from "./intake";
import { log } from "./log";
import { Metrics } from "./metrics";
import { Model } from "./model";
import { readiness } from "./readiness";
import type { Settings } from "./settings";
import { Worker } from "./worker";

/** The reference agent: serves the contract, takes tasks from router and queue, and asks the model. */
export class Agent {
  private readonly intake: Intake;
  private readonly model: Model | null;
  private readonly broker: Broker | null;
  private readonly server: Server;
  private draining = false;

  constructor(private readonly settings: Settings) {
    const { agent, concurrency, waiting, model, broker, healthPath, readyPath } = settings;
    this.intake = new Intake(concurrency, waiting);
    this.model = model === null ? null : new Model(model);
    const metrics = new Metrics({
      inFlight: () => this.intake.inFlight,
      waiting: () => this.intake.waiting,
      breaker: () => this.model?.state ?? "closed",
    });
    const worker = new Worker(agent, this.model, metrics);
    this.broker = broker === null ? null : new Broker(broker, agent, worker, this.intake);
    this.server = serve({
      ...{ healthPath, readyPath, worker, metrics, intake: this.intake },
      readiness: () =>
        readiness(
          {
            draining: this.draining,
            shedding: this.intake.shedding,
            started: this.broker?.started ?? true,
            brokerAwaySince: this.broker?.awaySince ?? null,
            patience: broker?.patience ?? 0,
          },
          Date.now(),
        ),
    });
  }

  /** @returns the port it listens on */
  async start(): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once("error", reject).listen(this.settings.port, resolve);
    });
    const { port } = this.server.address() as AddressInfo;
    log("info", "listens", { agent: this.settings.agent, port });
    await this.broker?.start();
    return port;
  }

  /**
   * Leaves without losing work: says that it is not ready, takes no more tasks from the queue, answers requests
   * until everybody has stopped sending them, and finishes what it has in hand, all within the grace period.
   */
  async stop(): Promise<void> {
    this.draining = true;
    const { linger, grace } = this.settings;
    log("info", "stops", { inFlight: this.intake.inFlight });
    const done = Promise.all([this.broker?.stop(), this.closeServer(linger)]);
    const late = new AbortController();
    await Promise.race([
      done.then(() => {
        late.abort();
      }),
      pause(grace, undefined, { signal: late.signal }).then(
        () => {
          log("error", "work was left undone: its time was up", { inFlight: this.intake.inFlight });
        },
        () => undefined,
      ),
    ]);
    this.model?.stop();
  }

  private async closeServer(linger: number): Promise<void> {
    await pause(linger);
    await new Promise((resolve) => {
      this.server.close(resolve);
      this.server.closeIdleConnections();
    });
  }
}
