import { EDITION_NAMES } from '../../domain/masking/edition.ts';
import { doubtfulCount, isChanged, type Review, type ReviewItem } from '../../domain/masking/review.ts';
import type { HiddenSort } from '../../domain/masking/spans.ts';
import type { Messages } from '../../messages/messages.ts';
import { show } from './show.ts';

/** So many texts are shown on a terminal; the rest are in the list. */
const SHOWN = 100;

/**
 * The texts of a masked edition as a terminal shows them: which entry, which field, what the edition will say, what was hidden. Those
 * without a mark of which nothing was hidden are only counted: somebody who has to read hundreds of them reads none.
 */
export function reviewLines(messages: Messages, review: Review): readonly string[] {
  const { masking } = messages;
  const listed = review.items.filter((item) => item.isDoubtful || isChanged(item));
  const unchanged = review.items.length - listed.length;
  const lines = listed
    .slice(0, SHOWN)
    .map((item, index) => `${itemHead(messages, item, index)}\n   ${show(item.after)}`);
  const rest = listed.length - lines.length;
  return [
    ...(listed.length > 0 ? [masking.heading(review.edition, listed.length)] : []),
    ...lines,
    ...(rest > 0 ? [masking.further(rest)] : []),
    ...(unchanged > 0 ? [masking.unchanged(unchanged)] : []),
    ...doubtfulLine(messages, review),
    hiddenLine(messages, review),
  ];
}

function doubtfulLine({ masking }: Messages, review: Review): readonly string[] {
  const count = doubtfulCount(review);
  return count > 0 ? [masking.doubtful(count)] : [];
}

/** What was hidden, and how often: 已隐去：姓名3处、电话1处。 */
export function hiddenLine(messages: Messages, { hidden }: Review): string {
  return messages.masking.hiddenAll(
    [...hidden]
      .filter(([, count]) => count > 0)
      .map(([sort, count]) => messages.masking.counted(messages.masking.sorts[sort], count)),
  );
}

/** What a program may want to know of a masked edition: which, and what was hidden; none of it is personal. */
export function reviewJson(review: Review, [list]: readonly string[]): Readonly<Record<string, unknown>> {
  const path = list === undefined ? {} : { path: list };
  const { edition, items, hidden } = review;
  const counts = { texts: items.length, doubtful: doubtfulCount(review), hidden: Object.fromEntries(hidden) };
  return { masked: edition, review: { ...counts, ...path } };
}

/**
 * The list of the texts as a file, with what the ledgers say and what the edition will say. It holds what the edition hides, and
 * says so on top. Chinese, as the court's documents are; with a byte-order mark and CRLF, for Notepad.
 */
export function reviewFile(zh: Messages, review: Review, term: string): string {
  const { masking } = zh;
  const items = review.items.flatMap((item, index) => [
    '',
    itemHead(zh, item, index),
    masking.before(show(item.before)),
    masking.after(show(item.after)),
  ]);
  const lines = [
    masking.fileNotice,
    masking.fileTitle(term, EDITION_NAMES[review.edition], review.items.length),
    hiddenLine(zh, review),
    masking.fileHint,
    ...doubtfulLine(zh, review),
    ...items,
    '',
  ];
  return `\uFEFF${lines.join('\r\n')}`;
}

function itemHead(
  messages: Messages,
  { kind, field, judge, entry, hidden, isDoubtful, isUnread }: ReviewItem,
  index: number,
): string {
  const { language, masking } = messages;
  const counts = new Map<HiddenSort, number>();
  for (const sort of hidden) counts.set(sort, (counts.get(sort) ?? 0) + 1);
  const sorts = [...counts].map(([sort, count]) => masking.counted(masking.sorts[sort], count));
  return masking.item({
    number: index + 1,
    ledger: kind.name[language],
    entry: show(entry),
    judge: show(judge.name),
    field: field.label[language],
    hidden: sorts,
    isDoubtful,
    isUnread,
  });
}
