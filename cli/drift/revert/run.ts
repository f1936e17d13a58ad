import type Docker from "dockerode";
import { deploy } from "../../engine/deploy";
import { EXIT } from "../../exit-codes";
import { count } from "../../reporters/drift-lines";
import { exitCodeOf } from "../../verdict";
import type { ConsulClient } from "../../engine/consul/client";
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
  // Only those: what is withheld, pending, or moved within its envelope is none of a revert's business.
  const targets = [...new Set(doing.filter(needsEngine).flatMap(({ target }) => target ?? []))];
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
  if (targets.length > 0) {
    const { root, stack } = request;
    const how = { yes: true, refresh: true, parallel: 64, format: "text", mends: true } as const;
    const code = await deploy("up", { root, stack, targets, ...how });
    failed ||= code !== EXIT.fine;
  }
  return { changed: true, failed };
}

function needsEngine({ step }: Action): boolean {
  return step.do === "engine" || step.do === "remove";
}

function subjectOf({ subject }: Action): string {
  return `${subject.kind} ${subject.name}`;
}

function line(action: Action): string {
  const interrupts = action.interrupts ? " [interrupts]" : "";
  const withheld = action.withheld === null ? "" : `\n      withheld: ${action.withheld}`;
  return `  ${action.withheld === null ? "-" : "!"} ${subjectOf(action)} ${action.does}${interrupts}${withheld}`;
}
