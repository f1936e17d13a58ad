import type { Finding } from "../../../policies/finding";
import type { Report } from "../../../policies/report";
import { exceptionText } from "../../../policies/wording";
import { anchor, count, standing, value } from "./format";
import type { Standing } from "./format";
import { Badge, Line, PageLink, Prose, Section } from "./parts";
import type { Tone } from "./parts";

const CHAPTERS: readonly {
  readonly standing: Standing;
  readonly title: string;
  readonly word: string;
  readonly tone: Tone;
  readonly lead: string;
}[] = [
  {
    standing: "blocking",
    title: "Blocking",
    word: "blocks",
    tone: "bad",
    lead: "Nothing is deployed until these are fixed.",
  },
  {
    standing: "advisory",
    title: "Advisory",
    word: "advises",
    tone: "warn",
    lead: "They don't block in this tier; they may in a stricter one.",
  },
  {
    standing: "not-evaluated",
    title: "Not evaluated",
    word: "not evaluated",
    tone: "unknown",
    lead: "A value is not known yet, so the rule could not answer. That is not a pass.",
  },
  {
    standing: "exempted",
    title: "Exempted",
    word: "exempted",
    tone: "plain",
    lead: "They break the rule, and somebody let them through for a time. That is not a pass.",
  },
  {
    standing: "baseline",
    title: "Baseline",
    word: "baseline",
    tone: "plain",
    lead: "They break the rule, and were there before the rules were. That is not a pass.",
  },
];

type Chapter = (typeof CHAPTERS)[number];

/** Every finding: first what blocks, then what advises, what was not looked at, and what does not count. */
export function Findings({ findings, summary, rules, tier }: Report) {
  const idle = rules.filter(
    (rule) => rule.passed + rule.failed + rule.exempted + rule.baselined + rule.notEvaluated === 0,
  );
  return (
    <Section id="findings" title="Findings">
      {findings.length === 0 ? (
        <p class="empty">
          {`${count(summary.rules, "rule")} looked at ${count(summary.resources, "resource")} and found nothing.`}
          {idle.length === 0
            ? null
            : ` Nothing to judge in tier ${tier}: ${idle.map((rule) => rule.id).join(", ")}.`}
        </p>
      ) : (
        CHAPTERS.map((chapter) => (
          <FindingChapter
            chapter={chapter}
            findings={findings.filter((finding) => standing(finding) === chapter.standing)}
          />
        ))
      )}
    </Section>
  );
}

function FindingChapter({
  chapter,
  findings,
}: {
  readonly chapter: Chapter;
  readonly findings: readonly Finding[];
}) {
  if (findings.length === 0) return null;
  return (
    <div class="findings">
      <h3>
        {chapter.title} <span class="count">{findings.length}</span>
      </h3>
      <p class="lead">{chapter.lead}</p>
      {[...bySubject(findings).values()].map((group) => (
        <Group chapter={chapter} findings={group} />
      ))}
    </div>
  );
}

/** Findings in their order, together by the subject they are about. */
function bySubject(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.subject.kind} ${finding.subject.name}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return groups;
}

function Group({ chapter, findings }: { readonly chapter: Chapter; readonly findings: readonly Finding[] }) {
  const subject = findings[0]?.subject;
  if (subject === undefined) return null;
  const linked = subject.kind === "agent" || subject.kind === "service";
  return (
    <article class={`finding ${chapter.tone}`}>
      <h4>
        <span class="kind">{subject.kind}</span>{" "}
        {linked ? <a href={`#${anchor(subject.kind, subject.name)}`}>{subject.name}</a> : subject.name}
      </h4>
      <ul>
        {findings.map((finding) => (
          <OneFinding chapter={chapter} finding={finding} />
        ))}
      </ul>
    </article>
  );
}

function OneFinding({ chapter, finding }: { readonly chapter: Chapter; readonly finding: Finding }) {
  return (
    <li id={anchor("finding", finding.fingerprint)}>
      <p class="what">
        <Badge tone={chapter.tone}>{chapter.word}</Badge> <span class="property">{finding.property}</span>{" "}
        {finding.status === "notEvaluated" ? (
          <span>is not known yet</span>
        ) : (
          <span class="change">
            <del>{value(finding.found)}</del> <span class="arrow">→</span> <ins>{finding.wanted}</ins>
          </span>
        )}
      </p>
      <dl class="reasons">
        <div>
          <dt>why</dt>
          <dd>
            <Prose text={finding.why} />
          </dd>
        </div>
        <div>
          <dt>fix</dt>
          <dd>
            <Prose text={finding.fix} />
          </dd>
        </div>
        {finding.suppression === null ? null : (
          <div>
            <dt>let through</dt>
            <dd>{exceptionText(finding.suppression)}</dd>
          </div>
        )}
        {finding.place === null ? null : (
          <div>
            <dt>line</dt>
            <dd>
              <Line place={finding.place} />
            </dd>
          </div>
        )}
        <div>
          <dt>rule</dt>
          <dd>
            <PageLink page={`docs/rules/${finding.rule}.md`}>{finding.rule}</PageLink>, {finding.severity}{" "}
            severity
          </dd>
        </div>
        {finding.resource === null ? null : (
          <div>
            <dt>resource</dt>
            <dd>
              <code>
                {finding.resource.type} {finding.resource.name}
              </code>
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}
