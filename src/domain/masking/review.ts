import type { ConsolidatedRow } from '../consolidation.ts';
import { showField, type Field, type Kind } from '../kinds/kind.ts';
import { HIDDEN, OMITTED, type Edition } from './edition.ts';
import { mayName } from './doubtful-names.ts';
import type { Masking } from './masking.ts';
import type { HiddenSort } from './spans.ts';

/** A text that a masked edition shows, for a person to look at before it goes round. */
export interface ReviewItem {
  readonly kind: Kind;
  readonly field: Field;
  readonly judge: { readonly id: string; readonly name: string };
  readonly entry: string;
  readonly before: string;
  readonly after: string;
  readonly hidden: readonly HiddenSort[];
  /** It may still name somebody whom nobody registered. */
  readonly isDoubtful: boolean;
  /** It is a field of persons that can't be read: the names in it may stand in other texts. */
  readonly isUnread: boolean;
}

/** What is to be looked at, those first that need it most, and how often what was hidden in all. */
export interface Review {
  readonly edition: Edition;
  readonly items: readonly ReviewItem[];
  readonly hidden: ReadonlyMap<HiddenSort, number>;
}

/**
 * The texts of the shown rows in which a program can't know every name: within the court all that was written freely, outside of
 * it the few terms and bodies that are left, each once.
 */
export function reviewOf(
  masking: Masking,
  kinds: readonly Kind[],
  rows: ReadonlyMap<string, readonly ConsolidatedRow[]>,
): Review {
  const items: ReviewItem[] = [];
  const hidden = new Map<HiddenSort, number>();
  const seen = new Set<string>();
  for (const kind of kinds) {
    for (const row of rows.get(kind.id) ?? []) {
      for (const field of kind.fields) {
        const masked = masking.field(kind, field, row);
        if (!masked) continue;
        for (const sort of masked.hidden) hidden.set(sort, (hidden.get(sort) ?? 0) + 1);
        const before = showField(field, row.entry.values, 'zh');
        const isUnread = masked.isUnread === true;
        const key = `${kind.id} ${field.key} ${masked.text}`;
        if (
          (!isUnread && !isReviewed(masking.edition, field, masked.text)) ||
          (masking.edition === 'external' && seen.has(key))
        )
          continue;
        seen.add(key);
        items.push({
          kind,
          field,
          judge: row.judge,
          entry: row.entry.id,
          before,
          after: masked.text,
          hidden: masked.hidden,
          isDoubtful: isUnread || mayName(masked.text),
          isUnread,
        });
      }
    }
  }
  return { edition: masking.edition, items: items.toSorted((one, other) => rank(one) - rank(other)), hidden };
}

/** Those that may still name somebody, then those of which something was hidden, then the rest, each in the order of the sheets. */
function rank(item: ReviewItem): number {
  if (item.isDoubtful) return 0;
  return isChanged(item) ? 1 : 2;
}

/** Whether an edition shows something else than the ledgers say. */
export function isChanged({ before, after }: ReviewItem): boolean {
  return before !== after;
}

/** How many texts may still name somebody. */
export function doubtfulCount({ items }: Review): number {
  return items.filter(({ isDoubtful }) => isDoubtful).length;
}

function isReviewed(edition: Edition, { type, holds }: Field, shown: string): boolean {
  if (type.offer.type !== 'text' || shown === OMITTED || shown === HIDDEN) return false;
  if (edition === 'internal')
    return holds === undefined || holds === 'person' || holds === 'people' || holds === 'place';
  return holds === 'judge' || holds === 'mediator' || holds === 'body' || holds === 'term';
}
