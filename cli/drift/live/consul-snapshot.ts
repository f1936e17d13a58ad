import type { FleetPlan } from "../../../fleet/plan/types";
import type { ConsulClient } from "../../engine/consul/client";

export interface FoundService {
  readonly ID: string;
  readonly Service: string;
  readonly Address: string;
  readonly Port: number;
  readonly Tags: readonly string[] | null;
  readonly Meta: Readonly<Record<string, string>> | null;
  readonly Weights?: { readonly Passing: number; readonly Warning: number };
}

export interface FoundCheck {
  readonly CheckID: string;
  readonly Name: string;
  readonly Status: string;
  /** "" for a check of the node. */
  readonly ServiceID: string;
  readonly Definition?: {
    readonly HTTP?: string;
    readonly TCP?: string;
    readonly Method?: string;
    readonly Interval?: string;
    readonly Timeout?: string;
    readonly TLSSkipVerify?: boolean;
    readonly DeregisterCriticalServiceAfter?: string;
  };
}

/** What Consul says of the fleet's node and keys. */
export interface ConsulSnapshot {
  readonly node: {
    readonly Address: string;
    readonly Meta: Readonly<Record<string, string>> | null;
  } | null;
  readonly services: readonly FoundService[];
  readonly checks: readonly FoundCheck[];
  readonly keys: ReadonlyMap<string, string>;
}

interface NodeServices {
  readonly Node: ConsulSnapshot["node"];
  readonly Services: readonly FoundService[] | null;
}

/** Three questions, asked at once. @throws EngineError `consul-unreachable` */
export async function lookAtConsul(consul: ConsulClient, { naming }: FleetPlan): Promise<ConsulSnapshot> {
  const node = encodeURIComponent(naming.consulNode);
  const prefix = naming.keyPrefix.split("/").map(encodeURIComponent).join("/");
  const [found, checks, keys] = await Promise.all([
    consul.get<NodeServices>(`/v1/catalog/node-services/${node}`),
    consul.get<readonly FoundCheck[]>(`/v1/health/node/${node}`),
    consul.get<readonly { Key: string; Value: string | null }[]>(`/v1/kv/${prefix}/?recurse=true`),
  ]);
  const text = (value: string | null): string => Buffer.from(value ?? "", "base64").toString("utf8");
  return {
    node: found?.Node ?? null,
    services: found?.Services ?? [],
    checks: checks ?? [],
    keys: new Map((keys ?? []).map(({ Key, Value }) => [Key, text(Value)])),
  };
}
