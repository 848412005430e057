/** A place in a text, both counted from 1; columns count code points, as editors do. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Finds places of a text by offset, in UTF-16 units. */
export interface TextPositions {
  line(offset: number): number;
  /** Asking in rising order is fast even where the whole text is one line: each answer counts on from the last. */
  position(offset: number): TextPosition;
}

/** Reads where the lines of a text begin; they end at LF, CRLF or a lone CR. */
export function positionsIn(text: string): TextPositions {
  const starts = [0];
  for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  let last = { start: 0, offset: 0, column: 1 };
  return {
    line: (offset) => lineAt(starts, offset) + 1,
    position(offset) {
      const line = lineAt(starts, offset);
      const start = starts[line] ?? 0;
      if (last.start !== start || last.offset > offset) last = { start, offset: start, column: 1 };
      last = { start, offset, column: last.column + codePoints(text, last.offset, offset) };
      return { line: line + 1, column: last.column };
    },
  };
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function codePoints(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; count += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return count;
}
