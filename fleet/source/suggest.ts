import { distance } from "fastest-levenshtein";

/** The known name that was probably meant: at most a third of its letters away. */
export function suggest(found: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Infinity;
  const lower = found.toLowerCase();
  for (const name of known) {
    const limit = Math.max(1, Math.floor(Math.max(name.length, found.length) / 3));
    if (Math.abs(name.length - found.length) > limit) continue;
    const away = distance(lower, name.toLowerCase());
    if (away > limit || away >= bestDistance) continue;
    best = name;
    bestDistance = away;
  }
  return best;
}

/** `did you mean NAME?`, or null when nothing is near. */
export function didYouMean(found: string, known: Iterable<string>): string | null {
  const name = suggest(found, known);
  return name === null ? null : `did you mean ${name}?`;
}

/** As many comparisons take about a second. */
const BUDGET = 2_000_000;

/** Suggests for many names in one large fleet: each is looked up once, and after a second no more. */
export class Suggester {
  private readonly answers = new Map<string, string | null>();
  private left = BUDGET;

  constructor(private readonly known: readonly string[]) {}

  didYouMean(found: string): string | null {
    let answer = this.answers.get(found);
    if (answer === undefined) {
      this.left -= this.known.length;
      answer = this.left < 0 ? null : didYouMean(found, this.known);
      this.answers.set(found, answer);
    }
    return answer;
  }
}
