import type Docker from "dockerode";
import { startWebhook } from "../../../test/support/webhook";
import type { Webhook } from "../../../test/support/webhook";

/** One notification of Alertmanager. */
export interface Notification {
  /** The receiver of the configuration. */
  readonly receiver: string;
  readonly status: "firing" | "resolved";
  /** Names of the alerts in it, each once, sorted. */
  readonly alerts: readonly string[];
}

/** Whoever is told of alerts: a webhook that the containers of a Docker Engine on this machine reach. */
export class Receiver {
  private constructor(
    /** What the secrets of the stack have to say. */
    readonly url: string,
    private readonly webhook: Webhook,
  ) {}

  static async open(docker: Docker): Promise<Receiver> {
    const host = await hostOf(docker);
    const webhook = await startWebhook("0.0.0.0");
    return new Receiver(`http://${host}:${webhook.port}/`, webhook);
  }

  get notifications(): readonly Notification[] {
    return this.webhook.received.map(({ receiver, status, alerts }) => {
      const names = new Set(alerts.map(({ labels }) => labels["alertname"] ?? ""));
      return { receiver, status, alerts: [...names].sort() };
    });
  }

  close(): Promise<void> {
    return this.webhook.stop();
  }
}

/** The address of this machine that every container of its Docker Engine has a way to: that of the default bridge. */
async function hostOf(docker: Docker): Promise<string> {
  const bridge = (await docker.getNetwork("bridge").inspect()) as {
    readonly IPAM?: { readonly Config?: readonly { readonly Gateway?: string }[] };
  };
  const [config] = bridge.IPAM?.Config ?? [];
  if (config?.Gateway !== undefined) return config.Gateway;
  throw new Error(`the default bridge of Docker says no gateway: ${JSON.stringify(config)}`);
}
