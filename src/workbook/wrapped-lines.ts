import { displayWidth, unitWidth } from './display-width.ts';

/** May not begin a line; it takes the character before it along. */
const closing = new Set('，。、；：？！）》〉」』】”’%,.;:?!)]}');

/** What breaks only where it doesn't fit on a line of its own: Latin words and numbers. */
const word = /[A-Za-z0-9_.@/\\#&+:-]+/y;

/**
 * How many lines a text takes where `columns` half-width characters fit on one. It is laid out as spreadsheets do:
 * Chinese breaks anywhere but before closing punctuation, words stay whole where they can.
 */
export function wrappedLines(text: string, columns: number): number {
  const room = Math.max(2, columns);
  if (!text.includes('\n')) return linesOf(text, room);
  return text.split('\n').reduce((lines, line) => lines + linesOf(line, room), 0);
}

function linesOf(line: string, room: number): number {
  if (line.length * 2 <= room || displayWidth(line) <= room) return 1;
  let lines = 1;
  let used = 0;
  let before = 0;
  let at = 0;
  while (at < line.length) {
    const length = pieceAt(line, at);
    const width = length === 1 ? unitWidth(line.charCodeAt(at)) : displayWidth(line.slice(at, at + length));
    const sign = line.charAt(at);
    at += length;
    if (used + width <= room) {
      used += width;
    } else if (width > room) {
      lines += Math.ceil((used + width) / room) - 1;
      used = (used + width) % room || room;
    } else if (sign !== ' ') {
      lines += 1;
      used = width + (closing.has(sign) && used > before ? before : 0);
    }
    before = width;
  }
  return lines;
}

/** Length of the word, pair of surrogates or single character that begins here. */
function pieceAt(line: string, at: number): number {
  const unit = line.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdbff) return 2;
  if (unit > 0x7f || unit === 0x20) return 1;
  word.lastIndex = at;
  return Math.max(1, word.exec(line)?.[0].length ?? 1);
}
