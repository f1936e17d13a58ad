import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Shed } from "./intake";
import type { Intake } from "./intake";
import { log, messageOf } from "./log";
import type { Metrics } from "./metrics";
import { ModelRefused } from "./ollama";
import type { Readiness } from "./readiness";
import { InvalidTask } from "./task";
import type { Worker } from "./worker";

export interface Surface {
  readonly healthPath: string;
  readonly readyPath: string;
  readonly intake: Intake;
  readonly worker: Worker;
  readonly metrics: Metrics;
  readiness(): Readiness;
}

const MAX_BODY = 256 * 1024;
/** Seconds until somebody who was refused may try again. */
const RETRY_AFTER = "1";

class TooLarge extends Error {}

/** Serves the contract: liveness, readiness, metrics, and tasks on `POST /v1/tasks`. */
export function serve(surface: Surface): Server {
  return createServer((request, response) => {
    answer(surface, request, response).catch((error: unknown) => {
      log("error", "a request failed", { error: messageOf(error) });
      if (!response.headersSent) send(response, 500, { error: "internal error" });
    });
  });
}

async function answer(surface: Surface, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? "/").split("?")[0];
  if (path === "/v1/tasks") {
    if (request.method === "POST") await task(surface, request, response);
    else send(response, 405, { error: "tasks are posted" }, { allow: "POST" });
  } else if (path === surface.healthPath) {
    send(response, 200, { status: "alive" });
  } else if (path === surface.readyPath) {
    const { status, reason } = surface.readiness();
    send(response, status, { status: reason }, status === 429 ? { "retry-after": RETRY_AFTER } : {});
  } else if (path === "/metrics") {
    const { type, body } = await surface.metrics.text();
    response.writeHead(200, { "content-type": type }).end(body);
  } else {
    send(response, 404, { error: "nothing here" });
  }
}

async function task(surface: Surface, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const accepted = performance.now();
  try {
    const body = await read(request);
    send(response, 200, await surface.intake.accept(() => surface.worker.work(body, accepted)));
  } catch (error) {
    if (error instanceof Shed) {
      surface.metrics.finished("shed");
      send(response, 429, { error: "the agent is full" }, { "retry-after": RETRY_AFTER });
    } else if (error instanceof TooLarge) {
      // Nobody reads the rest of it.
      send(response, 413, { error: `a task has at most ${MAX_BODY} bytes` }, { connection: "close" });
    } else if (error instanceof InvalidTask) {
      send(response, 400, { error: error.message });
    } else if (error instanceof ModelRefused) {
      send(response, 422, { error: error.message });
    } else {
      throw error;
    }
  }
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += (part as Buffer).length;
    if (length > MAX_BODY) throw new TooLarge();
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

function send(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
