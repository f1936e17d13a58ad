import { dayOf, parseDay } from "../fleet/units/day";
import type { Day } from "../fleet/units/day";

/** Sets the day for what is started from here, so that all parts of a run judge on the same one. */
export const TODAY = "SUTAZAI_FLEET_TODAY";

/** Today in UTC, unless the environment names another day. Nothing but the command line asks the clock. */
export function todayOf(env: NodeJS.ProcessEnv): Day {
  return parseDay(env[TODAY] ?? "") ?? dayOf(Date.now());
}
