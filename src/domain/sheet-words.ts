import type { CalendarDate } from './calendar-date.ts';
import type { Edition } from './masking/edition.ts';
import type { Quarter } from './quarter.ts';
import type { QuotaRow } from './quota.ts';
import type { Comparison } from './summary.ts';

/** What names a submission in what is given back for it. */
export interface HandedInFacts {
  readonly court: string;
  readonly office: string;
  readonly judge: string;
  readonly towns: readonly string[];
  readonly quarter: Quarter;
  readonly asOf: CalendarDate;
  readonly attempt: number;
  readonly code: string;
  /** The day on which the office had it. */
  readonly on: CalendarDate;
}

/** What a receipt (回执) says. */
export interface ReceiptFacts extends HandedInFacts {
  readonly counts: readonly { readonly ledger: string; readonly entries: number }[];
  readonly filingOn: CalendarDate | undefined;
  readonly due: CalendarDate;
  readonly daysLate: number;
}

/** What a notice of return (退回通知) says. */
export interface ReturnFacts extends HandedInFacts {
  readonly returnedOn: CalendarDate;
  readonly reason: string;
}

/** The words of the official workbooks beside heads and labels. The workbooks are Chinese whatever the screen speaks. */
export interface SheetWords {
  /** What a list without rows says: 无. */
  readonly none: string;
  readonly unreported: string;
  /** Beside a row that counts elsewhere: 不计数. */
  readonly notCounted: string;
  /** Beside a row that was not in the first attempt of its quarter: 补报. */
  readonly supplement: string;
  /** Where there is nothing to divide by or to compare with: —. */
  readonly noFigure: string;
  readonly quarter: (quarter: Quarter) => string;
  /** 2024年度. */
  readonly year: (year: number) => string;
  /** 第三季度. */
  readonly quarterOfYear: (quarter: Quarter) => string;
  readonly day: (date: CalendarDate) => string;
  readonly period: (from: CalendarDate, to: CalendarDate) => string;
  /** 已达3次 · 截至9月18日尚差1次 · 未达3次, the last only after the quarter's end. */
  readonly verdict: (row: QuotaRow, asOf: CalendarDate) => string;
  /** A name with its days where it served for a part of the period only: 赵某（至8月15日）. */
  readonly served: (name: string, from: CalendarDate | undefined, to: CalendarDate | undefined) => string;
  readonly joined: (items: readonly string[]) => string;
  /** The file name of a submission's copy: 报送件_李敏_2024年第三季度_第1次.txt. */
  readonly submissionCopy: (judge: string, quarter: Quarter, attempt: number) => string;
  /** The text of 回执, a line each. */
  readonly receipt: (receipt: ReceiptFacts) => readonly string[];
  /** The text of 退回通知, a line each. */
  readonly returnNotice: (notice: ReturnFacts) => readonly string[];
  /** The name, without its ending, of what goes with a submission: 回执_李敏_2024年第三季度_第1次. */
  readonly besideSubmission: (
    sort: 'cover' | 'receipt' | 'return',
    judge: string,
    quarter: Quarter,
    attempt: number,
  ) => string;
  /** 第1次. */
  readonly attempt: (attempt: number) => string;
  /** 提前2天 · 期限当日 · 逾期3天, from the day it was made. */
  readonly timeliness: (daysLeft: number) => string;
  /** 按期 · 逾期3天. */
  readonly lateness: (daysLate: number) => string;
  /** Whether 工作中遇到的问题及建议 go with a submission. */
  readonly problemsSaid: (said: boolean) => string;
  /** A town and how it stands with its visits: 太平镇已达3次. */
  readonly townVerdict: (town: string, verdict: string) => string;
  readonly metTowns: (met: number, all: number) => string;
  readonly unreportedTowns: (towns: readonly string[]) => string;
  /** A town that is unreported in some quarters of a longer period: 太平镇（第一季度）. */
  readonly unreportedIn: (town: string, quarters: readonly Quarter[]) => string;
  /** A town in a chart that has nothing to draw for it: 簕竹镇（未报）. */
  readonly unreportedTown: (town: string) => string;
  /** A quarter in a chart, with how many towns are missing from it and the day it runs on: 2024年第三季度（截至9月18日，2个镇未报）. */
  readonly trendQuarter: (quarter: Quarter, unreported: number, runsOn: CalendarDate | undefined) => string;
  /** The first column of a row that a table is compared with. */
  readonly compared: Readonly<Record<Comparison, string>>;
  readonly total: string;
  /** Says of a period that is not over that it is compared with whole ones. */
  readonly running: (asOf: CalendarDate) => string;
  /** In how many of some quarters the quota was met. */
  readonly metQuarters: (met: number, of: number) => string;
  /** A row of 按纠纷类型: 其中：民间借贷. */
  readonly ofWhich: (name: string) => string;
  readonly untyped: string;
  readonly noDepartment: string;
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
    /** In the judge's own tables: a colleague of the same town reports apart. */
    readonly colleague: string;
    /** The judges of the town reported nothing; what stands here others registered. */
    readonly others: string;
    readonly unreportedIn: (quarters: readonly Quarter[]) => string;
    /** Towns that are missing from a figure, in one quarter of several or in the only one. */
    readonly without: (towns: readonly string[], quarter?: Quarter) => string;
  };
  readonly noted: (notes: readonly string[]) => string;
  readonly toldBy: (label: string, department: string) => string;
  readonly states: Readonly<
    Record<'submission' | 'ledger' | 'missing' | 'unreadable' | 'returned' | 'conflict', string>
  >;
  readonly sources: Readonly<Record<'submission' | 'ledger' | 'missing' | 'unreadable', string>>;
  /** 已报（第2次）. */
  readonly submittedAs: (state: string, attempt: number) => string;
  readonly late: (days: number) => string;
  /** That the day is the research office's, since the filing division's is not known. */
  readonly byOffice: string;
  /** That a submission was made before the quarter's end: 数据截至9月18日. */
  readonly upTo: (day: CalendarDate) => string;
  /** That cases stand here from what was handed in before. */
  readonly carried: string;
  /** What a later submission did to an entry. */
  readonly changes: Readonly<Record<'added' | 'changed' | 'removed', string>>;
  readonly submissions: (counts: {
    readonly due: number;
    readonly submitted: number;
    readonly here: number;
    readonly missing: number;
  }) => string;
  readonly offRosterJudge: string;
  readonly offRosterTown: string;
  readonly masked: {
    /** The last line of every sheet of a masked edition: a person has to look at it before it goes round. */
    readonly foot: string;
    /** At the top right, where the full version says 内部资料　注意保管. */
    readonly notice: Readonly<Record<Edition, string>>;
    /** In place of the findings, outside of the court. */
    readonly noFindings: string;
    /** In place of a free text. */
    readonly notShown: string;
  };
}
