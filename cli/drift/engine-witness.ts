import { sameValue } from "../../fleet/drift/classify";
import { CONTAINER } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import { nameOf } from "../engine/events";
import type { Outcome, Properties, Step } from "../engine/events";
import { classOf, sortDifferences } from "./model";
import type { Difference, DriftClass, Subject, Value } from "./model";

/** One property in the form in which drift compares it. */
export interface EngineFact {
  readonly value: Value;
  readonly unit?: "MiB";
}

/** What the engine's witness has to be told about the fleet. */
export interface EngineContext {
  /** What is declared now, from `declareResources`. */
  readonly resources: readonly ResourceView[];
  subjectOf(resource: { readonly type: string; readonly name: string }): Subject;
  /** Properties by name, as drift names them (`labels.sutazai.owner`); the same words as the live witness has. */
  factsOf(type: string, properties: Readonly<Record<string, PropertyValue>>): ReadonlyMap<string, EngineFact>;
  /** The same values as they may be shown: without secrets, and without what nobody declared. */
  shown(property: string, declared: Value, other: Value): { readonly declared: Value; readonly found: Value };
  /** True when setting this property back stops what runs. */
  interrupts(type: string, property: string, declared: Value, found: Value): boolean;
}

/**
 * Reads a refresh preview as a witness. What the refresh found other than the state is drift; what the program wants
 * other than the refreshed state, and no refresh found, is pending; a property of which both are true is both, or
 * drifted when the program still says what the state said. What runs as declared, though the state says otherwise, is
 * noise: it was declared after it had been done by hand.
 *
 * The engine sees only what its providers look at: what it does not tell of is not known to be clean.
 */
export function engineDifferences(outcome: Outcome, context: EngineContext): readonly Difference[] {
  const refreshed = new Map(outcome.refreshed.map((step) => [step.urn, step]));
  const steps = new Map<string, Step>();
  // A replacement is three steps; the one in its middle names the properties.
  for (const step of outcome.steps) {
    if (step.op !== "create-replacement" && step.op !== "delete-replaced") steps.set(step.urn, step);
  }
  const declared = new Map(context.resources.map((view) => [`${view.type}|${view.name}`, view]));
  const differences: Difference[] = [];
  for (const urn of new Set([...refreshed.keys(), ...steps.keys()])) {
    const [seen, step] = [refreshed.get(urn), steps.get(urn)];
    const type = seen?.type ?? step?.type ?? "";
    // Components and providers are the engine's own.
    if (type.startsWith("pulumi:") || !type.includes("/")) continue;
    const name = nameOf(urn);
    const view = declared.get(`${type}|${name}`) ?? null;
    differences.push(...new Resource(type, name, view, seen, step, context).differences());
  }
  return sortDifferences(differences);
}

class Resource {
  constructor(
    private readonly type: string,
    private readonly name: string,
    private readonly view: ResourceView | null,
    private readonly seen: Step | undefined,
    private readonly step: Step | undefined,
    private readonly context: EngineContext,
  ) {}

  differences(): Difference[] {
    const { seen, step } = this;
    if (seen?.gone === true) {
      // Nobody declares it any more, and it is gone already.
      if (step?.op !== "create") return [];
      return [this.difference("exists", [true, null, true], "drifted", "the refresh does not find it")];
    }
    if (step?.op === "create") {
      return [this.difference("exists", [true, null, null], "pending", "declared, and not deployed yet")];
    }
    if (step?.op === "delete") {
      return [this.difference("exists", [null, true, true], "pending", "deployed, and no longer declared")];
    }
    const drifted = headsOf(seen);
    const pending = headsOf(step).filter((head) => !drifted.includes(head));
    return [
      ...drifted.flatMap((head) => this.property(head, seen?.before ?? null, seen?.after ?? null)),
      ...pending.flatMap((head) => this.pending(head)),
    ];
  }

