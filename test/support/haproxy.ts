import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onPath } from "../../cli/engine/tools/on-path";
import { end } from "./processes";
import { until } from "./until";

/** A running HAProxy of the suite's own. */
export interface Haproxy {
  readonly pid: number;
  /** The value of a metric with these labels, or null. */
  metric(name: string, labels: Readonly<Record<string, string>>): Promise<number | null>;
  stop(): Promise<void>;
}

/** The files that a container of the fleet may open. */
const OPEN_FILES = 4096;

/** What HAProxy says against a configuration, and whether it takes it. */
export function checkHaproxy(config: string): { ok: boolean; said: string } {
  const folder = mkdtempSync(join(tmpdir(), "fleet-haproxy-"));
  try {
    const file = join(folder, "haproxy.cfg");
    writeFileSync(file, config);
    const run = spawnSync(program(), ["-c", "-f", file], { encoding: "utf8", timeout: 60_000 });
    return { ok: run.status === 0, said: run.stdout + run.stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param metricsPort where the configuration serves its metrics */
export async function startHaproxy(config: string, metricsPort: number): Promise<Haproxy> {
  const folder = mkdtempSync(join(tmpdir(), "fleet-haproxy-"));
  const file = join(folder, "haproxy.cfg");
  writeFileSync(file, config);
  const child = spawn("sh", ["-c", `ulimit -n ${OPEN_FILES}; exec "$0" -db -f "$1"`, program(), file], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  const { pid } = child;
  if (pid === undefined) throw new Error("HAProxy did not start");
  const stop = async () => {
    await end(pid);
    rmSync(folder, { recursive: true, force: true });
  };
  const ask = async (path: string) => (await fetch(`http://127.0.0.1:${metricsPort}${path}`)).text();
  try {
    await until("HAProxy", async () => {
      if (child.exitCode !== null) throw new Error(`HAProxy ended with ${child.exitCode}:\n${output}`);
      return (await ask("/healthz").catch(() => "")) === "ok";
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    pid,
    stop,
    async metric(name, labels) {
      const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
      const line = (await ask("/metrics"))
        .split("\n")
        .find((text) => text.startsWith(`${name}{`) && wanted.every((label) => text.includes(label)));
      return line === undefined ? null : Number(line.slice(line.lastIndexOf(" ")));
    },
  };
}

function program(): string {
  const path = onPath("haproxy");
  if (path === null) throw new Error("no haproxy on PATH (Debian's package haproxy)");
  return path;
}
