// Tools that are Python packages: into a virtual environment of their own, with the versions and hashes of
// tools/python/requirements.txt, once for all checkouts.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./project.mjs";
import { bundledTools, ensureTools } from "./tools.mjs";

/** The programs, and the package of each. */
const PROGRAMS = { zizmor: "zizmor", "pre-commit": "pre-commit" };
/** zizmor wants it. */
const OLDEST = [3, 11];

/** Answers for each its path and where it came from, or why it can't be had. */
export async function obtainPythonTools() {
  const requirements = join(root, "tools", "python", "requirements.txt");
  const text = readFileSync(requirements, "utf8");
  const names = Object.keys(PROGRAMS);
  try {
    const { cacheFolder, madeOnce } = bundledTools();
    // Environments can't be moved: the unfinished one is only a mark, the environment stands beside it.
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
    const home = join(cacheFolder(), "tools", `python-${hash}`);
    const environment = `${home}.venv`;
    const say = () => console.error("waiting for another process that installs the Python tools");
    await madeOnce(home, () => install(environment, requirements), say);
    return names.map((program) => ({
      ...{ program, path: join(environment, "bin", program), from: "cache", reason: null },
      version: new RegExp(`^${PROGRAMS[program]}==(\\S+)`, "m").exec(text)?.[1],
    }));
  } catch (error) {
    return names.map((program) => ({ program, path: null, reason: error.message }));
  }
}

async function install(environment, requirements) {
  console.error("installing the Python tools of the suites (once) ...");
  const python = pythonProgram();
  const made = await run(python, ["-m", "venv", "--clear", environment]);
  if (made !== null) {
    // Debian has the module in a package of its own.
    ensureTools(["python3-venv"]);
    const again = await run(python, ["-m", "venv", "--clear", environment]);
    if (again !== null) throw new Error(`no virtual environment: ${again}`);
  }
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:"];
  const failed = await run(join(environment, "bin", "python"), [
    ...pip,
    "--require-hashes",
    "-r",
    requirements,
  ]);
  if (failed !== null) throw new Error(`pip install failed: ${failed}`);
}

function pythonProgram() {
  for (const program of ["python3", "/usr/bin/python3"]) {
    const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
    const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(stdout ?? "")?.slice(1) ?? []).map(Number);
    if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return program;
  }
  throw new Error(`no Python ${OLDEST.join(".")} or newer`);
}

/** Null when it went well, else the last line that it said. */
function run(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code) => resolve(code === 0 ? null : (said.trim().split("\n").at(-1) ?? `${code}`)));
  });
}

// `node scripts/lib/python-tools.mjs` prints where they are, one `program<TAB>path` a line.
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { program, path, reason } of await obtainPythonTools()) {
    if (path !== null && existsSync(path)) console.log(`${program}\t${path}`);
    else console.error(`${program}: ${reason}`);
  }
}
