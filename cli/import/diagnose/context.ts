import type { MiB } from "../../../fleet/units/memory";
import type { ComposeService } from "../service";
import type { Note } from "../notes";

/** What the services are judged against. */
export interface Context {
  /** The path that the catalog calls for "alive". */
  readonly livenessPath: string;
  readonly readinessPath: string;
  /** What the machine has; null where nobody said. */
  readonly hostMemory: MiB | null;
  /** In cores. */
  readonly hostCpu: number | null;
}

/** Looks at one service. */
export type Diagnose = (service: ComposeService, context: Context) => readonly Note[];

export function noteOf(
  service: ComposeService,
  note: Pick<Note, "kind" | "code" | "text" | "fix"> & { readonly place?: Note["place"] | undefined },
): Note {
  return { ...note, service: service.name, place: note.place ?? service.place };
}
