/**
 * The candidate that a mistyped word most likely meant, or undefined where none is close: at most a third of the longer
 * word's characters may differ (at least one), so that a three-character Chinese name still finds its neighbour.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = Array.from(word.toLowerCase());
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    const letters = Array.from(candidate.toLowerCase());
    const longer = Math.max(wanted.length, letters.length);
    const allowed = Math.max(1, Math.floor(longer / 3));
    if (Math.abs(letters.length - wanted.length) > allowed) continue;
    const found = distance(wanted, letters, Math.min(allowed, least));
    // As many changes as letters is no likeness at all.
    if (found > allowed || found >= least || found >= longer) continue;
    best = candidate;
    least = found;
  }
  return best;
}

/**
 * Insertions, deletions, replacements and swaps of neighbours (optimal string alignment), over code points; Infinity once
 * more than `most` are sure to be needed: a damaged file may ask for a hundred thousand of them.
 */
function distance(from: readonly string[], to: readonly string[], most: number): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 0; row < from.length; row += 1) {
    const letter = from[row];
    const line = [row + 1];
    let least = row + 1;
    for (let column = 0; column < to.length; column += 1) {
      const other = to[column];
      let fewest = (last[column] ?? 0) + (letter === other ? 0 : 1);
      const isSwap = row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === other;
      if (isSwap) fewest = Math.min(fewest, (beforeLast[column - 1] ?? 0) + 1);
      fewest = Math.min(fewest, (last[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1);
      line.push(fewest);
      if (fewest < least) least = fewest;
    }
    // A swap looks back two lines, and adds one.
    if (least > most + 1) return Infinity;
    beforeLast = last;
    last = line;
  }
  return last.at(-1) ?? 0;
}
