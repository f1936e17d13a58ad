import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROMETHEUS } from "../../cli/engine/tools/known-services";
import { obtainTool } from "../../cli/engine/tools/obtain";
import { freePorts } from "./consul-server";
import { end } from "./processes";
import { ROOT } from "./project";
import { untilReady } from "./ready";

/** A real Prometheus with a configuration of the suite's own. */
export interface PrometheusServer {
  /** `http://127.0.0.1:<port>`. */
  readonly address: string;
  /** Asks its API below `/api/v1`; answers `data`. */
  api<T>(path: string, query?: Readonly<Record<string, string>>): Promise<T>;
  stop(): Promise<void>;
}

/** @param render the configuration, given the file that its rules stand in */
export async function startPrometheus(
  rules: string,
  render: (rulesFile: string) => string,
): Promise<PrometheusServer> {
  const { path } = await obtainTool(PROMETHEUS, { root: ROOT, say: (line) => console.error(line) });
  const folder = mkdtempSync(join(tmpdir(), "fleet-prometheus-"));
  const rulesFile = join(folder, "rules.yml");
  writeFileSync(rulesFile, rules);
  const config = join(folder, "prometheus.yml");
  writeFileSync(config, render(rulesFile));
  const [port] = await freePorts(1);
  const args = [`--config.file=${config}`, `--storage.tsdb.path=${join(folder, "data")}`];
  const child = spawn(path, [...args, `--web.listen-address=127.0.0.1:${port}`], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = async () => {
    if (child.pid !== undefined) await end(child.pid);
    rmSync(folder, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  await untilReady("Prometheus", child, `${address}/-/ready`, stop);
  return {
    address,
    stop,
    async api<T>(path: string, query: Readonly<Record<string, string>> = {}) {
      const response = await fetch(`${address}/api/v1${path}?${new URLSearchParams(query).toString()}`);
      const answer = (await response.json()) as { status: string; data: T; error?: string };
      if (answer.status !== "success") throw new Error(`${path}: ${answer.error ?? response.status}`);
      return answer.data;
    },
  };
}
