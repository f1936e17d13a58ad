import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { EngineResult } from "../../cli/engine/request";
import { LABEL } from "../../fleet/labels";
import { choosePlugins } from "../providers/choose";
import { startConsul } from "./consul-server";
import type { ConsulServer } from "./consul-server";
import { startDockerEngine } from "./docker-engine";
import type { DockerEngine } from "./docker-engine";
import { FLEET } from "./fleet";
import { ROOT } from "./project";
import { Terminal } from "./terminal";

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
  /** What stands on stdout so far. */
  out(): string;
  kill(signal: NodeJS.Signals): void;
}

export interface DeploymentOptions {
  /** Beside that of the suite. No Consul is named unless it is here. */
  readonly env?: Readonly<Record<string, string>>;
  /** Start a Consul outside of the stack, and name it. @default false: the stack has its own, or none */
  readonly consul?: boolean;
}

/** How one command is run. */
export interface StartOptions {
  /** Beside that of the deployment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Sees what stands on stderr so far. */
  readonly onError?: (err: string, running: Running) => void;
}

/** A fleet of a few agents, the command line as it is shipped, and a Docker Engine; all of the suite's own. */
export class Deployment {
  private constructor(
    /** The folder of the fleet. */
    readonly project: string,
    /** Where state, locks and key are kept. */
    readonly home: string,
    readonly host: DockerEngine,
    private readonly outside: ConsulServer | null,
    private readonly folder: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /**
   * @param agents how many
   * @param services of tier `local`
   */
  static async open(
    agents: number,
    services: readonly string[],
    { env = {}, consul = false }: DeploymentOptions = {},
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
    const plugins = choosePlugins();
    mkdirSync(join(folder, "pulumi"));
    const outside = consul ? await startConsul() : null;
    return new Deployment(project, join(folder, "state", "sutazai-fleet"), host, outside, folder, {
      PATH: [...plugins.folders, process.env["PATH"] ?? ""].join(delimiter),
      DOCKER_HOST: host.host,
      CONSUL_HTTP_ADDR: outside?.address ?? "",
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

  /** The Consul outside of the stack. */
  get consul(): ConsulServer {
    if (this.outside === null) throw new Error("this deployment has no Consul of its own");
    return this.outside;
  }

  /** Starts a command, on stack `local` unless the arguments name another. */
  start(args: readonly string[], { env = {}, onError = () => undefined }: StartOptions = {}): Running {
    const child = spawn(process.execPath, [FLEET, ...this.placed(args)], {
      env: { ...process.env, ...this.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [out, err] = ["", ""];
    const ended = new Promise<Ran>((resolve, reject) => {
      child.once("error", reject).once("close", (code, signal) => {
        resolve({ code, signal, out, err });
      });
    });
    const running: Running = {
      ...{ pid: child.pid ?? 0, ended },
      out: () => out,
      kill: (signal) => child.kill(signal),
    };
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
      onError(err, running);
    });
    return running;
  }

  /** Starts a command as a person does: on a terminal, and on no CI system. */
  onTerminal(...args: readonly string[]): Terminal {
    const command = [process.execPath, FLEET, ...this.placed(args)].map((word) => `'${word}'`).join(" ");
    return new Terminal(command, { ...process.env, ...this.env, CI: "" });
  }

  run(...args: readonly string[]): Promise<Ran> {
    return this.start(args).ended;
  }

  private placed(args: readonly string[]): readonly string[] {
    const stack = args.includes("--stack") ? [] : ["--stack", "local"];
    return [...args, ...stack, "--dir", this.project];
  }

  /** `fleet secrets set`, which reads the value from stdin. */
  giveSecret(name: string, value: string): void {
    const args = [FLEET, ...this.placed(["secrets", "set", name])];
    execFileSync(process.execPath, args, { env: { ...process.env, ...this.env }, input: value });
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
    await this.outside?.stop();
    await this.host.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function edit(project: string, file: string, from: RegExp, to: string): void {
  const text = readFileSync(join(project, file), "utf8");
  if (!from.test(text)) throw new Error(`${String(from)} stands nowhere in ${file}`);
  writeFileSync(join(project, file), text.replace(from, to));
}
