import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { ALERTMANAGER, PROMETHEUS } from "../../cli/engine/tools/known-services";
import { obtainTool } from "../../cli/engine/tools/obtain";
import type { FleetPlan, ServicePlan } from "../../fleet/plan/types";
import { freePorts } from "./consul-server";
import { end } from "./processes";
import { ROOT } from "./project";

/** Services of a plan as processes of this machine: the folders of their containers are folders of the suite. */
export class MonitoringServers {
  private readonly folder = mkdtempSync(join(tmpdir(), "fleet-monitoring-"));
  private readonly running: { readonly child: ChildProcess; said: string }[] = [];
  private bin = "";

  private constructor(private readonly ports: ReadonlyMap<string, number>) {}

  static async open(services: readonly string[]): Promise<MonitoringServers> {
    const ports = await freePorts(services.length);
    const servers = new MonitoringServers(new Map(services.map((name, index) => [name, ports[index] ?? 0])));
    const folders: string[] = [];
    for (const tool of [PROMETHEUS, ALERTMANAGER]) {
      const { path } = await obtainTool(tool, { root: ROOT, say: (line) => console.error(line) });
      for (const name of [tool.name, ...Object.keys(tool.companions ?? {})])
        if (!existsSync(join(dirname(path), name)))
          throw new Error(`no ${name} beside ${path}: remove its folder`);
      folders.push(dirname(path));
    }
    servers.bin = folders.join(delimiter);
    return servers;
  }

  /** The plan as it is here: only these services, at loopback, with their folders below that of the suite. */
  here(plan: FleetPlan): FleetPlan {
    const services = plan.services.flatMap((service) => {
      const port = this.ports.get(service.name);
      if (port === undefined) return [];
      const files = Object.entries(service.files).map(([kind, path]) => [kind, this.path(path)]);
      return {
        ...service,
        containerNames: ["127.0.0.1"],
        metrics: service.metrics === null ? null : { ...service.metrics, port },
        files: Object.fromEntries(files) as Record<string, string>,
        command: service.command.map((word) => this.word(service, word)),
        health: {
          ...service.health,
          command: service.health.command.map((word) => this.word(service, word)),
        },
      };
    });
    return { ...plan, services };
  }

  address(service: string): string {
    return `127.0.0.1:${this.ports.get(service) ?? 0}`;
  }

  /** Writes what a service reads, and starts it as its entry says. @param texts by kind */
  start(service: ServicePlan, texts: Readonly<Record<string, string>>, program: string): void {
    for (const [kind, path] of Object.entries(service.files)) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, texts[kind] ?? "", { mode: 0o600 });
    }
    const args = [...service.command, `--web.listen-address=${this.address(service.name)}`];
    const child = spawn(program, args, { env: this.env(), stdio: ["ignore", "pipe", "pipe"] });
    const server = { child, said: "" };
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (server.said += chunk.toString()));
    this.running.push(server);
  }

  /** Everything that the servers wrote to their logs. */
  said(): string {
    return this.running.map(({ said }) => said).join("");
  }

  /** Runs the health check of a service as its container would. */
  check({ health }: ServicePlan): { readonly ok: boolean; readonly said: string } {
    for (const { child, said } of this.running)
      if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}:\n${said}`);
    const [program = "", ...args] = health.command;
    const { status, stdout, stderr } = spawnSync(program, args, { env: this.env(), encoding: "utf8" });
    return { ok: status === 0, said: `${stdout}${stderr}` };
  }

  async stop(): Promise<void> {
    for (const { child } of this.running) if (child.pid !== undefined) await end(child.pid);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private env(): NodeJS.ProcessEnv {
    return { ...process.env, HOME: this.folder, PATH: `${this.bin}${delimiter}${process.env["PATH"] ?? ""}` };
  }

  private path(path: string): string {
    return join(this.folder, path);
  }

  private word(service: ServicePlan, word: string): string {
    let here = word;
    for (const folder of Object.values(service.volumes))
      here = here.replace(new RegExp(`(?<=^|=)${folder}(?=/|$)`), () => this.path(folder));
    for (const port of Object.values(service.ports))
      here = here.replace(`127.0.0.1:${port}`, this.address(service.name));
    return here;
  }
}
