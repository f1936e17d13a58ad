// Makes a fleet of any size in the shape of the real one: its agents again and again, numbered, with the same
// roles, groups, pools and dependencies. `node bench/generate-catalog.mjs 6900 FOLDER [--broken]`
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import { root } from "../scripts/lib/project.mjs";

/** Ports are unique where given, and there are fewer than agents. */
const PORTS = { first: 1024, last: 65535 };
/** One agent in so many has memory of its own, or needs another agent. */
const OWN_MEMORY_EVERY = 20;
const DEPENDS_EVERY = 10;
const POOLS = ["hot", "warm", "cold"];

/**
 * Writes `catalog/` and `stacks/` for a fleet into a folder.
 *
 * @param folder where to; made when it is missing
 * @param count how many agents
 * @param options.broken every agent gets more memory than the profile allows: one finding each
 */
export function generateCatalog(folder, count, { broken = false } = {}) {
  mkdirSync(folder, { recursive: true });
  for (const name of ["catalog", "stacks"]) {
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      filter: (source) => !/\.(ts|json)$/.test(source),
    });
  }
  writeFileSync(join(folder, "catalog", "agents.yaml"), agentsYaml(count, broken));
  writeFileSync(join(folder, "stacks", "tiers.yaml"), tiersYaml(count));
}

function agentsYaml(count, broken) {
  const text = readFileSync(join(root, "catalog", "agents.yaml"), "utf8");
  const real = parse(text);
  const names = new Set(real.agents.map((agent) => agent.name));
  const fallback = real.defaults.pool;
  const sizes = { hot: 0, warm: 0, cold: 0 };
  const width = String(Math.ceil(count / real.agents.length)).length;
  let port = PORTS.first;
  const lines = [];
  for (let index = 0; index < count; index++) {
    const agent = real.agents[index % real.agents.length];
    const copy = Math.floor(index / real.agents.length);
    const nameIn = (name) => (copy === 0 ? name : `${name}-${String(copy).padStart(width, "0")}`);
    lines.push(
      `  - name: ${nameIn(agent.name)}`,
      `    role: ${scalar(agent.role)}`,
      `    group: ${agent.group}`,
    );
    if (port <= PORTS.last) lines.push(`    port: ${port++}`);
    if (agent.pool !== undefined) lines.push(`    pool: ${agent.pool}`);
    sizes[agent.pool ?? fallback] += 1;
    const own = { ...agent };
    for (const key of ["name", "role", "group", "port", "pool", "dependsOn", "memory"]) delete own[key];
    for (const [key, value] of Object.entries(own)) lines.push(`    ${key}: ${scalar(value)}`);
    const needed = (agent.dependsOn ?? real.defaults.dependsOn).map((name) =>
      names.has(name) && index % real.agents.length > 0 ? nameIn(name) : name,
    );
    // Every real agent is there before its copies, so the first of all is a target that always exists.
    const extra = index > 0 && index % DEPENDS_EVERY === 0 && agent.dependsOn === undefined;
    if (extra) needed.push(real.agents[0].name);
    const known = needed.filter((name) => !names.has(name.replace(/-\d+$/, "")) || exists(name));
    if (agent.dependsOn !== undefined || extra) lines.push(`    dependsOn: [${known.join(", ")}]`);
    if (broken) lines.push("    memory: 2GiB");
    else if (index % OWN_MEMORY_EVERY === 0) lines.push("    memory: 256MiB");

    function exists(name) {
      const at = real.agents.findIndex((other) => nameIn(other.name) === name || other.name === name);
      return at >= 0 && copy * real.agents.length + at < count;
    }
  }
  let header = text.slice(0, text.search(/^agents:/m));
  for (const pool of POOLS) {
    header = header.replace(new RegExp(`(^ {2}${pool}: \\{ agents: )\\d+`, "m"), `$1${sizes[pool]}`);
  }
  return `${header}agents:\n${lines.join("\n")}\n`;
}

function scalar(value) {
  return stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trimEnd();
}

/**
 * The real tiers with budgets that so many agents fit into. Agents of tier local are stubs, with what they need to be
 * found and watched: any machine runs hundreds of them, and no registry is asked for their image.
 */
function tiersYaml(count) {
  const tiers = parse(readFileSync(join(root, "stacks", "tiers.yaml"), "utf8"));
  const { stacks, ...local } = tiers.tiers.local;
  tiers.tiers.local = { stacks, agentImage: "local-stub", services: ["consul", "prometheus"], ...local };
  for (const tier of Object.values(tiers.tiers)) {
    tier.budgets = {
      agentMemory: `${count}GiB`,
      agentCpu: `${count * 1000}m`,
      hostMemory: `${count + 64}GiB`,
      hostCpu: `${(count + 64) * 1000}m`,
    };
  }
  return stringify(tiers);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [count, folder] = process.argv.slice(2);
  if (!/^[1-9]\d*$/.test(count ?? "") || folder === undefined) {
    console.error("usage: node bench/generate-catalog.mjs COUNT FOLDER [--broken]");
    process.exit(2);
  }
  generateCatalog(folder, Number(count), { broken: process.argv.includes("--broken") });
}
