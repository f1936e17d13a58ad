import { createServer, connect } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { PassThrough } from "node:stream";
import type Docker from "dockerode";

/** A container in the same machine answers or refuses at once. */
const DIRECT_WITHIN_MS = 3_000;

export interface TunnelTo {
  /** The container's exact name; it need not exist yet. */
  readonly container: string;
  /** The network on which it listens. */
  readonly network: string;
  readonly port: number;
}

/** How the container is reached: over Docker's bridge, or through a process that Docker starts inside of it. */
export type Way = "bridge" | "exec";

export interface Tunnel {
  /** Where it listens: `127.0.0.1:<port>`. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Opens a port on loopback that leads to a port of a container, for as long as a command runs. Nothing is published on
 * the host, two fleets never want the same port, and it works with a Docker Engine on another machine or in a virtual
 * one too. Every connection looks the container up anew: it may be made, or replaced, meanwhile.
 *
 * @param way forces one; by default the bridge where it can be reached from here
 */
export async function openTunnel(docker: Docker, to: TunnelTo, way: Way | null = null): Promise<Tunnel> {
  const sockets = new Set<Socket>();
  const usable = (way ?? (await bridgeIsHere(docker))) ? (way ?? "bridge") : "exec";
  const server = createServer({ allowHalfOpen: true }, (client) => {
    sockets.add(client);
    client.on("error", () => client.destroy());
    client.once("close", () => sockets.delete(client));
    lead(docker, to, usable, client).catch(() => client.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { address: `127.0.0.1:${port}`, close };
}

/**
 * True where Docker's networks are this machine's: a daemon of its own on Linux. Elsewhere the same address may belong
 * to somebody else.
 */
async function bridgeIsHere(docker: Docker): Promise<boolean> {
  const { socketPath } = docker.modem as { readonly socketPath?: string };
  if (process.platform !== "linux" || socketPath === undefined) return false;
  const { OperatingSystem } = (await docker.info()) as { readonly OperatingSystem?: string };
  return OperatingSystem !== "Docker Desktop";
}

async function lead(docker: Docker, to: TunnelTo, way: Way, client: Socket): Promise<void> {
  const container = docker.getContainer(to.container);
  if (way === "exec") return leadThroughExec(docker, container, to.port, client);
  const { NetworkSettings } = await container.inspect();
  const host = NetworkSettings.Networks[to.network]?.IPAddress ?? "";
  if (host === "") throw new Error(`${to.container} is not on ${to.network}`);
  const there = connect({ host, port: to.port, allowHalfOpen: true });
  there.setTimeout(DIRECT_WITHIN_MS, () => there.destroy());
  there.once("connect", () => there.setTimeout(0));
  there.on("error", () => there.destroy());
  there.once("close", () => client.destroy());
  client.once("close", () => there.destroy());
  client.pipe(there).pipe(client);
}

/** `nc` inside of the container: its input and output travel over Docker's own connection. */
async function leadThroughExec(
  docker: Docker,
  container: Docker.Container,
  port: number,
  client: Socket,
): Promise<void> {
  const exec = await container.exec({
    Cmd: ["nc", "127.0.0.1", String(port)],
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
  });
  const stream = await exec.start({ hijack: true, stdin: true });
  const said = new PassThrough();
  const complaints = new PassThrough().resume();
  docker.modem.demuxStream(stream, said, complaints);
  stream.once("end", () => said.end()).once("close", () => said.end());
  stream.on("error", () => client.destroy());
  client.once("close", () => stream.end());
  client.pipe(stream);
  said.pipe(client);
}
