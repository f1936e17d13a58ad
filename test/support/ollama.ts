import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OLLAMA } from "../../cli/engine/tools/known-services";
import { obtainTool } from "../../cli/engine/tools/obtain";
import { alive } from "./processes";
import { ROOT } from "./project";
import { tinyModel } from "./tiny-model";
import { until } from "./until";

/** A real Ollama with a tiny model called `tiny`. */
export interface Ollama {
  /** Ends it at once, with everything that it started, as a machine that dies. */
  kill(): Promise<void>;
  /** Starts it again with the same models. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Loading a model on a busy machine. */
const START_WITHIN = 120_000;

export async function startOllama(host: string, port: number): Promise<Ollama> {
  const { path } = await obtainTool(OLLAMA, { root: ROOT, say: (line) => console.error(line) });
  const folder = mkdtempSync(join(tmpdir(), "fleet-ollama-"));
  const env = {
    PATH: process.env["PATH"],
    HOME: folder,
    OLLAMA_HOST: `${host}:${port}`,
    OLLAMA_MODELS: join(folder, "models"),
    OLLAMA_KEEP_ALIVE: "-1",
  };
  let leader: number | undefined;
  const kill = async () => {
    const pid = leader;
    leader = undefined;
    if (pid === undefined) return;
    // A server that is killed leaves what runs its model behind: the whole group goes.
    process.kill(-pid, "SIGKILL");
    await until("the end of Ollama", () => Promise.resolve(!alive(pid)));
  };
  const start = async () => {
    const child = spawn(path, ["serve"], { env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    leader = child.pid;
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => (output = (output + String(chunk)).slice(-4000)));
    }
    await until(
      "Ollama",
      async () => {
        if (child.exitCode !== null) throw new Error(`Ollama ended with ${child.exitCode}:\n${output}`);
        return fetch(`http://${host}:${port}/api/tags`).then(
          ({ ok }) => ok,
          () => false,
        );
      },
      START_WITHIN,
    );
  };
  const stop = async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await start();
    writeFileSync(join(folder, "tiny.gguf"), tinyModel());
    const parameters = ["temperature 0", "num_predict 8", "num_thread 1"];
    const modelfile = ["FROM ./tiny.gguf", ...parameters.map((each) => `PARAMETER ${each}`)];
    writeFileSync(join(folder, "Modelfile"), modelfile.join("\n"));
    const create = spawnSync(path, ["create", "tiny", "-f", "Modelfile"], {
      cwd: folder,
      env,
      encoding: "utf8",
    });
    if (create.status !== 0) throw new Error(`ollama create: ${create.stderr}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { kill, start, stop };
}
