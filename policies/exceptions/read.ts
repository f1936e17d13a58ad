import { loadFile } from "../../fleet/catalog/load";
import type { Loaded } from "../../fleet/catalog/load";
import type { Catalog } from "../../fleet/catalog/types";
import { InputError, Problems } from "../../fleet/problem";
import type { Sources } from "../../fleet/source/read";
import { didYouMean } from "../../fleet/source/suggest";
import type { Stack, Tier } from "../../fleet/tier";
import type { Day } from "../../fleet/units/day";
import type { RuleMetadata } from "../rule";
import { checkExemptions } from "./check";
import { toExemption } from "./convert";
import type { BaselineEntry, Exceptions } from "./exemption";

export const EXEMPTIONS_FILE = "catalog/exemptions.yaml";
export const BASELINE_FILE = "catalog/baseline.yaml";

/** What exceptions are held against. */
export interface Surroundings {
  readonly catalog: Catalog;
  readonly stack: Stack;
  /** All tiers: each says how long an exemption may count in it. */
  readonly tiers: () => readonly Tier[];
  readonly rules: readonly RuleMetadata[];
  readonly today: Day;
}

/**
 * Reads `catalog/exemptions.yaml` and `catalog/baseline.yaml`; a file that is not there says nothing. What counts for
 * the stack is kept, but everything is checked: what is wrong for prod is found in dev.
 *
 * @throws InputError with every problem of both files: half of what was decided is not what was decided
 */
export function readExceptions(sources: Sources, surroundings: Surroundings): Exceptions {
  const { catalog, stack, rules, today } = surroundings;
  const problems = new Problems();
  const exemptions = loadIfThere(sources, EXEMPTIONS_FILE, "exemptions", problems);
  const baseline = loadIfThere(sources, BASELINE_FILE, "baseline", problems);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  if (exemptions !== null)
    checkExemptions(exemptions, { catalog, tiers: surroundings.tiers(), byId }, problems);
  if (baseline !== null) checkBaseline(baseline, byId, problems);
  problems.throwIfAny();
  return {
    exemptions: (exemptions?.data?.exemptions ?? []).flatMap((entry, index) =>
      entry.tiers.includes(stack.tier.name)
        ? [
            toExemption(entry, byId.get(entry.rule), (...path) =>
              place(exemptions, ["exemptions", index, ...path]),
            ),
          ]
        : [],
    ),
    baseline: baselineOf(baseline, stack.name),
    today,
  };
}

/** Only whether the files can be read, for when nobody knows what to hold them against. @throws InputError */
export function readExceptionsAlone(sources: Sources): void {
  const problems = new Problems();
  loadIfThere(sources, EXEMPTIONS_FILE, "exemptions", problems);
  loadIfThere(sources, BASELINE_FILE, "baseline", problems);
  problems.throwIfAny();
}

function loadIfThere<Kind extends "exemptions" | "baseline">(
  sources: Sources,
  path: string,
  kind: Kind,
  problems: Problems,
): Loaded<Kind> | null {
  const attempt = new Problems();
  const loaded = loadFile(sources, path, kind, attempt);
  try {
    attempt.throwIfAny();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (error.problems.length !== 1 || error.problems[0]?.code !== "file-missing") problems.addAll(error);
  }
  return loaded;
}

function place(
  loaded: Loaded<"exemptions"> | null,
  path: Parameters<Loaded<"exemptions">["file"]["placeOf"]>[0],
) {
  if (loaded === null) throw new Error("an exemption stands in a file");
  return loaded.file.placeOf(path);
}

function checkBaseline(
  { file, healthy }: Loaded<"baseline">,
  byId: ReadonlyMap<string, RuleMetadata>,
  problems: Problems,
): void {
  for (const [stack, entries] of Object.entries(healthy.stacks ?? {})) {
    for (const [index, entry] of (entries ?? []).entries()) {
      const found = entry?.rule;
      if (found === undefined || byId.has(found)) continue;
      problems.add({
        code: "unknown-rule",
        message: "the baseline has a finding of a rule that does not exist",
        place: file.placeOf(["stacks", stack, index, "rule"]),
        found,
        wanted: "the id of a rule: fleet explain lists them",
        fix: didYouMean(found, byId.keys()) ?? "remove the entry",
      });
    }
  }
}

function baselineOf(loaded: Loaded<"baseline"> | null, stack: string): ReadonlyMap<string, BaselineEntry> {
  const stacks = loaded?.data?.stacks ?? {};
  const entries = Object.hasOwn(stacks, stack) ? (stacks[stack] ?? []) : [];
  return new Map(
    entries.map((entry, index) => {
      const at = loaded?.file.placeOf(["stacks", stack, index]);
      if (at === undefined) throw new Error("an entry stands in a file");
      return [entry.fingerprint, { ...entry, place: at }];
    }),
  );
}
