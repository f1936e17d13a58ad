import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { ROOT } from "./project";

/** The pack as anybody's Pulumi runs it, which loads a compiler for TypeScript first. */
export const PACK = join(ROOT, "policies");
/** The same pack as the command line has it started: in a third of the time. */
export const STARTED_PACK = join(ROOT, "cli", "engine", "pack");

/** Longer than any run on a busy machine; a run that hangs is killed, and its test fails. */
const DEADLINE_MS = 180_000;

/** The folder of the Pulumi CLI: from PATH, else the folder that FLEET_PULUMI names; null when there is none. */
export const PULUMI_FOLDER =
  [...(process.env["PATH"] ?? "").split(delimiter), process.env["FLEET_PULUMI"] ?? ""]
    .filter((folder) => folder !== "")
    .find((folder) => existsSync(join(folder, "pulumi"))) ?? null;

/** `describe`, or a skip that says what is missing. */
export function describeWithPulumi(title: string, suite: () => void): void {
  if (PULUMI_FOLDER !== null) describe(title, suite);
  else describe.skip(`${title} (no pulumi on PATH, and FLEET_PULUMI names no folder with one)`, suite);
}

export interface Violation {
  readonly resourceUrn: string;
  readonly message: string;
  readonly policyName: string;
  readonly enforcementLevel: string;
}

export interface Analysis {
  readonly code: number | null;
  readonly violations: readonly Violation[];
  readonly stderr: string;
}

/** The real Pulumi CLI with the real pack on exported states, in a home of its own. */
export class Analyzer {
  private readonly folder = mkdtempSync(join(tmpdir(), "fleet-analyze-"));
  private count = 0;

  /**
   * @param stack what the run is told; null names none
   * @param configuration of the pack, as its file would say it
   * @param env more environment of the pack
   * @param pack the folder of the pack
   */
  async analyze(
    stack: string | null,
    state: object,
    configuration?: object,
    env: Readonly<Record<string, string>> = {},
    pack = PACK,
  ): Promise<Analysis> {
    const file = this.write(state);
    const config = configuration === undefined ? [] : ["--policy-pack-config", this.write(configuration)];
    const { code, stdout, stderr } = await this.run(
      ["policy", "analyze", "--json", "--non-interactive", "--file", file, "--policy-pack", pack, ...config],
      { ...(stack === null ? {} : { PULUMI_STACK: stack }), ...env },
    );
    const events = stdout
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as { policyEvent?: Violation });
    return { code, violations: events.flatMap(({ policyEvent }) => policyEvent ?? []), stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private write(content: object): string {
    this.count += 1;
    const file = join(this.folder, `${this.count}.json`);
    writeFileSync(file, JSON.stringify(content));
    return file;
  }

  private run(
    args: readonly string[],
    extra: Record<string, string>,
  ): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const path = [join(ROOT, "cli", "engine", "bin"), PULUMI_FOLDER, process.env["PATH"]].join(delimiter);
    // Not the caller's stack: what a run is told is what the test says.
    const own = Object.entries(process.env).filter(([name]) => !name.startsWith("PULUMI_"));
    const env = {
      ...Object.fromEntries(own),
      PATH: path,
      PULUMI_HOME: join(this.folder, "home"),
      PULUMI_SKIP_UPDATE_CHECK: "true",
      ...extra,
    };
    return new Promise((resolve, reject) => {
      const child = spawn("pulumi", args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
      let stdout = "";
      let stderr = "";
      child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
      child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
      const timer = setTimeout(() => child.kill("SIGKILL"), DEADLINE_MS);
      child.on("error", reject);
      child.on("close", (code) => {
        clearTimeout(timer);
        resolve({ code, stdout, stderr });
      });
    });
  }
}
