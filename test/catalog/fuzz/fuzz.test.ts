import pico from "picocolors";
import { textProblems } from "../../../cli/reporters/problems";
import { declareResources } from "../../../components/declare";
import { planFleet } from "../../../fleet/plan/plan";
import { InputError } from "../../../fleet/problem";
import type { Problem } from "../../../fleet/problem";
import { decode } from "../../../fleet/source/decode";
import { sourcesIn } from "../../../fleet/source/read";
import type { Sources, SourceText } from "../../../fleet/source/read";
import { noExceptions } from "../../../policies/exceptions/exemption";
import { TODAY } from "../../rules/cases";
import { evaluate } from "../../../policies/evaluate";
import { RULES } from "../../../policies/rules";
import { readProject } from "../../../stacks/read";
import { ROOT } from "../../support/project";
import { Random, mutate } from "./mutate";

/**
 * The same run again: FLEET_FUZZ_SEED=<seed> FLEET_FUZZ_RUNS=1 npx jest test/catalog/fuzz. Every run asks the same
 * questions, so more of them find something new only where the readers changed: then FLEET_FUZZ_RUNS=10000 and more.
 * @alone: it works longer than all other suites of its folder.
 */
const SEED = Number(process.env["FLEET_FUZZ_SEED"] ?? 1);
const RUNS = Number(process.env["FLEET_FUZZ_RUNS"] ?? 2_500);
/** What one input may take of CPU time: a machine that does other things too fails nobody. */
const MAX_MILLISECONDS = 2000;

const FILES = [
  "catalog/agents.yaml",
  "catalog/profiles.yaml",
  "catalog/services.yaml",
  "catalog/images.lock.yaml",
  "stacks/tiers.yaml",
  "stacks/Pulumi.dev.yaml",
] as const;

function real(file: string): SourceText {
  const source = sourcesIn(ROOT).read(file);
  if ("code" in source) throw new Error(source.message);
  return source;
}

/** The real catalog, and one with its first six agents only, which is parsed ten times as fast. */
const REAL = new Map<string, SourceText>(FILES.map((file) => [file, real(file)]));
const SMALL = new Map(REAL);
SMALL.set("catalog/agents.yaml", firstAgents(real("catalog/agents.yaml"), 6));
const RULE_IDS = RULES.map((rule) => rule.id);

function firstAgents(source: SourceText, count: number): SourceText {
  const [head = "", ...agents] = source.text.split(/^(?= {2}- name: )/m);
  const kept = agents.slice(0, count).map((agent) => agent.replace(/^ {4}dependsOn: .*\n/m, ""));
  const text = [head.replace(/hot: \{ agents: \d+/, `hot: { agents: ${count}`), ...kept].join("");
  return { file: source.file, text: text.replace(/(warm|cold): \{ agents: \d+/g, "$1: { agents: 0") };
}

/** Which file, which catalog and what is done to it: all from the seed. */
function mutation(seed: number): { readonly texts: ReadonlyMap<string, SourceText>; readonly file: string } {
  const random = new Random(seed);
  const file = random.pick(FILES);
  // Two of three questions are put with few agents: most of the time goes into the number of agents, and few answers depend on it.
  const texts = random.below(3) < 2 ? SMALL : REAL;
  const text = mutate(texts.get(file)?.text ?? "", random);
  return { file, texts: new Map(texts).set(file, { file, text }) };
}

/** As the disk would give them: bytes that are decoded. What was not changed is handed out as it is. */
function sourcesOf(texts: ReadonlyMap<string, SourceText>, changed: string): Sources {
  return {
    read: (file): SourceText | Problem => {
      const source = texts.get(file);
      if (source === undefined) throw new Error(`nobody should ask for ${file}`);
      return file === changed ? decode(file, new TextEncoder().encode(source.text)) : source;
    },
    list: () => ["Pulumi.dev.yaml"],
  };
}

/** Every number that is none, by its path. */
function brokenNumbers(value: unknown, path = "", found: string[] = []): string[] {
  if (typeof value === "number" && !Number.isFinite(value)) found.push(path);
  if (typeof value !== "object" || value === null) return found;
  for (const key in value) {
    const item = (value as Record<string, unknown>)[key];
    if (typeof item === "object" || typeof item === "number") brokenNumbers(item, `${path}.${key}`, found);
  }
  return found;
}

function planAndJudge(sources: Sources): void {
  const { catalog, stack } = readProject(sources, "dev", RULE_IDS);
  const plan = planFleet(catalog, stack);
  expect(brokenNumbers(plan)).toEqual([]);
  const report = evaluate(
    declareResources(plan),
    { catalog, stack, alerts: plan.alerts, exceptions: noExceptions(TODAY) },
    RULES,
  );
  expect(brokenNumbers(report)).toEqual([]);
}

function checkRefusal(error: InputError, texts: ReadonlyMap<string, SourceText>): void {
  expect(error.problems.length).toBeGreaterThan(0);
  for (const problem of error.problems) {
    const lines = texts.get(problem.place?.file ?? "")?.text.split("\n");
    if (lines === undefined || problem.place === undefined)
      throw new Error(`no place: ${JSON.stringify(problem)}`);
    const { line, column } = problem.place;
    if (!(line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1))
      throw new Error(`a place outside of the file: ${JSON.stringify(problem)}`);
    for (const text of [problem.message, problem.fix, problem.wanted ?? "-", problem.found ?? "-"])
      if (text.trim() === "" || /undefined|\[object|NaN(?!\w)/.test(text))
        throw new Error(`words that say nothing: ${JSON.stringify(problem)}`);
  }
  const printed = textProblems(
    error.problems,
    (file) => texts.get(file)?.text ?? null,
    pico.createColors(false),
  );
  const broken = /^ +at .*\(|\n +at .*\.[jt]s:\d|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/.exec(
    printed,
  );
  if (broken !== null) throw new Error(`printed ${JSON.stringify(broken[0])}`);
}

/** @returns true when the mutated catalog was accepted */
function runOne(seed: number): boolean {
  const { texts, file } = mutation(seed);
  const started = process.cpuUsage();
  try {
    planAndJudge(sourcesOf(texts, file));
    return true;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    checkRefusal(error, texts);
    return false;
  } finally {
    const took = process.cpuUsage(started).user / 1000;
    if (took > MAX_MILLISECONDS) throw new Error(`took ${took.toFixed(0)} ms`);
  }
}

describe(`${RUNS} mutations of the catalog`, () => {
  it("are planned and judged, or refused with place and fix", () => {
    const failures: string[] = [];
    let accepted = 0;
    for (let seed = SEED; seed < SEED + RUNS; seed++) {
      try {
        if (runOne(seed)) accepted += 1;
      } catch (error) {
        failures.push(
          `seed ${seed} (${mutation(seed).file}): ${error instanceof Error ? (error.stack ?? "") : String(error)}`,
        );
        if (failures.length >= 10) break;
      }
    }
    expect(failures).toEqual([]);
    // Both answers are tried: a reader that refused everything would pass all the rest.
    if (RUNS >= 1000) {
      expect(accepted).toBeGreaterThan(RUNS / 20);
      expect(accepted).toBeLessThan(RUNS / 2);
    }
  }, 300_000);

  it("start from catalogs that are accepted", () => {
    for (const texts of [REAL, SMALL]) planAndJudge(sourcesOf(texts, ""));
  });
});
