import { clockOf, type AgendaItem } from '../../domain/agenda.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Messages } from '../../messages/messages.ts';
import { headlineOf } from './entries.ts';
import { show } from './show.ts';

/** An item in words. */
export interface ItemWords {
  readonly what: string;
  /** What the entry is, without any name of a party; empty where the item has no entry. */
  readonly headline: string;
  readonly basis: string;
  /** What should be known of the day. */
  readonly note: string | undefined;
}

/** What an item says, what it rests on, and what should be known of its day. */
export function itemWords(messages: Messages, item: AgendaItem, today: CalendarDate): ItemWords {
  const { agenda, language } = messages;
  const noted = (...notes: readonly (string | undefined)[]): string | undefined => {
    const said = [...notes, unusualText(messages, item, today)].filter((note) => note !== undefined);
    return said.length === 0 ? undefined : agenda.notes(said);
  };
  switch (item.about) {
    case 'entry':
      return {
        what: item.clock.what[language],
        headline: headlineOf(item.kind, item.entry.values, language),
        basis: item.clock.basis[language],
        note: noted(item.note?.[language]),
      };
    case 'quota':
      return {
        what: show(agenda.missing(item.row)),
        headline: '',
        basis: agenda.basis.quota,
        note: noted(item.row.shared ? agenda.shared : undefined),
      };
    case 'submission':
      return {
        what: agenda.handIn(item.submission.quarter),
        headline: '',
        basis: agenda.basis.submission,
        note: noted(item.submission.movedFrom ? agenda.moved(item.submission) : undefined),
      };
    case 'supplement':
      return {
        what: agenda.supplement(item.supplement.quarter, item.supplement.entries),
        headline: '',
        basis: agenda.basis.submission,
        note: noted(undefined),
      };
  }
}

/** The weekday or holiday that the due day is; until it is over, by which working day to be done with it. */
function unusualText(messages: Messages, item: AgendaItem, today: CalendarDate): string | undefined {
  const { unusual, overdue, about } = item;
  if (!unusual || overdue) return undefined;
  const act = about === 'submission' || about === 'supplement' ? 'handIn' : 'do';
  return messages.agenda.unusual(unusual, unusual.workedUpTo >= today ? act : undefined);
}

/** An item as the contract's JSON, with what it rests on. */
export function itemJson(messages: Messages, item: AgendaItem, today: CalendarDate): Record<string, unknown> {
  const { what, basis, note } = itemWords(messages, item, today);
  const { due, judge, overdue } = item;
  return {
    due,
    clock: clockOf(item),
    ...(item.about === 'entry' ? { kind: item.kind.id, entry: item.entry.id } : {}),
    ...(item.about === 'quota' && item.row.town !== null ? { town: item.row.town } : {}),
    judge,
    what,
    overdue,
    basis,
    ...(note === undefined ? {} : { note }),
  };
}
