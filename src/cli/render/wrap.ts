import { displayWidth } from './width.ts';

/** Text as lines of at most so many columns, broken at spaces and between Chinese characters, never before a closing mark. */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && displayWidth((line + piece).trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** What must not be torn: a word, a name in a list, a number with its unit, or a Chinese character, with the marks close to it. */
function piecesOf(text: string): readonly string[] {
  return (
    text.match(
      /[（《〔“]*(?:\p{Script=Han}{1,4}(?=[、,]|$)|\d*\p{Script=Han}|[^\p{Script=Han}\s，。；：、（《〔“]+)?[，。；：、）》〕”]*\s*/gu,
    ) ?? []
  );
}
