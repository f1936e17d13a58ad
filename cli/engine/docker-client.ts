import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import Docker from "dockerode";
import { EngineError } from "./engine-error";
import { notOlder } from "./tools/version";

/** Where Docker Engine listens when nobody says: the daemon of a machine, then Docker Desktop's of a user. */
const SOCKETS = ["/var/run/docker.sock", join(homedir(), ".docker", "run", "docker.sock")];
/** The API of Docker Engine 20.10, with which the fleet was measured. */
const OLDEST_API = "1.41";
const WINDOWS_PIPE = "//./pipe/docker_engine";

/** The address of the Docker Engine as `DOCKER_HOST` has it. */
export function dockerHost(env: NodeJS.ProcessEnv = process.env): string {
  const said = env["DOCKER_HOST"];
  if (said !== undefined && said !== "") return said;
  if (process.platform === "win32") return `npipe://${WINDOWS_PIPE}`;
  return `unix://${SOCKETS.find((socket) => existsSync(socket)) ?? SOCKETS[0]}`;
}

/** A client of the Docker Engine at `host`; nothing is asked of it yet. */
export function dockerClient(host: string): Docker {
  const local = /^(?:unix|npipe):\/\/(.+)$/.exec(host)?.[1];
  if (local !== undefined) return new Docker({ socketPath: local });
  const { hostname, port } = new URL(host);
  return new Docker({ host: hostname, port: Number(port) });
}

/** What every command says when Docker can't be asked. */
export function dockerUnreachable(host: string, error: unknown): EngineError {
  return new EngineError(
    "docker-unreachable",
    "no Docker Engine answers",
    `${host}: ${error instanceof Error ? error.message : String(error)}`,
    "a running Docker Engine",
    "Start Docker, or set DOCKER_HOST to where it listens.",
  );
}

/**
 * A client of a Docker Engine that answers and is new enough.
 *
 * @throws EngineError `docker-unreachable` or `docker-too-old`
 */
export async function reachDocker(host = dockerHost()): Promise<Docker> {
  const docker = dockerClient(host);
  try {
    await docker.ping();
  } catch (error) {
    throw dockerUnreachable(host, error);
  }
  const { ApiVersion, Version } = await docker.version();
  if (notOlder(ApiVersion, OLDEST_API)) return docker;
  throw new EngineError(
    "docker-too-old",
    "the Docker Engine is too old",
    `${Version} with API ${ApiVersion} at ${host}`,
    `Docker Engine 20.10 or newer (API ${OLDEST_API})`,
    "Update Docker, or set DOCKER_HOST to a newer one.",
  );
}
