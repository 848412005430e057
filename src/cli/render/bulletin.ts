import type { Consolidation } from '../../domain/consolidation.ts';
import type { Messages } from '../../messages/messages.ts';
import { show } from './show.ts';
import { workbookLines, type MadeWorkbook } from './workbooks.ts';

/** What was drafted, who is missing from it, and what is left to write. */
export function bulletinText(
  { bulletin, consolidate }: Messages,
  report: {
    readonly consolidation: Consolidation;
    readonly documents: readonly MadeWorkbook[];
    readonly dryRun: boolean;
  },
): string {
  const { quarter, asOf, period, sources } = report.consolidation;
  const missing = sources.filter(({ source }) => source === 'missing').map(({ judge }) => show(judge.name));
  return [
    bulletin.drafted(quarter, asOf < period.to ? asOf : undefined, report.dryRun),
    ...workbookLines(report.documents),
    ...(missing.length > 0 ? [consolidate.unreported(missing)] : []),
    bulletin.next,
  ].join('\n');
}
