import { EngineError } from "../engine-error";

/** A Consul that answers for itself and its neighbours does so in far less. */
const WITHIN_MS = 5_000;

/** Instead of an answer, where the token has no right to it. */
export const REFUSED = Symbol("refused");

/** Consul's HTTP API, as far as it is asked and changed beside the engine. The token is sent and never shown. */
export class ConsulClient {
  private readonly url: string;
  private readonly headers: Readonly<Record<string, string>>;

  /**
   * @param address `host:port` or a URL, as in `CONSUL_HTTP_ADDR`
   * @param token "" for none
   */
  constructor(
    readonly address: string,
    token: string,
  ) {
    this.url = /^https?:\/\//.test(address) ? address.replace(/\/$/, "") : `http://${address}`;
    this.headers = token === "" ? {} : { "X-Consul-Token": token };
  }

  /** The answer, or null where there is nothing. @throws EngineError `consul-unreachable` */
  get<T>(path: string): Promise<T | null> {
    return this.ask(path, {});
  }

  /** The same, and REFUSED where the token has no right to it. @throws EngineError `consul-unreachable` */
  getUnlessRefused<T>(path: string): Promise<T | null | typeof REFUSED> {
    return this.ask<T | typeof REFUSED>(path, {}, REFUSED);
  }

  /** @throws EngineError `consul-unreachable` */
  async put(path: string, body: unknown): Promise<void> {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    await this.ask(path, { method: "PUT", body: text });
  }

  /** Removes what stands at a path; what is not there is no error. @throws EngineError `consul-unreachable` */
  async delete(path: string): Promise<void> {
    await this.ask(path, { method: "DELETE" });
  }

  private async ask<T>(path: string, init: RequestInit, refused: T | null = null): Promise<T | null> {
    let found: string;
    try {
      const response = await fetch(`${this.url}${path}`, {
        ...init,
        headers: this.headers,
        signal: AbortSignal.timeout(WITHIN_MS),
      });
      if (response.status === 404) return null;
      if (response.status === 403 && refused !== null) return refused;
      if (response.ok) return (await response.json()) as T;
      found = `${this.address} answers ${response.status} to ${path.replace(/\?.*/, "")}`;
    } catch (error) {
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      found = `${this.address}: ${cause instanceof Error ? cause.message : String(cause)}`;
    }
    throw new EngineError(
      "consul-unreachable",
      "Consul does not answer",
      found,
      "a running Consul that lets us read",
      "Start it, set CONSUL_HTTP_ADDR to where it listens, and CONSUL_HTTP_TOKEN where it asks for one that this machine does not know.",
    );
  }
}
