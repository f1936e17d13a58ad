// Runs a command as a user does and measures it from outside: wall clock and CPU by bash, memory by /proc.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SAMPLE_EVERY_MS = 5;
const SCRIPT = `TIMEFORMAT='%R %U %S'; out=$1; err=$2; shift 2; time "$@" >"$out" 2>"$err"`;

/** @returns wall and cpu in seconds, peak in MiB, the exit code and what was printed */
export async function measure(command, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), "fleet-measure-"));
  const [out, err] = [join(folder, "out"), join(folder, "err")];
  try {
    const shell = spawn("bash", ["-c", SCRIPT, "bash", out, err, ...command], {
      env: { ...process.env, LC_ALL: "C", ...env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let times = "";
    shell.stderr.on("data", (chunk) => (times += chunk));
    let peak = 0;
    const sampler = setInterval(() => (peak = Math.max(peak, peakOfChild(shell.pid))), SAMPLE_EVERY_MS);
    const code = await new Promise((resolve, reject) => {
      shell.on("error", reject);
      shell.on("close", resolve);
    }).finally(() => clearInterval(sampler));
    const [wall, user, system] = times.trim().split("\n").at(-1).split(" ").map(Number);
    if (!Number.isFinite(system)) throw new Error(`bash could not time ${command[0]}: ${times}`);
    return {
      wall,
      cpu: user + system,
      peak: peak / 1024,
      code,
      out: readFileSync(out, "utf8"),
      err: readFileSync(err, "utf8"),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The high-water mark of the one child of a process, in KiB; 0 when it is not there. The kernel keeps the mark. */
function peakOfChild(pid) {
  try {
    const child = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ")[0];
    return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${child}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** @param repeat how often; the machine may be busy, so the least is the fairest to compare */
export async function measureOften(command, repeat, accept = [0]) {
  const runs = [];
  for (let run = 0; run < repeat; run++) {
    const result = await measure(command);
    if (!accept.includes(result.code)) {
      throw new Error(`${command.join(" ")} ended with ${result.code}:\n${result.err.slice(0, 2000)}`);
    }
    runs.push(result);
  }
  const walls = runs.map((run) => run.wall).sort((a, b) => a - b);
  return {
    median: walls[Math.floor(walls.length / 2)],
    min: walls[0],
    max: walls.at(-1),
    cpu: Math.min(...runs.map((run) => run.cpu)),
    peak: Math.max(...runs.map((run) => run.peak)),
    runs,
  };
}
