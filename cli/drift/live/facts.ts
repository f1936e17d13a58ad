import type { Value } from "../model";
import { spanText } from "./normalise";

/** One property of a resource, in the one form in which both sides are compared. */
export interface Fact {
  readonly value: Value;
  /** How it was written, where the same can be written in several ways: equal values spelled apart are noise. */
  readonly spelled?: Value;
  readonly unit?: "MiB";
}

/** Properties by name; what is absent is not there. */
export type Facts = ReadonlyMap<string, Fact>;

/** Collects facts; absent and empty values are left out, as they are not there. */
export class FactList {
  readonly facts = new Map<string, Fact>();

  set(property: string, value: Value | undefined, more: Omit<Fact, "value"> = {}): void {
    if (value === undefined || value === null || value === "" || value === 0 || value === false) return;
    if (Array.isArray(value) && value.length === 0) return;
    this.facts.set(property, { value, ...more });
  }

  /** One fact a key, under `property.key`. */
  setAll(property: string, values: Readonly<Record<string, Value>>): void {
    for (const [key, value] of Object.entries(values)) this.facts.set(`${property}.${key}`, { value });
  }
}

/** A health check as Docker has it, in containers and in images; spans in nanoseconds. */
export interface DockerCheck {
  readonly Test?: readonly string[] | undefined;
  readonly Interval?: number | undefined;
  readonly Timeout?: number | undefined;
  readonly StartPeriod?: number | undefined;
  readonly Retries?: number | undefined;
  /** Known to Docker Engine 25 and newer. */
  readonly StartInterval?: number | undefined;
}

export function setCheck(list: FactList, check: DockerCheck | undefined): void {
  list.set("healthcheck.tests", check?.Test);
  list.set("healthcheck.interval", spanText(check?.Interval ?? 0));
  list.set("healthcheck.timeout", spanText(check?.Timeout ?? 0));
  list.set("healthcheck.startPeriod", spanText(check?.StartPeriod ?? 0));
  list.set("healthcheck.retries", check?.Retries);
  list.set("healthcheck.startInterval", spanText(check?.StartInterval ?? 0));
}
