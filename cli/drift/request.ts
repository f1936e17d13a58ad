import type { Checked } from "../pipeline";
import { CHECK_FORMATS } from "../reporters/formats";

/** What `fleet drift --format` can print. */
export const DRIFT_FORMATS = CHECK_FORMATS;
export type DriftFormat = (typeof DRIFT_FORMATS)[number];

export interface DriftOptions {
  readonly root: string;
  readonly stack: string;
  readonly format: DriftFormat;
  /** Only look at what runs: no engine, no state. */
  readonly live: boolean;
  readonly fix: "revert" | "adopt" | null;
  /** Write what is adopted into the catalog. */
  readonly write: boolean;
  /** Hot and critical agents may be interrupted by the fix. */
  readonly allowInterrupt: boolean;
  readonly yes: boolean;
  /** The agents that are wanted, by name with `*` for any letters; null: all, and everything else. */
  readonly agent: string | null;
  /** The pool that is wanted; null: all. */
  readonly pool: string | null;
}

export interface DriftRequest extends DriftOptions {
  readonly checked: Checked;
}
