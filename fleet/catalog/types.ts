import type { Place } from "../place";
import type { PathStep } from "../source/json";
import type { Millicores } from "../units/cpu";
import type { Seconds } from "../units/duration";
import type { MiB } from "../units/memory";
import type { Class, Criticality, Part, Pool } from "./schema.generated";

export type { Class, Criticality, Part, Pool };

export const POOLS: readonly Pool[] = ["hot", "warm", "cold"];
export const CLASSES: readonly Class[] = ["high_performance", "standard", "specialized"];
export const CRITICALITIES: readonly Criticality[] = ["critical", "high", "normal", "low"];

/** An image agents may run. `digest` is null until images.lock.yaml knows it. */
export interface AgentImage {
  readonly name: string;
  readonly reference: string;
  readonly digest: string | null;
  readonly runtime: string;
  /** Numeric `user:group`. */
  readonly user: string;
  /** The port it serves its health endpoints on, inside the network. */
  readonly port: number;
}

/** An agent with its defaults filled in. */
export interface CatalogAgent {
  readonly name: string;
  readonly role: string;
  readonly group: string;
  readonly owner: string;
  readonly class: Class;
  readonly pool: Pool;
  readonly criticality: Criticality;
  readonly image: AgentImage;
  readonly dependsOn: readonly string[];
  /** Names it had before. */
  readonly formerly: readonly string[];
  /** The host port it had in the old system; nothing publishes it. */
  readonly port: number | null;
  /** Its own memory at start, where it differs from the profile. */
  readonly memory: MiB | null;
  /** Its own CPU base, where it differs from the profile. */
  readonly cpu: Millicores | null;
  /** Its position in the file, which leads to its place. */
  readonly index: number;
}

export interface CatalogPool {
  readonly agents: number;
  readonly criticality: Criticality;
}

export interface CatalogService {
  readonly name: string;
  readonly purpose: string;
  readonly part: Part;
  readonly image: string;
  readonly digest: string | null;
  readonly memory: MiB;
  readonly cpu: Millicores;
  readonly criticality: Criticality;
  readonly owner: string;
  readonly user: string;
  readonly ports: Readonly<Record<string, number>>;
  readonly health: { readonly command: readonly string[]; readonly why: string };
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly provides: Readonly<Record<string, string>>;
  readonly volumes: Readonly<Record<string, string>>;
  /** Files made from the plan, and where the service reads them. */
  readonly files: Readonly<Record<string, string>>;
  readonly hostMounts: readonly {
    readonly host: string;
    readonly container: string;
    readonly reason: string;
  }[];
  readonly writable: readonly string[];
  readonly stateful: boolean;
  /** Starts after the hot agents. */
  readonly afterAgents: boolean;
  readonly dependsOn: readonly string[];
}

export interface Runtime {
  readonly commands: readonly string[];
  /** With `{url}` in the place of the address. */
  readonly check: readonly string[];
}

/** The numbers of profiles.yaml with their units. */
export interface Profiles {
  readonly host: { readonly memory: MiB; readonly cpu: Millicores };
  readonly memory: {
    readonly start: MiB;
    readonly reservation: MiB;
    readonly step: MiB;
    readonly max: MiB;
    readonly scaleUpAbove: number;
  };
  readonly cpu: { readonly base: Millicores; readonly burst: Millicores };
  readonly cpuShares: Readonly<Record<Criticality, number>>;
  readonly container: {
    readonly stopTimeout: Seconds;
    readonly tmpfs: MiB;
    readonly shm: MiB;
    readonly logMaxSize: string;
    readonly logMaxFiles: number;
    readonly openFiles: number;
  };
  readonly pools: Readonly<Record<Pool, { readonly startWithin: Seconds }>>;
  readonly health: {
    readonly livenessPath: string;
    readonly readinessPath: string;
    readonly docker: {
      readonly startPeriod: Seconds;
      readonly interval: Seconds;
      readonly timeout: Seconds;
      readonly retries: number;
    };
    readonly consul: { readonly interval: Seconds; readonly timeout: Seconds };
  };
  readonly runtimes: ReadonlyMap<string, Runtime>;
  readonly routing: {
    readonly strategies: readonly string[];
    readonly classWeights: Readonly<Record<Class, number>>;
  };
  readonly queue: {
    readonly maxLength: number;
    readonly timeout: Seconds;
    readonly priorities: readonly string[];
    readonly retries: number;
    readonly deadLetter: boolean;
  };
  readonly kpis: {
    readonly agentUtilisation: number;
    readonly responseTime: Seconds;
    /** Requests per minute. */
    readonly throughput: number;
    readonly memoryEfficiency: number;
    readonly errors: number;
    readonly healthChecksPassing: number;
  };
  readonly milestones: readonly {
    readonly within: Seconds;
    readonly agentUtilisation: number;
    readonly throughputPerMinute: number;
    readonly memoryEfficiency: number | null;
  }[];
  readonly alerts: {
    readonly memory: AlertThreshold;
    readonly cpu: AlertThreshold;
    readonly responseTime: AlertThreshold;
    readonly agentFailures: AlertThreshold;
    readonly queueDepth: AlertThreshold;
  };
}

/** `above` is a share, seconds or a count, as the KPI has it. */
export interface AlertThreshold {
  readonly above: number;
  readonly for: Seconds;
  readonly severity: "page" | "ticket";
}

/** Leads from a value back to the line it stands in. */
export interface Places {
  agent(agent: CatalogAgent, key?: string): Place;
  profile(...path: PathStep[]): Place;
  service(name: string, ...path: PathStep[]): Place;
  agentsFile(...path: PathStep[]): Place;
  imagesLock(reference?: string): Place;
}

/** Everything that `catalog/` says, checked, with units and defaults. */
export interface Catalog {
  readonly fleet: string;
  /** In the order of the file. */
  readonly agents: readonly CatalogAgent[];
  readonly agentsByName: ReadonlyMap<string, CatalogAgent>;
  readonly images: ReadonlyMap<string, AgentImage>;
  readonly pools: Readonly<Record<Pool, CatalogPool>>;
  readonly profiles: Profiles;
  readonly services: ReadonlyMap<string, CatalogService>;
  /** Digests by image with tag. */
  readonly digests: ReadonlyMap<string, string>;
  readonly places: Places;
}
