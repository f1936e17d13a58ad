// Programs that suites need: from PATH, else from a release or a Go module, else, as root on Debian, from
// Debian's packages.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { root } from "./project.mjs";

/** Where each program comes from on Debian. */
const DEBIAN = {
  promtool: "prometheus",
  haproxy: "haproxy",
  rabbitmqctl: "rabbitmq-server",
  chromium: "chromium",
  dockerd: "docker.io",
  iptables: "iptables",
  busybox: "busybox-static",
  ip: "iproute2",
  "docker-registry": "docker-registry",
  skopeo: "skopeo",
  // What Consul's own image has, and keeps policies and tokens with.
  curl: "curl",
  jq: "jq",
  "python3-venv": "python3-venv",
  "g++": "g++",
  // What Ollama is built with: two headers, asked for by their path.
  "/usr/include/nlohmann/json.hpp": "nlohmann-json3-dev",
  "/usr/include/stb/stb_image.h": "libstb-dev",
};
/** Where daemons are, which is not on every user's PATH. */
const SBIN = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

export function onPath(program) {
  if (program.startsWith("/")) return existsSync(program) ? program : undefined;
  return [...(process.env.PATH ?? "").split(delimiter), ...SBIN]
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}

/**
 * Makes programs available. Answers for each its path and where it came from, or why it can't be had.
 * Installs once for all, and says so on stderr.
 */
export function ensureTools(programs) {
  const missing = programs.filter((program) => onPath(program) === undefined);
  const reason = missing.length > 0 ? install(missing) : null;
  return programs.map((program) => {
    const path = onPath(program);
    if (path !== undefined) return { program, path, reason: null };
    return { program, path: null, reason: reason ?? `no ${program} in Debian's package ${DEBIAN[program]}` };
  });
}

/**
 * Gets the programs that have releases and Go modules of their own, all at once. The bundle has to be made before.
 * Answers the same as `ensureTools`, and `from`: how each was had.
 */
export async function obtainTools(programs) {
  const known = bundledTools();
  const say = (line) => console.error(line);
  const get = async (program) => {
    try {
      const { path, version, from } = await known.obtainTool(known[program.toUpperCase()], { root, say });
      return { program, path, version, from, reason: null };
    } catch (error) {
      return { program, path: null, reason: error.message };
    }
  };
  return Promise.all(programs.map(get));
}

/** What the command line itself knows of tools and of where they are kept. The bundle has to be made before. */
export function bundledTools() {
  return createRequire(import.meta.url)(join(root, "dist", "tools.cjs"));
}

/** Answers why nothing could be installed, or null. */
function install(programs) {
  if (process.platform !== "linux" || !existsSync("/etc/debian_version"))
    return "not on PATH, and this is no Debian";
  if (process.getuid?.() !== 0) return "not on PATH, and only root may install Debian's packages";
  const packages = programs.map((program) => DEBIAN[program]);
  console.error(`Installing Debian's packages ${packages.join(", ")} (wanted by the test suites) ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) =>
    spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  apt("update");
  const run = apt("install", "-y", "--no-install-recommends", ...packages);
  return run.status === 0 ? null : `apt-get failed: ${run.stderr.trim().split("\n").at(-1)}`;
}
