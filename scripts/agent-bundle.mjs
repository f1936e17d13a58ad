// Bundles the reference agent alone, for its Dockerfile: the rest of the project isn't needed there.
const { bundleAgent } = await import("./lib/bundle.mjs");
await bundleAgent();
