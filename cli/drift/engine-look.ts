import { createRequire } from "node:module";
import { join } from "node:path";
import type { Outcome } from "../engine/events";
import type { runEngine as run } from "../engine/main";
import type { EngineRequest, EngineResult } from "../engine/request";
import { stateFolder } from "../engine/state-folder";
import { EXIT } from "../exit-codes";
import { engineContext } from "./engine-facts";
import { engineDifferences } from "./engine-witness";
import { backendOf, isDeployed } from "./evidence";
import type { Difference, DriftReport, WitnessRun } from "./model";
import type { DriftRequest } from "./request";

/** What the engine's refresh preview says. */
export interface EngineLook {
  readonly run: WitnessRun;
  /** False when the engine knows of no deployment: what is missing was then never there. */
  readonly deployed: boolean;
  readonly differences: readonly Difference[];
  readonly notLooked: DriftReport["notLooked"];
}

/**
 * Asks the engine. It changes nothing: neither what runs, nor the state, nor a stack that is not there yet. An engine
 * that can't be asked is told, and is no reason not to say what the other witness saw.
 */
export async function lookByEngine(request: DriftRequest): Promise<EngineLook> {
  const { checked, root, live } = request;
  const { plan, catalog, stack, resources } = checked;
  if (live) return notAsked("only the live system was to be looked at (--live)", true);
  if (!isDeployed(backendOf(process.env, stateFolder()), plan)) return notAsked(NOTHING, false);
  const started = performance.now();
  // From dist/, where the engine's part is a file of its own.
  const file = join(__dirname, "engine.cjs");
  const { runEngine } = createRequire(file)(file) as { readonly runEngine: typeof run };
  const engine: EngineRequest = {
    ...{ command: "preview", refresh: true, look: true, yes: false, parallel: 64 },
    ...{ root, home: join(__dirname, ".."), catalog, stack, plan },
    ...{ report: checked.report, today: checked.exceptions.today },
  };
  let outcome: Outcome | null = null;
  let result: EngineResult;
  try {
    result = await runEngine(engine, (seen) => {
      outcome = seen;
    });
  } catch (error) {
    if (isMissingStack(error)) return notAsked(NOTHING, false);
    throw error;
  }
  const seconds = (performance.now() - started) / 1000;
  if (result.exitCode !== EXIT.fine || outcome === null) {
    const why = result.error?.message ?? "the engine gave up";
    return {
      run: { witness: "engine", ran: false, seconds, why },
      deployed: true,
      differences: [],
      notLooked: [{ what: "the engine's refresh", why }],
    };
  }
  return {
    run: { witness: "engine", ran: true, seconds, why: "" },
    deployed: true,
    differences: engineDifferences(outcome, engineContext(plan, resources)),
    notLooked: [],
  };
}

const NOTHING = "nothing was deployed yet";

function notAsked(why: string, deployed: boolean): EngineLook {
  return {
    run: { witness: "engine", ran: false, seconds: 0, why },
    deployed,
    differences: [],
    notLooked: [],
  };
}

/** Of a backend that is far away nobody knows before whether it has the stack. */
function isMissingStack(error: unknown): boolean {
  return error instanceof Error && error.name === "StackNotFoundError";
}

/** What the live witness misses is only not deployed yet, where nothing ever was. */
export function beforeDeployment(live: readonly Difference[]): readonly Difference[] {
  return live.map((each) =>
    each.class === "drifted" && each.declared !== null && each.found === null
      ? { ...each, class: "pending", reason: "declared, and not deployed yet" }
      : each,
  );
}
