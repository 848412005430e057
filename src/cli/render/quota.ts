import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { QuotaRow } from '../../domain/quota.ts';
import type { Messages } from '../../messages/messages.ts';
import { show } from './show.ts';
import { table } from './table.ts';

/** A quota row as the contract's JSON. */
export function quotaJson(row: QuotaRow): Record<string, unknown> {
  const { town, judges, required, done, raw, missing, met, talks, shared, daysLeft } = row;
  return { town, judges, required, done, raw, missing, met, talks, shared, daysLeft };
}

/** What the table needs to know beside the rows. */
export interface QuotaTable {
  readonly rows: readonly QuotaRow[];
  readonly asOf: CalendarDate;
  /** The name of a judge's id. */
  nameOf(id: string): string;
  /** Whether no ledger of a town's judges is here: 未报, never 0. */
  isUnreported(row: QuotaRow): boolean;
}

/** The quota of a quarter, one line a town (or judge), aligned by display width. */
export function quotaTable(messages: Messages, quota: QuotaTable): string {
  const { rows, asOf } = quota;
  const { heads, unreported } = messages.quota;
  const perJudge = rows.some(({ town }) => town === null);
  const columns = [
    ...(perJudge ? [] : [{ head: heads.town }]),
    { head: heads.judges },
    { head: heads.done, right: true },
    { head: heads.required, right: true },
    { head: heads.missing, right: true },
    { head: heads.talks, right: true },
    { head: heads.verdict },
  ];
  const lines = rows.map((row) => {
    const names = show(messages.list.join(row.judges.map((id) => quota.nameOf(id))));
    const counts = quota.isUnreported(row)
      ? ['-', String(row.required), '-', '-', unreported]
      : [...[row.done, row.required, row.missing, row.talks].map(String), messages.quota.verdict(row, asOf)];
    return [...(perJudge ? [] : [show(row.town ?? '')]), names, ...counts];
  });
  return table(columns, lines);
}
