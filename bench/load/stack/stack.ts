import type { FleetPlan } from "../../../fleet/plan/types";
import type { BrokerUser } from "../../../fleet/queue/users";
import type { Notification } from "./receiver";
import type { PrometheusApi } from "../observe/dashboards";

/** Where something listens, as seen from this process. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** What one agent or service has used. */
export interface PartUsage {
  readonly name: string;
  /** True for an agent. */
  readonly agent: boolean;
  /** Seconds of CPU since it started. */
  readonly cpuSeconds: number;
  /** MiB of working set. */
  readonly memory: number;
  /** MiB and cores that it may use; null where nothing bounds it. */
  readonly memoryLimit: number | null;
  readonly cpuLimit: number | null;
}

/** A whole fleet that runs, however it was brought up. */
export interface Stack {
  readonly kind: "containers" | "processes";
  /** What runs, and what stands in for something that could not be had; a sentence each. */
  readonly told: readonly string[];
  readonly plan: FleetPlan;
  /** Of a user of the broker. */
  password(user: BrokerUser): string;
  /** Its own Prometheus, as whoever may ask it. */
  readonly prometheus: PrometheusApi;
  /** What people were told of, in the order in which it came. */
  readonly notifications: readonly Notification[];
  /** Looked up anew each time: what is restarted may come back elsewhere. @throws Error while it does not run */
  service(name: string, port: string): Promise<Address>;
  /** Null while the agent does not run. */
  agent(name: string): Promise<Address | null>;
  /** Starts the agents that wait to be needed. */
  wakeAll(say: (line: string) => void): Promise<void>;
  usage(): Promise<readonly PartUsage[]>;
  /** Seconds of CPU of what runs the containers, since it started; null where there is none or it can't be seen. */
  overhead(): number | null;
  /** Ends it at once, as a crash does: whoever watches over it starts it again. */
  crash(name: string): Promise<void>;
  /** Ends it at once, and it stays away until `start`. */
  halt(name: string): Promise<void>;
  start(name: string): Promise<void>;
  close(): Promise<void>;
}

export const urlOf = ({ host, port }: Address): string => `http://${host}:${port}`;
