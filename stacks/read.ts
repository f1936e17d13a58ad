import { loadCatalogFrom, loadFile } from "../fleet/catalog/load";
import type { Loaded } from "../fleet/catalog/load";
import { cpu, duration, memory } from "../fleet/catalog/quantities";
import type { TierEntry } from "../fleet/catalog/schema.generated";
import type { Catalog } from "../fleet/catalog/types";
import type { Place } from "../fleet/place";
import { Problems } from "../fleet/problem";
import type { Problem } from "../fleet/problem";
import { sourcesIn } from "../fleet/source/read";
import type { Sources } from "../fleet/source/read";
import { didYouMean, suggest } from "../fleet/source/suggest";
import { YamlFile } from "../fleet/source/yaml-file";
import { runsService, SEVERITIES, TIERS } from "../fleet/tier";
import { coresText } from "../fleet/units/cpu";
import { parseDays } from "../fleet/units/day";
import { formatMemory } from "../fleet/units/memory";
import type { Stack, Tier, TierName } from "../fleet/tier";

const TIERS_FILE = "stacks/tiers.yaml";
const TIER_KEY = "sutazai-fleet:tier";
/** A stack's name as the engine may give it: organisation/project/stack. Only the last part counts. */
const STACK_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const STACK_FILE = /^Pulumi\.(.+)\.yaml$/;

/**
 * Reads the tier of a stack from `stacks/Pulumi.<stack>.yaml` and `stacks/tiers.yaml`.
 *
 * @param root folder of the project
 * @param fullName the stack's name, with or without organisation and project
 * @param catalog where images and services that a tier names have to stand
 * @throws InputError with every problem
 */
export function readStack(root: string, fullName: string, catalog: Catalog): Stack {
  return readStackFrom(sourcesIn(root), fullName, catalog);
}

/**
 * The same from wherever the texts come.
 *
 * @param catalog null when it is broken: then nobody can say which images and services exist
 * @param rules the ids of all rules, where they are known: overrides have to name one of them
 */
export function readStackFrom(
  sources: Sources,
  fullName: string,
  catalog: Catalog | null,
  rules: readonly string[] | null = null,
): Stack {
  const name = fullName.split("/").at(-1) ?? "";
  const problems = new Problems();
  const tiers = loadTiers(sources, catalog, rules, problems);
  const configured = readTierName(sources, name, problems);
  problems.throwIfAny();
  if (!tiers?.data || configured === null) throw new Error("a file without problems has a value");
  const tier = withoutUnused(toTier(configured.tier, tiers.data.tiers[configured.tier], tiers.file), catalog);
  return { name, tier, place: configured.file.placeOf(["config", TIER_KEY]) };
}

/** Catalog and stack, and when both are broken the problems of both. */
export function readProject(
  sources: Sources,
  stackName: string,
  rules: readonly string[] | null = null,
): { readonly catalog: Catalog; readonly stack: Stack } {
  const problems = new Problems();
  const catalog = problems.attempt(() => loadCatalogFrom(sources));
  const stack = problems.attempt(() => readStackFrom(sources, stackName, catalog, rules));
  problems.throwIfAny();
  if (catalog === null || stack === null) throw new Error("what was refused has problems");
  return { catalog, stack };
}

/** All tiers, from the most lenient to the strictest. Asks no catalog. @throws InputError */
export function readTiers(sources: Sources): readonly Tier[] {
  const problems = new Problems();
  const tiers = loadTiers(sources, null, null, problems);
  problems.throwIfAny();
  if (!tiers?.data) throw new Error("a file without problems has a value");
  const { data, file } = tiers;
  return TIERS.map((name) => toTier(name, data.tiers[name], file));
}

/** The stacks that have a file, sorted. */
export function stackNames(sources: Sources): readonly string[] {
  return sources.list("stacks").flatMap((file) => STACK_FILE.exec(file)?.[1] ?? []);
}

