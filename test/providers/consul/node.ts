import { map, value, textOf } from "../protocol/schema";
import type { Values } from "../protocol/schema";
import type { ResourceType, Standing } from "../protocol/resource-type";
import type { ConsulClient } from "./client";

const replaces = true;

interface CatalogNode {
  readonly Node: { readonly Address: string; readonly Meta: Record<string, string> | null } | null;
}

/** The node of the catalog, or null. */
export async function catalogNode(consul: ConsulClient, name: string): Promise<CatalogNode["Node"]> {
  const found = await consul.get<CatalogNode | null>(`/v1/catalog/node/${encodeURIComponent(name)}`);
  return found?.Node ?? null;
}

async function read(consul: ConsulClient, id: string, known: Values): Promise<Standing | null> {
  const node = await catalogNode(consul, textOf(known["name"]));
  if (node === null) return null;
  const state: Values = {
    ...known,
    id,
    address: node.Address,
    meta: node.Meta ?? {},
    datacenter: consul.datacenter,
    partition: "",
  };
  return { id, state };
}

async function register(consul: ConsulClient, inputs: Values): Promise<Standing> {
  const [name, address] = [textOf(inputs["name"]), textOf(inputs["address"])];
  await consul.put("/v1/catalog/register", { Node: name, Address: address, NodeMeta: inputs["meta"] ?? {} });
  const made = await read(consul, `${name}-${address}`, inputs);
  if (made === null) throw new Error(`node ${name} is gone already`);
  return made;
}

export const NODE: ResourceType<ConsulClient> = {
  token: "consul:index/node:Node",
  schema: {
    address: value({ replaces }),
    name: value({ replaces }),
    datacenter: value({ replaces, computed: true }),
    meta: map(),
    partition: value({ replaces }),
    token: value(),
  },
  create: register,
  read,
  update: async (consul, _id, wanted, state) => (await register(consul, { ...state, ...wanted })).state,
  delete: (consul, _id, state) => consul.put("/v1/catalog/deregister", { Node: state["name"] }),
};
