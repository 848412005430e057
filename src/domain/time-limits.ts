import { entryDay, type Entry } from './entry.ts';
import { dueBy, type Clock, type Due } from './kinds/clock.ts';
import type { Kind } from './kinds/kind.ts';
import { rulesOn, type Roster } from './roster.ts';
import { unusualDay, watched, type UnusualDay, type Workdays } from './workdays.ts';

/** A clock that runs, or ran, on an entry. */
export interface TimeLimit {
  readonly clock: Clock;
  readonly due: Due;
  readonly done: boolean;
  /** What is unusual about the due day. */
  readonly unusual?: UnusualDay;
  /** Years the day rests on whose holidays are not known. */
  readonly unknownYears: readonly string[];
}

/** The clocks of an entry that have a day, done or not, by the rules of the entry's quarter. */
export function timeLimits(
  kind: Kind,
  entry: Entry,
  { roster, workdays: known }: { readonly roster: Roster; readonly workdays: Workdays },
): readonly TimeLimit[] {
  const { reportWithinWorkdays } = rulesOn(roster, entryDay(kind, entry));
  return (kind.clocks ?? []).flatMap((clock) => {
    const { workdays, unknownYears } = watched(known);
    const due = dueBy(clock, entry.values, { workdays, reportWithinWorkdays });
    if (!due) return [];
    const unusual = unusualDay(due.on, workdays);
    const done = clock.done(entry.values);
    return [{ clock, due, done, ...(unusual ? { unusual } : {}), unknownYears: [...unknownYears] }];
  });
}
