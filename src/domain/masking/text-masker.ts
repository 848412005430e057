import { addressSpans } from './address-spans.ts';
import { folded, hasStrongMark, nameKey } from './folded-text.ts';
import { numberSpans } from './number-spans.ts';
import { withoutSpans, type MaskedText, type Span } from './spans.ts';

/** A word that is looked for: what stands in its place, or nothing where it must stay whole. */
interface Word {
  readonly key: string;
  readonly span?: Pick<Span, 'sort' | 'with'>;
}

/** What a masker knows. */
export interface MaskerWords {
  /** The mask of every name that must not be seen. */
  readonly names: ReadonlyMap<string, string>;
  /** Towns, villages, judges: a name that is a part of one of them is no person there. */
  readonly kept: Iterable<string>;
  /** Words that are said more generally: villages, where only towns may be named. */
  readonly general?: ReadonlyMap<string, string>;
}

/** Masks a text. Texts come again and again, so that what was masked is remembered. */
export type TextMasker = (text: string) => MaskedText;

/**
 * Masks names and numbers in any text. Names are found whatever blanks, dots or full-width forms are in them; of words that
 * begin at one place the longest is meant, so that neither 马山社区 loses 马山 to a person of that name nor 梁大强 leaves 强.
 */
export function textMasker({ names, kept, general = new Map() }: MaskerWords): TextMasker {
  // By their first two characters: hundreds share a surname.
  const words = new Map<string, Word[]>();
  const add = (word: string, span?: Word['span']): void => {
    const key = nameKey(word);
    const first = key.slice(0, 2);
    const found = words.get(first) ?? [];
    if (key.length > 1 && !found.some((other) => other.key === key))
      found.push(span ? { key, span } : { key });
    words.set(first, found);
  };
  // Of one word that is two things the first is meant: a name, before a place.
  for (const [name, mask] of names) add(name, { sort: 'name', with: mask });
  for (const [word, said] of general) add(word, { sort: 'place', with: said });
  for (const word of kept) add(word);
  for (const found of words.values()) found.sort((one, other) => other.key.length - one.key.length);
  const known = new Map<string, MaskedText>();
  return (text) => {
    let masked = known.get(text);
    if (!masked) known.set(text, (masked = maskedBy(text, words)));
    return masked;
  };
}

function maskedBy(text: string, words: ReadonlyMap<string, readonly Word[]>): MaskedText {
  const { spans, kept } = wordSpans(text, words);
  return withoutSpans(text, [...spans, ...numberSpans(text), ...addressSpans(text, kept)]);
}

function wordSpans(original: string, words: ReadonlyMap<string, readonly Word[]>) {
  const { text, from, to } = folded(original, 'names');
  const spans: Span[] = [];
  const kept: { from: number; to: number }[] = [];
  for (let at = 0; at < text.length;) {
    const word = words
      .get(text.slice(at, at + 2))
      ?.find(
        ({ key }) => text.startsWith(key, at) && isOne(original, key, from[at], to[at + key.length - 1]),
      );
    if (!word) {
      at += 1;
      continue;
    }
    const place = { from: from[at] ?? 0, to: to[at + word.key.length - 1] ?? 0 };
    if (word.span) spans.push({ ...place, ...word.span });
    else kept.push(place);
    at += word.key.length;
  }
  return { spans, kept };
}

/**
 * A name in Latin letters is no part of a longer word; and of two characters with a mark between them that parts words more often,
 * as in `老陈（国企职工）`, nobody is named.
 */
function isOne(original: string, key: string, from = 0, to = 0): boolean {
  if (Array.from(key).length === 2 && hasStrongMark(original.slice(from, to))) return false;
  if (!/^[\p{Script=Latin}]/u.test(key)) return true;
  return (
    !/\p{Script=Latin}$/u.test(original.slice(0, from)) && !/^\p{Script=Latin}/u.test(original.slice(to))
  );
}
