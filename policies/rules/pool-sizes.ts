import { POOLS } from "../../fleet/catalog/types";
import type { Pool } from "../../fleet/catalog/types";
import { LABEL } from "../../fleet/labels";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { PASS, notEvaluated } from "../rule";
import type { FleetRule, Outcome } from "../rule";
import { subjectOf } from "../subject";
import { labelOf } from "../read/labels";
import { shown } from "../read/values";

export const poolSizes: FleetRule = {
  id: "pool-sizes",
  description: "Every pool has as many containers as the catalog gives it agents.",
  category: "sizing",
  severity: "high",
  rationale:
    "Whoever wakes agents finds them by the label of their pool: one in the wrong pool is never woken, or never sleeps.",
  remediation: "Label every agent with its pool of the catalog.",
  scope: "fleet",
  check(resources, { catalog }) {
    const counts: Record<Pool, number> = { hot: 0, warm: 0, cold: 0 };
    const outcomes: Outcome[] = [];
    let unknown = 0;
    for (const resource of resources) {
      if (resource.type !== CONTAINER) continue;
      const label = labelOf(resource, LABEL.pool);
      if (label === undefined) continue;
      if (label === UNKNOWN) {
        unknown += 1;
        outcomes.push(notEvaluated(LABEL.pool, subjectOf(resource, catalog)));
      } else if (isPool(label)) counts[label] += 1;
      else
        outcomes.push({
          status: "fail",
          property: LABEL.pool,
          subject: subjectOf(resource, catalog),
          found: shown(label),
          wanted: `one of ${POOLS.join(", ")}`,
        });
    }
    for (const pool of POOLS) {
      const wanted = catalog.pools[pool].agents;
      const found = counts[pool];
      if (found === wanted) outcomes.push(PASS);
      // The missing ones may be among those that are not known yet, which have been told of already.
      else if (found > wanted || found + unknown < wanted)
        outcomes.push({
          status: "fail",
          property: "agents",
          subject: { kind: "pool", name: pool },
          cause: { file: "agents", path: ["pools", pool, "agents"] },
          found,
          wanted: `exactly ${wanted}`,
        });
    }
    return outcomes;
  },
};

function isPool(value: unknown): value is Pool {
  return POOLS.some((pool) => pool === value);
}
