import { consolidate, type ReadLedger } from '../../domain/consolidation.ts';
import { problemOfText } from '../../domain/fields/text.ts';
import { planHandingIn, type FiledSubmission } from '../../domain/handing-in.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { refusal, warning, type Finding } from '../../domain/problem.ts';
import { periodOf, type Quarter } from '../../domain/quarter.ts';
import { quotaRows } from '../../domain/quota.ts';
import { basisOf, judgesNamed, owesLedger, type Roster } from '../../domain/roster.ts';
import { sealCode } from '../../domain/seal.ts';
import { supplementsOf } from '../../domain/supplement.ts';
import { submissionDay } from '../../domain/submission-day.ts';
import {
  entriesHandedIn,
  nameInFiles,
  submissionFile,
  submissionToText,
  untoldIn,
  type Submission,
} from '../../domain/submission.ts';
import type { Workdays } from '../../domain/workdays.ts';
import { official } from '../../messages/official.ts';
import { digestOf } from '../../store/digest.ts';
import { requireLedger } from '../../store/ledgers.ts';
import { loadRoster } from '../../store/rosters.ts';
import { handIn, type HandedIn, type Handing } from '../../store/submissions.ts';
import { ledgerPath, placeIn } from '../../store/workspace.ts';
import { keepPapers } from '../beside-submission.ts';
import { mindBeforeChange } from '../before-change.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { fillCovers } from '../covers.ts';
import { EDITOR_FORCE_OPTION } from '../entry-options.ts';
import { confirm } from '../entry-saving.ts';
import { textOption, type Given } from '../given.ts';
import { judgeFor } from '../judges.ts';
import { entryFindings, ordered } from '../quarter-findings.ts';
import { begunQuarter, QUARTER_OPTION } from '../quarters.ts';
import { findingLines } from '../render/findings.ts';
import { handedInText, planLines, supplementLine } from '../render/submission.ts';
import { savingOf } from '../saving.ts';
import { versionOf } from '../version.ts';
import { workdaysOf } from '../workdays.ts';
import { isUnconfirmed } from '../workbook-making.ts';

