import { daysBetween, type CalendarDate } from './calendar-date.ts';
import { asKnownOn } from './cases.ts';
import type { Entry } from './entry.ts';
import type { Clock, ClockId } from './kinds/clock.ts';
import { kindOf, type Kind } from './kinds/kind.ts';
import { wasSubmitted, type Ledger } from './ledger.ts';
import { warning, type Finding } from './problem.ts';
import { addQuarters, LAST_QUARTER, periodOf, quarterAt, type Quarter } from './quarter.ts';
import { quotaRows, type QuotaRow } from './quota.ts';
import { basisOf, judgesNamed, owesLedger, serves, type Roster } from './roster.ts';
import { submissionDay, type SubmissionDay } from './submission-day.ts';
import { supplementsOf, type Supplement } from './supplement.ts';
import { timeLimits } from './time-limits.ts';
import { unusualDay, watched, type UnusualDay, type Workdays } from './workdays.ts';
import type { Words } from './words.ts';

/** What every item of the agenda says: who has to do it, and by when. */
interface Due {
  readonly judge: string;
  readonly due: CalendarDate;
  /** Days from today to the due day; negative once it is over. */
  readonly daysLeft: number;
  readonly overdue: boolean;
  readonly unusual?: UnusualDay;
  /** Years the day rests on whose holidays are not known. */
  readonly unknownYears: readonly string[];
}

/** A time limit of an entry that is still to be met. */
export interface EntryItem extends Due {
  readonly about: 'entry';
  readonly kind: Kind;
  readonly entry: Entry;
  readonly clock: Clock;
  readonly note?: Words;
}

/** The visits that a town (or a judge) still lacks in this quarter. */
export interface QuotaItem extends Due {
  readonly about: 'quota';
  readonly quarter: Quarter;
  readonly row: QuotaRow;
}

/** The ledgers of a quarter that are still to be handed in. */
export interface SubmissionItem extends Due {
  readonly about: 'submission';
  readonly submission: SubmissionDay;
}

/** What was entered or changed in a quarter since it was handed in: it goes with the next one. */
export interface SupplementItem extends Due {
  readonly about: 'supplement';
  readonly supplement: Supplement;
}

/** 待办: one thing to be done, as facts; its words are in the kind's definition or in the messages. */
export type AgendaItem = EntryItem | QuotaItem | SubmissionItem | SupplementItem;

/** What an agenda is made from. */
export interface AgendaQuestion {
  readonly kinds: readonly Kind[];
  readonly roster: Roster;
  readonly workdays: Workdays;
  readonly today: CalendarDate;
  /** How many days ahead to look, today being 0. */
  readonly days: number;
  /** The ledgers whose judges' agenda it is. */
  readonly ledgers: readonly Ledger[];
  /** Ledgers of others, whose visits count for a town that is shared. */
  readonly colleagues: readonly Ledger[];
}

/** Everything overdue, due within the days that were asked for, or to be warned of, in the order of the due days. */
export interface Agenda {
  readonly items: readonly AgendaItem[];
  /** Each year whose holidays a listed day rests on and that are not known; or that there is no ledger at all. */
  readonly findings: readonly Finding[];
}

/** The agenda of some judges on a day. */
export function agenda(question: AgendaQuestion): Agenda {
  const items = [
    ...question.ledgers.flatMap((ledger) => entryItems(ledger, question)),
    ...quotaItems(question),
    ...question.ledgers.flatMap((ledger) => submissionItems(ledger, question)),
    ...question.ledgers.flatMap((ledger) => supplementItems(ledger, question)),
  ].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  if (question.ledgers.length === 0) return { items, findings: [warning({ code: 'no-ledgers' })] };
  const years = [...new Set(items.flatMap(({ unknownYears }) => unknownYears))].sort();
  return { items, findings: years.map((year) => warning({ code: 'holidays-unknown', year })) };
}

/** The clock that an item is of, as JSON names it. */
export function clockOf(item: AgendaItem): ClockId {
  return item.about === 'entry' ? item.clock.id : item.about;
}

/** What an item is about, the same on every day on which it is listed: clock, judge, and the entry, town or quarter. */
export function identityOf(item: AgendaItem): readonly string[] {
  const about =
    item.about === 'entry'
      ? [item.entry.id]
      : item.about === 'quota'
        ? [item.quarter, item.row.town ?? '']
        : [item.about === 'submission' ? item.submission.quarter : item.supplement.quarter];
  return [item.judge, clockOf(item), ...about];
}

