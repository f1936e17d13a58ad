import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { ROOT } from "../../support/project";
import { evaluate, substitute } from "./expression";
import type { Contexts } from "./expression";

export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Job {
  /** Another workflow, which the job is. */
  readonly uses?: string;
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string | { readonly name: string };
  readonly concurrency?: { readonly group: string; readonly "cancel-in-progress"?: boolean };
  readonly "timeout-minutes"?: number;
  readonly "runs-on"?: string | readonly string[];
  readonly strategy?: { readonly matrix: { readonly include: readonly Readonly<Record<string, string>>[] } };
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: Job["concurrency"];
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = join(ROOT, ".github", "workflows");

export function workflowFiles(): readonly string[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith(".yml"));
}

export function workflowText(file: string): string {
  return readFileSync(join(FOLDER, file), "utf8");
}

export function workflowIn(file: string): Workflow {
  return parse(workflowText(file)) as Workflow;
}

/** What became of one step. */
export interface StepRun {
  readonly name: string;
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What became of a job. */
export interface JobRun {
  readonly steps: readonly StepRun[];
  /** Steps that use an action: they only run on the host. */
  readonly used: readonly string[];
  readonly summary: string;
  readonly ok: boolean;
}

export interface JobSetting {
  /** The checkout. */
  readonly folder: string;
  readonly contexts: Contexts;
  /** Names of steps that are not run here. */
  readonly skip: readonly string[];
  /** More environment, as the host sets it for every step. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the `run:` steps of a job with bash, as the host does: same shell, same order, ends at the first failure. */
export async function runJob(job: Job, { folder, contexts, skip, env = {} }: JobSetting): Promise<JobRun> {
  const runner = mkdtempSync(join(tmpdir(), "fleet-runner-"));
  const file = (name: string) => join(runner, name);
  const outputs: Record<string, { outputs: Record<string, string> }> = {};
  const seen = {
    success: () => true,
    always: () => true,
    cancelled: () => false,
    ...contexts,
    steps: outputs,
  };
  const shared = resolved({ ...job.env }, seen);
  const steps: StepRun[] = [];
  const used: string[] = [];
  try {
    for (const step of job.steps) {
      const name = step.name ?? step.uses ?? "?";
      if (step.if !== undefined && !evaluate(step.if, seen)) continue;
      if (step.run === undefined) used.push(step.uses ?? "?");
      if (step.run === undefined || skip.includes(name)) continue;
      writeFileSync(file("script"), substitute(step.run, seen));
      writeFileSync(file("output"), "");
      const run = await bash(file("script"), folder, {
        ...{ PATH: process.env["PATH"], HOME: runner, CI: "true" },
        ...{ GITHUB_OUTPUT: file("output"), GITHUB_STEP_SUMMARY: file("summary") },
        ...env,
        ...shared,
        ...resolved(step.env ?? {}, seen),
      });
      steps.push({ name, ...run });
      if (step.id !== undefined) outputs[step.id] = { outputs: outputsIn(file("output")) };
      if (run.code !== 0) break;
    }
    const summary = existsSync(file("summary")) ? readFileSync(file("summary"), "utf8") : "";
    return { steps, used, summary, ok: steps.every((step) => step.code === 0) };
  } finally {
    rmSync(runner, { recursive: true, force: true });
  }
}

/** The shell of the host. Never waited for in a way that keeps a server of the test from answering. */
function bash(script: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Omit<StepRun, "name">> {
  const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], { cwd, env });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => (out += String(chunk)));
  child.stderr.on("data", (chunk) => (err += String(chunk)));
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code) => resolve({ code, out, err }));
  });
}

function resolved(env: Readonly<Record<string, string>>, contexts: Contexts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, substitute(String(value), contexts)]),
  );
}

function outputsIn(file: string): Record<string, string> {
  const lines = readFileSync(file, "utf8").split("\n");
  return Object.fromEntries(
    lines.flatMap((line) => {
      const equals = line.indexOf("=");
      return equals < 0 ? [] : [[line.slice(0, equals), line.slice(equals + 1)]];
    }),
  );
}
