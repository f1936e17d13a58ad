import { createServer } from "node:http";
import type { Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** An HTTP server that keeps the health contract and counts; each can be made unready or slow. */
export interface StubAgent {
  readonly name: string;
  readonly port: number;
  ready: boolean;
  /** Requests that it took, checks not counted. */
  requests: number;
  /** Holds every request back until `release`. */
  held: boolean;
  /** The paths of its requests, in the order of their arrival. */
  readonly served: string[];
  release(): void;
  stop(): Promise<void>;
}

export async function startStub(name: string): Promise<StubAgent> {
  const waiting: ServerResponse[] = [];
  const server: Server = createServer((request, response) => {
    if (request.url === "/readyz") {
      response.writeHead(stub.ready ? 200 : 503).end();
      return;
    }
    stub.requests += 1;
    stub.served.push(request.url ?? "");
    if (stub.held) waiting.push(response);
    else response.end(name);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stub: StubAgent = {
    name,
    port: (server.address() as AddressInfo).port,
    ready: true,
    requests: 0,
    held: false,
    served: [],
    release() {
      stub.held = false;
      for (const response of waiting.splice(0)) response.end(name);
    },
    async stop() {
      stub.release();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return stub;
}
