import type { Place } from "../place";
import type { PathStep } from "../source/json";
import type { Millicores } from "../units/cpu";
import type { Seconds } from "../units/duration";
import type { MiB } from "../units/memory";
import type {
  AlertSignals,
  BurnRates,
  Class,
  Criticality,
  KpiAlerts,
  Part,
  Pool,
  ServiceMetrics,
} from "./schema.generated";

export type { Class, Criticality, Part, Pool, ServiceMetrics };

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
  /** What the command line can make it of itself; null: it has to be pulled or loaded. */
  readonly builtin: "reference-agent" | "stub" | null;
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
  /** Where Prometheus scrapes it; null when it serves no metrics. */
  readonly metrics: ServiceMetrics | null;
  readonly health: {
    readonly command: readonly string[];
    readonly why: string;
    /** How long it may take to start, where that is longer than of all others. */
    readonly startPeriod: Seconds | null;
  };
  /** The program that it runs in the place of its image's; empty: its image's. */
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly provides: Readonly<Record<string, string>>;
  readonly volumes: Readonly<Record<string, string>>;
  /** Files made from the plan, and where the service reads them. */
  readonly files: Readonly<Record<string, string>>;
  /** Volumes of it that agents and services which depend on it mount too, read-only. */
  readonly shares: readonly string[];
  /** Language models that it holds; the first is the one that agents ask for. */
  readonly models: readonly string[];
  readonly hostMounts: readonly {
    readonly host: string;
    readonly container: string;
    readonly reason: string;
  }[];
  /** Groups that it is in besides its own, as numbers. */
  readonly groups: readonly string[];
  readonly writable: readonly string[];
  readonly stateful: boolean;
  /** What the registry of a stack has to ask for so that the stack runs it; null: any does. */
  readonly onlyWith: "registry-tokens" | null;
  /** Starts after the hot agents. */
  readonly afterAgents: boolean;
  readonly dependsOn: readonly string[];
}

export interface Runtime {
  readonly commands: readonly string[];
  /** With `{url}` in the place of the address. */
  readonly check: readonly string[];
}

/** How requests reach the agents, and the agents' questions a model. */
export interface Routing {
  readonly strategies: readonly string[];
  readonly classWeights: Readonly<Record<Class, number>>;
  readonly router: {
    /** Requests that an agent works on at once. */
    readonly perAgent: number;
    /** Requests waiting for a pool, from which on the next pool helps. */
    readonly spillAbove: number;
    /** Agents that may join a pool before the router needs another configuration. */
    readonly spareSlots: number;
    readonly answerWithin: Seconds;
    readonly check: {
      readonly interval: Seconds;
      /** The interval while an agent is neither surely up nor surely down. */
      readonly recheck: Seconds;
      readonly timeout: Seconds;
      readonly failures: number;
      readonly successes: number;
    };
  };
  readonly gateway: {
    /** Requests that one model works on at once. */
    readonly perModel: number;
    readonly answerWithin: Seconds;
    readonly check: { readonly interval: Seconds; readonly timeout: Seconds };
    readonly breaker: {
      readonly failures: number;
      readonly probeEvery: Seconds;
      readonly successes: number;
    };
  };
}

/** How an agent works, beside what routing and queue say. */
export interface AgentWork {
  /** Requests that may wait in it, beyond those that it works on. */
  readonly waiting: number;
  readonly modelWithin: Seconds;
  readonly brokerAway: Seconds;
  readonly overflowEvery: Seconds;
  readonly linger: Seconds;
  /** How long before the stop timeout of its container its work has to be done. */
  readonly stopMargin: Seconds;
  /** The share of the memory at start that a heap may take. */
  readonly heapShare: number;
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
      /** How often while the start period lasts. @default Docker's choice */
      readonly startInterval?: Seconds;
    };
    readonly consul: { readonly interval: Seconds; readonly timeout: Seconds };
  };
  readonly runtimes: ReadonlyMap<string, Runtime>;
  readonly routing: Routing;
  /** Null where the file says nothing: agents then go by defaults of their own. */
  readonly agent: AgentWork | null;
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
  readonly alerting: Alerting;
}

/** `above` is a share, seconds or a count, as the KPI has it. */
export interface AlertThreshold {
  readonly above: number;
  readonly for: Seconds;
  readonly severity: "page" | "ticket";
}

/** When an alert fires and how urgent it is. */
export interface Signal {
  readonly for: Seconds;
  /** How long it goes on when its condition is gone, so that it outlasts what follows from it. @default not at all */
  readonly keepFiringFor?: Seconds;
  readonly severity: "page" | "ticket";
}

export interface ThresholdSignal extends Signal {
  /** A share or a count, as the alert has it. */
  readonly above: number;
}

/** Looks back over a window. */
export interface WindowSignal extends ThresholdSignal {
  readonly window: Seconds;
}

/** Looks ahead by what the window shows. */
export interface ForecastSignal extends WindowSignal {
  readonly horizon: Seconds;
}

/** Fires when the error budget is spent `factor` times faster than allowed, over both windows. */
export interface BurnRate extends Signal {
  readonly factor: number;
  readonly long: Seconds;
  readonly short: Seconds;
  /** Requests in the long window below which a share says nothing. */
  readonly minRequests: number;
}

type ByShape<T> = {
  readonly [Key in keyof T]: T[Key] extends { horizon: string }
    ? ForecastSignal
    : T[Key] extends { window: string }
      ? WindowSignal
      : T[Key] extends { above: number }
        ? ThresholdSignal
        : Signal;
};

/** How the alerts ask; the numbers of the spec are in `alerts` and `kpis`. */
export interface Alerting {
  /** Address of the folder with the runbooks, without a slash at its end. */
  readonly runbooks: string;
  /** Owns what belongs to no agent and no service. */
  readonly owner: string;
  readonly notify: {
    /** How long a first alert waits for others of its group. */
    readonly groupWait: Seconds;
    readonly groupInterval: Seconds;
    readonly repeatEvery: Seconds;
  };
  readonly scrapeEvery: Seconds;
  readonly evaluateEvery: Seconds;
  readonly rateWindow: Seconds;
  readonly quantile: number;
  /** Requests per minute below which a share or a percentile says nothing. */
  readonly minTraffic: number;
  /** Waiting messages below which nobody asks for more work than is done. */
  readonly minBacklog: number;
  readonly kpis: ByShape<KpiAlerts>;
  readonly burnRates: Readonly<Record<keyof BurnRates, BurnRate>>;
  readonly signals: ByShape<AlertSignals>;
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
