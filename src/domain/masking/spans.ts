import { HIDDEN } from './edition.ts';

/** What was hidden in a text. */
export type HiddenSort =
  | 'name'
  | 'identity'
  | 'phone'
  | 'bank-card'
  | 'plate'
  | 'certificate'
  | 'contact'
  | 'number'
  | 'address'
  | 'place';

/** A piece of a text that goes, by UTF-16 places, and what stands there instead. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly sort: HiddenSort;
  readonly with: string;
}

/** A text after masking, and what was hidden in it, in the order of the text. */
export interface MaskedText {
  readonly text: string;
  readonly hidden: readonly HiddenSort[];
  /** Where a field of persons could not be read: names in it may stand in other texts, and nobody knows which. */
  readonly isUnread?: true;
}

/** Replaces spans. Where two overlap, all that either covers goes: nothing of a longer one may stay beside a shorter. */
export function withoutSpans(text: string, spans: readonly Span[]): MaskedText {
  const merged = joined(spans);
  let masked = '';
  let at = 0;
  for (const span of merged) {
    masked += text.slice(at, span.from) + span.with;
    at = span.to;
  }
  return { text: masked + text.slice(at), hidden: merged.map(({ sort }) => sort) };
}

function joined(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.toSorted((one, other) => one.from - other.from || other.to - one.to);
  const found: Span[] = [];
  for (const span of sorted) {
    const last = found.at(-1);
    const touches =
      last &&
      (span.from < last.to || (span.from === last.to && span.with === HIDDEN && last.with === HIDDEN));
    if (!touches) {
      found.push(span);
    } else if (span.to > last.to) {
      found[found.length - 1] = { ...last, to: span.to, with: HIDDEN };
    }
  }
  return found;
}
