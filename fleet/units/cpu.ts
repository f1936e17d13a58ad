declare const unit: unique symbol;

/** CPU in thousandths of a core. */
export type Millicores = number & { readonly [unit]: "m" };

export function millicores(count: number): Millicores {
  return count as Millicores;
}

/**
 * Reads cores (`0.1`, `"2"`) or millicores (`100m`).
 *
 * @returns the amount, or null when it is none or not a whole number of millicores
 */
export function parseCpu(value: number | string): Millicores | null {
  const match = /^(\d+(?:\.\d+)?)(m?)$/.exec(String(value));
  if (match === null) return null;
  const exact = match[2] === "m" ? Number(match[1]) : Number(match[1]) * 1000;
  const rounded = Math.round(exact);
  return Math.abs(exact - rounded) < 1e-6 ? millicores(rounded) : null;
}

/** As Docker's `cpus` wants it: cores as a decimal text without superfluous digits. */
export function coresText(amount: Millicores): string {
  return String(amount / 1000);
}

/** `0.1 cores`, `32 cores`. */
export function formatCpu(amount: number): string {
  const cores = Math.round(amount) / 1000;
  return `${cores} ${cores === 1 ? "core" : "cores"}`;
}
