/** What a piece of a text becomes; places are UTF-16 in the joined text of all its runs. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The texts of runs with pieces replaced, in order; a piece that lies over several runs goes into the first of them, since programs
 * cut a mark into runs wherever somebody stopped typing.
 */
export function replacedIn(texts: readonly string[], replacements: readonly Replacement[]): string[] {
  let start = 0;
  return texts.map((run) => {
    const end = start + run.length;
    let text = '';
    let at = start;
    for (const piece of replacements) {
      if (piece.end <= at || piece.start >= end) continue;
      if (piece.start >= at) text += run.slice(at - start, piece.start - start) + piece.text;
      at = Math.min(piece.end, end);
    }
    text += run.slice(at - start);
    start = end;
    return text;
  });
}
