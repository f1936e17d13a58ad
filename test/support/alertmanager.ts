import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ALERTMANAGER } from "../../cli/engine/tools/known-services";
import { obtainTool } from "../../cli/engine/tools/obtain";
import { RECEIVERS } from "../../fleet/render/alertmanager";
import { freePorts } from "./consul-server";
import { end } from "./processes";
import { ROOT } from "./project";
import { untilReady } from "./ready";
import { startWebhook } from "./webhook";
import type { Notification } from "./webhook";

export interface Alert {
  readonly labels: Readonly<Record<string, string>>;
  /** @default when it arrives */
  readonly startsAt?: string;
  readonly endsAt?: string;
}

/** A real Alertmanager, with a webhook that takes what it sends. */
export interface Alertmanager {
  /** What `amtool check-config` says. */
  readonly checked: { readonly ok: boolean; readonly said: string };
  /** Everything that arrived so far, in the order of arrival. */
  readonly received: readonly Notification[];
  post(alerts: readonly Alert[]): Promise<void>;
  /** How many alerts it knows in a state, such as `suppressed`. */
  count(state: string): Promise<number>;
  stop(): Promise<void>;
}

/**
 * @param render the configuration, given the folder of the receivers' addresses
 * @param receiverFile what stands in the file of a receiver, given the address of its webhook
 */
export async function startAlertmanager(
  render: (receivers: string) => string,
  receiverFile: (name: string, webhook: string) => string,
): Promise<Alertmanager> {
  const { path } = await obtainTool(ALERTMANAGER, { root: ROOT, say: (line) => console.error(line) });
  const folder = mkdtempSync(join(tmpdir(), "fleet-alertmanager-"));
  const webhook = await startWebhook("127.0.0.1");
  const receivers = join(folder, "receivers");
  mkdirSync(receivers);
  for (const name of RECEIVERS) {
    writeFileSync(join(receivers, name), receiverFile(name, `http://127.0.0.1:${webhook.port}/${name}`));
  }
  const file = join(folder, "alertmanager.yml");
  writeFileSync(file, render(receivers));
  const check = spawnSync(join(dirname(path), "amtool"), ["check-config", file], { encoding: "utf8" });
  const [port] = await freePorts(1);
  const args = [
    `--config.file=${file}`,
    `--storage.path=${join(folder, "data")}`,
    "--cluster.listen-address=",
  ];
  const child = spawn(path, [...args, `--web.listen-address=127.0.0.1:${port}`], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = async () => {
    if (child.pid !== undefined) await end(child.pid);
    await webhook.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  await untilReady("Alertmanager", child, `${address}/-/ready`, stop);
  return {
    checked: { ok: check.status === 0, said: check.stdout + check.stderr },
    received: webhook.received,
    stop,
    async post(alerts) {
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify(alerts);
      const response = await fetch(`${address}/api/v2/alerts`, { method: "POST", headers, body });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    },
    async count(state) {
      const response = await fetch(`${address}/api/v2/alerts`);
      const alerts = (await response.json()) as { status: { state: string } }[];
      return alerts.filter(({ status }) => status.state === state).length;
    },
  };
}
