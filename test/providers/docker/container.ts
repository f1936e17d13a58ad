import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import type Docker from "dockerode";
import { pack } from "tar-stream";
import { HalfMade } from "../protocol/resource-type";
import type { ResourceType, Standing } from "../protocol/resource-type";
import { isObject, textOf } from "../protocol/schema";
import type { Values } from "../protocol/schema";
import { createOptions, nanoseconds, objects, texts } from "./container-create";
import { CONTAINER_SCHEMA } from "./container-schema";
import { containerState } from "./container-state";
import { isGone, reasonOf } from "./gone";

const MIB = 1024 * 1024;
/** What can change in a container that stands. */
const IN_PLACE = [
  "restart",
  "maxRetryCount",
  "cpuShares",
  "memory",
  "memoryReservation",
  "cpuSet",
  "memorySwap",
];
/** The official plugin looks once a second. */
const LOOK_EVERY = 250;

async function standing(docker: Docker, id: string, known: Values): Promise<Standing | null> {
  try {
    return { id, state: containerState(await docker.getContainer(id).inspect(), known) };
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** What Docker's client for Go, and so the official plugin, says before it sends anything. */
async function refuseUnknown(docker: Docker, inputs: Values): Promise<void> {
  const health = inputs["healthcheck"];
  if (!isObject(health) || nanoseconds(health["startInterval"]) === 0) return;
  const { ApiVersion } = await docker.version();
  if (Number(ApiVersion.split(".")[1]) >= 44) return;
  throw new Error(
    'Unable to create container: "specify health-check start interval" requires API version 1.44, ' +
      `but the Docker daemon API version is ${ApiVersion}`,
  );
}

async function create(docker: Docker, inputs: Values): Promise<Standing> {
  await refuseUnknown(docker, inputs);
  const container = await docker.createContainer(createOptions(inputs)).catch((error: unknown) => {
    throw new Error(`Unable to create container: ${reasonOf(error)}`);
  });
  try {
    await connect(docker, container.id, inputs);
    await upload(container, inputs);
    if (inputs["start"] !== false) {
      await container.start().catch((error: unknown) => {
        throw new Error(`Unable to start container: ${reasonOf(error)}`);
      });
      if (inputs["wait"] === true) await untilHealthy(container, Number(inputs["waitTimeout"]));
    }
  } catch (error) {
    const made = await standing(docker, container.id, inputs);
    throw made === null ? error : new HalfMade(made, error instanceof Error ? error.message : String(error));
  }
  const made = await standing(docker, container.id, inputs);
  if (made === null) throw new Error(`container ${textOf(inputs["name"])} is gone already`);
  return made;
}

/** Takes the container off the default network and puts it on those that were asked for. */
async function connect(docker: Docker, id: string, inputs: Values): Promise<void> {
  const networks = objects(inputs["networksAdvanced"]);
  if (networks.length === 0) return;
  await docker.getNetwork(textOf(inputs["networkMode"])).disconnect({ Container: id });
  for (const network of networks) {
    const { name, aliases, ipv4Address } = network;
    await docker.getNetwork(textOf(name)).connect({
      Container: id,
      EndpointConfig: {
        Aliases: texts(aliases),
        IPAMConfig: ipv4Address === undefined ? {} : { IPv4Address: textOf(ipv4Address) },
      },
    });
  }
}

async function upload(container: Docker.Container, inputs: Values): Promise<void> {
  for (const { file, content, contentBase64, executable } of objects(inputs["uploads"])) {
    const bytes =
      typeof contentBase64 === "string"
        ? Buffer.from(contentBase64, "base64")
        : Buffer.from(textOf(content ?? ""));
    const archive = pack();
    archive.entry(
      { name: textOf(file).replace(/^\//, ""), mode: executable === true ? 0o744 : 0o644 },
      bytes,
    );
    archive.finalize();
    await container.putArchive(Readable.from(archive), { path: "/" });
  }
}

async function untilHealthy(container: Docker.Container, seconds: number): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const { State } = await container.inspect();
    if (State.Health === undefined)
      throw new Error(
        "you have supplied a 'wait' argument, but the container does not have a healthcheck defined. " +
          "Please remove the 'wait' argument or add a 'healthcheck' attribute",
      );
    if (State.Health.Status === "healthy") return;
    if (Date.now() > deadline) throw new Error("timed out waiting for container to be in a healthy state");
    await pause(LOOK_EVERY);
  }
}

async function update(docker: Docker, id: string, wanted: Values, state: Values): Promise<Values> {
  const container = docker.getContainer(id);
  if (state["mustRun"] === false && wanted["mustRun"] === true && wanted["start"] !== false) {
    await container.start().catch((error: unknown) => {
      if ((error as { statusCode?: number }).statusCode !== 304) throw error;
    });
  }
  if (IN_PLACE.some((name) => (wanted[name] ?? null) !== (state[name] ?? null))) {
    const swap = Number(wanted["memorySwap"] ?? 0);
    // An empty CPU set is left out, so one that was set from outside stays.
    const cpuSet = wanted["cpuSet"] === undefined ? {} : { CpusetCpus: wanted["cpuSet"] };
    await container.update({
      RestartPolicy: {
        Name: wanted["restart"] ?? "no",
        MaximumRetryCount: Number(wanted["maxRetryCount"] ?? 0),
      },
      CpuShares: Number(wanted["cpuShares"] ?? 0),
      Memory: Number(wanted["memory"] ?? 0) * MIB,
      MemoryReservation: Number(wanted["memoryReservation"] ?? 0) * MIB,
      ...(swap === 0 ? {} : { MemorySwap: swap > 0 ? swap * MIB : swap }),
      ...cpuSet,
    });
  }
  return planned(state, wanted);
}

/** The official plugin takes what it wanted for what is, and does not look again before the next refresh. */
function planned(state: Values, wanted: Values): Values {
  const kept = Object.entries(state).filter(([name]) => {
    const property = CONTAINER_SCHEMA[name];
    return property === undefined || property.computed === true || name in wanted;
  });
  return { ...Object.fromEntries(kept), ...wanted };
}

async function remove(docker: Docker, id: string, state: Values): Promise<void> {
  const container = docker.getContainer(id);
  try {
    const grace = Number(state["destroyGraceSeconds"] ?? 0);
    await container.stop({ t: grace }).catch((error: unknown) => {
      // 304: it does not run.
      if ((error as { statusCode?: number }).statusCode !== 304) throw error;
    });
    await container.remove({ v: state["removeVolumes"] !== false, force: true });
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

export const CONTAINER: ResourceType<Docker> = {
  token: "docker:index/container:Container",
  schema: CONTAINER_SCHEMA,
  create,
  read: standing,
  update,
  delete: remove,
};
