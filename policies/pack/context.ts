import { loadCatalogFrom } from "../../fleet/catalog/load";
import { InputError } from "../../fleet/problem";
import { CheckedTexts } from "../../fleet/source/checked-texts";
import { sourcesIn } from "../../fleet/source/read";
import type { Day } from "../../fleet/units/day";
import { readStackFrom, readTiers } from "../../stacks/read";
import { readExceptions } from "../exceptions/read";
import type { Expected } from "../rule";
import { RULES } from "../rules";
import type { Told } from "./engine";
import { Refusal } from "./refusal";

const TIER_KEY = "sutazai-fleet:tier";

/**
 * What the rules may expect in this run: the catalog of the project, the tier of the stack and what was decided about
 * findings.
 *
 * @param today the day on which exemptions count
 * @param checked a file with what is known of the texts; null: each is parsed
 * @throws Refusal when no stack is named, or when catalog, tiers or stack can't be used
 */
export function contextOf(root: string, told: Told, today: Day, checked: string | null = null): Expected {
  if (told.stack === null || told.stack === "") {
    throw new Refusal(
      "no stack is named, so nobody knows how strict to be\n" +
        "  fix     name it: --stack for preview and up, PULUMI_STACK=<name> for policy analyze",
    );
  }
  try {
    const texts = checked === null ? {} : { checked: CheckedTexts.read(checked) };
    const sources = { ...sourcesIn(root), ...texts };
    const catalog = loadCatalogFrom(sources);
    const stack = readStackFrom(sources, told.stack, catalog);
    const tiers = () => readTiers(sources);
    const exceptions = readExceptions(sources, { catalog, stack, tiers, rules: RULES, today });
    const tier = told.config?.get(TIER_KEY) ?? stack.tier.name;
    if (tier === stack.tier.name) return { catalog, stack, alerts: null, exceptions };
    const { file, line } = stack.place;
    throw new Refusal(`the engine was told tier ${tier}; ${file}:${line} says ${stack.tier.name}`);
  } catch (error) {
    throw error instanceof InputError ? Refusal.ofProblems(error.problems) : error;
  }
}
