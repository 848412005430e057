import { daysBetween, type CalendarDate } from '../../domain/calendar-date.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import type { QuotaRow } from '../../domain/quota.ts';
import { sealCode } from '../../domain/seal.ts';
import { entriesHandedIn, liveEntries, type Submission } from '../../domain/submission.ts';
import type { SubmissionDay } from '../../domain/submission-day.ts';
import type { Messages } from '../../messages/messages.ts';
import { listed, rowCounts } from './listed.ts';
import { show } from './show.ts';

/** What is told before a quarter is handed in. */
export interface SubmissionPlan {
  readonly submission: Submission;
  readonly kinds: readonly Kind[];
  readonly quota: readonly QuotaRow[];
  /** How many entries of the quarter the contact leader was not told of yet. */
  readonly unreported: number;
  readonly findings: number;
}

/** What will be handed in, and what is still open. */
export function planLines(messages: Messages, plan: SubmissionPlan): readonly string[] {
  const { submission, kinds, quota, unreported, findings } = plan;
  const words = messages.submit;
  const { judge, quarter, attempt, asOf, problems } = submission;
  const rows = new Map(kinds.map(({ id }) => [id, liveEntries(submission, id)]));
  return [
    words.heading(quarter, attempt, asOf),
    ...listed(messages, messages.report.judge(show(judge.name)), rowCounts(messages, kinds, rows), ''),
    ...quota.map((row) => words.quota(show(row.town ?? judge.name), messages.quota.verdict(row, asOf))),
    ...(unreported > 0 ? [words.unreported(unreported)] : []),
    ...(problems === undefined ? [] : [words.problems(show(problems, { oneLine: false }))]),
    ...(findings > 0 ? [words.findings(findings)] : []),
  ];
}

/** That an earlier quarter is handed in anew first, with what was entered since. */
export function supplementLine(messages: Messages): (handed: { readonly submission: Submission }) => string {
  return ({ submission }) => {
    const { quarter, attempt, seal } = submission;
    return messages.submit.supplement(quarter, attempt, entriesHandedIn(submission), sealCode(seal.value));
  };
}

/** What was handed in, where the files are, and by when they must be with the filing division. */
export function handedInText(
  messages: Messages,
  made: {
    readonly submission: Submission;
    readonly isNew: boolean;
    readonly files: readonly string[];
    readonly day: SubmissionDay;
    readonly today: CalendarDate;
    readonly dryRun: boolean;
    /** Where the cover sheets are that were made. */
    readonly covers: readonly string[];
  },
): string {
  const { submission, isNew, files, day, today, dryRun, covers } = made;
  const words = messages.submit;
  const code = sealCode(submission.seal.value);
  const { attempt } = submission;
  const done = isNew ? words.done(attempt, entriesHandedIn(submission), code) : words.same(attempt, code);
  const [file, copy] = files;
  return [
    dryRun ? messages.saved.dry(done) : done,
    ...(file === undefined || copy === undefined ? [] : [words.files(file, copy)]),
    ...(covers.length === 0 ? [] : [words.cover(covers.map((cover) => show(cover)))]),
    words.due(day.on, daysBetween(today, day.on)),
  ].join('\n');
}
