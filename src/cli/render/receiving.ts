import type { Verdict } from '../../domain/receiving/record.ts';
import { VERDICTS } from '../../domain/receiving/record.ts';
import type { ReceivedFile } from '../../domain/receiving/plan.ts';
import { sealCode } from '../../domain/seal.ts';
import { entriesHandedIn } from '../../domain/submission.ts';
import type { Messages } from '../../messages/messages.ts';
import { show } from './show.ts';

/** What became of one file, as the contract's JSON has it. */
export function resultJson({ file, verdict, submission, findings }: ReceivedFile): object {
  const entries = findings.flatMap(({ problem, where }) =>
    problem.code === 'seal-broken' ? problem.entries : where.entry === undefined ? [] : [where.entry],
  );
  return {
    file,
    ...(submission
      ? { judge: submission.judge.id, quarter: submission.quarter, attempt: submission.attempt }
      : {}),
    verdict,
    ...(findings[0] ? { reason: findings[0].problem.code } : {}),
    ...(submission ? { code: sealCode(submission.seal.value), count: entriesHandedIn(submission) } : {}),
    ...(entries.length > 0 ? { entries: [...new Set(entries)] } : {}),
  };
}

/** What became of every file that was brought, how many of each, and where the receipts are. */
export function receivedText(
  messages: Messages,
  {
    results,
    receipts,
    dryRun,
    nameOf,
  }: {
    readonly results: readonly ReceivedFile[];
    readonly receipts: readonly string[];
    readonly dryRun: boolean;
    /** How a file is called on the screen. */
    readonly nameOf: (file: string) => string;
  },
): string {
  const words = messages.receive;
  if (results.length === 0) return words.nothing;
  // Photographs and letters on the same stick are counted, not listed.
  const told = results.filter(({ verdict, submission }) => verdict !== 'skipped' || submission !== undefined);
  const counts = VERDICTS.map((verdict): readonly [Verdict, number] => [
    verdict,
    results.filter((one) => one.verdict === verdict).length,
  ]).filter(([, count]) => count > 0);
  const quarter = results.find(({ verdict, submission }) => submission && verdict !== 'rejected')?.submission
    ?.quarter;
  const summary = words.summary(counts);
  const folder = receipts[0]?.split('/').slice(0, -1).join('/');
  return [
    ...told.map((one) => fileLine(messages, { ...one, file: nameOf(one.file) })),
    dryRun ? messages.saved.dry(summary) : summary,
    ...(folder === undefined
      ? []
      : [words.receipts(show(folder), new Set(receipts.map(withoutEnding)).size)]),
    ...(quarter === undefined || dryRun ? [] : [words.next(quarter)]),
  ].join('\n');
}

function fileLine(messages: Messages, { file, verdict, submission }: ReceivedFile): string {
  const words = messages.receive;
  const about = submission
    ? words.about(
        show(submission.judge.name),
        submission.quarter,
        submission.attempt,
        sealCode(submission.seal.value),
      )
    : undefined;
  const isRecord = verdict === 'accepted' && !submission;
  return words.line(show(file), about, isRecord ? words.record : words.verdicts[verdict]);
}

/** A receipt is one paper, whether as text or as a workbook. */
function withoutEnding(file: string): string {
  return file.replace(/\.(?:txt|xlsx)$/u, '');
}
