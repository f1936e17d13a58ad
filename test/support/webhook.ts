import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What Alertmanager sends to a webhook, as far as anybody here reads it. */
export interface Notification {
  readonly receiver: string;
  readonly status: "firing" | "resolved";
  readonly alerts: readonly { readonly status: string; readonly labels: Readonly<Record<string, string>> }[];
}

/** A webhook that takes what Alertmanager sends. */
export interface Webhook {
  readonly port: number;
  /** Everything that arrived so far, in the order of arrival. */
  readonly received: readonly Notification[];
  stop(): Promise<void>;
}

/** @param host where it listens */
export async function startWebhook(host: string): Promise<Webhook> {
  const received: Notification[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      received.push(JSON.parse(body) as Notification);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    received,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
