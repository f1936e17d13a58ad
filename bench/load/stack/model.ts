import { createHash } from "node:crypto";
import { tinyModel } from "../../../test/support/tiny-model";
import { until } from "../../../test/support/until";
import { urlOf } from "./stack";
import type { Address } from "./stack";

/** Loading a model on a busy machine. */
const LOAD_WITHIN = 120_000;

/**
 * Gives an Ollama a model of half a megabyte under a name, unless it has one of that name, and has it loaded: the
 * first request must not pay for that.
 *
 * @returns whether it had one already
 */
export async function provideModel(address: Address, name: string): Promise<boolean> {
  const url = urlOf(address);
  const { models } = (await ask(`${url}/api/tags`)) as { readonly models: readonly { name: string }[] };
  const there = models.some((model) => model.name === name || model.name === `${name}:latest`);
  if (!there) await create(url, name);
  const load = { model: name, prompt: "ready", stream: false, keep_alive: -1, options: { num_predict: 1 } };
  await until(
    `the model ${name}`,
    () =>
      ask(`${url}/api/generate`, load).then(
        () => true,
        () => false,
      ),
    LOAD_WITHIN,
  );
  return there;
}

async function create(url: string, name: string): Promise<void> {
  const weights = tinyModel();
  const digest = `sha256:${createHash("sha256").update(weights).digest("hex")}`;
  const blob = await fetch(`${url}/api/blobs/${digest}`, { method: "POST", body: new Uint8Array(weights) });
  if (!blob.ok) throw new Error(`the model can't be sent: ${blob.status} ${await blob.text()}`);
  const parameters = { temperature: 0, num_thread: 1 };
  await ask(`${url}/api/create`, { model: name, files: { "tiny.gguf": digest }, parameters, stream: false });
}

async function ask(url: string, body?: object): Promise<unknown> {
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}
