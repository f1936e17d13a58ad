import type { EngineEvent } from "@pulumi/pulumi/automation";
import { CONTAINER } from "../../../fleet/resource";
import type { FleetPlan } from "../../../fleet/plan/types";
import { nameOf } from "../events";

/** What is known of the containers of one wave. */
export interface Wave {
  readonly index: number;
  /** Names of its containers. */
  readonly members: ReadonlySet<string>;
  readonly working: ReadonlySet<string>;
  readonly done: ReadonlySet<string>;
  readonly failed: ReadonlySet<string>;
}

/** Something that an event says of a resource. */
export interface Told {
  readonly what: "done" | "failed";
  readonly op: string;
  readonly name: string;
  /** The wave whose container it is; null for everything else. */
  readonly wave: Wave | null;
}

interface Counted extends Wave {
  readonly members: Set<string>;
  readonly working: Set<string>;
  readonly done: Set<string>;
  readonly failed: Set<string>;
}

/** How far each wave of a plan is, by the engine's own events. */
export class Waves {
  private readonly byName = new Map<string, Counted>();
  private readonly counted: readonly Counted[];

  constructor({ waves, services, naming }: Pick<FleetPlan, "waves" | "services" | "naming">) {
    // A replica is called like its container, without the scope.
    const replicasOf = new Map(
      services.map(({ name, containerNames }) => [
        name,
        containerNames.map((full) => full.slice(naming.scope.length + 1)),
      ]),
    );
    this.counted = waves.map((wave) => {
      const names = [...wave.services.flatMap((name) => replicasOf.get(name) ?? [name]), ...wave.agents];
      const [working, done, failed] = [new Set<string>(), new Set<string>(), new Set<string>()];
      const counted = { index: wave.index, members: new Set(names), working, done, failed };
      for (const name of names) this.byName.set(name, counted);
      return counted;
    });
  }

  get all(): readonly Wave[] {
    return this.counted;
  }

  /** Takes an event in. @returns what it says of a resource that is done or has failed; null for every other */
  see({ resourcePreEvent, resOutputsEvent, resOpFailedEvent }: EngineEvent): Told | null {
    if (resourcePreEvent !== undefined) {
      const { type, op, urn } = resourcePreEvent.metadata;
      if (type === CONTAINER && op !== "same" && op !== "refresh")
        this.byName.get(nameOf(urn))?.working.add(nameOf(urn));
    }
    const metadata = resOpFailedEvent?.metadata ?? resOutputsEvent?.metadata;
    if (metadata === undefined || metadata.op === "refresh") return null;
    const what = resOpFailedEvent === undefined ? "done" : "failed";
    const { op, urn, type } = metadata;
    const name = nameOf(urn);
    const wave = type === CONTAINER ? (this.byName.get(name) ?? null) : null;
    wave?.working.delete(name);
    wave?.[what].add(name);
    return { what, op, name, wave };
  }
}
