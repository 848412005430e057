import type { Consolidation, Source } from '../../domain/consolidation.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import { quotaStanding } from '../../domain/quota-standing.ts';
import type { Review } from '../../domain/masking/review.ts';
import type { Messages } from '../../messages/messages.ts';
import { show } from './show.ts';
import { listed, rowCounts } from './listed.ts';
import { hiddenLine } from './review-list.ts';
import { workbookLines, type MadeWorkbook } from './workbooks.ts';

/** What the text about a consolidation tells. */
export interface ConsolidationReport {
  readonly consolidation: Consolidation;
  readonly workbooks: readonly MadeWorkbook[];
  readonly findings: number;
  /** The files that could not be read. */
  readonly unread: readonly string[];
  /** The ids of the judges whose ledgers they are: they have reported. */
  readonly unreadable: readonly string[];
  readonly dryRun: boolean;
  /** Of a masked edition: what was listed for review, and where the list is. */
  readonly masked?: { readonly review: Review; readonly list: string | undefined };
}

/** What was merged, who is short, and where the workbooks are. */
export function consolidationText(
  messages: Messages,
  kinds: readonly Kind[],
  report: ConsolidationReport,
): string {
  const words = messages.consolidate;
  const { year, sources, quota, rows, asOf, period } = report.consolidation;
  const from = (wanted: Source['source']): number => sources.filter(({ source }) => source === wanted).length;
  const read = { submissions: from('submission'), ledgers: from('ledger') };
  const missing = sources
    .filter(({ source, judge }) => source === 'missing' && !report.unreadable.includes(judge.id))
    .map(({ judge }) => show(judge.name));
  // A year has four quotas; 走访达标核对 has them side by side.
  const short = (year === undefined ? quotaStanding(report.consolidation).short : []).map((row) =>
    words.shortTown(show(row.town ?? row.judges.join(' ')), row.done),
  );
  const over = asOf >= period.to;
  const lines = [
    ...listed(
      messages,
      words.merged(report.consolidation, read),
      rowCounts(messages, kinds, rows),
      words.totalsEnd,
    ),
    ...(missing.length > 0 ? [words.unreported(missing)] : []),
    ...(report.unread.length > 0
      ? [words.unread([...new Set(report.unread)].map((file) => show(file)))]
      : []),
    short.length > 0 ? words.short(short, asOf, over) : '',
    year === undefined && quota.every(({ met }) => met) ? words.allMet : '',
    // Outside of the court no sheet lists them.
    ...(report.findings > 0 && report.masked?.review.edition !== 'external'
      ? [words.findings(report.findings, year)]
      : []),
    ...(report.masked ? maskedLines(messages, report, report.masked) : []),
    ...(report.workbooks.length > 0 ? [words.workbooks(report.dryRun)] : []),
    ...workbookLines(report.workbooks),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function maskedLines(
  messages: Messages,
  { workbooks, dryRun }: ConsolidationReport,
  { review, list }: { readonly review: Review; readonly list: string | undefined },
): readonly string[] {
  const { masking } = messages;
  if (workbooks.length === 0) return list === undefined ? [] : [masking.listOnly(show(list))];
  return [
    masking.made(review.edition),
    hiddenLine(messages, review),
    ...(list === undefined ? [] : [masking.listAt(show(list), review.items.length, dryRun)]),
  ];
}
