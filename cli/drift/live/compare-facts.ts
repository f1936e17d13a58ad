import { sameValue } from "../../../fleet/drift/classify";
import { secretIn } from "../../../policies/read/secrets";
import type { Value } from "../model";
import type { Fact, Facts } from "./facts";

/** A property of which both sides say something else. */
export interface Unequal {
  readonly property: string;
  readonly unit: "MiB" | null;
  readonly declared: Value;
  readonly found: Value;
  /** Both say the same in other words. */
  readonly noise: boolean;
}

const HIDDEN = "(hidden)";
const OTHER = "(another value, hidden)";

/**
 * Every property on which they differ, by name. Values that may be secret are hidden here, before anybody can show
 * them.
 *
 * @param onlyDeclared properties (or their first part, before the dot) that only count when they are declared
 */
export function unequal(declared: Facts, found: Facts, onlyDeclared: ReadonlySet<string>): Unequal[] {
  const result: Unequal[] = [];
  for (const property of [...new Set([...declared.keys(), ...found.keys()])].sort()) {
    const [want, have] = [declared.get(property), found.get(property)];
    if (want === undefined && onlyDeclared.has(property.split(".")[0] ?? "")) continue;
    const same = sameValue(want?.value ?? null, have?.value ?? null);
    if (same && !spelledApart(want, have)) continue;
    const unit = want?.unit ?? have?.unit ?? null;
    if (same) {
      const [a, b] = [want?.spelled ?? null, have?.spelled ?? null];
      result.push({ property, unit: null, declared: a, found: b, noise: true });
      continue;
    }
    const shown = hide(property, want?.value ?? null, have?.value ?? null);
    result.push({ property, unit, ...shown, noise: false });
  }
  return result;
}

function spelledApart(a: Fact | undefined, b: Fact | undefined): boolean {
  return a?.spelled !== undefined && b?.spelled !== undefined && !sameValue(a.spelled, b.spelled);
}

/** Environments are hidden whole where nobody declared them: nobody knows what is in them. */
export function hide(
  property: string,
  declared: Value,
  found: Value,
): { readonly declared: Value; readonly found: Value } {
  const name = property.slice(property.indexOf(".") + 1);
  const secret = (value: Value): boolean =>
    typeof value === "string"
      ? secretIn(`${name}=${value}`) !== null
      : Array.isArray(value) && value.some(secret);
  if (property.startsWith("envs.") && declared === null) return { declared, found: "(set)" };
  if (secret(declared)) return { declared: HIDDEN, found: found === null ? null : OTHER };
  return { declared, found: secret(found) ? OTHER : found };
}
