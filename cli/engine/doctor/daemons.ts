import { connect } from "node:net";
import type Docker from "dockerode";
import { hasStartInterval } from "../../../fleet/docker-api";
import type { FleetPlan } from "../../../fleet/plan/types";
import { CONTAINER } from "../../../fleet/resource";
import type { ResourceView } from "../../../fleet/resource";
import { ownRegistry } from "../consul/registry";
import { dockerHost, reachDocker } from "../docker-client";
import { EngineError } from "../engine-error";
import { neededImages } from "../images";
import { imageExists } from "../stub-image";
import { reachConsul } from "../surroundings";
import { ok } from "./model";
import type { Examined } from "./model";

const DOCKER_WANTED = "Docker Engine 20.10 or newer";
/** What is slower on an engine before 25. */
const SLOW = " (asks for health first after a whole interval; Docker Engine 25 asks sooner)";

/** The Docker Engine, and a client of it when it will do. */
export async function examineDocker(): Promise<{
  readonly docker: Docker | null;
  readonly examined: Examined[];
}> {
  try {
    const docker = await reachDocker();
    const { Version, ApiVersion } = await docker.version();
    const info = (await docker.info()) as { readonly MemoryLimit: boolean; readonly CpuCfsQuota: boolean };
    const slow = hasStartInterval(ApiVersion) ? "" : SLOW;
    const examined = [ok("daemon", "docker", `${Version} at ${dockerHost()}${slow}`, DOCKER_WANTED)];
    const missing = [...(info.MemoryLimit ? [] : ["memory"]), ...(info.CpuCfsQuota ? [] : ["CPU"])];
    const wanted = "limits of memory and CPU that are kept";
    if (missing.length === 0) examined.push(ok("daemon", "docker limits", "memory and CPU", wanted));
    else
      examined.push({
        ...{ kind: "daemon", name: "docker limits", standing: "wrong", wanted },
        found: `no limit of ${missing.join(" and ")}`,
        fix: "Switch the control groups of the kernel on (docker info says which are missing).",
      });
    return { docker, examined };
  } catch (error) {
    return { docker: null, examined: [failed("docker", error)] };
  }
}

/** The Consul in which the stack would be registered. */
export async function examineConsul(
  plan: FleetPlan,
  docker: Docker | null,
  env = process.env,
): Promise<Examined> {
  const own = ownRegistry(plan);
  const [container = ""] = own?.containerNames ?? [];
  if (own === null || (env["CONSUL_HTTP_ADDR"] ?? "") !== "") {
    try {
      return ok("daemon", "consul", await reachConsul(env), "a Consul with a leader");
    } catch (error) {
      return failed("consul", error);
    }
  }
  const running = docker !== null && (await runs(docker, container));
  if (running) return ok("daemon", "consul", `the stack's own, ${container}`, "a Consul with a leader");
  return {
    ...{ kind: "daemon", name: "consul", standing: "later", wanted: "a Consul with a leader" },
    found: `the stack's own, ${container}, does not run`,
    fix: "fleet up starts it. CONSUL_HTTP_ADDR names another one.",
  };
}

async function runs(docker: Docker, container: string): Promise<boolean> {
  try {
    return (await docker.getContainer(container).inspect()).State.Running;
  } catch {
    return false;
  }
}

/** Ports of the host that the stack publishes. One that its own container holds is fine. */
export async function examinePorts(
  resources: readonly ResourceView[],
  docker: Docker | null,
): Promise<Examined[]> {
  const examined: Examined[] = [];
  for (const { type, properties } of resources) {
    const { name, ports } = properties as { readonly name?: unknown; readonly ports?: unknown };
    if (type !== CONTAINER || typeof name !== "string" || !Array.isArray(ports)) continue;
    for (const { external } of ports as { readonly external?: unknown }[]) {
      if (typeof external !== "number") continue;
      const wanted = `free, for ${name}`;
      if (!(await listens(external))) examined.push(ok("port", String(external), "free", wanted));
      else if (docker !== null && (await runs(docker, name)))
        examined.push(ok("port", String(external), `held by ${name}`, wanted));
      else
        examined.push({
          ...{
            kind: "port",
            name: String(external),
            standing: "wrong",
            found: "something listens there",
            wanted,
          },
          fix: "Stop what listens there, or give the service another port.",
        });
    }
  }
  if (examined.length === 0) examined.push(ok("port", "host ports", "none is published", "none"));
  return examined;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    const answer = (listening: boolean) => {
      socket.destroy();
      resolve(listening);
    };
    socket.setTimeout(1000, () => answer(false));
    socket.once("connect", () => answer(true)).once("error", () => answer(false));
  });
}

/** The images of the plan that the Docker Engine has, and those that it will have to pull. */
export async function examineImages(plan: FleetPlan, docker: Docker): Promise<Examined> {
  const references = neededImages(plan)
    .map(({ reference }) => reference)
    .sort();
  const missing: string[] = [];
  for (const reference of references) if (!(await imageExists(docker, reference))) missing.push(reference);
  const all = `${references.length} images on the Docker Engine`;
  if (missing.length === 0) return ok("image", "images", `all ${references.length}`, all);
  return {
    ...{ kind: "image", name: "images", standing: "later", wanted: all },
    found: `not ${missing.join(", ")}`,
    fix: "fleet up makes those that the catalog calls builtin where they can't be pulled, and lets Docker pull the others. By hand: docker pull, or docker load.",
  };
}

/** What a run would stop with, in its words. */
function failed(name: string, error: unknown): Examined {
  if (!(error instanceof EngineError)) throw error;
  const { found, wanted, fix } = error;
  return { kind: "daemon", name, standing: "wrong", found, wanted, fix };
}
