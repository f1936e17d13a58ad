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
  /** A container on the same network that has `nc`, for one that has none. @default the container itself */
  readonly relay?: string;
  /** The port on loopback. @default any that is free */
  readonly local?: number;
}

/** How the container is reached: over Docker's bridge, or through a process that Docker starts inside of one. */
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
 * @throws the system's own error where `local` is taken
 */
export async function openTunnel(docker: Docker, to: TunnelTo, way: Way | null = null): Promise<Tunnel> {
  const sockets = new Set<Socket>();
  const usable = way ?? (await wayTo(docker));
  const server = createServer({ allowHalfOpen: true }, (client) => {
    sockets.add(client);
    client.on("error", () => client.destroy());
    client.once("close", () => sockets.delete(client));
    lead(docker, to, usable, client).catch(() => client.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(to.local ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { address: `127.0.0.1:${port}`, close };
}

/**
 * The bridge where Docker's networks are this machine's: a daemon of its own on Linux. Elsewhere the same address may
 * belong to somebody else.
 */
export async function wayTo(docker: Docker): Promise<Way> {
  const { socketPath } = docker.modem as { readonly socketPath?: string };
  if (process.platform !== "linux" || socketPath === undefined) return "exec";
  const { OperatingSystem } = (await docker.info()) as { readonly OperatingSystem?: string };
  return OperatingSystem === "Docker Desktop" ? "exec" : "bridge";
}

async function lead(docker: Docker, to: TunnelTo, way: Way, client: Socket): Promise<void> {
  if (way === "exec") return leadThroughExec(docker, to, client);
  const { NetworkSettings } = await docker.getContainer(to.container).inspect();
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

/** `nc` inside of a container: its input and output travel over Docker's own connection. */
async function leadThroughExec(docker: Docker, to: TunnelTo, client: Socket): Promise<void> {
  const { container, relay = container, port } = to;
  const host = relay === container ? "127.0.0.1" : container;
  const exec = await docker.getContainer(relay).exec({
    Cmd: ["nc", host, String(port)],
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
