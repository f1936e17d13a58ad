import { createServer } from "node:http";
import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server does with the next requests. */
export type Behaviour = "answers" | "fails" | "hangs" | "refuses";

/** A small HTTP server in the shape of Ollama, which a test can break. */
export class ModelServer {
  behaviour: Behaviour = "answers";
  /** Prompts that were asked, in their order. */
  readonly prompts: string[] = [];
  /** Called with each prompt before it is answered. */
  before: (prompt: string) => Promise<void> = () => Promise.resolve();
  private readonly server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      void this.answer(request.url ?? "", Buffer.concat(parts).toString("utf8"), response);
    });
  });

  static async start(): Promise<ModelServer> {
    const server = new ModelServer();
    await new Promise<void>((resolve) => server.server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(path: string, body: string, response: ServerResponse): Promise<void> {
    if (this.behaviour === "hangs") return;
    if (this.behaviour === "fails") {
      response.writeHead(500).end("{}");
    } else if (path === "/api/tags") {
      response.end(JSON.stringify({ models: [{ name: "tinyllama" }] }));
    } else if (this.behaviour === "refuses") {
      response.writeHead(400).end(JSON.stringify({ error: "no" }));
    } else {
      const { prompt } = JSON.parse(body) as { readonly prompt: string };
      this.prompts.push(prompt);
      await this.before(prompt);
      response.end(JSON.stringify({ model: "tinyllama", response: `about ${prompt}`, done: true }));
    }
  }
}
