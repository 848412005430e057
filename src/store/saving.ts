import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Kind } from '../domain/kinds/kind.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Locking } from './ledger-lock.ts';

/** A ledger and the bytes it was read from, which a change must find again. */
export interface LoadedLedger {
  readonly ledger: Ledger;
  readonly bytes: Uint8Array;
}

/** How a change is saved. */
export interface Saving extends Locking {
  readonly kinds: readonly Kind[];
  /** Works everything out and writes nothing at all. */
  readonly dryRun: boolean;
  /** The instant in China's time, for the record and for names. */
  readonly at: string;
  /** The day it is by the clock, for the names of backups. */
  readonly day: CalendarDate;
  /** The version that was read before, whose bytes need not be read a second time where they are the same. */
  readonly seen?: LoadedLedger | undefined;
  /** What to begin with where the judge has no ledger yet; without it, a missing ledger is refused. */
  readonly fresh?: () => Ledger;
}
