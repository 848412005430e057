import { roomyQuarters } from './display-width.ts';

/** May not begin a line; it takes the character before it along. */
const closing = '，。、；：？！）》〉」』】〕”’…—%,.;:?!)]}';

/** May not end a line; it goes to the next one with the character after it. */
const opening = '（《〈「『【〔“‘([{';

/** What breaks only where it doesn't fit on a line of its own: Latin words and numbers. */
const word = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@/\\#&+:.-';

/** What a unit is to its line; a full stop in a number is both of a word and closing. */
const [CLOSES, OPENS, OF_WORD] = [1, 2, 4];
const roles = rolesOfUnits();

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
    let width = 0;
    let unit = text.charCodeAt(at);
    while (at < to && roleOf(unit) & OPENS) {
      width += roomyQuarters[unit] ?? 0;
      at += 1;
      unit = text.charCodeAt(at);
    }
    const pieceEnd = Math.min(to, at + (unit >= 0xd800 && unit <= 0xdbff ? 2 : 1));
    const isWord = (roleOf(unit) & OF_WORD) !== 0;
    while (at < pieceEnd || (isWord && at < to && roleOf(unit) & OF_WORD)) {
      width += roomyQuarters[unit] ?? 0;
      at += 1;
      unit = text.charCodeAt(at);
    }
    while (at < to && roleOf(unit) & CLOSES) {
      width += roomyQuarters[unit] ?? 0;
      at += 1;
      unit = text.charCodeAt(at);
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

/** Beyond the end of a text there is NaN, which has no role. */
function roleOf(unit: number): number {
  return roles[unit] ?? 0;
}

function rolesOfUnits(): Uint8Array {
  const table = new Uint8Array(0x10000);
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
