import type { JsonValue } from './json-scan.ts';

/**
 * The value of a text that is sound in every respect, or undefined where it must be looked at closely: where JSON.parse
 * refuses it, or might let something pass in silence (keys that stand twice, `__proto__`, numbers that lose digits, nesting
 * over `depthLimit`). It may send a sound text to the close look, which takes ten times as long, but never lets one pass
 * that is not: a key that stands twice leaves fewer keys in the value than in the text.
 */
export function parseSoundJson(text: string, depthLimit: number): { readonly value: JsonValue } | undefined {
  if (['\\"', '\\\\', '\\u', '"__proto__"'].some((mark) => text.includes(mark)) || mayLoseDigits(text))
    return undefined;
  let value: JsonValue;
  try {
    value = valueOf(text);
  } catch {
    return undefined;
  }
  return keysIn(value, depthLimit) === keysOf(text) ? { value } : undefined;
}

/** JSON.parse gives a JSON value and nothing else, which its type does not say. */
const valueOf: (text: string) => JsonValue = JSON.parse;

/** How many keys a text has: where no quote is escaped, nothing else ends in a quote and a colon. */
function keysOf(text: string): number {
  let count = 0;
  for (let at = text.indexOf('":'); at !== -1; at = text.indexOf('":', at + 2)) count += 1;
  return count;
}

/** Whether there is a fraction or a negative exponent. All other numbers are whole, and are safe if their value is. */
function mayLoseDigits(text: string): boolean {
  for (const mark of ['.', 'e-', 'E-']) {
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
      if (isDigit(text.charCodeAt(at - 1)) && mayBeNumber(text, at - 1)) return true;
    }
  }
  return false;
}

/**
 * Whether the digits that end here may be a number of the document: one is preceded by space, a colon, a comma, a bracket or
 * nothing. Behind anything else, as behind the quote of an amount, they stand in a text.
 */
function mayBeNumber(text: string, end: number): boolean {
  let at = end;
  while (at >= 0 && (isDigit(text.charCodeAt(at)) || text[at] === '.' || text[at] === '-')) at -= 1;
  return at < 0 || ' \t\r\n:,['.includes(text.charAt(at));
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** How many keys all objects of a value have; NaN where it is nested too deep, or a number is too large to be exact. */
function keysIn(value: JsonValue, levels: number): number {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 0 : NaN;
  if (typeof value !== 'object' || value === null) return 0;
  if (levels === 0) return NaN;
  let count = 0;
  if (isList(value)) for (const item of value) count += keysIn(item, levels - 1);
  else {
    for (const key in value) {
      const member = value[key];
      count += 1;
      if (member !== undefined && typeof member !== 'string') count += keysIn(member, levels - 1);
    }
  }
  return count;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
