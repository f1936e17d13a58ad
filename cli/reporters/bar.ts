const WIDTH = 20;

/** A bar of 20 cells; a full one when more is used than there is. */
export function bar(used: number, limit: number): string {
  const share = limit > 0 ? used / limit : 1;
  const cells = Math.min(WIDTH, Math.max(0, Math.round(share * WIDTH)));
  return "█".repeat(cells) + "░".repeat(WIDTH - cells);
}
