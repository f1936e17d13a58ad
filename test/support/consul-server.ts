import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CONSUL } from "../../cli/engine/tools/known";
import { obtainTool } from "../../cli/engine/tools/obtain";
import { end } from "./processes";
import { ROOT } from "./project";
import { until } from "./until";

/** A Consul of the suite's own: one server, everything in memory, on loopback. */
export interface ConsulServer {
  /** `127.0.0.1:<port>`, or another host when one was asked for. */
  readonly address: string;
  /** Where its DNS answers, over UDP and TCP; 0 unless asked for. */
  readonly dnsPort: number;
  /** Asks its HTTP API; answers the body, or null where there is nothing. */
  ask<T>(path: string, init?: { method?: string; body?: unknown }): Promise<T | null>;
  stop(): Promise<void>;
}

/** Ports that are free now. Held together, so that they differ. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(
    servers.map((server) => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

export interface ConsulOptions {
  /** An address of loopback. @default 127.0.0.1 */
  readonly host?: string;
  /** The port of its DNS. @default it serves none */
  readonly dnsPort?: number;
  /** Further arguments of `consul agent`. @default none */
  readonly args?: readonly string[];
  /** Sent with every request, when access is restricted. @default none */
  readonly token?: string;
}

export async function startConsul(options: ConsulOptions = {}): Promise<ConsulServer> {
  const { host = "127.0.0.1", dnsPort = 0, args = [], token } = options;
  const consul = await obtainTool(CONSUL, { root: ROOT, say: (line) => console.error(line) });
  const folder = mkdtempSync(join(tmpdir(), "fleet-consul-"));
  const [http, serf, rpc] = await freePorts(3);
  const ports = [`-http-port=${http}`, `-serf-lan-port=${serf}`, `-server-port=${rpc}`];
  ports.push(`-dns-port=${dnsPort === 0 ? -1 : dnsPort}`, `-client=${host}`);
  const off = ["-grpc-port=-1", "-grpc-tls-port=-1", "-serf-wan-port=-1"];
  const child = spawn(
    consul.path,
    ["agent", "-dev", `-bind=${host}`, "-disable-host-node-id", "-log-level=warn", ...ports, ...off, ...args],
    { cwd: folder, stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  const address = `${host}:${http}`;
  const stop = async () => {
    if (child.pid !== undefined) await end(child.pid);
    rmSync(folder, { recursive: true, force: true });
  };
  const ask: ConsulServer["ask"] = async <T>(
    path: string,
    init: { method?: string; body?: unknown } = {},
  ) => {
    const { method = "GET", body } = init;
    const text = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    const headers = token === undefined ? {} : { "X-Consul-Token": token };
    const response = await fetch(`http://${address}${path}`, { method, headers, ...text });
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  try {
    await until("Consul", async () => {
      if (child.exitCode !== null) throw new Error(`Consul ended with ${child.exitCode}:\n${output}`);
      const leader = await ask<string>("/v1/status/leader").catch(() => "");
      return leader !== "" && (await ask<unknown[]>("/v1/catalog/nodes").catch(() => []))?.length === 1;
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, dnsPort, ask, stop };
}
