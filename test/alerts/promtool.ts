import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import type { Course, Series } from "./world";

/** An alert as it has to be firing. */
export type Firing = Readonly<Record<string, string>> & { readonly alertname: string };

/** One world, and exactly what fires in it. */
export interface Trial {
  readonly name: string;
  readonly world: Series;
  /** Minutes after which it is looked at. */
  readonly at: number;
  readonly firing: readonly Firing[];
  /** Annotations as they are sent, where they are looked at. */
  readonly says?: {
    readonly alertname: string;
    readonly labels: Record<string, string>;
    readonly annotations: Record<string, string>;
  };
}

/** The labels by which firing alerts are compared. */
const COMPARED = ["alertname", "agent", "pool", "owner", "severity", "service", "integration"] as const;

const MAX_OUTPUT = 64 * 2 ** 20;

/** Runs `promtool` and answers what it printed and whether it was content. */
export function promtool(...args: readonly string[]): { readonly ok: boolean; readonly output: string } {
  const run = spawnSync("promtool", args, { encoding: "utf8", maxBuffer: MAX_OUTPUT });
  return { ok: run.status === 0, output: `${run.stdout}${run.stderr}` };
}

/** A folder with files for promtool, removed when the call is over. */
export function withFiles<T>(files: Readonly<Record<string, string>>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "fleet-alerts-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The file for `promtool test rules`: every trial is a test of its own. */
export function testFile(
  trials: readonly Trial[],
  ruleFile: string,
  groups: readonly string[],
  evaluateEvery: string,
): string {
  const tests = trials.map(({ name, world, at, firing, says }) => ({
    name,
    interval: "1m",
    input_series: Object.entries(world)
      .filter((entry): entry is [string, Course] => entry[1] !== null)
      .map(([series, course]) => ({ series, values: valuesOf(course, at) })),
    promql_expr_test: [
      {
        expr: `group by (${COMPARED.join(", ")}) (ALERTS{alertstate="firing"}) # trial: ${name}`,
        eval_time: `${at}m`,
        exp_samples: firing.map((labels) => ({ labels: selector(labels), value: 1 })),
      },
    ],
    ...(says === undefined
      ? {}
      : {
          alert_rule_test: [
            {
              eval_time: `${at}m`,
              alertname: says.alertname,
              exp_alerts: [{ exp_labels: says.labels, exp_annotations: says.annotations }],
            },
          ],
        }),
  }));
  return stringify(
    { rule_files: [ruleFile], evaluation_interval: evaluateEvery, group_eval_order: groups, tests },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}

/** What promtool printed of each trial that failed. It names no test, so the expression carries the name. */
export function failuresOf(output: string): ReadonlyMap<string, string> {
  const failures = new Map<string, string>();
  for (const part of output.split(/(?=^ {4}(?:expr|alertname): )/m)) {
    const name = /# trial: (.*?)",/.exec(part)?.[1];
    if (name !== undefined) failures.set(name, part);
  }
  return failures;
}

function selector(labels: Readonly<Record<string, string>>): string {
  return `{${Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(",")}}`;
}

/** In promtool's notation: `a+bxn` is a, then n times b more. */
function valuesOf(course: Course, minutes: number): string {
  if (typeof course === "string") return course;
  if (typeof course === "number") return `${course}+0x${minutes}`;
  if ("from" in course)
    return `${course.from}${course.perMinute < 0 ? "" : "+"}${course.perMinute}x${minutes}`;
  return course
    .map(([value, count]) => (value === null ? `_x${count}` : `${value}+0x${count - 1}`))
    .join(" ");
}
