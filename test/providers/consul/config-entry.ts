import { isDeepStrictEqual } from "node:util";
import { value, textOf } from "../protocol/schema";
import type { Value, Values } from "../protocol/schema";
import type { ResourceType, Standing } from "../protocol/resource-type";
import type { ConsulClient } from "./client";

const replaces = true;
/** What Consul adds to an entry that is not its configuration. */
const NOT_CONFIGURATION = ["CreateIndex", "ModifyIndex", "Kind", "Name", "Namespace", "Partition", "Hash"];

function parsed(json: Value): unknown {
  try {
    return JSON.parse(textOf(json));
  } catch {
    return json;
  }
}

function path(state: Values): string {
  return `/v1/config/${textOf(state["kind"])}/${encodeURIComponent(textOf(state["name"]))}`;
}

async function read(consul: ConsulClient, id: string, known: Values): Promise<Standing | null> {
  const entry = await consul.get<Record<string, unknown>>(path(known));
  if (entry === null) return null;
  const kept = Object.entries(entry).filter(([name]) => !NOT_CONFIGURATION.includes(name));
  const sorted = Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
  return { id, state: { ...known, id, configJson: JSON.stringify(sorted) } };
}

async function write(consul: ConsulClient, inputs: Values): Promise<Standing> {
  const [kind, name] = [textOf(inputs["kind"]), textOf(inputs["name"])];
  const config = JSON.parse(textOf(inputs["configJson"])) as object;
  await consul.put("/v1/config", { ...config, Kind: kind, Name: name });
  const made = await read(consul, `${kind}-${name}`, inputs);
  if (made === null) throw new Error(`config entry ${kind}/${name} is gone already`);
  return made;
}

export const CONFIG_ENTRY: ResourceType<ConsulClient> = {
  token: "consul:index/configEntry:ConfigEntry",
  schema: {
    kind: value({ replaces }),
    name: value({ replaces }),
    namespace: value({ replaces }),
    partition: value({ replaces }),
    configJson: value({ same: (state, wanted) => isDeepStrictEqual(parsed(state), parsed(wanted)) }),
  },
  create: write,
  read,
  update: async (consul, _id, wanted) => (await write(consul, wanted)).state,
  delete: (consul, _id, state) => consul.delete(path(state)),
};
