// Makes the image of the reference agent where no registry can be reached: from the Node that runs this, its shared
// libraries and the agent's bundle. `--out FILE` writes its files as a tar instead of importing it into Docker.
import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/project.mjs";
import { sharedLibraries } from "./lib/shared-libraries.mjs";

ensureInstalled();
const { values } = parseArgs({
  options: { tag: { type: "string", default: "sutazai/reference-agent:0.1.0" }, out: { type: "string" } },
});
const { bundleAgent } = await import("./lib/bundle.mjs");
await bundleAgent();

/** As in agent/Dockerfile. */
const INSTRUCTIONS = [
  "ENV NODE_ENV=production NODE_OPTIONS=--max-old-space-size=64",
  "WORKDIR /app",
  "USER 10001:10001",
  "EXPOSE 8080",
  'CMD ["node", "/app/agent.cjs"]',
];

/** The root of the image. The same Node and the same sources give the same bytes: no time, no owner's name. */
async function files() {
  const { pack } = (await import("tar-stream")).default;
  const archive = pack();
  const mtime = new Date(0);
  const folder = (name, mode = 0o755) => archive.entry({ name, type: "directory", mode, mtime });
  const file = (name, content, mode = 0o644) => archive.entry({ name, mode, mtime }, content);
  folder("app");
  folder("etc");
  folder("tmp", 0o1777);
  file("etc/passwd", "root:x:0:0::/:/sbin/nologin\nagent:x:10001:10001::/app:/sbin/nologin\n");
  file("etc/group", "root:x:0:\nagent:x:10001:\n");
  // Names that Docker writes into /etc/hosts come first.
  file("etc/nsswitch.conf", "hosts: files dns\n");
  file("usr/local/bin/node", readFileSync(process.execPath), 0o755);
  // Followed through links, and put where the loader looks for them.
  for (const path of sharedLibraries(process.execPath)) file(path.slice(1), readFileSync(path), 0o755);
  file("app/agent.cjs", readFileSync(join(root, "dist", "agent.cjs")));
  archive.finalize();
  return archive;
}

async function importImage(archive) {
  const { default: Docker } = await import("dockerode");
  const docker = new Docker();
  const colon = values.tag.lastIndexOf(":");
  const [repo, tag] = [values.tag.slice(0, colon), values.tag.slice(colon + 1)];
  const stream = await docker.importImage(archive, { repo, tag, changes: INSTRUCTIONS });
  await new Promise((resolve, reject) => {
    docker.modem.followProgress(stream, (error, messages) => {
      const failed = error ?? messages.find((message) => message.error !== undefined)?.error;
      if (failed) reject(new Error(String(failed)));
      else resolve();
    });
  });
  console.error(`made the image ${values.tag} from ${process.execPath} (${process.version})`);
}

const archive = await files();
if (values.out === undefined) await importImage(archive);
else await pipeline(archive, createWriteStream(values.out));
