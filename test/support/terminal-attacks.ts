/** What a text can do to a terminal or to the eye, each as a terminal would get it. */
const ATTACKS: readonly string[] = [
  // CSI: erase, colour; OSC: title, link, clipboard; DCS; the same in 8 bits.
  '\u001b[2J\u001b[31m',
  '\u001b]0;t\u0007',
  '\u001b]8;;u\u001b\\',
  '\u001b]52;c;Y\u0007',
  '\u001bPq\u001b\\',
  '\u009b2J\u009d0\u009c\u0090',
  '\r\b\u000b\u007f\u0000\u0007\t\n',
  '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c',
  '\u200b\u200c\u200d\u2060\u00ad\ufeff',
  '\u{e0041}\u{e007f}\u2028\u2029',
  '\ud800',
  'x\udc00',
];

/** All of them in one text, short enough for a name. */
export const ATTACK = `甲${ATTACKS.join('')}乙`;

/** The same without what the name of a file can't have. */
export const ATTACK_IN_NAME = ATTACK.replace(/[\u0000/\\\ud800\udc00]/g, '');

/** What a terminal obeys or hides. A line break alone may be printed. */
export const OBEYED = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
