import type { Loaded } from "../../fleet/catalog/load";
import type { Healthy } from "../../fleet/catalog/healthy";
import type { ExemptionEntry } from "../../fleet/catalog/schema.generated";
import type { Catalog } from "../../fleet/catalog/types";
import { namePattern } from "../../fleet/glob";
import type { Place } from "../../fleet/place";
import type { Problem, Problems } from "../../fleet/problem";
import type { PathStep } from "../../fleet/source/json";
import { didYouMean } from "../../fleet/source/suggest";
import type { Tier } from "../../fleet/tier";
import { formatDay, parseDay } from "../../fleet/units/day";
import type { Day } from "../../fleet/units/day";
import type { RuleMetadata } from "../rule";
import { capAmount } from "./convert";

interface Known {
  readonly catalog: Catalog;
  readonly tiers: readonly Tier[];
  readonly byId: ReadonlyMap<string, RuleMetadata>;
}

type Entry = Healthy<ExemptionEntry>;
type At = (...path: PathStep[]) => Place;

/** What no schema can say of exemptions. What a schema has refused is looked at no more. */
export function checkExemptions(
  { file, healthy }: Loaded<"exemptions">,
  known: Known,
  problems: Problems,
): void {
  for (const [index, entry] of (healthy.exemptions ?? []).entries()) {
    if (entry === undefined) continue;
    const at: At = (...path) => file.placeOf(["exemptions", index, ...path]);
    for (const problem of [
      ...ruleProblems(entry, known, at),
      ...nameProblems(entry, known, at),
      ...approverProblems(entry, at),
      ...dayProblems(entry, known, at),
    ])
      problems.add(problem);
  }
}

function ruleProblems({ rule: id, cap }: Entry, { byId }: Known, at: At): Problem[] {
  if (id === undefined) return [];
  const rule = byId.get(id);
  if (rule === undefined)
    return [
      {
        code: "unknown-rule",
        message: `an exemption from a rule that does not exist`,
        place: at("rule"),
        found: id,
        wanted: "the id of a rule: fleet explain lists them",
        fix: didYouMean(id, byId.keys()) ?? "remove the exemption",
      },
    ];
  if (rule.exemptible === false)
    return [
      {
        code: "exemption-forbidden",
        message: `nobody is exempt from ${id}`,
        place: at("rule"),
        found: id,
        wanted: "a rule that has exceptions",
        fix: `keep the rule (fleet explain ${id}) and remove the exemption`,
      },
    ];
  if (cap === undefined || capAmount(cap, rule.measures) !== null) return [];
  const wanted = {
    memory: "an amount of memory, such as 2GiB",
    cpu: "an amount of CPU, such as 1.5 or 1500m",
  };
  return [
    {
      code: "exemption-cap",
      message: `${id} ${rule.measures === undefined ? "finds no amount that could be capped" : "has another unit"}`,
      place: at("cap"),
      found: String(cap),
      wanted: rule.measures === undefined ? "no cap" : wanted[rule.measures],
      fix: rule.measures === undefined ? "remove the cap" : "write the amount in the rule's unit",
    },
  ];
}

function nameProblems(entry: Entry, { catalog }: Known, at: At): Problem[] {
  if (!("agents" in entry) && !("services" in entry))
    return [
      {
        code: "exemption-nobody",
        message: "an exemption for nobody",
        place: at(),
        found: "neither agents nor services",
        wanted: "agents, services or both",
        fix: "add agents with the names it is for",
      },
    ];
  const lists = [
    { key: "agents", code: "unknown-agent", a: "an", one: "agent", names: [...catalog.agentsByName.keys()] },
    { key: "services", code: "unknown-service", a: "a", one: "service", names: [...catalog.services.keys()] },
  ] as const;
  return lists.flatMap(({ key, code, a, one, names }) =>
    (entry[key] ?? []).flatMap((text, index): Problem[] => {
      if (text === undefined) return [];
      if (/^\*+$/.test(text) && (entry.tiers ?? []).includes("prod"))
        return [
          {
            code: "exemption-too-wide",
            message: `an exemption for every ${one} in prod`,
            place: at(key, index),
            found: text,
            wanted: `names, or a pattern that says what the ${one}s have in common`,
            fix: `name the ${one}s that need it, or leave prod to an entry of its own`,
          },
        ];
      const pattern = namePattern(text);
      if (names.some((name) => pattern.matches(name))) return [];
      return [
        {
          code,
          message: `an exemption for ${a} ${one} that does not exist`,
          place: at(key, index),
          found: text,
          wanted: `the name of ${a} ${one} of the catalog, with * for any letters`,
          fix: didYouMean(text, names) ?? "remove it: what is not there needs no exemption",
        },
      ];
    }),
  );
}

function approverProblems({ owner, approver }: Entry, at: At): Problem[] {
  if (owner === undefined || approver === undefined || owner.toLowerCase() !== approver.toLowerCase())
    return [];
  return [
    {
      code: "exemption-approver",
      message: "an exemption that its owner approved",
      place: at("approver"),
      found: approver,
      wanted: `somebody other than ${owner}`,
      fix: "name as approver whoever reviewed it",
    },
  ];
}

function dayProblems(entry: Entry, { tiers }: Known, at: At): Problem[] {
  const problems: Problem[] = [];
  const read = (key: "created" | "expires"): Day | null => {
    const text = entry[key];
    if (text === undefined) return null;
    const day = parseDay(text);
    if (day === null)
      problems.push({
        code: "wrong-day",
        message: `${key} is no day of the calendar`,
        place: at(key),
        found: text,
        wanted: "a day that exists, as year, month and day",
        fix: "write a day such as 2026-11-30",
      });
    return day;
  };
  const created = read("created");
  const expires = read("expires");
  if (created === null || expires === null) return problems;
  if (expires < created) {
    problems.push({
      code: "wrong-day",
      message: "an exemption that ends before it begins",
      place: at("expires"),
      found: formatDay(expires),
      wanted: `${formatDay(created)} or later`,
      fix: "write the last day on which it counts",
    });
    return problems;
  }
  const named = tiers.filter(({ name }) => (entry.tiers ?? []).includes(name));
  const [strictest] = [...named].sort((a, b) => a.exemptions.longest - b.exemptions.longest);
  if (strictest === undefined || expires - created <= strictest.exemptions.longest) return problems;
  const { longest } = strictest.exemptions;
  if (longest < 0) {
    problems.push({
      code: "exemption-too-long",
      message: `tier ${strictest.name} has no exemptions`,
      place: at("tiers"),
      found: strictest.name,
      wanted: "a tier that says in stacks/tiers.yaml how long an exemption may count",
      fix: `remove the tier, or add exemptions: { longest: 30d, warn: 7d } to it in stacks/tiers.yaml`,
    });
    return problems;
  }
  problems.push({
    code: "exemption-too-long",
    message: `an exemption may count for ${longest} days in ${strictest.name}`,
    place: at("expires"),
    found: `${formatDay(expires)}, ${expires - created} days after it was created`,
    wanted: `${formatDay((created + longest) as Day)} or earlier`,
    fix: "let it end earlier and decide again then, or give the stricter tier an entry of its own",
  });
  return problems;
}
