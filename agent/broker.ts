import { connect } from "amqplib";
import type { ChannelModel, ConfirmChannel, RecoveringChannelModel } from "amqplib";
import type { Intake } from "./intake";
import { log, messageOf } from "./log";
import { putBackWhile } from "./overflow";
import type { BrokerSettings } from "./settings";
import { Tasks } from "./tasks";
import type { Worker } from "./worker";

/** How long to wait before a channel that the broker closed is opened again, in milliseconds. */
const REOPEN_AFTER = 1000;

/** The connection to the broker: comes back by itself, and takes tasks whenever it is there. */
export class Broker {
  private connection: RecoveringChannelModel | null = null;
  private tasks: Tasks | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopping = false;
  /** True once it was connected. */
  started = false;
  /** Since when it is away, by `Date.now()`; null while it is there. */
  awaySince: number | null = Date.now();

  constructor(
    private readonly settings: BrokerSettings,
    private readonly agent: string,
    private readonly worker: Worker,
    private readonly intake: Intake,
  ) {}

  async start(): Promise<void> {
    const { hostname, port, vhost, username, password } = this.settings;
    const recovery = {
      maxDelay: 5000,
      waitForConnect: false,
      setup: (model: ChannelModel) => this.open(model),
    };
    const clientProperties = { connection_name: this.agent };
    const server = { protocol: "amqp", hostname, port, vhost, username, password, heartbeat: 10 };
    this.connection = await connect(server, { recovery, clientProperties });
    this.connection
      .on("connect-failed", (error: Error) => {
        log("warn", "the broker can't be reached", { error: error.message });
      })
      .on("disconnect", (error: Error | undefined) => {
        this.away();
        if (!this.stopping) log("warn", "the broker is away", { error: error?.message });
      })
      // Told again by `disconnect`; without a listener it would end the process.
      .on("error", () => undefined);
  }

  /** Takes nothing more, waits for the task in hand, and says goodbye. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.stopTimer();
    await this.tasks?.drain();
    await this.connection?.close().catch(() => undefined);
  }

  private async open(model: ChannelModel): Promise<void> {
    const channel = await this.channel(model);
    const tasks = new Tasks(channel, this.worker, this.intake, this.settings.retries);
    await tasks.start(() => {
      log("warn", "the broker took the consumer away");
      channel.close().catch(() => undefined);
    });
    channel.on("close", () => {
      this.reopen(model, tasks);
    });
    this.tasks = tasks;
    this.started = true;
    this.awaySince = null;
    log("info", "takes tasks from the broker");
    await this.watchOverflow(model, tasks);
  }

  private async channel(model: ChannelModel): Promise<ConfirmChannel> {
    const channel = await model.createConfirmChannel();
    channel.on("error", (error: Error) => {
      log("warn", "the broker closed a channel", { error: error.message });
    });
    return channel;
  }

  /** The broker may close a channel and keep the connection, such as when somebody deletes the queue. */
  private reopen(model: ChannelModel, closed: Tasks): void {
    if (this.stopping || this.tasks !== closed) return;
    this.away();
    const again = setTimeout(() => {
      if (this.stopping || this.tasks !== closed) return;
      this.open(model).catch((error: unknown) => {
        log("warn", "no tasks can be taken", { error: messageOf(error) });
        this.reopen(model, closed);
      });
    }, REOPEN_AFTER);
    again.unref();
  }

  /** On a channel of its own: a broker without an overflow queue closes it, and the tasks go on. */
  private async watchOverflow(model: ChannelModel, tasks: Tasks): Promise<void> {
    this.stopTimer();
    const channel = await this.channel(model);
    const idle = () => !this.stopping && !tasks.busy && this.intake.inFlight === 0;
    let looking = false;
    const timer = setInterval(() => {
      if (looking || !idle()) return;
      looking = true;
      putBackWhile(channel, idle)
        .then((moved) => {
          if (moved > 0) log("info", "put overflowed tasks back to work", { moved });
        })
        .catch((error: unknown) => {
          clearInterval(timer);
          log("warn", "looks for no overflowed tasks any more", { error: messageOf(error) });
        })
        .finally(() => (looking = false));
    }, this.settings.overflowEvery);
    timer.unref();
    this.timer = timer;
    channel.on("close", () => {
      clearInterval(timer);
    });
  }

  private away(): void {
    this.awaySince ??= Date.now();
    this.stopTimer();
  }

  private stopTimer(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }
}
