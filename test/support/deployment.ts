import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { EngineResult } from "../../cli/engine/request";
import { LABEL } from "../../fleet/labels";
import { choosePlugins } from "../providers/choose";
import { startDockerEngine } from "./docker-engine";
import type { DockerEngine } from "./docker-engine";
import { FLEET } from "./fleet";
import { ROOT } from "./project";

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A command that runs, for tests that disturb it. */
export interface Running {
  readonly pid: number;
  readonly ended: Promise<Ran>;
  kill(signal: NodeJS.Signals): void;
}

/** A fleet of a few agents, the command line as it is shipped, and a Docker Engine; all of the suite's own. */
export class Deployment {
  private constructor(
    /** The folder of the fleet. */
    readonly project: string,
    /** Where state, locks and key are kept. */
    readonly home: string,
    readonly host: DockerEngine,
    private readonly folder: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /**
   * @param agents how many
   * @param services of tier `local`
   * @param env beside that of the suite; no Consul is named unless it is here
   */
  static async open(
    agents: number,
    services: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<Deployment> {
    const folder = mkdtempSync(join(tmpdir(), "fleet-deployment-"));
    const project = join(folder, "project");
    const generator = pathToFileURL(join(ROOT, "bench", "generate-catalog.mjs")).href;
    const script = `import(${JSON.stringify(generator)}).then((made) => made.generateCatalog(${JSON.stringify(project)}, ${agents}))`;
    execFileSync(process.execPath, ["-e", script]);
    edit(
      project,
      "stacks/tiers.yaml",
      /services:(?:\n +- \S+)+(?=\n +budgets)/,
      `services: [${services.join(", ")}]`,
    );
    // Every wave waits for one interval, on a Docker Engine that knows no other for the start.
    edit(
      project,
      "catalog/profiles.yaml",
      /startPeriod: 60s, interval: 15s/,
      "startPeriod: 60s, interval: 2s",
    );
    const host = await startDockerEngine();
    const plugins = await choosePlugins();
    mkdirSync(join(folder, "pulumi"));
    return new Deployment(project, join(folder, "state", "sutazai-fleet"), host, folder, {
      PATH: [...plugins.folders, process.env["PATH"] ?? ""].join(delimiter),
      DOCKER_HOST: host.host,
      CONSUL_HTTP_ADDR: "",
      XDG_STATE_HOME: join(folder, "state"),
      PULUMI_HOME: join(folder, "pulumi"),
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      NO_COLOR: "1",
      ...env,
    });
  }

  /** Changes the first place of a file of the fleet that matches. */
  edit(file: string, from: RegExp, to: string): void {
    edit(this.project, file, from, to);
  }

  /** Starts a command on stack `local`. @param onError sees what stands on stderr so far */
  start(args: readonly string[], onError: (err: string) => void = () => undefined): Running {
    const child = spawn(process.execPath, [FLEET, ...args, "--stack", "local", "--dir", this.project], {
      env: { ...process.env, ...this.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
      onError(err);
    });
    const ended = new Promise<Ran>((resolve, reject) => {
      child.once("error", reject).once("close", (code, signal) => {
        resolve({ code, signal, out, err });
      });
    });
    return { pid: child.pid ?? 0, ended, kill: (signal) => child.kill(signal) };
  }

  run(...args: readonly string[]): Promise<Ran> {
    return this.start(args).ended;
  }

  /** Runs a command with `--format json`, and reads what it printed. */
  async json(...args: readonly string[]): Promise<EngineResult> {
    const ran = await this.run(...args, "--format", "json");
    if (ran.out === "") throw new Error(`no JSON on stdout:\n${ran.err}`);
    return JSON.parse(ran.out) as EngineResult;
  }

  /** The names of what Docker has of this fleet. */
  async left(): Promise<{ containers: string[]; networks: string[]; volumes: string[] }> {
    const { docker } = this.host;
    const filters = { label: [LABEL.fleet] };
    const containers = await docker.listContainers({ all: true, filters });
    const networks = await docker.listNetworks({ filters });
    const { Volumes } = await docker.listVolumes({ filters: JSON.stringify(filters) as never });
    return {
      containers: containers.map(({ Names }) => Names[0]?.slice(1) ?? "").sort(),
      networks: networks.map(({ Name }) => Name).sort(),
      volumes: Volumes.map(({ Name }) => Name).sort(),
    };
  }

  async close(): Promise<void> {
    await this.host.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function edit(project: string, file: string, from: RegExp, to: string): void {
  const text = readFileSync(join(project, file), "utf8");
  if (!from.test(text)) throw new Error(`${String(from)} stands nowhere in ${file}`);
  writeFileSync(join(project, file), text.replace(from, to));
}
