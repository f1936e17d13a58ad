import type { Report, Summary } from "../../../policies/report";
import { count, outcome } from "./format";
import type { Tone } from "./parts";

/** Which fleet this is and what the rules say of it. */
export function Header({ kind, report }: { readonly kind: string; readonly report: Report }) {
  return (
    <header class="top">
      <div class="title">
        <Logo />
        <div>
          <p class="eyebrow">{kind}</p>
          <h1>{report.fleet}</h1>
          <p class="where">
            stack <strong>{report.stack}</strong>, tier <strong>{report.tier}</strong>
          </p>
        </div>
      </div>
      <Verdict {...report.summary} />
    </header>
  );
}

/** A piece of the fleet map. */
function Logo() {
  return (
    <svg class="logo" aria-hidden="true" viewBox="0 0 26 26" width="60" height="60">
      <rect x="1" y="1" width="7" height="7" rx="2" />
      <rect x="9.5" y="1" width="7" height="7" rx="2" />
      <rect x="18" y="1" width="7" height="7" rx="2" />
      <rect x="1" y="9.5" width="7" height="7" rx="2" />
      <rect x="9.5" y="9.5" width="7" height="7" rx="2" />
      <rect class="off" x="18.75" y="10.25" width="5.5" height="5.5" rx="1.5" />
      <rect x="1" y="18" width="7" height="7" rx="2" />
      <rect class="off" x="10.25" y="18.75" width="5.5" height="5.5" rx="1.5" />
      <rect class="off" x="18.75" y="18.75" width="5.5" height="5.5" rx="1.5" />
    </svg>
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
        <p>{`${count(summary.rules, "rule")}: ${outcome(summary)}`}</p>
      </div>
    </div>
  );
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
