import type Docker from "dockerode";
import type { FleetPlan } from "../../../fleet/plan/types";
import type { ForwardTarget } from "../../forward/target";
import { EngineError } from "../engine-error";
import { ofStack } from "../of-stack";
import { openTunnel, wayTo } from "../tunnel";
import type { Tunnel, Way } from "../tunnel";

/** What a shell, and Docker, end with when there is no such program, or none that can be run. */
const NO_PROGRAM: readonly (number | null)[] = [126, 127];

/**
 * Opens a port on loopback that leads to a container which runs.
 *
 * @param way forces one, for tests; by default what fits this machine
 * @throws EngineError `not-running`, `port-taken`, `no-relay`
 */
export async function openForward(
  docker: Docker,
  plan: FleetPlan,
  { container, port, local }: ForwardTarget,
  way: Way | null = null,
): Promise<Tunnel> {
  await refuseStopped(docker, container);
  const used = way ?? (await wayTo(docker));
  const relay = used === "exec" ? await relayFor(docker, plan, container) : container;
  const to = { container, relay, network: plan.naming.network, port };
  try {
    return await openTunnel(docker, local === null ? to : { ...to, local }, used);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    throw new EngineError(
      "port-taken",
      `port ${local ?? port} of this machine can't be listened on`,
      code === "EACCES" ? "this user may not (EACCES)" : "something listens there",
      "a port that is free",
      `Take another: <port>:${port}, or :${port} for any that is free.`,
    );
  }
}

async function refuseStopped(docker: Docker, container: string): Promise<void> {
  const found = await docker
    .getContainer(container)
    .inspect()
    .then(
      ({ State }) => State.Status,
      (error: unknown) => {
        if ((error as { readonly statusCode?: number }).statusCode === 404) return "no such container";
        throw error;
      },
    );
  if (found === "running") return;
  throw new EngineError(
    "not-running",
    `${container} does not run`,
    found,
    "a container that runs",
    found === "no such container" ? "Run fleet up first." : `Start it: docker start ${container}`,
  );
}

/** The container itself where it has `nc`, else any other of the stack that runs and has it. */
async function relayFor(docker: Docker, plan: FleetPlan, container: string): Promise<string> {
  const { containers } = await ofStack(docker, plan);
  const others = containers.map(({ name }) => name).filter((name) => name !== container);
  for (const candidate of [container, ...others.sort()]) {
    if (await hasNc(docker, candidate)) return candidate;
  }
  throw new EngineError(
    "no-relay",
    "no container of the stack can pass a connection on",
    `no nc in ${container} and ${others.length} others`,
    "nc in one that runs",
    "Run the command on the machine of the Docker Engine.",
  );
}

/** Runs it: a shell may have one built in that Docker can't start. */
async function hasNc(docker: Docker, container: string): Promise<boolean> {
  try {
    const exec = await docker.getContainer(container).exec({ Cmd: ["nc", "-h"], AttachStdout: true });
    const stream = await exec.start({});
    await new Promise((resolve) => stream.resume().once("end", resolve).once("close", resolve));
    return !NO_PROGRAM.includes((await exec.inspect()).ExitCode);
  } catch {
    // It does not run, or Docker says at once that there is no such program.
    return false;
  }
}
