/** Wide by Unicode's table (UAX 11, W and F), first and last of each stretch. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
];

/** Of no width: combining marks, joiners, selectors. */
const none: readonly (readonly [number, number])[] = [
  [0x0300, 0x036f],
  [0x200b, 0x200f],
  [0x2060, 0x2064],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

/** Narrow or ambiguous by the table, but a whole character wide in Chinese fonts: quotes, dash, ellipsis, circled numbers. */
const wideInChinese = '“”‘’—…·×÷±°§→←↑↓■□▲△◆◇○◎●★☆℃№ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ';

/** Half-width columns of one UTF-16 unit; the two halves of a pair have one each, since what lies beyond the basic plane is wide. */
const widths = widthTable();

/** How many half-width columns a text takes in a Chinese font. */
export function displayWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += widths[text.charCodeAt(at)] ?? 1;
  return width;
}

/**
 * Quarters of a half-width column that one UTF-16 unit takes where the font may not be a Chinese one: its letters and digits
 * take up to a quarter more than half a Chinese character, its capitals half more, and the widest of them as much as two.
 */
export const roomyQuarters: Readonly<Uint8Array> = roomyTable();

/** How many half-width columns a text takes where the font may not be a Chinese one. */
export function roomyWidth(text: string): number {
  let quarters = 0;
  for (let at = 0; at < text.length; at += 1) quarters += roomyQuarters[text.charCodeAt(at)] ?? 0;
  return quarters / 4;
}

function roomyTable(): Uint8Array {
  const table = widths.map((width) => width * 4);
  for (let unit = 0x21; unit <= 0x7e; unit += 1) {
    const sign = String.fromCharCode(unit);
    table[unit] = 4 + (/[MWmw@%]/.test(sign) ? 4 : /[A-Z]/.test(sign) ? 2 : 1);
  }
  return table;
}

function widthTable(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(1);
  for (const [first, last] of wide) table.fill(2, first, last + 1);
  table.fill(2, 0x2460, 0x2500);
  for (const sign of wideInChinese) table[sign.charCodeAt(0)] = 2;
  for (const [first, last] of none) table.fill(0, first, last + 1);
  return table;
}
