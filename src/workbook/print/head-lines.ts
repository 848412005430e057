/**
 * A head in lines of at most so many characters, broken beside brackets where it can be, else into even parts: what a
 * program does by itself, 联系法 and 官 below, differs with its fonts.
 */
export function headLines(head: string, perLine: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(head, perLine)) {
    if (line !== '' && line.length + piece.length > perLine) {
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  return [...lines, line];
}

/** What stands in brackets and what stands between them, each cut into even parts where it is too long for a line. */
function piecesOf(head: string, perLine: number): readonly string[] {
  if (head.length <= perLine) return [head];
  const pieces = head.match(/（[^）]*）|[^（]+/gu) ?? [head];
  return pieces.flatMap((piece) => {
    const even = Math.ceil(piece.length / Math.ceil(piece.length / perLine));
    // Most words have two characters.
    const size = even % 2 === 1 && even < perLine && !piece.startsWith('（') ? even + 1 : even;
    return piece.match(new RegExp(`.{1,${String(size)}}`, 'gu')) ?? [piece];
  });
}
