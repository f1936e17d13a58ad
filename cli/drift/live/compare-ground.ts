import type Docker from "dockerode";
import type { FleetPlan } from "../../../fleet/plan/types";
import { NETWORK } from "../../../fleet/resource";
import type { ResourceView } from "../../../fleet/resource";
import type { Difference, Subject } from "../model";
import { unequal } from "./compare-facts";
import { FactList } from "./facts";
import type { Facts } from "./facts";
import { inParallel } from "./in-parallel";
import { recordsOf, textOf } from "./properties";
import { Subjects } from "./subjects";

/** A network or a volume as Docker tells it. */
export interface FoundGround {
  readonly Driver: string;
  readonly Labels: Readonly<Record<string, string>> | null;
}

/** The declared networks and volumes by name; null for one that is not there. */
export async function lookAtGround(
  docker: Docker,
  views: readonly ResourceView[],
): Promise<ReadonlyMap<ResourceView, FoundGround | null>> {
  const found = await inParallel(views, async (view) => {
    const name = textOf(view.properties, "name");
    const ask = view.type === NETWORK ? docker.getNetwork(name) : docker.getVolume(name);
    try {
      return [view, (await ask.inspect()) as FoundGround] as const;
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode === 404) return [view, null] as const;
      throw error;
    }
  });
  return new Map(found);
}

/** What containers stand on: networks and volumes, there and labelled as declared. */
export function compareGround(
  found: ReadonlyMap<ResourceView, FoundGround | null>,
  plan: FleetPlan,
): Difference[] {
  const subjects = new Subjects(plan);
  return [...found].flatMap(([view, ground]) => {
    const { type, name, properties } = view;
    const kind: Subject["kind"] = type === NETWORK ? "network" : "volume";
    const subject: Subject = { ...subjects.of(view), kind, name };
    const physical = ground === null ? null : textOf(properties, "name");
    const common = { subject, resource: { type, name, physical }, unit: null, last: null } as const;
    const seen = { class: "drifted", witnesses: ["live"] } as const;
    if (ground === null) {
      const values = { property: "exists", declared: true, found: null, reason: "not on Docker" };
      return [{ ...common, ...seen, ...values, interrupts: false }];
    }
    return unequal(declaredGround(view), foundGround(ground), new Set(["driver"])).map((one): Difference => {
      const { property, declared, found: have } = one;
      return {
        ...common,
        ...seen,
        property,
        declared,
        found: have,
        reason: "not as declared",
        interrupts: true,
      };
    });
  });
}

export function declaredGround({ properties }: Pick<ResourceView, "properties">): Facts {
  const list = new FactList();
  list.set("driver", textOf(properties, "driver"));
  const labels = recordsOf(properties, "labels").map((label) => [
    textOf(label, "label"),
    textOf(label, "value"),
  ]);
  list.setAll("labels", Object.fromEntries(labels) as Record<string, string>);
  return list.facts;
}

function foundGround({ Driver, Labels }: FoundGround): Facts {
  const list = new FactList();
  list.set("driver", Driver);
  list.setAll("labels", Labels ?? {});
  return list.facts;
}
