import type { Consolidation } from '../../domain/consolidation.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import type { Messages } from '../../messages/messages.ts';
import { show } from './show.ts';

/** A workbook that was made: where it lies, and the SHA-256 over its parts. */
export interface MadeWorkbook {
  readonly path: string;
  readonly digest: string;
}

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
}

/** What was merged, who is short, and where the workbooks are. */
export function consolidationText(
  messages: Messages,
  kinds: readonly Kind[],
  report: ConsolidationReport,
): string {
  const words = messages.consolidate;
  const { quarter, sources, quota, rows, asOf, period } = report.consolidation;
  const read = sources.filter(({ source }) => source === 'ledger').length;
  const missing = sources
    .filter(({ source, judge }) => source === 'missing' && !report.unreadable.includes(judge.id))
    .map(({ judge }) => show(judge.name));
  const reported = sources.filter(({ ledger }) => ledger).map(({ judge }) => judge.id);
  const totals = kinds.map((kind) =>
    words.total(kind.name[messages.language], rows.get(kind.id)?.length ?? 0),
  );
  const short = quota
    // 未报 is never 0: a town nobody reported for is named above.
    .filter(({ met, judges }) => !met && judges.some((id) => reported.includes(id)))
    .map((row) => words.shortTown(show(row.town ?? row.judges.join(' ')), row.done));
  const over = asOf >= period.to;
  const lines = [
    words.merged(quarter, read, messages.list.join(totals)),
    ...(missing.length > 0 ? [words.unreported(missing)] : []),
    ...(report.unread.length > 0
      ? [words.unread([...new Set(report.unread)].map((file) => show(file)))]
      : []),
    short.length > 0 ? words.short(short, asOf, over) : '',
    quota.every(({ met }) => met) ? words.allMet : '',
    ...(report.findings > 0 ? [words.findings(report.findings)] : []),
    words.workbooks(report.dryRun),
    ...report.workbooks.map(({ path, digest }) => `  ${show(path)}  ${digest.slice(0, 12)}`),
  ];
  return lines.filter((line) => line !== '').join('\n');
}
