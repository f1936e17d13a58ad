// `npm run fleet -- <command>`: the command line, installed and built when it has to be.
import { createRequire } from "node:module";
import { join } from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/project.mjs";

ensureInstalled();
const { bundle } = await import("./lib/bundle.mjs");
await bundle();
createRequire(import.meta.url)(join(root, "dist", "fleet.cjs"));
