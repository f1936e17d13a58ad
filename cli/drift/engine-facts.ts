import { createHash } from "node:crypto";
import type { FleetPlan } from "../../fleet/plan/types";
import { CONSUL_KEYS, CONSUL_NODE, CONSUL_SERVICE, CONTAINER } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import { declaredNode, declaredService } from "./live/compare-consul";
import { hide } from "./live/compare-facts";
import { declaredGround } from "./live/compare-ground";
import { declaredFacts } from "./live/declared-container";
import type { Fact } from "./live/facts";
import { interruptsWhenMended, mendingOf } from "./live/mending";
import { recordsOf, textOf } from "./live/properties";
import { strangerSubject, Subjects } from "./live/subjects";
import type { EngineContext } from "./engine-witness";
import type { Value } from "./model";

type Properties = Readonly<Record<string, PropertyValue>>;

/** Reads the engine's states with the words of the live witness, so that both speak of the same properties. */
export function engineContext(plan: FleetPlan, resources: readonly ResourceView[]): EngineContext {
  const subjects = new Subjects(plan);
  const views = new Map(resources.map((view) => [`${view.type}|${view.name}`, view]));
  return {
    resources,
    subjectOf: ({ type, name }) => {
      const view = views.get(`${type}|${name}`);
      return view === undefined ? strangerSubject(name) : subjects.of(view);
    },
    factsOf,
    shown,
    interrupts: (type, property, declared, found) =>
      type === CONTAINER && interruptsWhenMended(mendingOf(property, declared, found)),
  };
}

function factsOf(type: string, properties: Properties): ReadonlyMap<string, Fact> {
  switch (type) {
    case CONTAINER:
      return containerFacts(properties);
    case CONSUL_SERVICE:
      return declaredService(properties);
    case CONSUL_NODE:
      return declaredNode(properties);
    case CONSUL_KEYS:
      return new Map(
        recordsOf(properties, "keys").map((key) => [
          `keys.${textOf(key, "path")}`,
          { value: textOf(key, "value") },
        ]),
      );
    default:
      return declaredGround({ properties });
  }
}

function containerFacts(properties: Properties): ReadonlyMap<string, Fact> {
  const facts = new Map(declaredFacts({ properties }, null));
  facts.set("imageId", { value: textOf(properties, "image") });
  for (const upload of recordsOf(properties, "uploads")) {
    const digest = createHash("sha256").update(textOf(upload, "content")).digest("hex");
    facts.set(`files.${textOf(upload, "file")}`, { value: `sha256:${digest.slice(0, 12)}` });
  }
  return facts;
}

/** What somebody else wrote into Consul may be a secret. */
function shown(property: string, declared: Value, found: Value) {
  const hidden = hide(property, declared, found);
  const foreign = property.startsWith("keys.") && found !== null && found !== declared;
  return foreign ? { ...hidden, found: "(another value)" } : hidden;
}
