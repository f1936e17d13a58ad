import { InputError } from "../fleet/problem";
import { isStrict } from "../fleet/tier";
import type { Stack } from "../fleet/tier";
import { dayOf, parseDay } from "../fleet/units/day";
import type { Day } from "../fleet/units/day";

/** Sets the day for what is started from here, so that all parts of a run judge on the same one. */
export const TODAY = "SUTAZAI_FLEET_TODAY";

/** Today in UTC, unless the environment names another day. Nothing but the command line asks the clock. */
export function todayOf(env: NodeJS.ProcessEnv): Day {
  return parseDay(env[TODAY] ?? "") ?? dayOf(Date.now());
}

/**
 * Another day than today asks what would be. What is really deployed where exemptions are decided by others must not
 * be judged on it: an exemption that has ended would count again.
 *
 * @throws InputError `day-given`
 */
export function refuseGivenDay({ name, tier }: Pick<Stack, "name" | "tier">, env: NodeJS.ProcessEnv): void {
  const given = env[TODAY] ?? "";
  if (given === "" || !isStrict(tier.name)) return;
  throw new InputError([
    {
      code: "day-given",
      message: `what is deployed in tier ${tier.name} is judged on the day that it is`,
      found: `${TODAY}=${given}`,
      wanted: "no other day",
      fix: `unset ${TODAY} (to ask what would be on that day: fleet check --stack ${name})`,
    },
  ]);
}
