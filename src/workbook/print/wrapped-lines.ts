import { roomyQuarters } from './display-width.ts';

/** May not begin a line; it takes the character before it along. */
const closing = '，。、；：？！）》〉」』】〕”’…—%,.;:?!)]}';

/** May not end a line; it goes to the next one with the character after it. */
const opening = '（《〈「『【〔“‘([{';

/** What breaks only where it doesn't fit on a line of its own: Latin words and numbers. */
const word = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@/\\#&+:.-';

/** What a unit is to its line, above the bits of its width; a full stop in a number is both of a word and closing. */
const [CLOSES, OPENS, OF_WORD, WIDTH] = [0x10, 0x20, 0x40, 0x0f];
const units = factsOfUnits();

/**
 * How many lines a text takes where `columns` half-width characters fit on one. It is laid out as spreadsheets do:
 * Chinese breaks anywhere but before closing punctuation and after opening, words stay whole where they can.
 */
export function wrappedLines(text: string, columns: number): number {
  const room = Math.max(2, columns);
  let lines = 0;
  for (let from = 0; ;) {
    const end = text.indexOf('\n', from);
    lines += linesOf(text, from, end < 0 ? text.length : end, room);
    if (end < 0) return lines;
    from = end + 1;
  }
}

/** The lines of what stands from `from` to `to`. Unit by unit and in quarters of a column: this is asked of every cell. */
function linesOf(text: string, from: number, to: number, columns: number): number {
  if ((to - from) * 2 <= columns) return 1;
  const room = columns * 4;
  let lines = 1;
  let used = 0;
  for (let at = from; at < to;) {
    const start = at;
    // What may not be broken: a character or word with the punctuation that holds on to it.
    let facts = factsAt(text, at, to);
    let width = 0;
    for (; facts & OPENS; facts = factsAt(text, at, to)) {
      width += facts & WIDTH;
      at += 1;
    }
    if (facts & OF_WORD) {
      for (; facts & OF_WORD; facts = factsAt(text, at, to)) {
        width += facts & WIDTH;
        at += 1;
      }
    } else if (at < to) {
      const isPair = (text.charCodeAt(at) & 0xfc00) === 0xd800;
      width += facts & WIDTH;
      at += 1;
      facts = factsAt(text, at, to);
      if (isPair && at < to) {
        width += facts & WIDTH;
        at += 1;
        facts = factsAt(text, at, to);
      }
    }
    for (; facts & CLOSES; facts = factsAt(text, at, to)) {
      width += facts & WIDTH;
      at += 1;
    }
    if (used + width <= room) {
      used += width;
    } else if (width > room) {
      // A piece longer than a line begins on one of its own and breaks where it must.
      lines += Math.ceil(width / room) - (used === 0 ? 1 : 0);
      used = width % room || room;
    } else if (at > start + 1 || text.charCodeAt(start) !== 0x20) {
      lines += 1;
      used = width;
    }
  }
  return lines;
}

/** What is known of a unit; beyond the end nothing is. */
function factsAt(text: string, at: number, to: number): number {
  return at < to ? (units[text.charCodeAt(at)] ?? 0) : 0;
}

function factsOfUnits(): Uint8Array {
  const table = Uint8Array.from(roomyQuarters);
  for (const [signs, role] of [
    [closing, CLOSES],
    [opening, OPENS],
    [word, OF_WORD],
  ] as const) {
    for (let at = 0; at < signs.length; at += 1) {
      const unit = signs.charCodeAt(at);
      table[unit] = (table[unit] ?? 0) | role;
    }
  }
  return table;
}
