/** What a provider is sent and answers. */
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
export type Values = Record<string, Value>;

/** How the values of a property are compared. */
export type Shape =
  | { readonly kind: "value" | "map" }
  | { readonly kind: "list" | "set"; readonly of: Shape }
  | { readonly kind: "object"; readonly properties: Schema };

/** A property of a resource type, with what decides whether a change of it matters. */
export interface Property {
  readonly shape: Shape;
  /** Used when the program says nothing. */
  readonly default?: Value;
  /** The world fills it in when the program says nothing. */
  readonly computed?: boolean;
  /** A change needs a new resource. */
  readonly replaces?: boolean;
  /** True when a difference of these two means nothing. */
  readonly same?: (state: Value, wanted: Value) => boolean;
  /** The official plugin has it, and the stand-in can only preview it: making such a resource is refused. */
  readonly unmade?: boolean;
}

export type Schema = Readonly<Record<string, Property>>;

type Flags = Omit<Property, "shape">;
const VALUE: Shape = { kind: "value" };

export const value = (flags: Flags = {}): Property => ({ shape: VALUE, ...flags });
export const map = (flags: Flags = {}): Property => ({ shape: { kind: "map" }, ...flags });
export const list = (of: Schema | null, flags: Flags = {}): Property => ({
  shape: { kind: "list", of: of === null ? VALUE : { kind: "object", properties: of } },
  ...flags,
});
export const set = (of: Schema | null, flags: Flags = {}): Property => ({
  shape: { kind: "set", of: of === null ? VALUE : { kind: "object", properties: of } },
  ...flags,
});
export const object = (properties: Schema, flags: Flags = {}): Property => ({
  shape: { kind: "object", properties },
  ...flags,
});

/** Stands for a value that a preview does not know yet. */
export const UNKNOWN_VALUE = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The names of properties that a provider filled in by itself; Pulumi keeps them beside the inputs. */
export const DEFAULTS = "__defaults";

export function isObject(candidate: Value | undefined): candidate is Values {
  return typeof candidate === "object" && candidate !== null && !Array.isArray(candidate);
}

/** True for what says nothing: absent, or an empty text or collection. */
export function isEmpty(candidate: Value | undefined): boolean {
  if (candidate === undefined || candidate === null || candidate === "") return true;
  if (Array.isArray(candidate)) return candidate.length === 0;
  return isObject(candidate) && Object.keys(candidate).every((key) => key === DEFAULTS);
}

/** True for what a program can leave out as well: empty, zero or false. */
export function isZero(candidate: Value | undefined): boolean {
  return isEmpty(candidate) || candidate === 0 || candidate === false;
}

/** A state without Pulumi's notes on inputs, which it is made from. */
export function withoutNotes(from: Values): Values {
  const clean = (value: Value): Value => {
    if (Array.isArray(value)) return value.map(clean);
    return isObject(value) ? withoutNotes(value) : value;
  };
  const kept = Object.entries(from).filter(([name]) => name !== DEFAULTS);
  return Object.fromEntries(kept.map(([name, value]) => [name, clean(value)]));
}

/** How the protocol marks a value as secret: an object with this key, and the value itself under `value`. */
const SECRET_MARK = "4dabf18193072939515e22adb298388d";

/** The values themselves, where some came marked as secrets: a provider's configuration does. */
export function withoutSecretMarks(from: Values): Values {
  const bare = ([name, value]: [string, Value]): [string, Value] => [
    name,
    isObject(value) && SECRET_MARK in value ? (value["value"] ?? null) : value,
  ];
  return Object.fromEntries(Object.entries(from).map(bare));
}

/** A value as text; absent is "". */
export function textOf(from: Value | undefined): string {
  if (from === undefined || from === null) return "";
  return typeof from === "object" ? JSON.stringify(from) : String(from);
}
