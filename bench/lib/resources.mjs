// The resources of a fleet as check judges them, for who judges the same beside it.
import { join } from "node:path";
import { requireText } from "../../scripts/lib/typescript.mjs";

/** Functions of the project itself, bundled from its sources into `folder`. */
export async function loadPipeline(folder) {
  const contents = [
    `export { checkStack } from "./cli/pipeline";`,
    `export { evaluate } from "./policies/evaluate";`,
    `export { RULES } from "./policies/rules";`,
  ].join("\n");
  return requireText(contents, join(folder, "pipeline.cjs"));
}

/** The numbers of the catalog that the rego rules compare with. */
export function limitsOf({ catalog }) {
  const { memory, cpu, cpuShares } = catalog.profiles;
  return { limits: { memory: memory.max, cpus: cpu.burst / 1000, cpuShares: Object.values(cpuShares) } };
}

/** How each rule is broken. A change breaks that one rule alone. */
const BREAKS = {
  "container-memory-limit": (properties, { limits }) => ({
    ...properties,
    memory: limits.memory * 2,
    memorySwap: limits.memory * 2,
  }),
  "container-memory-swap": (properties) => ({ ...properties, memorySwap: -1 }),
  "container-cpu-cap": (properties) => without(properties, "cpus"),
  "container-cpu-priority": (properties) => without(properties, "cpuShares"),
  "container-health-check-present": (properties) => without(properties, "healthcheck"),
  "container-image-pinned": (properties) => ({
    ...properties,
    image: properties.image.replace(/:[^:/]*$/, ":latest"),
  }),
  "container-read-only-root": (properties) => ({ ...properties, readOnly: false }),
  "container-no-capabilities": (properties) => without(properties, "capabilities"),
  "container-no-new-privileges": (properties) => ({ ...properties, securityOpts: [] }),
  "container-not-root": (properties) => ({ ...properties, user: "0:0" }),
  "container-no-host-ports": (properties) => ({
    ...properties,
    ports: [{ internal: 8080, external: 8080 }],
  }),
};
export const SHARED_RULES = Object.keys(BREAKS);

/**
 * Breaks the first rule in one agent's container, the second in two others, and so on.
 *
 * @returns the resources, and how many violations of each rule are in them
 */
export function breakSome(resources, agents, limits) {
  const containers = resources.flatMap(({ type, name }, index) =>
    type.endsWith(":Container") && agents.has(name) ? [index] : [],
  );
  const broken = [...resources];
  const wanted = {};
  for (const [position, rule] of SHARED_RULES.entries()) {
    wanted[rule] = 0;
    for (const index of containers.splice(0, position + 1)) {
      broken[index] = { ...broken[index], properties: BREAKS[rule](broken[index].properties, limits) };
      wanted[rule] += 1;
    }
  }
  return { broken, wanted };
}

function without(properties, key) {
  const { [key]: _, ...rest } = properties;
  return rest;
}
