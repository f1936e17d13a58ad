import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "amqplib";
import type { ChannelModel } from "amqplib";
import { definitionsText } from "../../fleet/render/rabbitmq-definitions";
import type { BrokerDefinitions } from "../../fleet/render/rabbitmq-definitions";
import { rabbitmqConf } from "../../fleet/render/rabbitmq-conf";
import { mebibytes } from "../../fleet/units/memory";
import { freePorts } from "./consul-server";
import { alive, commandLine, end } from "./processes";
import { until } from "./until";

/** The one in /usr/sbin changes to a user of its own with `su`; this one runs as whoever calls it. */
const SERVER = "/usr/lib/rabbitmq/bin/rabbitmq-server";
const CTL = "/usr/lib/rabbitmq/bin/rabbitmqctl";
/** A broker boots in 6 s on a machine that has nothing else to do. */
const BOOT_WITHIN = 120_000;

/** A RabbitMQ of the suite's own: on loopback, with the configuration that the fleet renders. */
export class RabbitServer {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly folder: string,
    readonly port: number,
    readonly metricsPort: number,
    private readonly distPort: number,
    private readonly epmdPort: number,
  ) {}

  static async start(definitions: BrokerDefinitions): Promise<RabbitServer> {
    const [port = 0, metricsPort = 0, distPort = 0, epmdPort = 0] = await freePorts(4);
    const folder = mkdtempSync(join(tmpdir(), "fleet-rabbitmq-"));
    const server = new RabbitServer(folder, port, metricsPort, distPort, epmdPort);
    for (const name of ["log", "mnesia"]) mkdirSync(join(folder, name));
    const file = join(folder, "definitions.json");
    writeFileSync(file, definitionsText(definitions));
    const metrics = { port: metricsPort, ip: "127.0.0.1" };
    const conf = rabbitmqConf({
      memory: mebibytes(512),
      definitions: file,
      amqp: `127.0.0.1:${port}`,
      metrics,
    });
    writeFileSync(join(folder, "rabbitmq.conf"), conf);
    writeFileSync(join(folder, "enabled_plugins"), "[rabbitmq_prometheus].");
    try {
      await server.boot();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** Starts the broker on what its folder holds. */
  async boot(): Promise<void> {
    const { folder } = this;
    const child = spawn(SERVER, [], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...{ PATH: process.env["PATH"], HOME: folder, RABBITMQ_CONF_ENV_FILE: "/dev/null" },
        RABBITMQ_NODENAME: this.node,
        RABBITMQ_DIST_PORT: String(this.distPort),
        ...{ ERL_EPMD_PORT: String(this.epmdPort), ERL_EPMD_ADDRESS: "127.0.0.1" },
        RABBITMQ_CONFIG_FILE: join(folder, "rabbitmq.conf"),
        RABBITMQ_ADVANCED_CONFIG_FILE: join(folder, "none.config"),
        RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, "enabled_plugins"),
        ...{ RABBITMQ_MNESIA_BASE: join(folder, "mnesia"), RABBITMQ_LOG_BASE: join(folder, "log") },
        RABBITMQ_PID_FILE: join(folder, "rabbit.pid"),
        RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: "-kernel inet_dist_use_interface {127,0,0,1}",
      },
    });
    this.child = child;
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => (output = (output + String(chunk)).slice(-20_000)));
    }
    await until(
      "RabbitMQ",
      () => {
        if (child.exitCode !== null) throw new Error(`RabbitMQ ended with ${child.exitCode}:\n${output}`);
        // Said only after the definitions are loaded and everybody may connect.
        return Promise.resolve(output.includes("Server startup complete"));
      },
      BOOT_WITHIN,
    );
  }

  connect(vhost: string, username: string, password: string): Promise<ChannelModel> {
    const server = { protocol: "amqp", hostname: "127.0.0.1", port: this.port, vhost, username, password };
    return connect(server);
  }

  /** The text of `/metrics/detailed` with these families. */
  async metrics(...families: readonly string[]): Promise<string> {
    const query = families.map((family) => `family=${family}`).join("&");
    const response = await fetch(`http://127.0.0.1:${this.metricsPort}/metrics/detailed?${query}`);
    return response.text();
  }

  /**
   * Has what was declared so far written down. The broker does so by itself, but some seconds later: a queue that was
   * declared just before a crash is lost, with every message in it that was confirmed.
   */
  writeDown(): void {
    execFileSync(CTL, ["-n", this.node, "eval", "mnesia:sync_log()."], {
      env: { PATH: process.env["PATH"], HOME: this.folder, ERL_EPMD_PORT: String(this.epmdPort) },
      timeout: BOOT_WITHIN,
    });
  }

  private get node(): string {
    return `fleet${this.port}@localhost`;
  }

  /** Stops the broker in an orderly way, or at once as a crash does; what it stored stays. */
  async halt(how: "SIGTERM" | "SIGKILL"): Promise<void> {
    const pid = this.pid();
    if (pid !== null && how === "SIGKILL") process.kill(pid, "SIGKILL");
    if (pid !== null) await end(pid);
    const { child } = this;
    if (child?.pid !== undefined) await end(child.pid);
    this.child = null;
  }

  async stop(): Promise<void> {
    await this.halt("SIGTERM");
    this.stopEpmd();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The process of the broker itself: what was started is a script around it. */
  private pid(): number | null {
    const file = join(this.folder, "rabbit.pid");
    const pid = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
    return pid > 0 && alive(pid) && commandLine(pid).includes(this.folder) ? pid : null;
  }

  /** The name server of Erlang's nodes goes on when the broker has ended. It is known by its port. */
  private stopEpmd(): void {
    const env = { ...process.env, ERL_EPMD_PORT: String(this.epmdPort) };
    try {
      execFileSync("epmd", ["-kill"], { env, stdio: "ignore", timeout: 10_000 });
    } catch {
      // It is gone, or still holds the name of the node: then by its process.
    }
    for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      const pid = Number(entry);
      if (/\bepmd\b/.test(commandLine(pid)) && environmentOf(pid).includes(`ERL_EPMD_PORT=${this.epmdPort}`))
        process.kill(pid, "SIGKILL");
    }
  }
}

function environmentOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
  } catch {
    return [];
  }
}
