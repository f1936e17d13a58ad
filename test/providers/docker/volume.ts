import type Docker from "dockerode";
import { map, value, textOf } from "../protocol/schema";
import type { Values } from "../protocol/schema";
import type { ResourceType, Standing } from "../protocol/resource-type";
import { isGone } from "./gone";
import { labelSet, labelsFromDocker, labelsToDocker } from "./labels";

const replaces = true;

async function standing(docker: Docker, id: string, known: Values): Promise<Standing | null> {
  try {
    const volume = await docker.getVolume(id).inspect();
    const state: Values = {
      ...known,
      id: volume.Name,
      name: volume.Name,
      driver: volume.Driver,
      driverOpts: volume.Options ?? {},
      labels: labelsFromDocker(volume.Labels),
      mountpoint: volume.Mountpoint,
    };
    return { id: volume.Name, state };
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

export const VOLUME: ResourceType<Docker> = {
  token: "docker:index/volume:Volume",
  schema: {
    name: value({ replaces, computed: true }),
    labels: labelSet(),
    driver: value({ replaces, computed: true }),
    driverOpts: map({ replaces }),
  },
  async create(docker, inputs) {
    const volume = await docker.createVolume({
      Name: textOf(inputs["name"] ?? ""),
      Driver: textOf(inputs["driver"] ?? "local"),
      DriverOpts: (inputs["driverOpts"] ?? {}) as Record<string, string>,
      Labels: labelsToDocker(inputs["labels"]),
    });
    const made = await standing(docker, volume.name, inputs);
    if (made === null) throw new Error(`volume ${volume.name} is gone already`);
    return made;
  },
  read: standing,
  update: () => Promise.reject(new Error("a volume is never changed in place")),
  async delete(docker, id) {
    try {
      await docker.getVolume(id).remove();
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  },
};
