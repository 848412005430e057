import { daysBetween } from '../domain/calendar-date.ts';
import { Refusal } from '../domain/problem.ts';
import { standingKey, standingsOf, type ReceivingPlan } from '../domain/receiving/plan.ts';
import { sealOf, type ReceivedSubmission } from '../domain/receiving/standing.ts';
import type { Decisions } from '../domain/receiving/record.ts';
import type { Roster } from '../domain/roster.ts';
import { sealCode } from '../domain/seal.ts';
import type { HandedInFacts } from '../domain/sheet-words.ts';
import { submissionDay } from '../domain/submission-day.ts';
import type { Submission } from '../domain/submission.ts';
import { official } from '../messages/official.ts';
import type { OutputFile } from '../store/outputs.ts';
import type { Workspace } from '../store/workspace.ts';
import {
  besideSubmission,
  fillPapers,
  giveBack,
  keepPapers,
  townsIn,
  type GivenBack,
} from './beside-submission.ts';
import type { Context } from './context.ts';
import { workdaysOf } from './workdays.ts';

/** Makes a receipt (回执) for every submission that was taken and has none yet. */
export async function makeReceipts(
  context: Context,
  workspace: Workspace,
  roster: Roster,
  plan: ReceivingPlan,
  decisions: Decisions,
): Promise<GivenBack> {
  const workdays = await workdaysOf(workspace);
  const standings = standingsOf(plan.received, decisions);
  const taken = new Set(
    plan.results.flatMap(({ submission, verdict }) =>
      submission && ['accepted', 'superseded', 'duplicate'].includes(verdict) ? [submission.seal.value] : [],
    ),
  );
  const { RECEIPT_WORKBOOK } = await import('../workbook/sheets/handing-in-workbooks.ts');
  const texts: OutputFile[] = [];
  const books: Parameters<typeof fillPapers>[3][number][] = [];
  for (const received of plan.received.filter((one) => taken.has(sealOf(one)))) {
    const { submission, on, filingOn } = received;
    const { judge, quarter, counts } = submission;
    const due = submissionDay(roster, quarter, workdays).on;
    const day = standings.get(standingKey(quarter, judge.id))?.handedIn?.on ?? filingOn ?? on;
    const daysLate = Math.max(daysBetween(due, day), 0);
    const facts = handedInFacts(roster, received);
    const lines = official.receipt({
      ...facts,
      filingOn,
      due,
      daysLate,
      counts: context.kinds.map(({ id, name }) => ({ ledger: name.zh, entries: counts[id] ?? 0 })),
    });
    texts.push({
      path: besideSubmission(workspace, roster, 'receipt', submission, 'txt'),
      bytes: textOf(lines),
    });
    books.push({
      path: besideSubmission(workspace, roster, 'receipt', submission, 'xlsx'),
      data: RECEIPT_WORKBOOK.data({
        submission,
        towns: facts.towns,
        due,
        on,
        filingOn,
        daysLate,
        roster,
        kinds: context.kinds,
        words: official,
      }),
    });
  }
  if (books.length === 0) return { files: [], warnings: [] };
  try {
    const filled = await fillPapers(context, workspace, RECEIPT_WORKBOOK.name, books);
    return await keepPapers(context, workspace, { ...filled, files: [...texts, ...filled.files] });
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    // An office's own template that is no good keeps back the workbooks; the texts are given all the same.
    return { ...(await keepPapers(context, workspace, { files: texts, warnings: [] })), refusal: thrown };
  }
}

/** Makes the notice (退回通知) that a submission was returned. */
export async function makeReturnNotice(
  context: Context,
  workspace: Workspace,
  roster: Roster,
  received: ReceivedSubmission,
  returned: { readonly on: Submission['asOf']; readonly reason: string },
): Promise<GivenBack> {
  const path = besideSubmission(workspace, roster, 'return', received.submission, 'txt');
  const { on, reason } = returned;
  const lines = official.returnNotice({ ...handedInFacts(roster, received), returnedOn: on, reason });
  return giveBack(context, workspace, [{ path, bytes: textOf(lines) }]);
}

function handedInFacts(roster: Roster, { submission, on }: ReceivedSubmission): HandedInFacts {
  const { judge, quarter, asOf, attempt, seal } = submission;
  return {
    court: roster.court.name,
    office: roster.offices.research,
    judge: judge.name,
    towns: townsIn(roster, submission),
    quarter,
    asOf,
    attempt,
    code: sealCode(seal.value),
    on,
  };
}

/** As the Notepad of an office PC shows it: with a mark of UTF-8 and the line ends of Windows. */
function textOf(lines: readonly string[]): Uint8Array {
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
}
