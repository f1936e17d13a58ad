// A container of the plan in the words of the docker command line.
import { spawn } from "node:child_process";

/** Arguments of `docker run -d` or, for what sleeps, `docker create`. */
export function dockerArguments({ properties: wanted }) {
  const flag = (name, value) => (value === undefined || value === null ? [] : [`--${name}`, String(value)]);
  const each = (name, values, word = String) => (values ?? []).flatMap((value) => flag(name, word(value)));
  const check = wanted.healthcheck;
  const [network] = wanted.networksAdvanced ?? [];
  const tests = check?.tests ?? [];
  return [
    ...(wanted.start === false ? ["create"] : ["run", "--detach"]),
    ...flag("name", wanted.name),
    ...flag("hostname", wanted.hostname),
    ...flag("user", wanted.user),
    ...flag("memory", `${wanted.memory}m`),
    ...flag("memory-swap", `${wanted.memorySwap}m`),
    ...flag("memory-reservation", `${wanted.memoryReservation}m`),
    ...flag("cpus", wanted.cpus),
    ...flag("cpu-shares", wanted.cpuShares),
    ...flag("shm-size", wanted.shmSize && `${wanted.shmSize}m`),
    ...flag("network", network?.name),
    ...each("network-alias", network?.aliases),
    ...each("env", wanted.envs),
    ...each("label", wanted.labels, ({ label, value }) => `${label}=${value}`),
    ...(wanted.readOnly ? ["--read-only"] : []),
    ...(wanted.init ? ["--init"] : []),
    ...each("tmpfs", Object.entries(wanted.tmpfs ?? {}), ([path, options]) => `${path}:${options}`),
    ...each("cap-drop", wanted.capabilities?.drops),
    ...each("security-opt", wanted.securityOpts),
    ...each("ulimit", wanted.ulimits, ({ name, soft, hard }) => `${name}=${soft}:${hard}`),
    ...flag("log-driver", wanted.logDriver),
    ...each("log-opt", Object.entries(wanted.logOpts ?? {}), ([key, value]) => `${key}=${value}`),
    ...flag("restart", wanted.restart),
    ...flag("stop-timeout", wanted.stopTimeout),
    ...flag(
      "health-cmd",
      check && (tests[0] === "CMD-SHELL" ? tests[1] : tests.slice(1).map(quoted).join(" ")),
    ),
    ...flag("health-interval", check?.interval),
    ...flag("health-timeout", check?.timeout),
    ...flag("health-start-period", check?.startPeriod),
    ...flag("health-retries", check?.retries),
    ...flag("health-start-interval", check?.startInterval),
    wanted.image,
    ...(wanted.command ?? []),
  ];
}

/** The command line knows health checks as text of a shell only. */
function quoted(word) {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Runs the docker command line; answers what it printed, or throws with what it said. */
export function dockerCommand(host, args) {
  return new Promise((resolve, reject) => {
    const child = spawn("docker", ["--host", host, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (err += chunk));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve(out) : reject(new Error(`docker ${args[0]} ended with ${code}: ${err}`)),
    );
  });
}
