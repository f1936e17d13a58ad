/** How something that a run needs was found. */
export type Standing =
  /** There, and as wanted. */
  | "ok"
  /** Not there; a run makes or fetches it by itself. */
  | "later"
  /** A run goes well, and what it makes can do less than it might. */
  | "warning"
  /** In the way of a run. */
  | "wrong";

/** One thing that was looked at. */
export interface Examined {
  readonly kind: "tool" | "plugin" | "daemon" | "port" | "image" | "state";
  readonly name: string;
  readonly standing: Standing;
  readonly found: string;
  readonly wanted: string;
  /** How to get it; null where nothing has to be done. */
  readonly fix: string | null;
}

/** Schema version 1 of `fleet doctor --format json`. */
export interface Diagnosis {
  readonly schemaVersion: 1;
  readonly command: "doctor";
  readonly stack: string;
  readonly examined: readonly Examined[];
  /** 2 when something is in the way of a run. */
  readonly exitCode: number;
}

export function ok(kind: Examined["kind"], name: string, found: string, wanted: string): Examined {
  return { kind, name, standing: "ok", found, wanted, fix: null };
}
