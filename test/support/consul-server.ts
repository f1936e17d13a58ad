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
  /** `127.0.0.1:<port>`. */
  readonly address: string;
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

export async function startConsul(): Promise<ConsulServer> {
  const consul = await obtainTool(CONSUL, { root: ROOT, say: (line) => console.error(line) });
  const folder = mkdtempSync(join(tmpdir(), "fleet-consul-"));
  const [http, serf, rpc] = await freePorts(3);
  const ports = [`-http-port=${http}`, `-serf-lan-port=${serf}`, `-server-port=${rpc}`];
  const off = ["-dns-port=-1", "-grpc-port=-1", "-grpc-tls-port=-1", "-serf-wan-port=-1"];
  const child = spawn(
    consul.path,
    ["agent", "-dev", "-bind=127.0.0.1", "-disable-host-node-id", "-log-level=warn", ...ports, ...off],
    { cwd: folder, stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  const address = `127.0.0.1:${http}`;
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
    const response = await fetch(`http://${address}${path}`, { method, ...text });
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
  return { address, ask, stop };
}
