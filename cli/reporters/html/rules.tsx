import type { Report, RuleResult } from "../../../policies/report";
import { anchor, levelWord } from "./format";
import { Badge, PageLink, Prose, Section } from "./parts";
import { Table } from "./table";
import type { Column } from "./table";

/** Every rule with how often it was asked and what it answered. */
export function Rules({ rules, tier }: Report) {
  const columns: readonly Column<RuleResult>[] = [
    {
      head: "rule",
      cell: (rule) => (
        <>
          <PageLink page={`docs/rules/${rule.id}.md`}>{rule.id}</PageLink>
          <span class="why">
            <Prose text={rule.description} />
          </span>
        </>
      ),
    },
    { head: "answer", cell: (rule) => <Answer {...rule} /> },
    {
      head: `level in ${tier}`,
      cell: (rule) => (
        <>
          {levelWord(rule.level)}
          <span class="why">{`${rule.category}, ${rule.severity}`}</span>
        </>
      ),
    },
    { head: "passed", number: true, cell: (rule) => rule.passed },
    { head: "failed", number: true, cell: (rule) => rule.failed },
    { head: "let through", number: true, cell: (rule) => rule.exempted + rule.baselined },
    { head: "not evaluated", number: true, cell: (rule) => rule.notEvaluated },
    { head: "not applicable", number: true, cell: (rule) => rule.notApplicable },
  ];
  return (
    <Section
      id="rules"
      title="Rules"
      lead="How often each rule was asked, and what it answered. A rule that was not evaluated has not passed, nor has one whose findings were let through."
    >
      <Table caption="Rules" columns={columns} rows={rules} id={(rule) => anchor("rule", rule.id)} />
    </Section>
  );
}

/** The worst answer a rule gave. "Kept" only when it was asked and always answered yes. */
function Answer({ passed, failed, exempted, baselined, notEvaluated, level }: RuleResult) {
  if (failed > 0) return <Badge tone={level === "mandatory" ? "bad" : "warn"}>broken</Badge>;
  if (notEvaluated > 0) return <Badge tone="unknown">not evaluated</Badge>;
  if (exempted + baselined > 0) return <Badge tone="plain">let through</Badge>;
  if (passed > 0) return <Badge tone="ok">kept</Badge>;
  return <Badge tone="plain">nothing to judge</Badge>;
}
