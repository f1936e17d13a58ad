import { summarise } from "../../policies/evaluate";
import type { Report, RuleResult } from "../../policies/report";
import type { FleetDiff } from "./model";

/**
 * What a change newly breaks or newly lets through, as a report of the fleet after it. A rule that was broken before
 * is not what the change is judged by: it counts as often as it is newly broken.
 *
 * @param after the report of the whole fleet after the change
 */
export function diffAsReport({ rules: changed }: FleetDiff, after: Report): Report {
  const findings = [...changed.broken, ...changed.exempted, ...changed.baselined];
  const rules = after.rules.map((rule): RuleResult => {
    const own = findings.filter((finding) => finding.rule === rule.id);
    const of = (kind: "exemption" | "baseline") =>
      own.filter(({ suppression }) => suppression?.kind === kind).length;
    const counted = own.filter(({ suppression }) => suppression === null);
    return {
      ...rule,
      failed: counted.filter(({ status }) => status === "fail").length,
      notEvaluated: counted.filter(({ status }) => status === "notEvaluated").length,
      exempted: of("exemption"),
      baselined: of("baseline"),
    };
  });
  const { resources } = after.summary;
  return { ...after, findings, rules, summary: summarise(findings, resources, rules.length) };
}