/** `ledger submit --quarter Q`: seals a judge's entries of a quarter into a file to hand in, and notes it in the ledger. */
export const submit: Command = {
  options: [
    QUARTER_OPTION,
    {
      name: 'problems',
      value: { zh: '文字', en: 'TEXT' },
      help: { zh: '工作中遇到的问题及建议', en: 'problems met at work, and suggestions' },
    },
    EDITOR_FORCE_OPTION,
  ],
  examples: [
    'submit --quarter 2024Q3 --judge li-min --dry-run',
    'submit --quarter 2024Q3 --judge li-min --problems 个别村干部对诉前调解的作用认识不足，建议联合镇综治中心开展培训',
  ],
  run: async (context, given) => {
    const { kinds, messages, today, dryRun } = context;
    const workspace = await context.workspace();
    const roster = await loadRoster(workspace);
    const quarter = begunQuarter(context, roster, given);
    const problems = problemsIn(given);
    const owner = await judgeFor(context, workspace, roster);
    const seen = await requireLedger(workspace, owner.id, kinds);
    await mindBeforeChange(context, workspace, owner.id, seen.ledger);
    // Everything that is told is read before anything is saved: what is done must not end in a failure.
    const workdays = await workdaysOf(workspace);
    const day = submissionDay(roster, quarter, workdays);
    const toolVersion = await versionOf(context.environment);
    const question = { kinds, roster, today, at: context.at, toolVersion };
    let expected = seen.ledger.seq;
    const planOf =
      (of: Quarter, said?: string) =>
      (ledger: Ledger, filed: readonly FiledSubmission[]): Handing => {
        // What was shown and agreed to is what is sealed.
        if (ledger.seq !== expected) throw refusal('busy', { code: 'ledger-changed-meanwhile' });
        const made = planHandingIn({ ...question, quarter: of, problems: said, ledger }, filed, digestOf);
        return { ...made, files: filesOf(made.submission, roster) };
      };
    const saving = { ...savingOf(context, 'submit'), seen };
    const hand = async (of: Quarter, said: string | undefined, rehearsed: boolean): Promise<HandedIn> => {
      const handed = await handIn(workspace, owner.id, of, planOf(of, said), {
        ...saving,
        dryRun: rehearsed,
      });
      if (!rehearsed) expected = handed.ledger.seq;
      return handed;
    };
    // What was entered since earlier quarters were handed in goes before this one, as further attempts for them.
    const earlier = supplementsOf(seen.ledger, kinds, roster).filter((one) => one.quarter < quarter);
    const supplements: HandedIn[] = [];
    for (const one of earlier) supplements.push(await hand(one.quarter, undefined, true));
    const preview = await hand(quarter, problems, true);
    const findings = openFindings(
      context,
      roster,
      workdays,
      quarter,
      { file: placeIn(workspace, ledgerPath(workspace, owner.id)), ledger: seen.ledger },
      preview.submission,
    );
    const { submission, isNew } = preview;
    // A template that is no good is told before anything is sealed.
    const handing = [...supplements, preview].map((one) => one.submission);
    const covers = await fillCovers(context, workspace, { roster, workdays, ledger: seen.ledger }, handing);
    const notes = isNew
      ? planLines(messages, {
          submission,
          kinds,
          quota: quotaRows({
            quarter,
            asOf: submission.asOf,
            roster,
            ledgers: [seen.ledger],
            judge: owner.id,
          }),
          unreported: kinds.reduce((sum, kind) => sum + untoldIn(kind, submission), 0),
          findings: findings.length,
        })
      : [];
    const isAsked = isNew && !dryRun && context.questions !== undefined && !context.yes;
    const told = [
      ...notes,
      ...supplements.map(supplementLine(messages)),
      ...findingLines(messages, findings),
    ];
    if (isAsked) context.environment.stderr.write(`${told.join('\n')}\n`);
    if (isNew && !dryRun) await confirm(context, messages.submit.ask(submission.attempt));
    const before: HandedIn[] = [];
    for (const one of dryRun ? [] : earlier) before.push(await hand(one.quarter, undefined, false));
    const done = dryRun ? preview : await hand(quarter, problems, false);
    const all = [...(dryRun ? supplements : before), done];
    const papers = await keepPapers(context, workspace, covers);
    return {
      json: {
        ...handedInJson(done),
        covers: papers.files,
        ...(earlier.length > 0 ? { supplements: all.slice(0, -1).map(handedInJson) } : {}),
      },
      text: handedInText(messages, { ...done, day, today, dryRun, covers: papers.files }),
      ...(papers.refusal ? { refusal: papers.refusal } : {}),
      notes: [
        ...(isAsked ? [] : told),
        ...findingLines(messages, [...all.flatMap(({ warnings }) => warnings), ...papers.warnings]),
      ],
      ...(all.every(({ confirmed }) => confirmed) && !isUnconfirmed(papers.warnings) ? {} : { exit: 7 }),
    };
  },
};

function handedInJson({ submission, files }: HandedIn): Readonly<Record<string, unknown>> {
  const { quarter, attempt, seal } = submission;
  return {
    quarter,
    attempt,
    file: files[0],
    sha256: seal.value,
    code: sealCode(seal.value),
    entries: entriesHandedIn(submission),
  };
}

/** 工作中遇到的问题及建议, as any long text may be. */
function problemsIn(given: Given): string | undefined {
  const typed = textOption(given, 'problems')?.trim();
  if (typed === undefined || typed === '') return undefined;
  const problem = problemOfText(typed, true);
  if (problem) throw refusal('misuse', problem, { field: '--problems' });
  return typed;
}

/** The sealed file, and the same under a name and ending for systems that let no .json through. */
function filesOf(submission: Submission, roster: Roster): Handing['files'] {
  const text = submissionToText(submission);
  const { judge, quarter, attempt } = submission;
  const name = nameInFiles(judge, judgesNamed(roster, judge.name).length < 2);
  return [
    { name: submissionFile(submission, roster.court.code), text },
    { name: official.submissionCopy(name, quarter, attempt), text },
  ];
}

/** What is doubtful about the quarter: in its entries, and that by the roster the judge owes nothing for it. */
function openFindings(
  context: Context,
  roster: Roster,
  workdays: Workdays,
  quarter: Quarter,
  { file, ledger }: ReadLedger,
  { asOf }: Submission,
): readonly Finding[] {
  const { kinds, language } = context;
  const consolidation = consolidate({ quarter, asOf, roster, kinds, ledgers: [{ file, ledger }] });
  const owes = owesLedger(roster, ledger.judge.id, periodOf(quarter, basisOf(roster)));
  return [
    ...(owes ? [] : [warning({ code: 'submission-not-owed', quarter }, { judge: ledger.judge.id })]),
    ...ordered(entryFindings(context, roster, workdays, consolidation, language)),
  ];
}
