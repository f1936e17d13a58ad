import { isObject, list, map, set, value, textOf } from "../protocol/schema";
import type { Value, Values } from "../protocol/schema";
import type { ResourceType, Standing } from "../protocol/resource-type";
import type { ConsulClient } from "./client";
import { catalogNode } from "./node";

const replaces = true;
/** Under this name a service's meta says who registered it; it is not the program's. */
const SOURCE = "external-source";

interface CatalogService {
  readonly Node: string;
  readonly Datacenter: string;
  readonly ServiceID: string;
  readonly ServiceName: string;
  readonly ServiceAddress: string;
  readonly ServicePort: number;
  readonly ServiceTags: string[] | null;
  readonly ServiceMeta: Record<string, string> | null;
  readonly ServiceWeights: { readonly Passing: number; readonly Warning: number };
  readonly ServiceEnableTagOverride: boolean;
}

interface HealthCheck {
  readonly Node: string;
  readonly ServiceID: string;
  readonly CheckID: string;
  readonly Name: string;
  readonly Notes: string;
  readonly Status: string;
  readonly Definition: Readonly<Record<string, unknown>>;
}

const objects = (from: Value | undefined): Values[] => (Array.isArray(from) ? from.filter(isObject) : []);

function checkState({ CheckID, Name, Notes, Status, Definition }: HealthCheck): Values {
  const text = (name: string): string => {
    const found = Definition[name];
    return typeof found === "string" ? found : "";
  };
  const duration = (name: string): string => text(name) || "0s";
  const headers = (Definition["Header"] ?? {}) as Record<string, string[]>;
  return {
    checkId: CheckID,
    name: Name,
    notes: Notes,
    status: Status,
    tcp: text("TCP"),
    http: text("HTTP"),
    method: text("Method"),
    interval: duration("Interval"),
    timeout: duration("Timeout"),
    deregisterCriticalServiceAfter: duration("DeregisterCriticalServiceAfter"),
    tlsSkipVerify: Definition["TLSSkipVerify"] === true,
    headers: Object.entries(headers).map(([name, values]) => ({ name, values })),
  };
}

/** Only weights that were declared, or that are not what Consul takes when nobody says. */
function weightState(service: CatalogService, declared: Value | undefined): Values {
  const weights: Values = {};
  const said = isObject(declared) ? declared : {};
  const { Passing, Warning } = service.ServiceWeights;
  if (Passing !== 1 || said["passing"] !== undefined) weights["passing"] = Passing;
  if (Warning !== 1 || said["warning"] !== undefined) weights["warning"] = Warning;
  return weights;
}

async function read(consul: ConsulClient, id: string, known: Values): Promise<Standing | null> {
  const [name, node] = [textOf(known["name"]), textOf(known["node"])];
  const services = await consul.get<CatalogService[]>(`/v1/catalog/service/${encodeURIComponent(name)}`);
  const service = (services ?? []).find(({ ServiceID, Node }) => ServiceID === id && Node === node);
  if (service === undefined) return null;
  const checks = await consul.get<HealthCheck[]>(`/v1/health/checks/${encodeURIComponent(name)}`);
  const meta = Object.entries(service.ServiceMeta ?? {}).filter(([key]) => key !== SOURCE);
  const state: Values = {
    ...known,
    id,
    serviceId: service.ServiceID,
    name: service.ServiceName,
    node: service.Node,
    address: service.ServiceAddress,
    port: service.ServicePort,
    tags: service.ServiceTags ?? [],
    meta: Object.fromEntries(meta),
    checks: (checks ?? []).filter((check) => check.Node === node && check.ServiceID === id).map(checkState),
    weights: weightState(service, known["weights"]),
    enableTagOverride: service.ServiceEnableTagOverride,
    datacenter: service.Datacenter,
    namespace: "",
    partition: "",
  };
  return { id, state };
}

function headersOf(check: Values): Record<string, Value> {
  const headers = objects(check["headers"]).map(({ name, values }) => [textOf(name), values ?? []] as const);
  return Object.fromEntries(headers);
}

async function register(consul: ConsulClient, inputs: Values): Promise<Standing> {
  const [name, node] = [textOf(inputs["name"]), textOf(inputs["node"])];
  const known = await catalogNode(consul, node);
  // Consul would make the node by the way, and nobody would own it.
  if (known === null) throw new Error(`node does not exist: '${node}'`);
  const id = textOf(inputs["serviceId"] ?? name);
  const address = textOf(inputs["address"] ?? known.Address);
  const weights = isObject(inputs["weights"]) ? inputs["weights"] : null;
  await consul.put("/v1/catalog/register", {
    Node: node,
    Address: address,
    SkipNodeUpdate: true,
    Service: {
      ID: id,
      Service: name,
      Address: address,
      Port: Number(inputs["port"] ?? 0),
      Tags: inputs["tags"] ?? [],
      Meta: { ...(inputs["meta"] as object | undefined), [SOURCE]: "terraform" },
      EnableTagOverride: inputs["enableTagOverride"] === true,
      ...(weights === null
        ? {}
        : { Weights: { Passing: weights["passing"] ?? 1, Warning: weights["warning"] ?? 1 } }),
    },
    Checks: objects(inputs["checks"]).map((check) => ({
      Node: node,
      ServiceID: id,
      CheckID: check["checkId"],
      Name: check["name"],
      Notes: check["notes"] ?? "",
      Status: check["status"] ?? "",
      Definition: {
        HTTP: check["http"] ?? "",
        TCP: check["tcp"] ?? "",
        Method: check["method"] ?? "",
        TLSSkipVerify: check["tlsSkipVerify"] === true,
        Interval: check["interval"],
        Timeout: check["timeout"],
        DeregisterCriticalServiceAfter: check["deregisterCriticalServiceAfter"],
        Header: headersOf(check),
      },
    })),
  });
  const made = await read(consul, id, inputs);
  if (made === null) throw new Error(`service ${id} is gone already`);
  return made;
}

export const SERVICE: ResourceType<ConsulClient> = {
  token: "consul:index/service:Service",
  schema: {
    name: value({ replaces }),
    node: value({ replaces }),
    serviceId: value({ replaces, computed: true }),
    address: value({ computed: true }),
    port: value(),
    tags: list(null),
    meta: map(),
    weights: map(),
    enableTagOverride: value(),
    datacenter: value({ replaces, computed: true }),
    namespace: value({ replaces }),
    partition: value({ replaces }),
    external: value(),
    checks: set({
      checkId: value(),
      name: value(),
      notes: value(),
      // Whoever runs the check sets it: what was declared is only where it begins.
      status: value({ computed: true, same: () => true }),
      tcp: value(),
      http: value(),
      headers: set({ name: value(), values: list(null) }),
      tlsSkipVerify: value(),
      method: value({ default: "GET" }),
      interval: value(),
      timeout: value(),
      deregisterCriticalServiceAfter: value({ default: "30s" }),
    }),
  },
  create: register,
  read,
  update: async (consul, _id, wanted, state) =>
    // An address nobody declared is the node's again.
    (await register(consul, { ...wanted, serviceId: state["serviceId"] ?? null })).state,
  delete: (consul, id, state) =>
    consul.put("/v1/catalog/deregister", { Node: state["node"], ServiceID: state["serviceId"] ?? id }),
};
