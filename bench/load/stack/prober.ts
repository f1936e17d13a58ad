import { setTimeout as pause } from "node:timers/promises";
import type { AgentPlan } from "../../../fleet/plan/types";
import { urlOf } from "./stack";
import type { Stack } from "./stack";

/** A check as Consul keeps it. */
interface Check {
  readonly Node: string;
  readonly CheckID: string;
  readonly ServiceID: string;
  readonly Status: string;
}

/**
 * The loop that consul-esm runs, for where that can't be had: asks every agent whether it is ready, as often as its
 * registration says, and tells Consul what has changed.
 */
export class Prober {
  private readonly end = new AbortController();
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly stack: Stack,
    private readonly readyPath: string,
  ) {}

  /** Begins with a first round that is complete. */
  async start(): Promise<void> {
    await this.round();
    const [agent] = this.stack.plan.agents;
    const every = (agent?.registration.check.interval ?? 10) * 1000;
    this.loop = this.run(every);
  }

  async stop(): Promise<void> {
    this.end.abort();
    await this.loop;
  }

  /** How many checks of running agents pass, and of how many; null while Consul does not answer. */
  async passing(): Promise<{ readonly passing: number; readonly of: number } | null> {
    try {
      const { checks } = await this.known();
      const running = new Set<string>();
      for (const { name, registration } of this.stack.plan.agents)
        if ((await this.stack.agent(name)) !== null) running.add(registration.serviceId);
      const ofRunning = [...checks.values()].filter(({ ServiceID }) => running.has(ServiceID));
      return { passing: ofRunning.filter(({ Status }) => Status === "passing").length, of: ofRunning.length };
    } catch {
      return null;
    }
  }

  /** Asks every agent once. */
  async round(): Promise<void> {
    const { url, checks } = await this.known();
    const told = this.stack.plan.agents.map(async (agent) => {
      const check = checks.get(agent.registration.serviceId);
      const status = await this.look(agent);
      if (check === undefined || check.Status === status) return;
      const body = { ...nodeOf(check), SkipNodeUpdate: true, Check: { ...check, Status: status } };
      await fetch(`${url}/v1/catalog/register`, { method: "PUT", body: JSON.stringify(body) });
    });
    await Promise.all(told);
  }

  private async run(every: number): Promise<void> {
    const { signal } = this.end;
    while (!signal.aborted) {
      // A Consul that is away is asked again at the next round.
      await this.round().catch(() => undefined);
      await pause(every, undefined, { signal }).catch(() => undefined);
    }
  }

  private async known(): Promise<{ readonly url: string; readonly checks: ReadonlyMap<string, Check> }> {
    const url = urlOf(await this.stack.service("consul", "http"));
    const response = await fetch(`${url}/v1/health/node/${this.stack.plan.naming.consulNode}`);
    if (!response.ok) throw new Error(`Consul answers ${response.status}`);
    const checks = (await response.json()) as readonly Check[];
    return { url, checks: new Map(checks.map((check) => [check.ServiceID, check])) };
  }

  private async look({ name, registration }: AgentPlan): Promise<"passing" | "critical"> {
    const address = await this.stack.agent(name);
    if (address === null) return "critical";
    const signal = AbortSignal.timeout(registration.check.timeout * 1000);
    const ready = await fetch(`${urlOf(address)}${this.readyPath}`, { signal }).then(
      ({ ok }) => ok,
      () => false,
    );
    return ready ? "passing" : "critical";
  }
}

const nodeOf = ({ Node }: Check) => ({ Node, Address: "127.0.0.1" });
