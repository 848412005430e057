/** A text as it is compared, with the place in the original of every character. */
export interface FoldedText {
  readonly text: string;
  /** For every UTF-16 unit of `text`, where its character begins and ends in the original. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** What may stand between the characters of a name without making it another one. */
const BETWEEN = /^[\s\p{Cf}\p{Mn}·•・‧∙･_*~'’-]$/u;
const INVISIBLE = /^[\p{Cf}\p{Mn}]$/u;

/** Characters come again and again, and to normalise one costs a hundred times as much as to look it up. */
const FOLDED = { names: new Map<string, string>(), numbers: new Map<string, string>() };

/**
 * Folds full-width and compatibility forms and case. For `names` what stands between characters goes too (`梁 大 强`, dots); for
 * `numbers` only what can't be seen goes, and every dash is `-`, every blank a space.
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
    const dropped = purpose === 'names' ? BETWEEN : INVISIBLE;
    const plain = character
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[‐‑‒–—―−－]/gu, '-')
      .replaceAll(/\s/gu, ' ');
    known = Array.from(plain, (unit) => (dropped.test(unit) ? '' : unit)).join('');
    FOLDED[purpose].set(character, known);
  }
  return known;
}