/** What to say when no stack is named, or one that does not exist. */
export function missingStack(found: string, sources: Sources): Problem {
  const known = stackNames(sources);
  const own = STACK_NAME.test(found) ? found : "<stack>";
  return {
    code: "stack-missing",
    message: found === "" ? "no stack is named" : `there is no stack ${found}`,
    found: found === "" ? "nothing" : found,
    wanted: known.length === 0 ? "a file stacks/Pulumi.<stack>.yaml" : `one of ${known.join(", ")}`,
    fix:
      didYouMean(found, known) ??
      (known[0] === undefined
        ? `create stacks/Pulumi.dev.yaml with ${TIER_KEY} under config`
        : `name one with --stack, such as --stack ${known[0]}, or create stacks/Pulumi.${own}.yaml`),
  };
}

/** True when a tier's list of stack names has this one. */
export function tierFits(tier: Tier, stack: string): boolean {
  return tier.stacks.some((pattern) =>
    pattern.endsWith("*") ? stack.startsWith(pattern.slice(0, -1)) : stack === pattern,
  );
}

type LoadedTiers = Loaded<"tiers">;

function loadTiers(
  sources: Sources,
  catalog: Catalog | null,
  rules: readonly string[] | null,
  problems: Problems,
): LoadedTiers | null {
  const tiers = loadFile(sources, TIERS_FILE, "tiers", problems);
  if (tiers === null) return null;
  checkMonotonic(tiers, problems);
  if (catalog !== null) {
    checkNames(tiers, catalog, problems);
    checkLimits(tiers, catalog, problems);
  }
  if (rules !== null) checkRules(tiers, rules, problems);
  return tiers;
}

function readTierName(
  sources: Sources,
  stack: string,
  problems: Problems,
): { readonly tier: TierName; readonly file: YamlFile } | null {
  const path = `stacks/Pulumi.${stack}.yaml`;
  const source = STACK_NAME.test(stack) ? sources.read(path) : missingStack(stack, sources);
  if ("code" in source) {
    problems.add(source.code === "file-missing" ? missingStack(stack, sources) : source);
    return null;
  }
  const file = YamlFile.parse(source, problems);
  if (file === null || file.hasHoles) return null;
  const config = (file.value as { config?: Record<string, unknown> | null } | null)?.config;
  const tier = config?.[TIER_KEY];
  const known = TIERS.find((candidate) => candidate === tier);
  if (known !== undefined) return { tier: known, file };
  const meant = typeof tier === "string" ? suggest(tier, TIERS) : null;
  problems.add({
    code: "stack-tier",
    message: `stack ${stack} names no tier that exists`,
    place: file.placeOf(["config", TIER_KEY]),
    found: tier === undefined ? "nothing" : (JSON.stringify(tier) ?? "nothing"),
    wanted: `${TIER_KEY}: one of ${TIERS.join(", ")}`,
    fix: meant === null ? `set ${TIER_KEY} under config` : `did you mean ${meant}?`,
  });
  return null;
}

/** Enforcement may only get stricter from dev to staging to prod, overrides included. */
function checkMonotonic({ file, healthy }: LoadedTiers, problems: Problems): void {
  const ladder = ["dev", "staging", "prod"] as const;
  const overridesOf = (name: TierName) => healthy.tiers?.[name]?.overrides ?? [];
  const rules = new Set(ladder.flatMap((name) => overridesOf(name).map((override) => override?.rule)));
  for (const [position, name] of ladder.entries()) {
    const stricter = ladder[position + 1];
    if (stricter === undefined) break;
    for (const severity of SEVERITIES) {
      const lower = healthy.tiers?.[name]?.enforcement?.[severity];
      const upper = healthy.tiers?.[stricter]?.enforcement?.[severity];
      if (lower === "mandatory" && upper === "advisory") {
        problems.add({
          code: "tier-weakens",
          message: `${stricter} is weaker than ${name} for severity ${severity}`,
          place: file.placeOf(["tiers", stricter, "enforcement", severity]),
          found: upper,
          wanted: "mandatory, as before it",
          fix: `set tiers.${stricter}.enforcement.${severity} to mandatory`,
        });
      }
    }
    checkDriftAge(name, stricter, { file, healthy }, problems);
    checkRegistryAccess(name, stricter, { file, healthy }, problems);
    const longest = (tier: TierName) => parseDays(healthy.tiers?.[tier]?.exemptions?.longest ?? "");
    const [most, found] = [longest(name), longest(stricter)];
    if (most !== null && found !== null && found > most) {
      problems.add({
        code: "tier-weakens",
        message: `exemptions may count longer in ${stricter} than in ${name}`,
        place: file.placeOf(["tiers", stricter, "exemptions", "longest"]),
        found: `${found}d`,
        wanted: `at most ${most}d, as before it`,
        fix: `set tiers.${stricter}.exemptions.longest to ${most}d or less`,
      });
    }
    for (const rule of rules) {
      if (rule === undefined) continue;
      const lower = overridesOf(name).find((override) => override?.rule === rule)?.level;
      const index = overridesOf(stricter).findIndex((override) => override?.rule === rule);
      if (lower !== "mandatory" || overridesOf(stricter)[index]?.level !== "advisory") continue;
      problems.add({
        code: "tier-weakens",
        message: `${stricter} is weaker than ${name} for rule ${rule}`,
        place: file.placeOf(["tiers", stricter, "overrides", index, "level"]),
        found: "advisory",
        wanted: "mandatory, as before it",
        fix: "remove the override",
      });
    }
  }
}

