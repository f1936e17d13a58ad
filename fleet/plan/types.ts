import type { Class, Criticality, Part, Pool, ServiceMetrics } from "../catalog/schema.generated";
import type { Alerting, Profiles, Routing } from "../catalog/types";
import type { Place } from "../place";
import type { Json } from "../source/json";
import type { Severity, TierName } from "../tier";
import type { Millicores } from "../units/cpu";
import type { Seconds } from "../units/duration";
import type { MiB } from "../units/memory";

/** A number of the plan with the reason for it and the line it comes from. */
export interface Reasoned<T> {
  readonly value: T;
  readonly why: string;
  readonly from: Place;
}

/** Names under which the fleet of this stack lives on Docker and in Consul, so that two never clash. */
export interface Naming {
  /** `<fleet>-<stack>`, the first part of every name. */
  readonly scope: string;
  readonly network: string;
  readonly consulNode: string;
  readonly keyPrefix: string;
}

/** What an agent may use. Shared by all agents that are sized alike. */
export interface Sizing {
  readonly memory: Reasoned<MiB>;
  readonly memoryReservation: Reasoned<MiB>;
  readonly memoryStep: Reasoned<MiB>;
  readonly memoryMax: Reasoned<MiB>;
  readonly cpuBase: Reasoned<Millicores>;
  readonly cpuBurst: Reasoned<Millicores>;
  /** Docker's relative weight when cores are short. */
  readonly cpuShares: Reasoned<number>;
}

/** The health contract as Docker is told of it. */
export interface HealthPlan {
  /** A program of the image with its arguments. */
  readonly command: readonly string[];
  readonly path: string;
  readonly port: number;
  readonly startPeriod: Seconds;
  readonly interval: Seconds;
  readonly timeout: Seconds;
  readonly retries: number;
  /** How often while the start period lasts, where Docker knows it (Engine 25 and newer). @default Docker's choice */
  readonly startInterval?: Seconds;
  readonly why: string;
  readonly from: Place;
}

/** How an agent stands in Consul. */
export interface Registration {
  readonly serviceId: string;
  /** Shared by the agents of a pool: the router finds them by it. */
  readonly serviceName: string;
  readonly address: string;
  readonly port: number;
  readonly tags: readonly string[];
  /** DNS SRV weight, 256 for each unit of the router's weight. */
  readonly weight: number;
  readonly check: {
    readonly id: string;
    readonly url: string;
    readonly interval: Seconds;
    readonly timeout: Seconds;
  };
}

export interface ImagePlan {
  readonly reference: string;
  readonly digest: string | null;
  readonly runtime: string;
  readonly user: string;
}

export interface AgentPlan {
  readonly name: string;
  readonly role: string;
  readonly group: string;
  readonly owner: string;
  readonly class: Class;
  readonly pool: Pool;
  readonly criticality: Criticality;
  readonly place: Place;
  readonly containerName: string;
  readonly image: ImagePlan;
  readonly sizing: Sizing;
  readonly health: HealthPlan;
  readonly registration: Registration;
  /** Environment without secrets, sorted by name. */
  readonly environment: Readonly<Record<string, string>>;
  /** Volumes of services that it depends on, and where it mounts them, read-only. */
  readonly volumes: Readonly<Record<string, string>>;
  /** Hot agents run; warm and cold ones are created and wait. */
  readonly running: boolean;
  /** The wave it starts in; null when it is not started. */
  readonly wave: number | null;
  readonly dependsOn: readonly string[];
  /** Names it had before: what stands under them is this agent. */
  readonly formerly: readonly string[];
}

/** Where the metrics of a service are, inside the network. */
export interface MetricsPlan {
  /** What they tell of. */
  readonly role: ServiceMetrics["role"];
  readonly port: number;
  /** With its query, such as `/metrics`. */
  readonly path: string;
}

export interface ServicePlan {
  readonly name: string;
  readonly purpose: string;
  /** The component that it is a part of. */
  readonly part: Part;
  readonly owner: string;
  readonly criticality: Criticality;
  readonly place: Place;
  /** One container name a replica. */
  readonly containerNames: readonly string[];
  readonly image: { readonly reference: string; readonly digest: string | null; readonly user: string };
  readonly memory: Reasoned<MiB>;
  readonly cpu: Reasoned<Millicores>;
  readonly cpuShares: Reasoned<number>;
  readonly health: Omit<HealthPlan, "path" | "port">;
  /** The program that it runs in the place of its image's; empty: its image's. */
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly ports: Readonly<Record<string, number>>;
  readonly volumes: Readonly<Record<string, string>>;
  /** Language models that it holds; the first is the one that agents ask for. */
  readonly models: readonly string[];
  /** Where Prometheus scrapes it; null when it serves no metrics. */
  readonly metrics: MetricsPlan | null;
  /** Files made from the plan, by kind, and where the service reads them: inside one of its volumes. */
  readonly files: Readonly<Record<string, string>>;
  readonly hostMounts: readonly {
    readonly host: string;
    readonly container: string;
    readonly reason: string;
  }[];
  /** Groups that it is in besides its own, as numbers; left out where there are none. */
  readonly groups?: readonly string[];
  /** Volumes of services that it depends on, and where it mounts them, read-only; left out where there are none. */
  readonly sharedVolumes?: Readonly<Record<string, string>>;
  readonly writable: readonly string[];
  readonly stateful: boolean;
  readonly protect: boolean;
  readonly wave: number;
  /** Starts after every running agent. */
  readonly afterAgents: boolean;
  readonly dependsOn: readonly string[];
}

