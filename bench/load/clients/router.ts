import { Agent, request } from "node:http";
import { PRIORITY_HEADER } from "../../../fleet/render/haproxy";
import type { Arrival } from "../arrivals";
import type { Ledger } from "../ledger";
import type { Stack } from "../stack/stack";
import { answerOf, taskOf } from "./task";

/** Whoever waits longer has gone. Milliseconds. */
const PATIENCE = 60_000;

/** Asks agents through the router, each request at its time and on a connection that happens to be free. */
export class RouterClient {
  private readonly connections = new Agent({ keepAlive: true });
  private address = { host: "", port: 0 };

  constructor(
    private readonly stack: Stack,
    private readonly ledger: Ledger,
  ) {}

  async open(): Promise<void> {
    this.address = await this.stack.service("router", "http");
  }

  send(id: string, arrival: Arrival, intended: number): void {
    this.ledger.sent(id, "router", intended);
    const fail = (reason: string) => {
      this.ledger.failed(id, reason);
    };
    const asked = request(
      {
        ...this.address,
        ...{ agent: this.connections, method: "POST", path: "/v1/tasks", timeout: PATIENCE },
        headers: { "content-type": "application/json", [PRIORITY_HEADER]: arrival.priority },
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        response.on("error", (error) => {
          fail(reasonOf(error));
        });
        response.on("end", () => {
          if (response.statusCode !== 200) fail(`status ${response.statusCode ?? 0}`);
          else this.ledger.answered(id, performance.now(), answerOf(text));
        });
      },
    );
    asked.on("timeout", () => asked.destroy(new Error("no answer in time")));
    asked.on("error", (error) => {
      fail(reasonOf(error));
    });
    asked.end(taskOf(id, arrival));
  }

  close(): void {
    this.connections.destroy();
  }
}

function reasonOf(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? error.message;
}
