import { ensureInstalled } from "./lib/install.mjs";

ensureInstalled();
const { bundle } = await import("./lib/bundle.mjs");
await bundle({ force: true });
console.error("built dist/fleet.cjs and dist/program.cjs");
