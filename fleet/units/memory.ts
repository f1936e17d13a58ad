declare const unit: unique symbol;

/** Memory in whole mebibytes (2^20 bytes), as the Docker provider counts it. */
export type MiB = number & { readonly [unit]: "MiB" };

const FACTORS: Readonly<Record<string, number>> = { M: 1, G: 1024 };

export function mebibytes(count: number): MiB {
  return count as MiB;
}

export function bytes(size: MiB): number {
  return size * 2 ** 20;
}

/**
 * Reads `128MiB`, `128Mi`, `1GiB` or `1Gi`.
 * Units of a thousand (`128MB`, `128M`) are refused: Docker reads `M` as 2^20 and Kubernetes as 10^6.
 *
 * @returns the size, or null when the text is none
 */
export function parseMemory(text: string): MiB | null {
  const match = /^(\d+) ?([MG])iB?$/.exec(text);
  if (match === null) return null;
  const size = Number(match[1]) * (FACTORS[match[2] ?? ""] ?? NaN);
  return Number.isSafeInteger(size) ? mebibytes(size) : null;
}

/** `128 MiB`, and `1 GiB` where it is whole or above ten. */
export function formatMemory(size: number): string {
  if (size >= 1024 && size % 1024 === 0) return `${size / 1024} GiB`;
  if (Math.abs(size) >= 10 * 1024) return `${(size / 1024).toFixed(1)} GiB`;
  return `${size} MiB`;
}
