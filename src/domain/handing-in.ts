import { refusal } from './problem.ts';
import type { Ledger } from './ledger.ts';
import type { Sha256 } from './seal.ts';
import {
  attemptsOf,
  makeSubmission,
  markSubmitted,
  tellsTheSame,
  type Submission,
  type SubmissionQuestion,
} from './submission.ts';

/** A sealed submission that lies in the workspace. */
export interface FiledSubmission {
  readonly file: string;
  readonly submission: Submission;
}

/** What handing in comes to: the ledger with its marks, and the attempt that stands for the quarter. */
export interface HandingIn {
  readonly ledger: Ledger;
  readonly submission: Submission;
  /** False where the last attempt already told the same: then it stands. */
  readonly isNew: boolean;
}

/**
 * Plans the next attempt for a quarter. Sealed submissions that the ledger does not know, as after a crash between file and
 * mark, are taken over first. What tells the same as the last attempt makes no new one; problems that are not said anew
 * stay as they were. Throws a Refusal `busy` (`submission-twice`) where several sealed files claim one attempt.
 */
export function planHandingIn(
  question: SubmissionQuestion,
  filed: readonly FiledSubmission[],
  sha256: Sha256,
): HandingIn {
  const { ledger, quarter } = question;
  const known = new Map(attemptsOf(ledger, quarter).map((mark) => [mark.attempt, mark.sha256]));
  const own = filed.filter(({ submission }) => isOf(ledger, submission));
  const unknown = own.filter(({ submission }) => !known.has(submission.attempt));
  for (const { submission } of unknown) assertOnce(submission.attempt, unknown);
  const adopted = unknown.map(({ submission }) => submission);
  const before = markSubmitted(ledger, adopted);
  const marks = attemptsOf(before, quarter);
  const last = own
    .map(({ submission }) => submission)
    .find(({ seal }) => seal.value === marks.at(-1)?.sha256);
  const problems = question.problems ?? last?.problems;
  const submission = makeSubmission({ ...question, ledger: before, problems }, sha256);
  if (last && tellsTheSame(last, submission)) return { ledger: before, submission: last, isNew: false };
  return { ledger: markSubmitted(ledger, [...adopted, submission]), submission, isNew: true };
}

function isOf(ledger: Ledger, { ledgerId, judge }: Submission): boolean {
  const isSame = ledgerId === undefined || ledger.ledgerId === undefined || ledgerId === ledger.ledgerId;
  return judge.id === ledger.judge.id && isSame;
}

function assertOnce(attempt: number, filed: readonly FiledSubmission[]): void {
  const files = filed.filter(({ submission }) => submission.attempt === attempt).map(({ file }) => file);
  if (files.length > 1) throw refusal('busy', { code: 'submission-twice', attempt, files });
}
