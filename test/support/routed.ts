import { sumOf } from "../../bench/load/observe/exposition";
import { parseExposition } from "../../cli/doctor/exposition";

/** A router of a stack, as who sends requests to agents and who watches it see it. */
export class Routed {
  /** @param host where its container is reached; its ports are those of the catalog */
  constructor(
    private readonly host: string,
    private readonly ports: { readonly http: number; readonly metrics: number },
  ) {}

  /** How many agents of a pool the router would send a request to now. */
  async active(pool: string): Promise<number> {
    const response = await fetch(`http://${this.host}:${this.ports.metrics}/metrics`);
    const { samples } = parseExposition(await response.text());
    return sumOf(samples, "haproxy_backend_active_servers", { proxy: pool });
  }

  /** Sends one task through the router; a body that is no JSON is null. */
  async task(prompt: string): Promise<{ readonly status: number; readonly body: unknown }> {
    const response = await fetch(`http://${this.host}:${this.ports.http}/v1/tasks`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ prompt, maxTokens: 8 }),
    });
    const text = await response.text();
    try {
      return { status: response.status, body: JSON.parse(text) as unknown };
    } catch {
      return { status: response.status, body: null };
    }
  }
}
