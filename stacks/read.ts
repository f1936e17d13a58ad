import { loadFile } from "../fleet/catalog/load";
import { cpu, memory } from "../fleet/catalog/quantities";
import type { TierEntry, TiersFile } from "../fleet/catalog/schema.generated";
import type { Catalog } from "../fleet/catalog/types";
import type { Place } from "../fleet/place";
import { Problems } from "../fleet/problem";
import { readSource } from "../fleet/source/read";
import { suggest } from "../fleet/source/suggest";
import { YamlFile } from "../fleet/source/yaml-file";
import { SEVERITIES, TIERS } from "../fleet/tier";
import type { Stack, Tier, TierName } from "../fleet/tier";

const TIERS_FILE = "stacks/tiers.yaml";
const TIER_KEY = "sutazai-fleet:tier";
/** A stack's name as the engine may give it: organisation/project/stack. Only the last part counts. */
const STACK_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/**
 * Reads the tier of a stack from `stacks/Pulumi.<stack>.yaml` and `stacks/tiers.yaml`.
 *
 * @param root folder of the project
 * @param fullName the stack's name, with or without organisation and project
 * @param catalog where images and services that a tier names have to stand
 * @throws InputError with every problem
 */
export function readStack(root: string, fullName: string, catalog: Catalog): Stack {
  const name = fullName.split("/").at(-1) ?? "";
  const problems = new Problems();
  const { file, data } = loadFile(root, TIERS_FILE, "tiers", problems);
  if (data !== null && file !== null) {
    checkMonotonic(data, file, problems);
    checkNames(data, file, catalog, problems);
  }
  const configured = readTierName(root, name, problems);
  problems.throwIfAny();
  if (data === null || file === null || configured === null)
    throw new Error("a file without problems has a value");
  const tier = toTier(configured.tier, data.tiers[configured.tier], file);
  return { name, tier, place: configured.file.placeOf(["config", TIER_KEY]) };
}

/** True when a tier's list of stack names has this one. */
export function tierFits(tier: Tier, stack: string): boolean {
  return tier.stacks.some((pattern) =>
    pattern.endsWith("*") ? stack.startsWith(pattern.slice(0, -1)) : stack === pattern,
  );
}

function readTierName(
  root: string,
  stack: string,
  problems: Problems,
): { readonly tier: TierName; readonly file: YamlFile } | null {
  if (!STACK_NAME.test(stack)) {
    problems.add({
      code: "stack-missing",
      message: "this is no name of a stack",
      found: stack === "" ? "nothing" : stack,
      wanted: "letters, digits, dots, hyphens and underscores",
      fix: "name a stack, such as --stack dev",
    });
    return null;
  }
  const path = `stacks/Pulumi.${stack}.yaml`;
  const source = readSource(root, path);
  if ("code" in source) {
    problems.add({ ...source, fix: `create ${path} with ${TIER_KEY}, or choose a stack that exists` });
    return null;
  }
  const file = YamlFile.parse(source, problems);
  if (file === null) return null;
  const config = (file.value as { config?: Record<string, unknown> } | null)?.config;
  const tier = config?.[TIER_KEY];
  const known = TIERS.find((candidate) => candidate === tier);
  if (known !== undefined) return { tier: known, file };
  const meant = typeof tier === "string" ? suggest(tier, TIERS) : null;
  problems.add({
    code: "stack-tier",
    message: `stack ${stack} names no tier that exists`,
    place: file.placeOf(["config", TIER_KEY]),
    found: tier === undefined ? "nothing" : JSON.stringify(tier),
    wanted: `${TIER_KEY}: one of ${TIERS.join(", ")}`,
    fix: meant === null ? `set ${TIER_KEY} under config` : `did you mean ${meant}?`,
  });
  return null;
}

/** Enforcement may only get stricter from dev to staging to prod, overrides included. */
function checkMonotonic(data: TiersFile, file: YamlFile, problems: Problems): void {
  const ladder = ["dev", "staging", "prod"] as const;
  const rules = new Set(
    ladder.flatMap((name) => data.tiers[name].overrides.map((override) => override.rule)),
  );
  for (const [position, name] of ladder.entries()) {
    const stricter = ladder[position + 1];
    if (stricter === undefined) break;
    for (const severity of SEVERITIES) {
      const lower = data.tiers[name].enforcement[severity];
      if (lower === "mandatory" && data.tiers[stricter].enforcement[severity] !== "mandatory") {
        problems.add({
          code: "tier-weakens",
          message: `${stricter} is weaker than ${name} for severity ${severity}`,
          place: file.placeOf(["tiers", stricter, "enforcement", severity]),
          found: data.tiers[stricter].enforcement[severity],
          wanted: "mandatory, as before it",
          fix: `set tiers.${stricter}.enforcement.${severity} to mandatory`,
        });
      }
    }
    for (const rule of rules) {
      const lower = data.tiers[name].overrides.find((override) => override.rule === rule)?.level;
      const index = data.tiers[stricter].overrides.findIndex((override) => override.rule === rule);
      if (lower !== "mandatory" || data.tiers[stricter].overrides[index]?.level !== "advisory") continue;
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

function checkNames(data: TiersFile, file: YamlFile, catalog: Catalog, problems: Problems): void {
  for (const name of TIERS) {
    const tier = data.tiers[name];
    const image = tier.agentImage;
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
    const named: (readonly [string, Place])[] = [
      ...Object.keys(tier.replicas).map(
        (service) => [service, file.placeOf(["tiers", name, "replicas", service], "key")] as const,
      ),
      ...(tier.services ?? []).map(
        (service, index) => [service, file.placeOf(["tiers", name, "services", index])] as const,
      ),
    ];
    for (const [service, place] of named) {
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

function toTier(name: TierName, entry: TierEntry, file: YamlFile): Tier {
  return {
    ...entry,
    name,
    agentImage: entry.agentImage ?? null,
    services: entry.services ?? null,
    budgets: {
      agentMemory: memory(entry.budgets.agentMemory),
      agentCpu: cpu(entry.budgets.agentCpu),
      hostMemory: memory(entry.budgets.hostMemory),
      hostCpu: cpu(entry.budgets.hostCpu),
    },
    place: (...path) => file.placeOf(["tiers", name, ...path]),
  };
}
