import { textOf } from "../protocol/schema";
import type { Values } from "../protocol/schema";

/** What is asked of a Consul: its HTTP API. */
export interface ConsulClient {
  readonly datacenter: string;
  /** The answer, or null where there is nothing. */
  get<T>(path: string): Promise<T | null>;
  put(path: string, body: string | object): Promise<void>;
  delete(path: string): Promise<void>;
}

/** The Consul that a provider's configuration names, else the environment's. */
export function consulClient(config: Values, env: NodeJS.ProcessEnv = process.env): ConsulClient {
  const address = textOf(config["address"] ?? env["CONSUL_HTTP_ADDR"] ?? "127.0.0.1:8500");
  const scheme = textOf(config["scheme"] ?? "http");
  const base = address.includes("://") ? address : `${scheme}://${address}`;
  const token = config["token"] ?? env["CONSUL_HTTP_TOKEN"];
  const headers = token === undefined ? {} : { "X-Consul-Token": textOf(token) };
  const ask = async (method: string, path: string, body?: string): Promise<Response | null> => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    if (response.status === 404) return null;
    if (!response.ok)
      throw new Error(`Unexpected response code: ${response.status} (${await response.text()})`);
    return response;
  };
  return {
    datacenter: textOf(config["datacenter"] ?? "dc1"),
    get: async <T>(path: string) => {
      const response = await ask("GET", path);
      return response === null ? null : ((await response.json()) as T);
    },
    put: async (path, body) => {
      await ask("PUT", path, typeof body === "string" ? body : JSON.stringify(body));
    },
    delete: async (path) => {
      await ask("DELETE", path);
    },
  };
}
