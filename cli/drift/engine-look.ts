import { createRequire } from "node:module";
import { join } from "node:path";
import type { Outcome } from "../engine/events";
import type { runEngine as run } from "../engine/main";
import type { EngineRequest } from "../engine/request";
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
  if (live) return notAsked("only the live system was to be looked at (--live)");
  if (!isDeployed(backendOf(process.env, stateFolder()), plan)) return notAsked("nothing was deployed yet");
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
  const result = await runEngine(engine, (seen) => {
    outcome = seen;
  });
  const seconds = (performance.now() - started) / 1000;
  if (result.exitCode !== EXIT.fine || outcome === null) {
    const why = result.error?.message ?? "the engine gave up";
    return {
      run: { witness: "engine", ran: false, seconds, why },
      differences: [],
      notLooked: [{ what: "the engine's refresh", why }],
    };
  }
  return {
    run: { witness: "engine", ran: true, seconds, why: "" },
    differences: engineDifferences(outcome, engineContext(plan, resources)),
    notLooked: [],
  };
}

function notAsked(why: string): EngineLook {
  return { run: { witness: "engine", ran: false, seconds: 0, why }, differences: [], notLooked: [] };
}