export interface PoolPlan {
  readonly name: Pool;
  readonly agents: number;
  readonly running: boolean;
  readonly memory: MiB;
  readonly startWithin: Reasoned<Seconds>;
}

export interface WavePlan {
  readonly index: number;
  readonly services: readonly string[];
  readonly agents: readonly string[];
}

/** What is spent of what may be spent. */
export interface Budget {
  readonly id: "agent-memory" | "agent-cpu" | "host-memory" | "host-cpu";
  readonly title: string;
  readonly unit: "MiB" | "m";
  readonly used: number;
  readonly limit: number;
  /** Negative when the budget is overdrawn. */
  readonly headroom: number;
  readonly why: string;
  readonly from: Place;
}

/** How requests to a pool are shared out over its agents. */
export interface RoutePlan {
  readonly pool: Pool;
  readonly serviceName: string;
  readonly classes: readonly {
    readonly class: Class;
    readonly agents: number;
    /** The share of requests that this class gets, of 1. */
    readonly share: number;
    /** The router's weight of each of its agents, 1 to 255. */
    readonly weight: number;
  }[];
  readonly why: string;
  readonly from: Place;
}

/** What the router and the model gateway are configured with, beside the routes. */
export interface TrafficPlan {
  readonly router: Routing["router"] & { readonly checkPath: string };
  readonly gateway: Routing["gateway"];
  readonly from: Place;
}

export interface QueuePlan {
  readonly maxLength: Reasoned<number>;
  readonly timeout: Reasoned<Seconds>;
  readonly priorities: readonly string[];
  readonly retries: Reasoned<number>;
  readonly deadLetter: boolean;
}

/** A Prometheus alert rule, before it is rendered. */
export interface AlertPlan {
  readonly name: string;
  readonly group: string;
  readonly expr: string;
  readonly for: Seconds;
  /** How long it goes on when its condition is gone; 0 for not at all. */
  readonly keepFiringFor: Seconds;
  readonly severity: "page" | "ticket" | "none";
  readonly owner: string;
  readonly summary: string;
  readonly description: string;
  readonly runbook: string;
  /** What it watches over, for the rule that finds gaps: names of KPIs and thresholds of profiles.yaml. */
  readonly covers: readonly string[];
  readonly threshold: Reasoned<number> | null;
  /** Labels beside severity and owner. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A series that Prometheus computes from others, under a name of its own. */
export interface RecordingPlan {
  readonly name: string;
  readonly expr: string;
  /** What it tells. */
  readonly why: string;
}

/** The fleet of one stack, complete: plain, sorted, and the same for the same input. */
export interface FleetPlan {
  readonly schemaVersion: 1;
  readonly fleet: string;
  readonly stack: string;
  readonly tier: TierName;
  readonly naming: Naming;
  readonly pools: readonly PoolPlan[];
  readonly agents: readonly AgentPlan[];
  readonly services: readonly ServicePlan[];
  readonly waves: readonly WavePlan[];
  readonly budgets: readonly Budget[];
  readonly routes: readonly RoutePlan[];
  readonly traffic: TrafficPlan;
  readonly queue: QueuePlan;
  readonly alerts: readonly AlertPlan[];
  readonly recordings: readonly RecordingPlan[];
  /** How often Prometheus asks, and how often it evaluates the rules. */
  readonly monitoring: {
    readonly scrapeEvery: Seconds;
    readonly evaluateEvery: Seconds;
    /** How alerts become notifications. */
    readonly notify: Alerting["notify"];
    /** The window of rates. */
    readonly rateWindow: Seconds;
    /** The share of the requests that the response time is of. */
    readonly quantile: number;
    /** What dashboards hold the fleet against. */
    readonly kpis: Profiles["kpis"];
  };
  readonly container: {
    readonly stopTimeout: Seconds;
    readonly tmpfs: MiB;
    readonly shm: MiB;
    readonly logMaxSize: string;
    readonly logMaxFiles: number;
    readonly openFiles: number;
  };
}

export type { Json, Part, Severity };
