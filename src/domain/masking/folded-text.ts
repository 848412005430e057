import { simplified } from './traditional.ts';

/** A text as it is compared, with the place in the original of every character. */
export interface FoldedText {
  readonly text: string;
  /** For every UTF-16 unit of `text`, where its character begins and ends in the original. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** What can't be seen: format characters, accents, and what only fills a place (U+115F, U+3164, the empty Braille cell). */
const INVISIBLE = /^[\p{Cf}\p{M}\p{DI}\u2800]$/u;
/** What may stand between the characters of a name without making it another one. */
const BETWEEN = /^[\s\p{Cf}\p{M}\p{DI}\u2800·•・‧∙･_*~'’.-]$/u;
/** What parts words more often than it is set into a name (梁/大/强, 梁(大)强). */
const STRONG = /^[/\\|()[\]{}<>《》〈〉【】〔〕「」『』“”"+=#^`]$/u;

/** Characters come again and again, and to normalise one costs a hundred times as much as to look it up. */
const FOLDED = { names: new Map<string, string>(), numbers: new Map<string, string>() };

/**
 * Folds full-width and compatibility forms, case, and traditional characters. For `names` what stands between characters goes too
 * (`梁 大 强`, dots, `梁(大)强`); for `numbers` only what can't be seen goes, and every dash is `-`, every blank a space.
 */
export function folded(original: string, purpose: 'names' | 'numbers'): FoldedText {
  let text = '';
  const [from, to]: [number[], number[]] = [[], []];
  let at = 0;
  for (const character of original) {
    const end = at + character.length;
    const plain = foldedCharacter(character, purpose);
    text += plain;
    for (let count = 0; count < plain.length; count += 1) {
      from.push(at);
      to.push(end);
    }
    at = end;
  }
  return { text, from, to };
}

/** A name as it is compared. */
export function nameKey(name: string): string {
  return folded(name, 'names').text;
}

function foldedCharacter(character: string, purpose: 'names' | 'numbers'): string {
  let known = FOLDED[purpose].get(character);
  if (known === undefined) {
    const plain = simplified(character.normalize('NFKC'))
      .toLowerCase()
      .replaceAll(/[‐‑‒–—―−－]/gu, '-')
      .replaceAll(/\s/gu, ' ');
    known = Array.from(plain, (unit) => (isDropped(unit, purpose) ? '' : unit)).join('');
    FOLDED[purpose].set(character, known);
  }
  return known;
}

function isDropped(unit: string, purpose: 'names' | 'numbers'): boolean {
  return INVISIBLE.test(unit) || (purpose === 'names' && (BETWEEN.test(unit) || STRONG.test(unit)));
}

/** Whether a mark stands in a piece of a text that parts words more often than the characters of one name. */
export function hasStrongMark(original: string): boolean {
  return Array.from(original.normalize('NFKC')).some((unit) => STRONG.test(unit));
}

/** A text without what can't be seen in it, in compatibility forms and simplified characters. */
export function visible(text: string): string {
  return Array.from(text.normalize('NFKC'), (unit) => (INVISIBLE.test(unit) ? '' : simplified(unit))).join(
    '',
  );
}
