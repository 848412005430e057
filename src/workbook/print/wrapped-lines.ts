import { roomyWidth, unitWidth } from './display-width.ts';

/** May not begin a line; it takes the character before it along. */
const closing = new Set('，。、；：？！）》〉」』】〕”’…—%,.;:?!)]}');

/** May not end a line; it goes to the next one with the character after it. */
const opening = new Set('（《〈「『【〔“‘([{');

/** What breaks only where it doesn't fit on a line of its own: Latin words and numbers. */
const word = /[A-Za-z0-9_@/\\#&+:.-]+/y;

/**
 * How many lines a text takes where `columns` half-width characters fit on one. It is laid out as spreadsheets do:
 * Chinese breaks anywhere but before closing punctuation and after opening, words stay whole where they can.
 */
export function wrappedLines(text: string, columns: number): number {
  const room = Math.max(2, columns);
  if (!text.includes('\n')) return linesOf(text, room);
  return text.split('\n').reduce((lines, line) => lines + linesOf(line, room), 0);
}

function linesOf(line: string, room: number): number {
  if (line.length * 2 <= room) return 1;
  let lines = 1;
  let used = 0;
  for (let at = 0; at < line.length;) {
    const end = clusterEnd(line, at);
    const width = widthOf(line, at, end);
    const isBlank = end === at + 1 && line.charAt(at) === ' ';
    at = end;
    if (used + width <= room) {
      used += width;
    } else if (width > room) {
      // A piece longer than a line begins on one of its own and breaks where it must.
      lines += Math.ceil(width / room) - (used === 0 ? 1 : 0);
      used = width % room || room;
    } else if (!isBlank) {
      lines += 1;
      used = width;
    }
  }
  return lines;
}

/** The end of what may not be broken from `at` on: a character or word with the punctuation that holds on to it. */
function clusterEnd(line: string, at: number): number {
  let end = at;
  while (end < line.length && opening.has(line.charAt(end))) end += 1;
  if (end < line.length) end += pieceAt(line, end);
  while (end < line.length && closing.has(line.charAt(end))) end += 1;
  return end;
}

function widthOf(line: string, from: number, to: number): number {
  if (to === from + 1 && line.charCodeAt(from) > 0x7f) return unitWidth(line.charCodeAt(from));
  return roomyWidth(line.slice(from, to));
}

/** Length of the word, pair of surrogates or single character that begins here. */
function pieceAt(line: string, at: number): number {
  const unit = line.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdbff) return 2;
  if (unit > 0x7f || unit === 0x20) return 1;
  word.lastIndex = at;
  return Math.max(1, word.exec(line)?.[0].length ?? 1);
}
