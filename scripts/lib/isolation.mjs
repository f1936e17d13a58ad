// A network and a process tree of its own for each suite of real servers, where the machine allows it.
import { spawnSync } from "node:child_process";

/**
 * Runs what follows with a loopback that meets nobody else's ports, bridges and iptables, as a child of a shell that
 * is the first process there: when that one ends, the kernel ends all others, daemons included. It ends with whoever
 * started it, too.
 */
const PREFIX = [
  ...["setpriv", "--pdeathsig", "KILL"],
  ...["unshare", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"],
  // Not `exec`: the first process has to reap what daemons leave, and so knows what all of them took.
  ...["bash", "-c", 'ip link set lo up && "$@"; code=$?; times >"$FLEET_TEST_TIMES"; exit $code', "suite"],
];

/**
 * What to put before a command so that it runs apart, or why that can't be.
 *
 * @param {boolean} dockerRuns a Docker Engine answers on this machine
 * @returns {{ prefix: string[], reason: null } | { prefix: null, reason: string }}
 */
export function isolation(dockerRuns) {
  // Whoever runs an engine wants to know about that one, and its published ports are in the network of the machine.
  if (dockerRuns) return { prefix: null, reason: "a Docker Engine runs here, and the suites use it" };
  if (process.platform !== "linux") return { prefix: null, reason: "only Linux has network namespaces" };
  const [program, ...args] = [...PREFIX, "true"];
  const env = { ...process.env, FLEET_TEST_TIMES: "/dev/null" };
  const tried = spawnSync(program, args, { encoding: "utf8", env, timeout: 30_000 });
  if (tried.status === 0) return { prefix: PREFIX, reason: null };
  const said = tried.error?.message ?? tried.stderr.trim().split("\n").at(-1);
  return { prefix: null, reason: `no network of its own can be had: ${said}` };
}
