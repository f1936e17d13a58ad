import { mebibytes } from "../../fleet/units/memory";
import type { MiB } from "../../fleet/units/memory";

const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  t: 2 ** 40,
};

/** `512m`, `1gb`, `0.5G`, `2 GiB` or a number of bytes, as Docker reads them: always powers of two. Rounded up. */
export function readBytes(text: string): MiB | null {
  const match = /^(\d+(?:\.\d+)?) ?([bkmgt]?)(?:i?b)?$/i.exec(text.trim());
  if (match === null) return null;
  const size = Number(match[1]) * (UNITS[(match[2] ?? "").toLowerCase()] ?? NaN);
  const count = Math.ceil(size / 2 ** 20);
  return Number.isSafeInteger(count) && count > 0 ? mebibytes(count) : null;
}

const SECONDS: Readonly<Record<string, number>> = { us: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/** `1m30s` in seconds; null for what is no duration. */
export function readSeconds(text: string): number | null {
  if (!/^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h))+$/.test(text)) return null;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(us|ms|s|m|h)/g))
    total += Number(amount) * (SECONDS[unit ?? ""] ?? NaN);
  return Number.isFinite(total) ? total : null;
}
