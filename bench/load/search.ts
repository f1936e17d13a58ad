/** One try of a rate. */
export interface Tried {
  readonly rate: number;
  readonly kept: boolean;
}

export interface SearchResult {
  /** The largest rate that was kept; null when none was. */
  readonly largest: number | null;
  /** The smallest rate above it that was not kept; null when every try was kept. */
  readonly broken: number | null;
  readonly tries: readonly Tried[];
}

/**
 * Looks for the largest rate that keeps what is wanted: doubles from what is known to be kept until it breaks, then
 * halves the distance until the two are close or there is no more time.
 *
 * @param known rates that were tried already
 * @param keeps tries a rate
 * @param options.first tried when nothing is known
 * @param options.within the two may differ by this part of the smaller one
 * @param options.goOn asked before every try
 */
export async function largestKept(
  known: readonly Tried[],
  keeps: (rate: number) => Promise<boolean>,
  options: { readonly first: number; readonly within: number; readonly goOn: () => boolean },
): Promise<SearchResult> {
  const tries = [...known];
  for (;;) {
    const { largest, broken } = bounds(tries);
    const next = nextRate(largest, broken, options);
    if (next === null || !options.goOn()) return { largest, broken, tries };
    tries.push({ rate: next, kept: await keeps(next) });
  }
}

function nextRate(
  largest: number | null,
  broken: number | null,
  { first, within }: { readonly first: number; readonly within: number },
): number | null {
  if (largest === null) {
    const next = broken === null ? first : Math.floor(broken / 2);
    return next >= 1 ? next : null;
  }
  if (broken === null) return largest * 2;
  const middle = Math.round((largest + broken) / 2);
  return broken - largest <= Math.max(1, largest * within) ? null : middle;
}

/** What broke once breaks above too: a larger rate that happened to be kept says nothing. */
function bounds(tries: readonly Tried[]): {
  readonly largest: number | null;
  readonly broken: number | null;
} {
  const brokenRates = tries.filter(({ kept }) => !kept).map(({ rate }) => rate);
  const broken = brokenRates.length === 0 ? null : Math.min(...brokenRates);
  const kept = tries.filter((tried) => tried.kept && (broken === null || tried.rate < broken));
  return { largest: kept.length === 0 ? null : Math.max(...kept.map(({ rate }) => rate)), broken };
}
