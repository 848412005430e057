import { quotaRows } from '../domain/quota.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Roster } from '../domain/roster.ts';
import { submissionDay } from '../domain/submission-day.ts';
import type { Submission } from '../domain/submission.ts';
import type { Workdays } from '../domain/workdays.ts';
import { official } from '../messages/official.ts';
import type { Workspace } from '../store/workspace.ts';
import { besideSubmission, fillPapers, townsIn, type Papers } from './beside-submission.ts';
import type { Context } from './context.ts';

/** Fills the cover sheets (报送单) of submissions of a judge. Throws a Refusal where their template is no good. */
export async function fillCovers(
  context: Context,
  workspace: Workspace,
  question: { readonly roster: Roster; readonly workdays: Workdays; readonly ledger: Ledger },
  submissions: readonly Submission[],
): Promise<Papers> {
  const { roster, workdays, ledger } = question;
  const { COVER_WORKBOOK } = await import('../workbook/sheets/handing-in-workbooks.ts');
  const papers = submissions.map((submission) => ({
    path: besideSubmission(workspace, roster, 'cover', submission, 'xlsx'),
    data: COVER_WORKBOOK.data({
      submission,
      towns: townsIn(roster, submission),
      due: submissionDay(roster, submission.quarter, workdays).on,
      madeOn: context.today,
      visits: visitsOf(roster, ledger, submission),
      roster,
      kinds: context.kinds,
      words: official,
    }),
  }));
  return fillPapers(context, workspace, COVER_WORKBOOK.name, papers);
}

function visitsOf(roster: Roster, ledger: Ledger, { quarter, asOf, judge }: Submission): readonly string[] {
  return quotaRows({ quarter, asOf, roster, ledgers: [ledger], judge: judge.id }).map((row) =>
    official.townVerdict(row.town ?? judge.name, official.verdict(row, asOf)),
  );
}
