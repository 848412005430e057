import type { CalendarDate } from '../domain/calendar-date.ts';
import { refusal, type Finding } from '../domain/problem.ts';
import { standingsOf } from '../domain/receiving/plan.ts';
import { RECEIVED_FORMAT, type ReceivedRecord } from '../domain/receiving/record.ts';
import { contradicting, sealOf, type ReceivedSubmission } from '../domain/receiving/standing.ts';
import type { Roster } from '../domain/roster.ts';
import { foldSealCode, sealCode } from '../domain/seal.ts';
import { keepReceived, readReceived, readRecords, whileReceiving } from '../store/received.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Answer } from './command.ts';
import type { Context } from './context.ts';
import { confirm, reasonFor } from './entry-saving.ts';
import { textOption, type Given } from './given.ts';
import { makeReturnNotice } from './receipts.ts';
import { show } from './render/show.ts';
import { findingLines } from './render/findings.ts';
import { savingOf } from './saving.ts';

/** Notes what somebody decided about a submission that is here (`--accept`, `--return`); undefined where nothing was decided. */
export async function decide(
  context: Context,
  workspace: Workspace,
  roster: Roster,
  given: Given,
  on: CalendarDate,
): Promise<Answer | undefined> {
  const accept = textOption(given, 'accept');
  const back = textOption(given, 'return');
  if (accept === undefined && back === undefined) return undefined;
  if ((accept !== undefined && back !== undefined) || given.words.length > 0)
    throw refusal('misuse', { code: 'options-exclusive', options: ['--accept', '--return', 'PATH'] });
  return accept === undefined
    ? returned(context, workspace, roster, given, on, back ?? '')
    : accepted(context, workspace, on, accept);
}

async function accepted(
  context: Context,
  workspace: Workspace,
  on: CalendarDate,
  code: string,
): Promise<Answer> {
  const { messages } = context;
  const seen = await withCode(context, workspace, code);
  const { judge, quarter, attempt } = seen.one.submission;
  await confirm(context, messages.receive.askAccept(show(judge.name), quarter, attempt, seen.over.length));
  const findings = await note(context, workspace, async () => {
    const { one, over } = await withCode(context, workspace, code);
    return { ...head(context), event: 'accept', on, seal: sealOf(one), over };
  });
  return answer(context, seen.one, messages.receive.accepted(show(judge.name), quarter, attempt), findings);
}

async function returned(
  context: Context,
  workspace: Workspace,
  roster: Roster,
  given: Given,
  on: CalendarDate,
  code: string,
): Promise<Answer> {
  const { messages } = context;
  const { one } = await find(context, workspace, code);
  const { judge, quarter, attempt } = one.submission;
  const reason = await reasonFor(context, textOption(given, 'reason'));
  await confirm(context, messages.receive.askReturn(show(judge.name), quarter, attempt));
  const unsure = await note(context, workspace, () =>
    Promise.resolve({ ...head(context), event: 'return', on, seal: sealOf(one), reason }),
  );
  const {
    files,
    warnings,
    refusal: kept,
  } = await makeReturnNotice(context, workspace, roster, one, { on, reason });
  const lines = [
    messages.receive.returned(show(judge.name), quarter, attempt),
    ...files.map((file) => messages.receive.notice(show(file))),
  ];
  const done = answer(context, one, lines.join('\n'), [...unsure, ...warnings], files);
  return kept ? { ...done, refusal: kept } : done;
}

function head({ at }: Context): { readonly format: typeof RECEIVED_FORMAT; readonly at: string } {
  return { format: RECEIVED_FORMAT, at };
}

/** Writes one line of the record under its lock. */
async function note(
  context: Context,
  workspace: Workspace,
  record: () => Promise<ReceivedRecord>,
): Promise<readonly Finding[]> {
  if (context.dryRun) return [];
  const random = (length: number): string => context.environment.random(length);
  return whileReceiving(workspace, savingOf(context, 'receive'), async () => {
    const line = await record();
    const before = await readRecords(workspace);
    return [...before.findings, ...(await keepReceived(workspace, before, [], [line], random))];
  });
}

/** The submission with a seal code, and those of the same judge and quarter that contradict it. */
async function withCode(
  context: Context,
  workspace: Workspace,
  typed: string,
): Promise<{ readonly one: ReceivedSubmission; readonly over: readonly string[] }> {
  const { one, beside, isDisputed } = await find(context, workspace, typed);
  const over = contradicting(one, beside);
  if (!isDisputed || over.length === 0)
    throw refusal('misuse', { code: 'seal-code-undisputed', sealCode: foldSealCode(typed) });
  return { one, over };
}

async function find(
  { kinds }: Context,
  workspace: Workspace,
  typed: string,
): Promise<{
  readonly one: ReceivedSubmission;
  readonly beside: readonly ReceivedSubmission[];
  readonly isDisputed: boolean;
}> {
  const code = foldSealCode(typed);
  const records = await readRecords(workspace);
  const { submissions } = await readReceived(workspace, records, kinds, () => true);
  const one = submissions.find((each) => sealCode(sealOf(each)) === code);
  if (!one) throw refusal('misuse', { code: 'seal-code-unknown', sealCode: code });
  const { judge, quarter } = one.submission;
  const beside = submissions.filter(
    ({ submission }) => submission.judge.id === judge.id && submission.quarter === quarter,
  );
  const [standing] = standingsOf(beside, records.facts.decisions).values();
  return { one, beside, isDisputed: standing?.attempts.some(({ place }) => place === 'conflict') ?? false };
}

function answer(
  context: Context,
  { submission, file }: ReceivedSubmission,
  text: string,
  findings: readonly Finding[],
  files: readonly string[] = [],
): Answer {
  const { judge, quarter, attempt } = submission;
  const { messages, dryRun } = context;
  return {
    json: { results: [{ file, judge: judge.id, quarter, attempt, verdict: 'accepted' }], receipts: files },
    text: dryRun ? messages.saved.dry(text) : text,
    notes: findingLines(messages, findings),
    ...(findings.some(({ problem }) => problem.code === 'not-confirmed') ? { exit: 7 } : {}),
  };
}
