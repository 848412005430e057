import type { CalendarDate } from './calendar-date.ts';
import type { Quarter } from './quarter.ts';
import type { QuotaRow } from './quota.ts';

/** The words of the official workbooks beside heads and labels. The workbooks are Chinese whatever the screen speaks. */
export interface SheetWords {
  /** What a list without rows says: 无. */
  readonly none: string;
  readonly unreported: string;
  readonly quarter: (quarter: Quarter) => string;
  readonly day: (date: CalendarDate) => string;
  readonly period: (from: CalendarDate, to: CalendarDate) => string;
  /** 已达3次 · 截至9月18日尚差1次 · 未达3次, the last only after the quarter's end. */
  readonly verdict: (row: QuotaRow, asOf: CalendarDate) => string;
  /** A name with its days where it served for a part of the period only: 赵某（至8月15日）. */
  readonly served: (name: string, from: CalendarDate | undefined, to: CalendarDate | undefined) => string;
  readonly joined: (items: readonly string[]) => string;
  readonly metTowns: (met: number, all: number) => string;
  readonly unreportedTowns: (towns: readonly string[]) => string;
  readonly counting: (options: {
    readonly forms: readonly string[];
    readonly distinct: boolean;
    readonly required: number;
  }) => string;
  /** Notes on a town's row, each present only where it holds. */
  readonly notes: {
    readonly raw: (raw: number, done: number) => string;
    readonly further: (count: number) => string;
    readonly noVillage: string;
    readonly shared: string;
  };
  readonly noted: (notes: readonly string[]) => string;
  readonly toldBy: (label: string, department: string) => string;
  readonly states: Readonly<Record<'ledger' | 'missing' | 'unreadable', string>>;
  readonly sources: Readonly<Record<'ledger' | 'missing' | 'unreadable', string>>;
  readonly submissions: (due: number, here: number, missing: number) => string;
  readonly offRosterJudge: string;
  readonly offRosterTown: string;
}
