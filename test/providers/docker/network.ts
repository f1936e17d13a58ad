import { setTimeout as pause } from "node:timers/promises";
import type Docker from "dockerode";
import { isObject, list, map, value, textOf } from "../protocol/schema";
import type { Values } from "../protocol/schema";
import type { ResourceType, Standing } from "../protocol/resource-type";
import { isGone, reasonOf } from "./gone";
import { labelSet, labelsFromDocker, labelsToDocker } from "./labels";

const replaces = true;
/** A container that is gone may still be on its way off the network: the official plugin waits as long. Milliseconds. */
const REMOVED_WITHIN = 30_000;
const LOOK_EVERY = 250;

async function standing(docker: Docker, id: string, known: Values): Promise<Standing | null> {
  try {
    const network = await docker.getNetwork(id).inspect();
    const configs = network.IPAM?.Config ?? [];
    const state: Values = {
      ...known,
      id: network.Id,
      name: network.Name,
      driver: network.Driver,
      scope: network.Scope,
      internal: network.Internal,
      attachable: network.Attachable,
      ingress: network.Ingress,
      ipv6: network.EnableIPv6 ?? false,
      labels: labelsFromDocker(network.Labels),
      options: network.Options ?? {},
      ipamDriver: network.IPAM?.Driver ?? "",
      ipamOptions: network.IPAM?.Options ?? {},
      ipamConfigs: configs.map((config) => ({
        subnet: config["Subnet"] ?? "",
        gateway: config["Gateway"] ?? "",
        ipRange: config["IPRange"] ?? "",
        auxAddress: {},
      })),
    };
    return { id: network.Id, state };
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

export const NETWORK: ResourceType<Docker> = {
  token: "docker:index/network:Network",
  schema: {
    name: value({ replaces }),
    labels: labelSet(),
    driver: value({ replaces, computed: true }),
    options: map({ replaces, computed: true }),
    internal: value({ replaces, computed: true }),
    attachable: value({ replaces }),
    ingress: value({ replaces }),
    ipv6: value({ replaces }),
    ipamDriver: value({ replaces, default: "default" }),
    ipamOptions: map({ replaces }),
    ipamConfigs: list(
      {
        subnet: value({ replaces }),
        ipRange: value({ replaces }),
        gateway: value({ replaces, computed: true }),
        auxAddress: map({ replaces }),
      },
      { replaces, computed: true },
    ),
  },
  async create(docker, inputs) {
    const configs = Array.isArray(inputs["ipamConfigs"]) ? inputs["ipamConfigs"].filter(isObject) : [];
    const network = await docker.createNetwork({
      Name: textOf(inputs["name"]),
      CheckDuplicate: true,
      Driver: typeof inputs["driver"] === "string" ? inputs["driver"] : "bridge",
      Internal: inputs["internal"] === true,
      Attachable: inputs["attachable"] === true,
      EnableIPv6: inputs["ipv6"] === true,
      Labels: labelsToDocker(inputs["labels"]),
      Options: (inputs["options"] ?? {}) as Record<string, string>,
      IPAM: {
        Driver: textOf(inputs["ipamDriver"] ?? "default"),
        Config: configs.map((config) => ({
          ...(config["subnet"] === undefined ? {} : { Subnet: textOf(config["subnet"]) }),
          ...(config["gateway"] === undefined ? {} : { Gateway: textOf(config["gateway"]) }),
          ...(config["ipRange"] === undefined ? {} : { IPRange: textOf(config["ipRange"]) }),
        })),
      },
    });
    const made = await standing(docker, network.id, inputs);
    if (made === null) throw new Error(`network ${textOf(inputs["name"])} is gone already`);
    return made;
  },
  read: standing,
  update: () => Promise.reject(new Error("a network is never changed in place")),
  async delete(docker, id) {
    const deadline = Date.now() + REMOVED_WITHIN;
    for (;;) {
      try {
        await docker.getNetwork(id).remove();
        return;
      } catch (error) {
        if (isGone(error)) return;
        if (!reasonOf(error).includes("has active endpoints") || Date.now() > deadline) throw error;
      }
      await pause(LOOK_EVERY);
    }
  },
};
