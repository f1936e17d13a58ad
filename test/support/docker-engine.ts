import { execFileSync, spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type Docker from "dockerode";
import { dockerClient, dockerHost, reachDocker } from "../../cli/engine/docker-client";
import { DOCKER_ENGINE } from "../../cli/engine/tools/known-services";
import { obtainTool } from "../../cli/engine/tools/obtain";
import { alive, commandLine, end } from "./processes";
import { ROOT } from "./project";
import { until } from "./until";

const PREFIX = "fleet-docker-";
/** How many were started here. */
let count = 0;

/** With this in FLEET_TEST_DOCKER the suites run on a Docker Engine of today, which is built the first time. */
const MODERN = "modern";

/** A Docker Engine to test on. */
export interface DockerEngine {
  /** As in DOCKER_HOST. */
  readonly host: string;
  readonly docker: Docker;
  /** True when it was started here, and nothing else is on it. */
  readonly own: boolean;
  stop(): Promise<void>;
}

/**
 * The Docker Engine that runs on this machine, else one of the suite's own; root is needed for that. With
 * FLEET_TEST_DOCKER=own always one of its own: in a network of its own no other's published ports can be reached. With
 * FLEET_TEST_DOCKER=modern one of its own that is of today.
 *
 * @param options more for a daemon that is of today
 */
export async function startDockerEngine(options: readonly string[] = []): Promise<DockerEngine> {
  if (["own", MODERN].includes(process.env["FLEET_TEST_DOCKER"] ?? "")) return startOwn(null, options);
  const host = dockerHost();
  try {
    const docker = await reachDocker(host);
    return { host, docker, own: false, stop: () => Promise.resolve() };
  } catch {
    return startOwn(null, options);
  }
}

/**
 * Always one of the suite's own.
 *
 * @param data where it keeps images and containers, instead of a folder of its own
 * @param options more for a daemon that is of today
 */
export async function startOwn(
  data: string | null = null,
  options: readonly string[] = [],
): Promise<DockerEngine> {
  const programs = await enginePrograms(options);
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, "owner"), String(process.pid));
  // A bridge of its own: docker0 may be another daemon's.
  // Two of one process differ too.
  const number = count++;
  const bridge = `flt${process.pid}${number === 0 ? "" : `x${number}`}`;
  const subnet = 16 + ((process.pid + number) % 200);
  execFileSync("ip", ["link", "add", "name", bridge, "type", "bridge"]);
  writeFileSync(join(folder, "bridge"), bridge);
  execFileSync("ip", ["addr", "add", `10.213.${subnet}.1/24`, "dev", bridge]);
  execFileSync("ip", ["link", "set", bridge, "up"]);
  const host = `unix://${join(folder, "docker.sock")}`;
  const log = openSync(join(folder, "log"), "a");
  const child = spawn(
    programs.dockerd,
    [
      ...programs.options,
      ...["--host", host, "--data-root", data ?? join(folder, "data"), "--exec-root", join(folder, "exec")],
      ...["--pidfile", join(folder, "docker.pid"), "--bridge", bridge],
    ],
    { detached: true, stdio: ["ignore", log, log], env: { ...process.env, PATH: programs.path } },
  );
  closeSync(log);
  child.unref();
  const docker = dockerClient(host);
  let failure: string | null = null;
  child.once("error", (error) => (failure = error.message));
  child.once("exit", (code) => (failure = `it ended with ${code}`));
  try {
    await until("dockerd", async () => {
      if (failure !== null) throw new Error(failure);
      return docker.ping().then(
        () => true,
        () => false,
      );
    });
  } catch (error) {
    const tail = readFileSync(join(folder, "log"), "utf8").split("\n").slice(-8).join("\n");
    await remove(folder);
    throw new Error(`dockerd does not start: ${(error as Error).message}\n${tail}`);
  }
  return { host, docker, own: true, stop: () => remove(folder) };
}

interface Programs {
  readonly dockerd: string;
  readonly path: string;
  readonly options: readonly string[];
}

/** The daemon to start, and PATH for what it starts itself. */
async function enginePrograms(more: readonly string[]): Promise<Programs> {
  const path = process.env["PATH"] ?? "";
  if (process.env["FLEET_TEST_DOCKER"] !== MODERN) return { dockerd: "dockerd", path, options: [] };
  const say = (line: string) => {
    console.error(line);
  };
  const { path: dockerd, from } = await obtainTool(DOCKER_ENGINE, { root: ROOT, say });
  // Its runc is built without the library that reads profiles.
  const options = from === "PATH" ? [] : ["--seccomp-profile", "unconfined"];
  return { dockerd, path: [dirname(dockerd), path].join(delimiter), options: [...options, ...more] };
}

/** Ends the daemon of a folder and its containers, and removes everything of it. */
async function remove(folder: string): Promise<void> {
  const read = (name: string): string => {
    try {
      return readFileSync(join(folder, name), "utf8").trim();
    } catch {
      return "";
    }
  };
  const host = `unix://${join(folder, "docker.sock")}`;
  const pid = Number(read("docker.pid"));
  if (pid > 0 && alive(pid) && commandLine(pid).includes(folder)) {
    await removeContainers(dockerClient(host));
    await end(pid);
  }
  const bridge = read("bridge");
  if (bridge !== "") {
    try {
      execFileSync("ip", ["link", "delete", bridge], { stdio: "ignore" });
    } catch {
      // The daemon took it with it.
    }
  }
  rmSync(folder, { recursive: true, force: true });
}

async function removeContainers(docker: Docker): Promise<void> {
  try {
    const containers = await docker.listContainers({ all: true });
    await Promise.all(containers.map(({ Id }) => docker.getContainer(Id).remove({ force: true, v: true })));
    await docker.pruneNetworks();
  } catch {
    // It ends anyway; what it leaves is in its folder.
  }
}

/** Ends what earlier suites left because they were killed: folders whose owner is gone. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      if (!alive(Number(readFileSync(join(folder, "owner"), "utf8")))) await remove(folder);
    } catch {
      // Another suite made it just now, or removed it.
    }
  }
}
