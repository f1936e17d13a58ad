// Makes the image of the reference agent where no registry can be reached: from the Node that runs this, its shared
// libraries and the agent's bundle, as `fleet up` does. `--out FILE` writes its files as a tar instead.
import { createWriteStream } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/project.mjs";

ensureInstalled();
const { values } = parseArgs({
  options: { tag: { type: "string", default: "sutazai/reference-agent:0.1.0" }, out: { type: "string" } },
});
const { bundle } = await import("./lib/bundle.mjs");
await bundle();
const { agentBundle, agentFiles, importAgentImage } = createRequire(import.meta.url)(
  join(root, "dist", "tools.cjs"),
);

const image = { reference: values.tag, user: "10001:10001", port: 8080 };
const program = agentBundle(root);
if (values.out === undefined) {
  const { default: Docker } = await import("dockerode");
  await importAgentImage(new Docker(), image, program);
  console.error(`made the image ${values.tag} from ${process.execPath} (${process.version})`);
} else await pipeline(agentFiles(image, program), createWriteStream(values.out));