/** What asks for a fresh report of drift may not ask for less, or for none, in the stricter tier. */
function checkDriftAge(
  name: TierName,
  stricter: TierName,
  { file, healthy }: Pick<LoadedTiers, "file" | "healthy">,
  problems: Problems,
): void {
  const [lower, upper] = [name, stricter].map((tier) => healthy.tiers?.[tier]?.maxDriftReportAge);
  if (lower === undefined || healthy.tiers?.[stricter] === undefined) return;
  if (upper !== undefined && duration(upper) <= duration(lower)) return;
  problems.add({
    code: "tier-weakens",
    message: `${stricter} is weaker than ${name} about the report of drift`,
    place: file.placeOf(["tiers", stricter, "maxDriftReportAge"]),
    found: upper ?? "nothing",
    wanted: `at most ${lower}, as before it`,
    fix: `set tiers.${stricter}.maxDriftReportAge to ${lower} or less`,
  });
}

/** Where the registry asks for tokens, that of a stricter tier does too. */
function checkRegistryAccess(
  name: TierName,
  stricter: TierName,
  { file, healthy }: Pick<LoadedTiers, "file" | "healthy">,
  problems: Problems,
): void {
  const [lower, upper] = [healthy.tiers?.[name], healthy.tiers?.[stricter]];
  if (lower?.registryAccess !== "tokens" || upper === undefined || upper.registryAccess === "tokens") return;
  problems.add({
    code: "tier-weakens",
    message: `the registry of ${stricter} lets in more than that of ${name}`,
    place: file.placeOf(["tiers", stricter, "registryAccess"]),
    found: upper.registryAccess ?? "nothing, which is open",
    wanted: "tokens, as before it",
    fix: `set tiers.${stricter}.registryAccess to tokens`,
  });
}

/** An override of a rule that does not exist changes nothing, and its author believes that it does. */
function checkRules({ file, healthy }: LoadedTiers, rules: readonly string[], problems: Problems): void {
  for (const name of TIERS) {
    for (const [index, override] of (healthy.tiers?.[name]?.overrides ?? []).entries()) {
      const found = override?.rule;
      if (found === undefined || rules.includes(found)) continue;
      problems.add(() => ({
        code: "unknown-rule",
        message: `tier ${name} overrides a rule that does not exist`,
        place: file.placeOf(["tiers", name, "overrides", index, "rule"]),
        found,
        wanted: "the id of a rule: fleet explain lists them",
        fix: didYouMean(found, rules) ?? "remove the override",
      }));
    }
  }
}

function checkNames({ file, healthy }: LoadedTiers, catalog: Catalog, problems: Problems): void {
  for (const name of TIERS) {
    const tier = healthy.tiers?.[name];
    const image = tier?.agentImage;
    if (image !== undefined && !catalog.images.has(image)) {
      const meant = suggest(image, catalog.images.keys());
      problems.add({
        code: "unknown-image",
        message: `tier ${name} names an image that agents.yaml does not declare`,
        place: file.placeOf(["tiers", name, "agentImage"]),
        found: image,
        wanted: `one of ${[...catalog.images.keys()].join(", ")}`,
        fix: meant === null ? "declare it under images in catalog/agents.yaml" : `did you mean ${meant}?`,
      });
    }
    const named: (readonly [string | undefined, Place])[] = [
      ...Object.keys(tier?.limits ?? {}).map(
        (service) => [service, file.placeOf(["tiers", name, "limits", service], "key")] as const,
      ),
      ...Object.keys(tier?.replicas ?? {}).map(
        (service) => [service, file.placeOf(["tiers", name, "replicas", service], "key")] as const,
      ),
      ...(tier?.services ?? []).map(
        (service, index) => [service, file.placeOf(["tiers", name, "services", index])] as const,
      ),
    ];
    for (const [service, place] of named) {
      if (service === undefined) continue;
      if (catalog.services.has(service)) continue;
      const meant = suggest(service, catalog.services.keys());
      problems.add({
        code: "unknown-service",
        message: `tier ${name} names a service that does not exist`,
        place,
        found: service,
        wanted: `one of ${[...catalog.services.keys()].join(", ")}`,
        fix: meant === null ? "remove it" : `did you mean ${meant}?`,
      });
    }
  }
}

