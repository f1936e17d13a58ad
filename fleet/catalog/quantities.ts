import { millicores, parseCpu } from "../units/cpu";
import type { Millicores } from "../units/cpu";
import { parseDuration, seconds } from "../units/duration";
import type { Seconds } from "../units/duration";
import { mebibytes, parseMemory } from "../units/memory";
import type { MiB } from "../units/memory";

// The schemas have already refused what does not parse; NaN would show at once in any number made from it.

export function memory(text: string): MiB {
  return parseMemory(text) ?? mebibytes(NaN);
}

export function cpu(value: number | string): Millicores {
  return parseCpu(value) ?? millicores(NaN);
}

export function duration(text: string): Seconds {
  return parseDuration(text) ?? seconds(NaN);
}
