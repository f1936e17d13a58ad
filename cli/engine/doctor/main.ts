import type { FleetPlan } from "../../../fleet/plan/types";
import type { ResourceView } from "../../../fleet/resource";
import { EXIT } from "../../exit-codes";
import { examineCores } from "./cores";
import { examineConsul, examineDocker, examineImages, examinePorts } from "./daemons";
import { examineImageStore } from "./image-store";
import type { Diagnosis } from "./model";
import { examineState } from "./state";
import { examinePlugins, examineTools } from "./tools";

export interface DoctorRequest {
  /** The folder of this installation. */
  readonly home: string;
  readonly plan: FleetPlan;
  readonly resources: readonly ResourceView[];
}

/** Looks at everything that a run of the engine needs. Starts, fetches and changes nothing. */
export async function examine({ home, plan, resources }: DoctorRequest): Promise<Diagnosis> {
  const { docker, examined } = await examineDocker();
  const all = [
    ...examineTools(home),
    ...examinePlugins(),
    ...examined,
    await examineConsul(plan, docker),
    ...(await examinePorts(resources, docker)),
    ...(docker === null
      ? []
      : [
          await examineCores(plan, docker),
          ...(await examineImageStore(plan, docker)),
          await examineImages(plan, docker),
        ]),
    ...examineState(plan),
  ];
  const wrong = all.some(({ standing }) => standing === "wrong");
  const exitCode = wrong ? EXIT.input : EXIT.fine;
  return { schemaVersion: 1, command: "doctor", stack: plan.stack, examined: all, exitCode };
}
