import { dayInChina, type CalendarDate } from '../calendar-date.ts';
import { warning, type Finding } from '../problem.ts';
import type { LedgerFacts } from './facts.ts';

/**
 * Ledgers whose last change lies on a day ahead: the clock of this PC is wrong, or, where it is one ledger, that of the PC it
 * was changed on. Order goes by steps, so nothing is lost by it; but today's quarter and every date without a year hang on
 * the clock. Told once, however many ledgers there are.
 */
export function checkClock(ledgers: readonly LedgerFacts[], today: CalendarDate): readonly Finding[] {
  const ahead = ledgers.flatMap(({ file, ledger }) => {
    const times = ledger.entries.flatMap(({ id, updatedAt }) =>
      updatedAt === undefined ? [] : [{ id, changed: dayOf(updatedAt) }],
    );
    const [latest] = times.toSorted(byDay);
    if (latest === undefined || latest.changed <= today) return [];
    const where = { file, judge: ledger.judge.id, entry: latest.id, field: 'updatedAt' };
    return [{ changed: latest.changed, where }];
  });
  const [latest, ...others] = ahead.toSorted(byDay);
  if (!latest) return [];
  const { changed, where } = latest;
  const problem = { code: 'clock-behind', changed, today, ledgers: ahead.length } as const;
  return [warning(problem, others.length === 0 ? where : {})];
}

/** The latest first. */
function byDay(one: { readonly changed: string }, other: { readonly changed: string }): number {
  return one.changed < other.changed ? 1 : one.changed > other.changed ? -1 : 0;
}

/** The day in China of a timestamp; one that no calendar has is left as it is written. */
function dayOf(timestamp: string): string {
  const instant = new Date(timestamp);
  return Number.isNaN(instant.getTime()) || instant.getTime() < BEFORE_2000
    ? timestamp.slice(0, 10)
    : dayInChina(instant);
}

const BEFORE_2000 = Date.UTC(2000, 0, 1);
