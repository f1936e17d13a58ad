import { setTimeout as pause } from "node:timers/promises";
import { depthsOf } from "./clients/look";
import { serviceSamples } from "./observe/window";
import { sumOf } from "./observe/exposition";
import type { Running } from "./run";
import type { Stack } from "./stack/stack";
import { urlOf } from "./stack/stack";

/** What was broken, and how long it took until nothing was left of it. */
export interface Fault {
  readonly what: string;
  /** What has to be true again. */
  readonly back: string;
  /** Seconds from the kill, or from the start of what was kept away, until then; null when it did not happen in time. */
  readonly recovered: number | null;
}

export interface FaultOptions {
  /** How long the model stays away, in seconds. */
  readonly modelAway: number;
  readonly agents: number;
  readonly say: (line: string) => void;
}

/** Requests before the first fault and after the last one, in milliseconds. */
const QUIET = 5_000;
const RECOVER_WITHIN = 180_000;
const LOOK_EVERY = 200;

/** Breaks one thing after the other; each only when the one before is mended, so that nothing is mixed up. */
export async function breakThings(
  stack: Stack,
  running: Running,
  { modelAway, agents, say }: FaultOptions,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const note = async (what: string, back: string, ask: () => Promise<boolean>) => {
    const recovered = await secondsUntil(ask);
    say(`${what}: ${recovered === null ? "not" : `${recovered.toFixed(1)} s until`} ${back}`);
    faults.push({ what, back, recovered });
  };
  await pause(QUIET);

  const victims = stack.plan.agents.filter((agent) => agent.running).slice(-agents);
  say(`kills ${victims.length} agents`);
  await Promise.all(victims.map(({ name }) => stack.crash(name)));
  await gone(async () => (await Promise.all(victims.map(({ name }) => ready(stack, name)))).includes(false));
  await note(`${victims.length} agents killed`, "all ready again and back in the router", async () => {
    const all = await Promise.all(victims.map(({ name }) => ready(stack, name)));
    return all.every((one) => one) && (await routed(stack));
  });

  say(`kills the model for ${modelAway} s`);
  await stack.halt("ollama");
  await pause(modelAway * 1000);
  await stack.start("ollama");
  const before = thought(running);
  await note(`the model away for ${modelAway} s`, "answers come from the model again", () =>
    Promise.resolve(thought(running) > before),
  );

  say("kills RabbitMQ");
  const accepted = running.ledger.account("queue").answered;
  await stack.crash("rabbitmq");
  await gone(() => Promise.resolve(!running.queue.connected));
  await note("RabbitMQ killed", "every agent takes tasks again, and answers come", async () => {
    const consumers = await depthsOf(stack).then(
      (depths) => depths.consumers,
      () => 0,
    );
    return consumers === stack.plan.agents.length && running.ledger.account("queue").answered > accepted;
  });

  say("kills Consul");
  await stack.crash("consul");
  await gone(async () => !(await knowsAgents(stack)));
  await note("Consul killed", "there is a leader that knows every agent", () => knowsAgents(stack));
  await pause(QUIET);
  return faults;
}

/** Answers that were not the fallback. */
function thought({ ledger }: Running): number {
  const { answered, fallbacks } = ledger.total();
  return answered - fallbacks;
}

async function ready(stack: Stack, name: string): Promise<boolean> {
  const address = await stack.agent(name).catch(() => null);
  if (address === null) return false;
  return fetch(`${urlOf(address)}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** True when the router has every agent that runs. */
export async function routed(stack: Stack): Promise<boolean> {
  const samples = await serviceSamples(stack, "router");
  for (const { name } of stack.plan.pools) {
    const agents = stack.plan.agents.filter(({ pool }) => pool === name);
    const addresses = await Promise.all(agents.map((agent) => stack.agent(agent.name).catch(() => null)));
    const running = addresses.filter((address) => address !== null).length;
    if (sumOf(samples, "haproxy_backend_active_servers", { proxy: name }) < running) return false;
  }
  return true;
}

async function knowsAgents(stack: Stack): Promise<boolean> {
  try {
    const url = urlOf(await stack.service("consul", "http"));
    const signal = AbortSignal.timeout(2_000);
    const path = `/v1/catalog/node-services/${stack.plan.naming.consulNode}`;
    const response = await fetch(`${url}${path}`, { signal });
    const { Services } = (await response.json()) as { readonly Services: readonly unknown[] };
    return response.ok && Services.length === stack.plan.agents.length;
  } catch {
    return false;
  }
}

/** Waits until a kill shows, or is over already: what comes back within moments may never be seen away. */
async function gone(seen: () => Promise<boolean>): Promise<void> {
  for (const until = performance.now() + QUIET; performance.now() < until; await pause(LOOK_EVERY / 4))
    if (await seen()) return;
}

async function secondsUntil(ask: () => Promise<boolean>): Promise<number | null> {
  const began = performance.now();
  while (performance.now() - began < RECOVER_WITHIN) {
    if (await ask()) return (performance.now() - began) / 1000;
    await pause(LOOK_EVERY);
  }
  return null;
}
