import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type Docker from "dockerode";

/** One notification of Alertmanager, as its webhook sends it. */
export interface Notification {
  /** The receiver of the configuration. */
  readonly receiver: string;
  readonly status: "firing" | "resolved";
  /** Names of the alerts in it, each once, sorted. */
  readonly alerts: readonly string[];
}

interface Payload {
  readonly receiver: string;
  readonly status: "firing" | "resolved";
  readonly alerts: readonly { readonly labels: Readonly<Record<string, string>> }[];
}

/** Whoever is told of alerts: a webhook that the containers of a Docker Engine on this machine reach. */
export class Receiver {
  readonly notifications: Notification[] = [];

  private constructor(
    /** What the secrets of the stack have to say. */
    readonly url: string,
    private readonly end: () => Promise<void>,
  ) {}

  static async open(docker: Docker): Promise<Receiver> {
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        const { receiver: name, status, alerts } = JSON.parse(body) as Payload;
        const names = new Set(alerts.map(({ labels }) => labels["alertname"] ?? ""));
        receiver.notifications.push({ receiver: name, status, alerts: [...names].sort() });
        response.end();
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject).listen(0, "0.0.0.0", resolve);
    });
    const { port } = server.address() as AddressInfo;
    const close = () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
    const receiver = new Receiver(`http://${await hostOf(docker)}:${port}/`, close);
    return receiver;
  }

  close(): Promise<void> {
    return this.end();
  }
}

/** The address of this machine that every container of its Docker Engine has a way to: that of the default bridge. */
async function hostOf(docker: Docker): Promise<string> {
  const bridge = (await docker.getNetwork("bridge").inspect()) as {
    readonly IPAM?: { readonly Config?: readonly { readonly Gateway?: string; readonly Subnet?: string }[] };
  };
  const [config] = bridge.IPAM?.Config ?? [];
  if (config?.Gateway !== undefined) return config.Gateway;
  throw new Error(`the default bridge of Docker says no gateway: ${JSON.stringify(config)}`);
}
