import type Docker from "dockerode";
import { deploy } from "../../engine/deploy";
import { EXIT } from "../../exit-codes";
import { count } from "../../reporters/drift-lines";
import { exitCodeOf } from "../../verdict";
import type { ConsulClient } from "../live/consul-client";
import type { LiveLook } from "../live/look";
import type { DriftReport } from "../model";
import type { DriftRequest } from "../request";
import type { Action } from "./action";
import { applyActions } from "./apply";
import { planRevert } from "./plan";

interface Revert {
  readonly request: DriftRequest;
  readonly docker: Docker;
  readonly consul: ConsulClient;
  readonly report: DriftReport;
  readonly live: LiveLook;
  readonly say: (line: string) => void;
  readonly asked: () => Promise<boolean>;
}

/** Says what would be done, asks, does it, and leaves the rest to the engine. */
export async function revert({ request, docker, consul, report, live, say, asked }: Revert): Promise<{
  readonly changed: boolean;
  readonly failed: boolean;
}> {
  const { checked, live: liveOnly, allowInterrupt } = request;
  const actions = planRevert(report.differences, live, checked.plan, checked.resources, {
    allowInterrupt,
    noEngine: liveOnly
      ? "the engine makes it; run it without --live"
      : exitCodeOf(checked.report) === EXIT.fine
        ? null
        : "the check blocks fleet up; see fleet check",
  });
  const doing = actions.filter(({ withheld }) => withheld === null);
  say(`revert: ${count(doing.length, "action")}, ${actions.length - doing.length} withheld`);
  for (const action of actions) say(line(action));
  const engine = doing.some(({ step }) => step.do === "engine" || step.do === "remove");
  if (engine && report.summary.classes.pending > 0)
    say(`  the engine also makes ${count(report.summary.classes.pending, "pending change")} true`);
  if (doing.length === 0) return { changed: false, failed: false };
  if (!(await asked())) {
    say("nothing was changed");
    return { changed: false, failed: false };
  }
  const applied = await applyActions(actions, docker, consul, ({ action, failure }) => {
    say(
      failure === null
        ? `done    ${subjectOf(action)}: ${action.step.do}`
        : `FAILED  ${subjectOf(action)}: ${failure}`,
    );
  });
  let failed = applied.some(({ failure }) => failure !== null);
  if (engine) {
    const { root, stack } = request;
    const code = await deploy("up", { root, stack, yes: true, refresh: true, parallel: 64, format: "text" });
    failed ||= code !== EXIT.fine;
  }
  return { changed: true, failed };
}

function subjectOf({ subject }: Action): string {
  return `${subject.kind} ${subject.name}`;
}

function line(action: Action): string {
  const interrupts = action.interrupts ? " [interrupts]" : "";
  const withheld = action.withheld === null ? "" : `\n      withheld: ${action.withheld}`;
  return `  ${action.withheld === null ? "-" : "!"} ${subjectOf(action)} ${action.does}${interrupts}${withheld}`;
}
