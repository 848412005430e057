import { join } from 'node:path';
import { daysBetween } from '../domain/calendar-date.ts';
import { Refusal, type Finding } from '../domain/problem.ts';
import { standingKey, standingsOf, type ReceivingPlan } from '../domain/receiving/plan.ts';
import { sealOf, type ReceivedSubmission } from '../domain/receiving/standing.ts';
import type { Decisions } from '../domain/receiving/record.ts';
import { judgesNamed, townsOf, type Roster } from '../domain/roster.ts';
import { sealCode } from '../domain/seal.ts';
import type { HandedInFacts } from '../domain/sheet-words.ts';
import { submissionDay } from '../domain/submission-day.ts';
import { nameInFiles, type Submission } from '../domain/submission.ts';
import { official } from '../messages/official.ts';
import { readBytes } from '../store/file-bytes.ts';
import { writeOutputs, type OutputFile } from '../store/outputs.ts';
import { isThere, placeIn, type Workspace } from '../store/workspace.ts';
import type { Context } from './context.ts';
import { workdaysOf } from './workdays.ts';

/** Files to give back to judges that were written, and what the medium gave to remark. */
export interface GivenBack {
  readonly files: readonly string[];
  readonly warnings: readonly Finding[];
  /** What kept them from being written: what was received is received all the same, and the next run makes them. */
  readonly refusal?: Refusal;
}

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
  const files: OutputFile[] = [];
  const again: string[] = [];
  for (const received of plan.received.filter((one) => taken.has(sealOf(one)))) {
    const { submission, on, filingOn } = received;
    const { judge, quarter, counts } = submission;
    const path = placeOf(workspace, roster, 'receipt', submission);
    const due = submissionDay(roster, quarter, workdays).on;
    const day = standings.get(standingKey(quarter, judge.id))?.handedIn?.on ?? filingOn ?? on;
    const lines = official.receipt({
      ...handedInFacts(roster, received),
      filingOn,
      due,
      daysLate: Math.max(daysBetween(due, day), 0),
      counts: context.kinds.map(({ id, name }) => ({ ledger: name.zh, entries: counts[id] ?? 0 })),
    });
    const bytes = textOf(lines);
    // One that was given back, filled in and kept stays as it is.
    if (await isOther(path, bytes)) continue;
    if (await isThere(path)) again.push(placeIn(workspace, path));
    files.push({ path, bytes });
  }
  // One that is there as it should be is only remembered as ours, which a run that died may not have come to.
  const given = await giveBack(context, workspace, files);
  return { ...given, files: given.files.filter((file) => !again.includes(file)) };
}

async function isOther(path: string, bytes: Uint8Array): Promise<boolean> {
  return (await isThere(path)) && Buffer.compare((await readBytes(path)).bytes, bytes) !== 0;
}

/** Makes the notice (退回通知) that a submission was returned. */
export async function makeReturnNotice(
  context: Context,
  workspace: Workspace,
  roster: Roster,
  received: ReceivedSubmission,
  returned: { readonly on: Submission['asOf']; readonly reason: string },
): Promise<GivenBack> {
  const path = placeOf(workspace, roster, 'return', received.submission);
  const { on, reason } = returned;
  const lines = official.returnNotice({ ...handedInFacts(roster, received), returnedOn: on, reason });
  return giveBack(context, workspace, [{ path, bytes: textOf(lines) }]);
}

/** What was received is received by now: what can't be written to give back is told beside it. */
async function giveBack(
  { dryRun, environment }: Context,
  workspace: Workspace,
  files: readonly OutputFile[],
): Promise<GivenBack> {
  const places = files.map(({ path }) => placeIn(workspace, path));
  if (dryRun || files.length === 0) return { files: places, warnings: [] };
  const writing = { force: true, random: (length: number) => environment.random(length) };
  try {
    const warnings = await environment.uninterrupted(() => writeOutputs(workspace, files, writing));
    return { files: places, warnings };
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.kind !== 'storage') throw thrown;
    return { files: [], warnings: [], refusal: thrown };
  }
}

function handedInFacts(roster: Roster, { submission, on }: ReceivedSubmission): HandedInFacts {
  const { judge, quarter, asOf, attempt, seal, period } = submission;
  const [known] = judgesNamed(roster, judge.id);
  return {
    court: roster.court.name,
    office: roster.offices.research,
    judge: judge.name,
    towns: known ? townsOf(roster, known, period) : [],
    quarter,
    asOf,
    attempt,
    code: sealCode(seal.value),
    on,
  };
}

function placeOf(
  workspace: Workspace,
  roster: Roster,
  sort: 'receipt' | 'return',
  { judge, quarter, attempt }: Submission,
): string {
  const name = nameInFiles(judge, judgesNamed(roster, judge.name).length < 2);
  return join(workspace.reports, quarter, official.givenBack(sort, name, quarter, attempt));
}

/** As the Notepad of an office PC shows it: with a mark of UTF-8 and the line ends of Windows. */
function textOf(lines: readonly string[]): Uint8Array {
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
}
