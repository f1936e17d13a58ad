import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onPath } from "../../cli/engine/tools/on-path";
import { dockerSocketConfig } from "../../fleet/render/haproxy";
import { freePorts } from "./consul-server";
import { end } from "./processes";
import { untilReady } from "./ready";

/** The rendered way to Docker on a real HAProxy, in front of a real engine. */
export interface DockerProxy {
  /** The path of its socket. */
  readonly socket: string;
  /** Sends bytes as they are and answers all that came back until the other side has closed, or nothing more comes. */
  send(bytes: string): Promise<string>;
  /** What HAProxy logged so far. */
  said(): string;
  stop(): Promise<void>;
}

/** @param engine the path of the engine's own socket */
export async function startDockerProxy(engine: string): Promise<DockerProxy> {
  const program = onPath("haproxy");
  if (program === null) throw new Error("no haproxy on PATH (Debian's package haproxy)");
  const folder = mkdtempSync(join(tmpdir(), "fleet-docker-proxy-"));
  const socket = join(folder, "docker.sock");
  const [port] = await freePorts(1);
  const file = join(folder, "haproxy.cfg");
  writeFileSync(file, dockerSocketConfig({ listen: socket, engine, health: `127.0.0.1:${port}` }));
  const child = spawn(program, ["-db", "-f", file], { stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (log += String(chunk)));
  const stop = async () => {
    if (child.pid !== undefined) await end(child.pid);
    rmSync(folder, { recursive: true, force: true });
  };
  await untilReady("HAProxy", child, `http://127.0.0.1:${port}/healthz`, stop);
  return { socket, send: (bytes) => exchange(socket, bytes), said: () => log, stop };
}

/** HAProxy gives up on a request that is not whole after five seconds, so this ends. */
function exchange(path: string, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const client = connect(path, () => client.write(bytes, "latin1"));
    client.on("data", (chunk: Buffer) => (answer += chunk.toString("latin1")));
    client.on("error", () => client.destroy());
    client.on("close", () => {
      resolve(answer);
    });
  });
}
