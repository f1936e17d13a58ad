import type Docker from "dockerode";
import { LABEL } from "../../fleet/labels";
import type { FleetPlan } from "../../fleet/plan/types";
import { examineCores } from "./doctor/cores";
import { EngineError } from "./engine-error";

/** How many names an error lists. */
const SHOWN = 5;

/**
 * What would stop an `up` half way and can be seen before anything is begun.
 *
 * @throws EngineError `too-few-cores`, `name-taken`
 */
export async function preflight(docker: Docker, plan: FleetPlan): Promise<void> {
  const { standing, found, wanted, fix } = await examineCores(plan, docker);
  if (standing === "wrong")
    throw new EngineError(
      "too-few-cores",
      "a container may use more cores than Docker has",
      found,
      wanted,
      fix ?? "Give Docker more cores.",
    );
  await refuseForeignNames(docker, plan);
}

/** A container with a name of the plan that does not say that it is of this stack was made by somebody else. */
async function refuseForeignNames(docker: Docker, plan: FleetPlan): Promise<void> {
  const wanted = new Set([
    ...plan.agents.map(({ containerName }) => containerName),
    ...plan.services.flatMap(({ containerNames }) => containerNames),
  ]);
  const foreign: string[] = [];
  for (const { Names, Labels } of await docker.listContainers({ all: true })) {
    const name = (Names[0] ?? "").slice(1);
    const ours = Labels[LABEL.fleet] === plan.fleet && Labels[LABEL.stack] === plan.stack;
    if (wanted.has(name) && !ours) foreign.push(name);
  }
  if (foreign.length === 0) return;
  const more = foreign.length > SHOWN ? ` and ${foreign.length - SHOWN} more` : "";
  throw new EngineError(
    "name-taken",
    "a container with a name of the plan is there already, and it is not of this stack",
    `${foreign.sort().slice(0, SHOWN).join(", ")}${more}`,
    "no container with these names that somebody else made",
    "Look at it (docker inspect), rename or remove it, and run the same command again; nothing was begun.",
  );
}
