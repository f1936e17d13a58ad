import { createColors } from "picocolors";
import { planFleet } from "../fleet/plan/plan";
import type { FleetPlan } from "../fleet/plan/types";
import { InputError } from "../fleet/problem";
import { sourcesIn } from "../fleet/source/read";
import { readProject } from "../stacks/read";
import { readerOf } from "./output";
import { textProblems } from "./reporters/problems";

/**
 * The plan of a stack, for a program: what is wrong with the input is one readable error instead of a list.
 *
 * @param root folder of the fleet, which has `catalog/` and `stacks/`
 * @param stackName with or without organisation and project, as the engine gives it
 * @throws InputError whose message has every problem with its line and fix, and which still carries them as data
 */
export function planProject(root: string, stackName: string): FleetPlan {
  try {
    const { catalog, stack } = readProject(sourcesIn(root), stackName);
    return planFleet(catalog, stack);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const readable = new InputError(error.problems, error.omitted);
    readable.message = `the fleet can't be planned\n${textProblems(error.problems, readerOf(root), createColors(false), error.omitted)}`;
    throw readable;
  }
}
