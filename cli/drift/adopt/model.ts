import type { Json, PathStep } from "../../../fleet/source/json";
import type { Level } from "../../../fleet/tier";
import type { Writable } from "./yaml-edit";

/** A property that is not as declared, with what was found: what adopting needs to know of a difference. */
export interface Adoptable {
  readonly subject: { readonly kind: string; readonly name: string };
  readonly resource: { readonly type: string; readonly name: string };
  /** As drift names it: `memory`, `labels.sutazai.owner`, `envs.LOG_LEVEL`. */
  readonly property: string;
  readonly found: Json;
}

/** The key of the catalog that decides a property, and what it has to say for the found value to be declared. */
export interface Wish {
  readonly file: string;
  /** Leads to the mapping that holds the key. */
  readonly path: readonly PathStep[];
  readonly key: string;
  readonly value: Writable;
}

/** Why the catalog can't, or should not, be made to say what was found. */
export interface Refusal {
  readonly reason: string;
}

export interface Adopted<Item extends Adoptable = Adoptable> {
  readonly difference: Item;
  /** File and line in the patched text, such as `catalog/agents.yaml:12`. */
  readonly place: string;
  readonly key: string;
  readonly value: Writable;
  /** True when no key of its own was needed: another adopted key makes it true as well. */
  readonly follows: boolean;
}

export interface NotAdopted<Item extends Adoptable = Adoptable> extends Refusal {
  readonly difference: Item;
}

/** A rule that the patched catalog breaks and the present one does not. */
export interface NewlyBroken {
  readonly rule: string;
  readonly level: Level;
  readonly subject: string;
  readonly property: string;
  readonly wanted: string | null;
}

/** What adopting would write, and what comes with it. */
export interface Adoption<Item extends Adoptable = Adoptable> {
  /** Only the files that change. */
  readonly files: readonly { readonly file: string; readonly before: string; readonly after: string }[];
  readonly adopted: readonly Adopted<Item>[];
  readonly refused: readonly NotAdopted<Item>[];
  /** What the same keys also change, beside what was found: `<resource name> <property>`. */
  readonly alsoChanges: readonly string[];
  readonly breaks: readonly NewlyBroken[];
}
