import type { Summary } from "../../../policies/report";
import type { Checked } from "../../pipeline";
import { count } from "./format";
import type { Tone } from "./parts";

/** Which fleet this is and what the rules say of it. */
export function Header({ plan, report }: Checked) {
  return (
    <header class="top">
      <div class="title">
        <p class="eyebrow">Fleet report</p>
        <h1>{plan.fleet}</h1>
        <p class="where">
          stack <strong>{plan.stack}</strong> <span class="dot">·</span> tier <strong>{plan.tier}</strong>
        </p>
      </div>
      <Verdict {...report.summary} />
    </header>
  );
}

const VERDICTS: Readonly<Record<Summary["verdict"], { readonly word: string; readonly tone: Tone }>> = {
  pass: { word: "Passes", tone: "ok" },
  blocked: { word: "Blocked", tone: "bad" },
  "not-evaluated": { word: "Not evaluated", tone: "unknown" },
};

function Verdict(summary: Summary) {
  const { word, tone } = VERDICTS[summary.verdict];
  return (
    <div class={`verdict ${tone}`}>
      <VerdictIcon verdict={summary.verdict} />
      <div>
        <p class="word">{word}</p>
        <p>{sentence(summary)}</p>
      </div>
    </div>
  );
}

/** What the verdict rests on. What was not evaluated is always said. */
function sentence({ rules, blocking, advisory, notEvaluated, suppressed }: Summary): string {
  const parts: string[] = [];
  if (blocking > 0) parts.push(`${blocking} blocking`);
  if (advisory > 0) parts.push(`${advisory} advisory`);
  if (notEvaluated > 0) parts.push(`${notEvaluated} not evaluated`);
  if (suppressed > 0) parts.push(`${suppressed} suppressed`);
  return parts.length === 0 ? `all ${count(rules, "rule")} kept` : parts.join(", ");
}

function VerdictIcon({ verdict }: { readonly verdict: Summary["verdict"] }) {
  const paths: Readonly<Record<Summary["verdict"], string>> = {
    pass: "M7 12.5l3.4 3.4L17 9",
    blocked: "M8.5 8.5l7 7m0-7l-7 7",
    "not-evaluated": "M9.5 9.6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.7M12 16.6v.1",
  };
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" width="36" height="36" class="icon">
      <circle cx="12" cy="12" r="11" />
      <path d={paths[verdict]} />
    </svg>
  );
}
