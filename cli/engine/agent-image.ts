import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import type Docker from "dockerode";
import { pack } from "tar-stream";
import type { Pack } from "tar-stream";
import { MADE_OF } from "../../fleet/labels";
import { follow, splitReference } from "./docker-stream";
import { sharedLibraries } from "./shared-libraries";

/** Where the reference agent's program stands in an installation. */
export const AGENT_BUNDLE = join("dist", "agent.cjs");
/** What it is built on where a registry can be reached. The same as in agent/Dockerfile. */
export const NODE_IMAGE = "node:20.20.2-bookworm-slim";

export interface ReferenceAgentImage {
  readonly reference: string;
  /** `uid:gid` it runs as. */
  readonly user: string;
  readonly port: number;
}

/**
 * As in agent/Dockerfile. The heap is bounded below the limit of most containers; the fleet tells each agent its own.
 */
function instructions({ user, port }: Omit<ReferenceAgentImage, "reference">, content: string): string[] {
  return [
    "ENV NODE_ENV=production NODE_OPTIONS=--max-old-space-size=64",
    "WORKDIR /app",
    `USER ${user}`,
    `EXPOSE ${port}`,
    `LABEL ${MADE_OF}=${content}`,
    'CMD ["node", "/app/agent.cjs"]',
  ];
}

/** What the image would be made of now: an image that was made of something else is out of date. */
export function agentContent(bundle: Buffer): string {
  return createHash("sha256").update(bundle).digest("hex").slice(0, 16);
}

/** Builds the image on Node's own, which Docker pulls. */
export async function buildAgentImage(
  docker: Docker,
  image: ReferenceAgentImage,
  bundle: Buffer,
  base = NODE_IMAGE,
): Promise<void> {
  const archive = pack();
  const lines = [
    `FROM ${base}`,
    "COPY agent.cjs /app/agent.cjs",
    ...instructions(image, agentContent(bundle)),
  ];
  archive.entry({ name: "Dockerfile" }, `${lines.join("\n")}\n`);
  archive.entry({ name: "agent.cjs", mode: 0o644 }, bundle);
  archive.finalize();
  await follow(docker, await docker.buildImage(Readable.from(archive), { t: image.reference }));
}

/**
 * Makes the image of the Node that runs this, its shared libraries and the agent's program: no registry is asked.
 * The Docker Engine has to run programs of this machine's kind.
 */
export async function importAgentImage(
  docker: Docker,
  image: ReferenceAgentImage,
  bundle: Buffer,
): Promise<void> {
  const [repo, tag] = splitReference(image.reference);
  const stream = await docker.importImage(Readable.from(agentFiles(image, bundle)), {
    repo,
    tag,
    changes: instructions(image, agentContent(bundle)).join("\n"),
  });
  await follow(docker, stream);
}

/** The root of the image as a tar. The same Node and the same sources give the same bytes: no time, no owner's name. */
export function agentFiles({ user }: Pick<ReferenceAgentImage, "user">, bundle: Buffer): Pack {
  const archive = pack();
  const mtime = new Date(0);
  const [uid = "", gid = ""] = user.split(":");
  const folder = (name: string, mode = 0o755) => archive.entry({ name, type: "directory", mode, mtime });
  const file = (name: string, content: string | Buffer, mode = 0o644) =>
    archive.entry({ name, mode, mtime }, content);
  folder("app");
  folder("etc");
  folder("tmp", 0o1777);
  file("etc/passwd", `root:x:0:0::/:/sbin/nologin\nagent:x:${uid}:${gid}::/app:/sbin/nologin\n`);
  file("etc/group", `root:x:0:\nagent:x:${gid}:\n`);
  // Names that Docker writes into /etc/hosts come first.
  file("etc/nsswitch.conf", "hosts: files dns\n");
  file("usr/local/bin/node", readFileSync(process.execPath), 0o755);
  // Followed through links, and put where the loader looks for them.
  for (const path of sharedLibraries(process.execPath)) file(path.slice(1), readFileSync(path), 0o755);
  file("app/agent.cjs", bundle);
  archive.finalize();
  return archive;
}

/** The agent's program of an installation. @param home its folder */
export function agentBundle(home: string): Buffer {
  return readFileSync(join(home, AGENT_BUNDLE));
}
