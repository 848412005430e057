import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import type { Quarter } from '../../domain/quarter.ts';
import type { Messages } from '../../messages/messages.ts';
import { listed, rowCounts } from './listed.ts';
import { show } from './show.ts';
import { workbookLines, type MadeWorkbook } from './workbooks.ts';

/** What the text about some judges' reports tells. */
export interface ReportMade {
  readonly quarter: Quarter;
  readonly asOf: CalendarDate;
  readonly kinds: readonly Kind[];
  readonly judges: readonly {
    readonly judge: { readonly name: string };
    /** The judge's rows of each kind, by its id. */
    readonly rows: ReadonlyMap<string, readonly unknown[]>;
  }[];
  readonly workbooks: readonly MadeWorkbook[];
  readonly dryRun: boolean;
}

/** What each judge registered in the quarter, and where the workbooks are. */
export function reportText(messages: Messages, made: ReportMade): string {
  const { report, consolidate } = messages;
  if (made.judges.length === 0) return '';
  return [
    report.heading(made.quarter, made.asOf),
    ...made.judges.flatMap(({ judge, rows }) =>
      listed(messages, report.judge(show(judge.name)), rowCounts(messages, made.kinds, rows), ''),
    ),
    consolidate.workbooks(made.dryRun),
    ...workbookLines(made.workbooks),
    ...(made.dryRun ? [] : [report.next]),
  ].join('\n');
}
