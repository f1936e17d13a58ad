import { isObject, set, value, textOf } from "../protocol/schema";
import type { Value, Values } from "../protocol/schema";
import type { ResourceType, Standing } from "../protocol/resource-type";
import type { ConsulClient } from "./client";

interface Entry {
  readonly Value: string | null;
  readonly Flags: number;
}

const keysOf = (from: Values): Values[] => ((from["keys"] ?? []) as Value[]).filter(isObject);
const pathOf = (key: Values): string =>
  `/v1/kv/${textOf(key["path"]).split("/").map(encodeURIComponent).join("/")}`;

async function read(consul: ConsulClient, id: string, known: Values): Promise<Standing> {
  const keys = await Promise.all(
    keysOf(known).map(async (key) => {
      const entry = (await consul.get<Entry[]>(pathOf(key)))?.[0];
      const stored = entry?.Value == null ? "" : Buffer.from(entry.Value, "base64").toString("utf8");
      return {
        path: key["path"] ?? "",
        name: key["name"] ?? "",
        default: key["default"] ?? "",
        delete: key["delete"] ?? false,
        flags: entry?.Flags ?? 0,
        value: stored === "" ? (key["default"] ?? "") : stored,
      };
    }),
  );
  return { id, state: { ...known, id, keys, var: {}, datacenter: consul.datacenter } };
}

async function write(consul: ConsulClient, inputs: Values): Promise<void> {
  for (const key of keysOf(inputs))
    await consul.put(`${pathOf(key)}?flags=${Number(key["flags"] ?? 0)}`, textOf(key["value"] ?? ""));
}

/** Removes the keys that are ours to remove, except those that stay. */
async function remove(consul: ConsulClient, state: Values, staying: ReadonlySet<unknown>): Promise<void> {
  for (const key of keysOf(state))
    if (key["delete"] === true && !staying.has(key["path"])) await consul.delete(pathOf(key));
}

export const KEYS: ResourceType<ConsulClient> = {
  token: "consul:index/keys:Keys",
  schema: {
    datacenter: value({ replaces: true, computed: true }),
    token: value(),
    keys: set({
      path: value(),
      name: value(),
      value: value({ computed: true }),
      default: value(),
      flags: value(),
      delete: value(),
    }),
  },
  async create(consul, inputs) {
    await write(consul, inputs);
    return read(consul, "consul", inputs);
  },
  read,
  async update(consul, id, wanted, state) {
    await write(consul, wanted);
    await remove(consul, state, new Set(keysOf(wanted).map((key) => key["path"])));
    return (await read(consul, id, wanted)).state;
  },
  delete: (consul, _id, state) => remove(consul, state, new Set()),
};