/** What the catalog says is the most: every rule and budget goes by it. */
function checkLimits({ file, healthy }: LoadedTiers, catalog: Catalog, problems: Problems): void {
  for (const name of TIERS) {
    for (const [service, limit] of Object.entries(healthy.tiers?.[name]?.limits ?? {})) {
      const declared = catalog.services.get(service);
      if (declared === undefined || limit === undefined) continue;
      const above = [
        limit.cpu !== undefined && cpu(limit.cpu) > declared.cpu
          ? { key: "cpu", found: String(limit.cpu), most: coresText(declared.cpu) }
          : null,
        limit.memory !== undefined && memory(limit.memory) > declared.memory
          ? { key: "memory", found: limit.memory, most: formatMemory(declared.memory) }
          : null,
      ];
      for (const wrong of above) {
        if (wrong === null) continue;
        problems.add({
          code: "wrong-value",
          message: `tier ${name} gives ${service} more than the catalog does`,
          place: file.placeOf(["tiers", name, "limits", service, wrong.key]),
          found: wrong.found,
          wanted: `at most ${wrong.most}`,
          fix: `lower it, or raise ${wrong.key} of ${service} in catalog/services.yaml`,
        });
      }
    }
  }
}

/** A tier whose registry is open runs nothing that is about tokens. */
function withoutUnused(tier: Tier, catalog: Catalog | null): Tier {
  if (catalog === null || tier.registryAccess === "tokens") return tier;
  const all = [...catalog.services.values()];
  if (all.every(({ onlyWith }) => onlyWith === null)) return tier;
  const used = all.filter(({ name, onlyWith }) => onlyWith === null && runsService(tier, name));
  return { ...tier, services: used.map(({ name }) => name) };
}

/** A tier that says nothing of exemptions has none: not for a day. */
function daysIn(text: string | undefined): number {
  return text === undefined ? -1 : (parseDays(text) ?? -1);
}

function toLimits(entry: TierEntry): Tier["limits"] {
  const limits = Object.create(null) as Record<string, Tier["limits"][string]>;
  for (const [service, limit] of Object.entries(entry.limits ?? {})) {
    limits[service] = {
      ...(limit.cpu === undefined ? {} : { cpu: cpu(limit.cpu) }),
      ...(limit.memory === undefined ? {} : { memory: memory(limit.memory) }),
    };
  }
  return limits;
}

function toTier(name: TierName, entry: TierEntry, file: YamlFile): Tier {
  return {
    ...entry,
    name,
    agentImage: entry.agentImage ?? null,
    registryAccess: entry.registryAccess ?? "open",
    services: entry.services ?? null,
    maxDriftReportAge: entry.maxDriftReportAge === undefined ? null : duration(entry.maxDriftReportAge),
    // A service may be called `constructor`: without prototype nothing is found but what was written.
    replicas: Object.assign(Object.create(null) as Record<string, number>, entry.replicas),
    limits: toLimits(entry),
    budgets: {
      agentMemory: memory(entry.budgets.agentMemory),
      agentCpu: cpu(entry.budgets.agentCpu),
      hostMemory: memory(entry.budgets.hostMemory),
      hostCpu: cpu(entry.budgets.hostCpu),
    },
    exemptions: {
      longest: daysIn(entry.exemptions?.longest),
      warn: daysIn(entry.exemptions?.warn),
    },
    place: (...path) => file.placeOf(["tiers", name, ...path]),
  };
}
