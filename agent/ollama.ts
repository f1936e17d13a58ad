import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import type { Task } from "./task";

/** The model understood the request and refused it: it would refuse it again, and is not broken. */
export class ModelRefused extends Error {
  override readonly name = "ModelRefused";
}

/** Answers that speak of the model or the gateway and not of the request. */
const NOT_OUR_FAULT = new Set([404, 408, 429]);

/**
 * Asks the model for an answer. With Node's own client, and a connection for each request: `fetch` costs an agent
 * 10 MB at rest, and a kept connection that the other side just closed looks like a failure.
 *
 * @throws ModelRefused
 */
export async function generate(base: URL, model: string, task: Task, signal: AbortSignal): Promise<string> {
  const body = JSON.stringify({
    model,
    prompt: task.prompt,
    stream: false,
    options: { num_predict: task.maxTokens },
  });
  const { response } = JSON.parse(await call(new URL("/api/generate", base), body, signal)) as {
    readonly response?: unknown;
  };
  if (typeof response !== "string") throw new Error("the model's answer has no `response`");
  return response;
}

/** Asks whether the model server answers, without asking the model. */
export async function probe(base: URL, signal: AbortSignal): Promise<void> {
  await call(new URL("/api/tags", base), null, signal);
}

async function call(url: URL, body: string | null, signal: AbortSignal): Promise<string> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = body === null ? {} : { "content-type": "application/json" };
    request(url, { method: body === null ? "GET" : "POST", headers, signal, agent: false }, resolve)
      .on("error", reject)
      .end(body ?? undefined);
  });
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString("utf8");
  const status = response.statusCode ?? 0;
  if (status === 200) return text;
  const message = `the model answered ${status}: ${text.slice(0, 200)}`;
  if (status >= 400 && status < 500 && !NOT_OUR_FAULT.has(status)) throw new ModelRefused(message);
  throw new Error(message);
}
