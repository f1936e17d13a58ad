import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import type Docker from "dockerode";
import { consulKeysArgs } from "../../components/consul/registration";
import { declareResources } from "../../components/declare";
import type { FleetPlan } from "../../fleet/plan/types";
import { CONTAINER, NETWORK, VOLUME } from "../../fleet/resource";
import { isDeployed } from "../drift/evidence";
import { writeWhole } from "../write-whole";
import { EngineError } from "./engine-error";
import { keysThere, nodeThere } from "./consul/catalog";
import type { ConsulClient } from "./consul/client";
import type { Registry } from "./consul/registry";
import { ofStack } from "./of-stack";

/** What a first run is about to make of one kind, and what of it is not its own. */
export interface ToBeMade {
  /** Exact names on Docker. */
  readonly names: readonly string[];
  /** What carried the labels of the stack before it began: ids, of volumes names. */
  readonly before: readonly string[];
}

/** What a first run notes beside the state, which is only written when the run ends. Schema version 1. */
export interface Unsaved {
  readonly schemaVersion: 1;
  /** When it began, ISO 8601: nothing that is older was made by it. */
  readonly since: string;
  readonly docker: DockerPlace;
  readonly containers: ToBeMade;
  readonly networks: ToBeMade;
  /** Without those that are protected: they are never removed. */
  readonly volumes: ToBeMade;
  /** What was not in Consul when it began; a node of null was there. */
  readonly consul: { readonly node: string | null; readonly keys: readonly string[] };
}

/** A Docker Engine; one that is reached through a socket is that of one machine. */
export interface DockerPlace {
  /** As in DOCKER_HOST. */
  readonly host: string;
  readonly machine: string | null;
}

export function dockerPlace(host: string): DockerPlace {
  return { host, machine: host.startsWith("unix:") || host.startsWith("npipe:") ? hostname() : null };
}

/**
 * The first run of a stack, whose state the engine writes at its end alone: there is nothing in it yet that could get
 * lost, and writing it before and after every step is most of what such a run costs (docs/adr/0007). What stands for
 * the state meanwhile is a note of what the run is about to make.
 */
export class FirstRun {
  private constructor(
    private readonly backend: string,
    private readonly plan: FleetPlan,
    /** Where the note is. */
    readonly file: string,
  ) {}

  /** @returns null where the state is not in a folder of this machine: there it is always written at every step */
  static of(backend: string, plan: FleetPlan): FirstRun | null {
    if (!backend.startsWith("file:///")) return null;
    const folder = join(backend.slice("file://".length), ".fleet", plan.fleet);
    return new FirstRun(backend, plan, join(folder, `${plan.stack}.unsaved.json`));
  }

  /** True when the state knows of nothing that was deployed. */
  get isFirst(): boolean {
    return !isDeployed(this.backend, this.plan);
  }

  /**
   * What an earlier first run noted that came to no end; null when there is none.
   *
   * @throws EngineError `state-damaged` when the note can't be read
   */
  read(): Unsaved | null {
    if (!existsSync(this.file)) return null;
    try {
      return JSON.parse(readFileSync(this.file, "utf8")) as Unsaved;
    } catch {
      throw new EngineError(
        "state-damaged",
        "the note of a first run can't be read",
        `${this.file} is not complete`,
        "the JSON that the run wrote",
        `Look with docker ps --all for what it made, remove that, then ${this.file}.`,
      );
    }
  }

  /** Notes what is about to be made. From here on a run that is killed can be cleared. */
  async begin(docker: Docker, host: string, registry: Registry, consul: ConsulClient): Promise<void> {
    const { plan } = this;
    const resources = declareResources(plan);
    const named = (type: string) =>
      resources
        .filter((resource) => resource.type === type && resource.options.protect !== true)
        .map(({ properties }) => properties["name"] as string);
    const there = await ofStack(docker, plan);
    const idsOf = (kind: keyof typeof there) => there[kind].map(({ id }) => id);
    const node = plan.naming.consulNode;
    const paths = consulKeysArgs(plan).keys.map(({ path }) => path);
    // The stack's own Consul is made by the run itself.
    const known = registry.own === null ? await keysThere(consul, paths) : [];
    const nodeIsNew = registry.own !== null || !(await nodeThere(consul, node));
    const note: Unsaved = {
      schemaVersion: 1,
      since: new Date().toISOString(),
      docker: dockerPlace(host),
      containers: { names: named(CONTAINER), before: idsOf("containers") },
      networks: { names: named(NETWORK), before: idsOf("networks") },
      volumes: { names: named(VOLUME), before: idsOf("volumes") },
      consul: { node: nodeIsNew ? node : null, keys: paths.filter((path) => !known.includes(path)) },
    };
    mkdirSync(dirname(this.file), { recursive: true });
    writeWhole(this.file, `${JSON.stringify(note, null, 2)}\n`);
  }

  /** Takes the note back, when the engine has come to its end and so has written the state. */
  settle({ succeeded }: { readonly succeeded: boolean }): void {
    const { isFirst } = this;
    if (!succeeded && isFirst) return;
    const { fleet, stack } = this.plan;
    const state = join(this.backend.slice("file://".length), ".pulumi", "stacks", fleet, `${stack}.json`);
    // The engine keeps the state that it wrote before. Here that is the empty one, which is no way back.
    if (!isFirst && existsSync(state)) copyFileSync(state, `${state}.bak`);
    this.forget();
  }

  forget(): void {
    rmSync(this.file, { force: true });
  }
}