function entryItems(ledger: Ledger, question: AgendaQuestion): readonly AgendaItem[] {
  const { kinds, today } = question;
  return ledger.entries.flatMap((stored) => {
    const kind = kindOf(kinds, stored.kind);
    const entry = kind.clocks === undefined ? undefined : asKnownOn(kind, stored, today);
    if (!entry) return [];
    return timeLimits(kind, entry, question)
      .filter(({ done }) => !done)
      .map(({ clock, due, unusual, unknownYears }) => ({
        about: 'entry' as const,
        ...dated(ledger.judge.id, due.on, today, unusual, unknownYears),
        kind,
        entry,
        clock,
        ...(due.note ? { note: due.note } : {}),
        isWarned: due.warnOn !== undefined && due.warnOn <= today,
      }))
      .filter(({ daysLeft, isWarned }) => daysLeft <= question.days || isWarned)
      .map(({ isWarned: _, ...item }) => item);
  });
}

/**
 * A town without any ledger of its judges is not reported rather than short, as `quota` has it. Whoever serves the town today
 * is asked to go; where nobody does any more, who served it last.
 */
function quotaItems(question: AgendaQuestion): readonly AgendaItem[] {
  const { roster, today, days, ledgers, colleagues } = question;
  const quarter = quarterAt(today, basisOf(roster));
  const { to } = periodOf(quarter, basisOf(roster));
  if (daysBetween(today, to) > days) return [];
  const isHere = (judge: string): boolean => ledgers.some((ledger) => ledger.judge.id === judge);
  const { workdays, unknownYears } = watched(question.workdays);
  const unusual = unusualDay(to, workdays);
  return quotaRows({ quarter, asOf: today, roster, ledgers: [...ledgers, ...colleagues] })
    .filter((row) => !row.met)
    .flatMap((row) =>
      askedToVisit(row, roster, today)
        .filter(isHere)
        .map((judge) => ({
          about: 'quota' as const,
          ...dated(judge, to, today, unusual, [...unknownYears]),
          quarter,
          row,
        })),
    );
}

function askedToVisit({ town, judges }: QuotaRow, roster: Roster, today: CalendarDate): readonly string[] {
  if (town === null) return judges;
  const serving = judges.filter((id) => judgesNamed(roster, id).some((judge) => serves(judge, town, today)));
  return serving.length > 0 ? serving : judges.slice(-1);
}

function submissionItems(ledger: Ledger, question: AgendaQuestion): readonly AgendaItem[] {
  const { roster, today, days } = question;
  const judge = ledger.judge.id;
  return quartersAhead(today, days).flatMap((quarter) => {
    const period = periodOf(quarter, basisOf(roster));
    const owes = owesLedger(roster, judge, period) && !wasSubmitted(ledger, quarter);
    if (!owes) return [];
    const { workdays, unknownYears } = watched(question.workdays);
    const submission = submissionDay(roster, quarter, workdays);
    const { on, unusual } = submission;
    if (daysBetween(today, on) > days) return [];
    const item = dated(judge, on, today, unusual, [...unknownYears]);
    return [{ about: 'submission' as const, ...item, submission }];
  });
}

/** A supplement goes with the next quarter, and is due with it. */
function supplementItems(ledger: Ledger, question: AgendaQuestion): readonly AgendaItem[] {
  const { roster, kinds, today, days } = question;
  return supplementsOf(ledger, kinds, roster).flatMap((supplement) => {
    if (supplement.quarter === LAST_QUARTER) return [];
    const { workdays, unknownYears } = watched(question.workdays);
    const { on, unusual } = submissionDay(roster, addQuarters(supplement.quarter, 1), workdays);
    if (daysBetween(today, on) > days) return [];
    const item = dated(ledger.judge.id, on, today, unusual, [...unknownYears]);
    return [{ about: 'supplement' as const, ...item, supplement }];
  });
}

/**
 * The quarters whose day of submission may lie within some days. The first is that of today by the months: what was not
 * handed in is overdue to the end of them, also where the court's own quarter ends on the 20th.
 */
function quartersAhead(today: CalendarDate, days: number): readonly Quarter[] {
  const quarters = [quarterAt(today, () => 'calendar')];
  for (let left = days; left > 0; left -= SHORTEST_QUARTER) {
    const last = quarters.at(-1);
    if (last === undefined || last === LAST_QUARTER) break;
    quarters.push(addQuarters(last, 1));
  }
  return quarters;
}

const SHORTEST_QUARTER = 90;

function dated(
  judge: string,
  due: CalendarDate,
  today: CalendarDate,
  unusual: UnusualDay | undefined,
  unknownYears: readonly string[],
): Due {
  const daysLeft = daysBetween(today, due);
  return { judge, due, daysLeft, overdue: daysLeft < 0, ...(unusual ? { unusual } : {}), unknownYears };
}

function orderOf(item: AgendaItem): string {
  return [item.due, ...identityOf(item)].join('\n');
}
