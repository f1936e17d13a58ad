import { distance } from "fastest-levenshtein";

/** The known name that was probably meant: at most a third of its letters away. */
export function suggest(found: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const name of known) {
    const limit = Math.max(1, Math.floor(Math.max(name.length, found.length) / 3));
    const away =
      Math.abs(name.length - found.length) > limit
        ? Infinity
        : distance(found.toLowerCase(), name.toLowerCase());
    if (away > limit || away >= bestDistance) continue;
    best = name;
    bestDistance = away;
  }
  return best;
}
