import { homedir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import type Docker from "dockerode";
import { Fleet } from "../../components/fleet";
import { providersOf } from "../../components/providers";
import type { FleetPlan } from "../../fleet/plan/types";
import { secretsNeeded, secretsNotGiven } from "../../fleet/secrets/needed";
import type { Secrets } from "../../fleet/secrets/types";
import { formatDay } from "../../fleet/units/day";
import type { Finding } from "../../policies/finding";
import { TODAY } from "../clock";
import { backendOf } from "../drift/evidence";
import { clearUnsaved } from "./clear-unsaved";
import { refuseAtOnce } from "./confirm";
import { ConsulClient } from "./consul/client";
import { openRegistry, registryToken } from "./consul/registry";
import type { Registry } from "./consul/registry";
import { dockerHost, reachDocker } from "./docker-client";
import { hideFromNowOn } from "./hidden";
import { ensureImages } from "./images";
import { Interruption } from "./interruption";
import { RUN_MARK, endLeftovers } from "./leftovers";
import { operate } from "./operate";
import { PackFiles } from "./pack-files";
import { policyPack } from "./policy-pack";
import type { PolicyPack } from "./policy-pack";
import { preflight } from "./preflight";
import { say } from "./progress/open";
import { recover } from "./recover";
import type { EngineRequest } from "./request";
import { stackSecrets } from "./stack-secrets";
import {
  checkState,
  clearEngineLocks,
  clearTornNotes,
  ensureWritable,
  lockStack,
  passphraseIn,
  stateFolder,
} from "./state-folder";
import { PULUMI } from "./tools/known";
import { obtainTool } from "./tools/obtain";
import type { Obtained } from "./tools/obtain";
import { noteFinished, noteUnfinished, readUnfinished, removeWorkFolders } from "./unfinished";
import type { Unfinished } from "./unfinished";
import { FirstRun } from "./unsaved";
import { unusable } from "./unusable";
import { Watch } from "./watch";
import { openStack } from "./workspace";
import type { OpenStack } from "./workspace";

/** What stands around the engine while a request is worked on. */
interface Ground {
  readonly folder: string;
  readonly tool: Obtained;
  readonly docker: Docker;
  /** The version of its API. */
  readonly dockerApi: string;
  readonly host: string;
  readonly backend: string;
  readonly passphrase: string;
  /** Of the stack, in the state folder. */
  readonly key: string;
  /** In the environment of every process that belongs to this stack's runs. */
  readonly mark: string;
}

/** One request, from the lock of its stack to the end of the engine. */
export class Run {
  private readonly interruption = new Interruption();
  private readonly packFiles: PackFiles;
  readonly watch: Watch;
  /** What the pack has told of its findings. */
  findings: readonly Finding[] = [];

  constructor(private readonly request: EngineRequest) {
    this.packFiles = new PackFiles(request.texts);
    this.watch = new Watch(request, this.interruption);
  }

  /** @throws EngineError what stopped it; what the surroundings said otherwise is thrown as it came */
  async run(): Promise<void> {
    refuseAtOnce(this.request);
    const ground = await this.ground();
    const { plan } = this.request;
    const release = lockStack(ground.folder, ground.key, say);
    const stopListening = this.interruption.listen();
    try {
      await endLeftovers(ground.mark, say);
      const secrets = stackSecrets(ground.folder, plan.naming.scope, secretsNeeded(plan));
      hideFromNowOn(Object.values(secrets));
      if (this.request.command === "up") sayNotGiven(plan, secrets);
      checkLocalState(ground.backend, plan);
      const registry = await openRegistry(ground.docker, plan, say);
      try {
        await this.withRegistry(ground, secrets, registry);
      } finally {
        await registry.close();
      }
    } finally {
      stopListening();
      this.findings = this.packFiles.read();
      this.packFiles.remove();
      await endLeftovers(ground.mark, () => undefined);
      release();
    }
  }

  private async ground(): Promise<Ground> {
    const { plan, home } = this.request;
    const folder = stateFolder();
    ensureWritable(folder);
    const tool = await obtainTool(PULUMI, { root: home, say });
    const host = dockerHost();
    const docker = await reachDocker(host);
    const { ApiVersion: dockerApi } = await docker.version();
    const passphrase = passphraseIn(folder, say);
    const backend = backendOf(process.env, folder);
    const key = `${plan.fleet}-${plan.stack}`;
    return { folder, tool, docker, dockerApi, host, backend, passphrase, key, mark: join(folder, key) };
  }

  private async withRegistry(ground: Ground, secrets: Secrets, registry: Registry): Promise<void> {
    const { docker, host, tool, backend, folder, key } = ground;
    const { request } = this;
    const { command, plan } = request;
    const consul = new ConsulClient(registry.address, registryToken(plan, registry, secrets, "registration"));
    const unsaved = FirstRun.of(backend, plan);
    if (unsaved !== null) await clearUnsaved(unsaved, { command, docker, host, registry, consul, plan, say });
    const isFirst = command === "up" && request.targets === undefined && unsaved?.isFirst === true;
    if (command === "up") {
      // Of a few resources the others need not be right.
      if (request.targets === undefined) await preflight(docker, plan);
      await ensureImages(docker, request, say);
    }
    const pack = policyPack(request.home, tool.path);
    say(`engine: pulumi ${tool.version} (${tool.from}); docker ${host}; consul ${registryWords(registry)}`);
    const opened = await this.open(ground, secrets, registry, pack, isFirst);
    const { stack } = opened;
    const surroundings = { stack, pack, docker, host, registry, consul, first: isFirst ? unsaved : null };
    try {
      if (command === "preview") {
        await operate(request, surroundings, this.watch, this.interruption);
        return;
      }
      const left = readUnfinished(folder, key);
      noteUnfinished(folder, key, { docker: host, folder: stack.workspace.workDir });
      const cutOff = left !== null && (await this.recovered(ground, opened, left));
      const refreshed = { ...request, refresh: request.refresh || cutOff };
      await operate(refreshed, surroundings, this.watch, this.interruption);
      noteFinished(folder, key);
    } finally {
      opened.close();
    }
  }

  private open(
    { tool, backend, passphrase, host, dockerApi, mark }: Ground,
    secrets: Secrets,
    registry: Registry,
    pack: PolicyPack,
    isFirst: boolean,
  ): Promise<OpenStack> {
    const { plan, look, root, today } = this.request;
    return openStack({
      ...{ pulumi: tool, project: plan.fleet, stack: plan.stack, backend, passphrase },
      program: () => {
        const args = { plan, secrets, dockerApi };
        // The token of the stack is for its own Consul, and nobody else's.
        const own = registry.own === null ? undefined : args;
        const providers = providersOf(new pulumi.Config("sutazai-fleet"), own);
        new Fleet(plan.fleet, args, { providers });
        return Promise.resolve();
      },
      plugins: pack.starters,
      mustExist: look === true,
      home: process.env["PULUMI_HOME"] ?? join(homedir(), ".pulumi"),
      env: {
        DOCKER_HOST: host,
        CONSUL_HTTP_ADDR: registry.address,
        SUTAZAI_FLEET_ROOT: root,
        [TODAY]: formatDay(today),
        ...this.packFiles.env,
        ...pack.env,
        PULUMI_STACK: plan.stack,
        [RUN_MARK]: mark,
        ...(isFirst ? { PULUMI_SKIP_CHECKPOINTS: "true" } : {}),
      },
    }).catch((error: unknown) => unusable(backend, error));
  }

  /** Clears what a run that was cut off left on the same Docker Engine. */
  private async recovered(
    { docker, host, tool }: Ground,
    opened: OpenStack,
    left: Unfinished,
  ): Promise<boolean> {
    removeWorkFolders(left);
    // What stands on another Docker Engine can't be seen from here: nothing there is touched.
    const since = left.docker === host ? new Date(left.since) : new Date();
    return recover(opened.stack, tool.path, docker, this.request.plan, since, say);
  }
}

/** A state in files: locks of an engine that is dead go, and what can't be read is told before the engine meets it. */
function checkLocalState(backend: string, plan: FleetPlan): void {
  if (!backend.startsWith("file:///")) return;
  const path = backend.slice("file://".length);
  clearEngineLocks(path, plan.fleet, plan.stack, say);
  clearTornNotes(path, plan.fleet, plan.stack, say);
  checkState(path, plan.fleet, plan.stack);
}

/** The stack comes up without them, and somebody has to know what it then does not do. */
function sayNotGiven(plan: FleetPlan, secrets: Secrets): void {
  const missing = secretsNotGiven(plan, secrets);
  const [first] = missing;
  if (first === undefined) return;
  const names = missing.map(({ name, for: purpose }) => `${name} (${purpose})`).join(", ");
  say(`not given: ${names}; to give one: fleet secrets set ${first.name} --stack ${plan.stack}`);
}

/** Where agents are registered, for people. */
function registryWords({ address, own }: Registry): string {
  return own === null ? address : `of the stack itself (${own.containerNames.join(", ")})`;
}
