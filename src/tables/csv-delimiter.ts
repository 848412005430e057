/** What may stand between the fields, the likeliest first where nothing tells. */
const candidates = [',', '\t', ';'] as const;

/** Lines that are looked at: titles and guidance, the heads, some rows. */
const looked = 30;

/** Characters that are looked at. */
const sample = 100_000;

/**
 * The sign between the fields, and where the first record begins: told by Excel's own first line `sep=;`, or the sign
 * that stands the same number of times, outside of quotes, on the most lines.
 */
export function delimiterOf(text: string): { readonly delimiter: string; readonly start: number } {
  const told = /^sep=([,;\t])\n/.exec(text);
  if (told?.[1] !== undefined) return { delimiter: told[1], start: told[0].length };
  // What is looked at may end within quotes.
  const lines = text
    .slice(0, sample)
    .replace(text.length > sample ? /"[^"]*(?:"|$)/g : /"[^"]*"/g, '')
    .split('\n', looked);
  const counts = candidates.map((sign) => lines.map((line) => line.split(sign).length - 1));
  const delimiter = heaviest(counts.map(weightOf)) ?? heaviest(counts.map((each) => Math.max(...each)));
  return { delimiter: delimiter ?? ',', start: 0 };
}

function heaviest(weights: readonly number[]): string | undefined {
  const most = Math.max(...weights);
  return most === 0 ? undefined : candidates[weights.indexOf(most)];
}

/**
 * The fields that lines with one and the same number of signs have together. A line that has more than any other counts as the
 * next one, since a single text may be full of semicolons.
 */
function weightOf(counts: readonly number[]): number {
  const weights = new Map<number, number>();
  const [most = 0, next = 0] = counts.toSorted((one, other) => other - one);
  for (const count of counts) {
    const weight = most > next && count === most ? next : count;
    weights.set(count, (weights.get(count) ?? 0) + weight);
  }
  return Math.max(0, ...weights.values());
}