  /** What the refresh found other than the state. */
  private property(head: string, last: Properties | null, found: Properties | null): Difference[] {
    if (head === "mustRun") return [this.running(last, found)];
    const sides = this.sides(head, last, found);
    if (sides === null) {
      // Without values only the names of properties are known: the program wants it back, or agrees by now.
      const agrees = !headsOf(this.step).includes(head);
      const reason = agrees
        ? "the refresh finds another value, and the program wants no change"
        : "the refresh finds another value";
      return [this.difference(WORDS[head] ?? head, [null, null, null], "drifted", reason)];
    }
    return sides
      .filter(({ found: now, last: before }) => !sameValue(now, before))
      .map(({ property, declared, found: now, last: before, unit }) => {
        const values = [declared, now, before] as const;
        if (sameValue(declared, now)) {
          const reason = "what runs is what is declared: only the state does not know yet";
          return this.difference(property, values, "noise", reason, unit);
        }
        const kind = classOf(declared, now, before);
        const reason =
          kind === "both" ? "changed here, and in the declaration" : "the refresh finds another value";
        return this.difference(property, values, kind, reason, unit);
      });
  }

  /** What the program wants other than what was deployed and still stands. */
  private pending(head: string): Difference[] {
    const reason = "the declaration changed, and was not deployed yet";
    const known = this.step?.before ?? null;
    const sides = this.sides(head, known, known);
    if (sides === null) return [this.difference(WORDS[head] ?? head, [null, null, null], "pending", reason)];
    return sides
      .filter(({ declared, found }) => !sameValue(declared, found))
      .map(({ property, declared, found, last, unit }) =>
        this.difference(property, [declared, found, last], "pending", reason, unit),
      );
  }

  private running(last: Properties | null, found: Properties | null): Difference {
    const word = (value: unknown): Value =>
      value === undefined || value === null ? null : value === false ? "stopped" : "running";
    const declared = this.view === null ? null : word(this.view.properties["mustRun"] ?? true);
    // A recording tells no values; the provider only ever reports that what must run does not.
    const now = found?.["mustRun"] === undefined ? "stopped" : word(found["mustRun"]);
    const before = last?.["mustRun"] === undefined ? declared : word(last["mustRun"]);
    return this.difference(
      "running",
      [declared, now, before],
      classOf(declared, now, before),
      "does not run",
    );
  }

  /** A property, or each key of it, in three states; null when values are not told. */
  private sides(head: string, last: Properties | null, found: Properties | null): Side[] | null {
    const { context, type, view } = this;
    if (last === null || found === null || view === null) return null;
    if (!Object.hasOwn(found, head) && !Object.hasOwn(last, head)) return null;
    const facts = [view.properties, found, last].map((properties) => context.factsOf(type, properties));
    const [declared, now, before] = facts;
    const names = new Set(facts.flatMap((map) => [...map.keys()]));
    const word = WORDS[head] ?? head;
    const own = [...names].filter((name) => name === word || name.startsWith(`${word}.`)).sort();
    // A property that drift does not compare: that it differs is known, its value is not shown.
    if (own.length === 0) return null;
    return own.map((property) => ({
      property,
      declared: declared?.get(property)?.value ?? null,
      found: now?.get(property)?.value ?? null,
      last: before?.get(property)?.value ?? null,
      unit: facts.map((map) => map.get(property)?.unit).find((unit) => unit !== undefined) ?? null,
    }));
  }

  private difference(
    property: string,
    [declared, found, last]: readonly [Value, Value, Value],
    kind: DriftClass,
    reason: string,
    unit: "MiB" | null = null,
  ): Difference {
    const { context, type, name, view, seen } = this;
    const there = context.shown(property, declared, found);
    const physical = (seen?.after ?? this.step?.before)?.["name"];
    const runs = type === CONTAINER && view?.properties["start"] !== false;
    return {
      subject: context.subjectOf({ type, name }),
      resource: { type, name, physical: typeof physical === "string" ? physical : null },
      ...{ property, unit, ...there, last: context.shown(property, declared, last).found },
      ...{ class: kind, reason, witnesses: ["engine"] },
      interrupts: runs && !STATES.has(property) && context.interrupts(type, property, declared, found),
    };
  }
}

interface Side {
  readonly property: string;
  readonly declared: Value;
  readonly found: Value;
  readonly last: Value;
  readonly unit: "MiB" | null;
}

/** Of these, what is to be mended does not run. */
const STATES: ReadonlySet<string> = new Set(["exists", "running"]);

/** What drift calls otherwise than the provider does. */
const WORDS: Readonly<Record<string, string>> = { image: "imageId", uploads: "files" };

/** `labels[2].value` is about `labels`. */
function headsOf(step: Step | undefined): string[] {
  return [...new Set(Object.keys(step?.diff ?? {}).map((path) => path.split(/[.[]/)[0] ?? path))].sort();
}
