import { consolidate as merge, consolidateYear, type Consolidation } from '../../domain/consolidation.ts';
import { Refusal, type Finding } from '../../domain/problem.ts';
import type { Language } from '../../domain/words.ts';
import { official } from '../../messages/official.ts';
import { loadRoster } from '../../store/rosters.ts';
import type { QuarterFacts } from '../../workbook/sheets/quarter-workbooks.ts';
import type { Command } from '../command.ts';
import { isOn } from '../given.ts';
import { NOTHING_HANDED_IN } from '../office-state.ts';
import { findingRows } from '../finding-rows.ts';
import { doubtfulFindings, editionFile, MASKED_OPTION, wantedEdition } from '../masking.ts';
import { entryFindings, ordered } from '../quarter-findings.ts';
import { QUARTER_OPTION } from '../quarters.ts';
import { consolidationText } from '../render/consolidation.ts';
import { reviewJson, reviewLines } from '../render/review-list.ts';
import { filesOf } from '../unread-files.ts';
import { findingJson, findingLines } from '../render/findings.ts';
import { isError, judgeOf, termBooks } from '../term-books.ts';
import { AS_OF_OPTION, asOfDay, periodOfTerm, wantedTerm, YEAR_OPTION } from '../terms.ts';
import { workdaysOf } from '../workdays.ts';
import { isUnconfirmed, makeWorkbooks, MAKING_OPTIONS } from '../workbook-making.ts';

/** `ledger consolidate --quarter Q` or `--year Y`: merges all ledgers into the official workbooks of a quarter or a year. */
export const consolidate: Command = {
  options: [
    QUARTER_OPTION,
    YEAR_OPTION,
    AS_OF_OPTION,
    MASKED_OPTION,
    {
      name: 'strict',
      help: { zh: '有读不了的台账就不汇总', en: 'merge nothing where a ledger cannot be read' },
    },
    ...MAKING_OPTIONS,
  ],
  examples: ['consolidate --quarter 2024Q3', 'consolidate --quarter 2024Q3 --masked=external'],
  run: async (context, given) => {
    const edition = wantedEdition(context, given);
    const workspace = await context.workspace();
    const roster = await loadRoster(workspace);
    const term = wantedTerm(context, roster, given);
    const {
      office,
      unread,
      doubtful: doubtfulFiles,
    } = await termBooks(context, workspace, roster, term, edition !== undefined);
    if (isOn(given, 'strict') && unread.length > 0) throw new Refusal('invalid', unread);
    const workdays = await workdaysOf(workspace);
    const asOf = asOfDay(context, periodOfTerm(term, roster), given);
    const merging = { asOf, roster, kinds: context.kinds, ledgers: office.ledgers };
    const consolidation =
      term.type === 'quarter' ? merge({ ...merging, ...term }) : consolidateYear({ ...merging, ...term });
    const handing = term.type === 'quarter' ? office.handing(term.quarter) : NOTHING_HANDED_IN;
    const unreadable = unread.map(judgeOf);
    const findingsIn = (language: Language): readonly Finding[] =>
      ordered([
        ...unread,
        ...doubtfulFiles,
        // Whose file is there and can't be read has not failed to report.
        ...consolidation.findings.filter(
          ({ problem }) => problem.code !== 'ledger-missing' || !unreadable.includes(problem.judge),
        ),
        ...entryFindings(context, roster, workdays, consolidation, language),
        ...handing.findings,
      ]);
    const masked =
      edition &&
      (await (
        await import('../masked-making.ts')
      ).maskedMaking(context, edition, consolidation, roster, office.everything, unread));
    const facts: QuarterFacts = {
      consolidation,
      roster,
      workdays,
      kinds: context.kinds,
      handing,
      status: term.type === 'quarter' ? office.status(term.quarter, asOf, workdays) : [],
      unreadable,
      findings: await findingRows(findingsIn('zh'), roster),
      words: official,
      masking: masked?.masking,
    };
    const { QUARTER_WORKBOOKS, YEAR_WORKBOOKS } = await import('../../workbook/sheets/quarter-workbooks.ts');
    const { maskedData } = await import('../../workbook/sheets/masked-data.ts');
    const jobs = (term.type === 'quarter' ? QUARTER_WORKBOOKS : YEAR_WORKBOOKS).map((workbook) => ({
      template: workbook.name,
      file: edition ? editionFile(workbook.name, edition) : workbook.name,
      data: masked ? maskedData(workbook.data(facts), masked.masking) : workbook.data(facts),
    }));
    const folder = term.type === 'quarter' ? term.quarter : String(term.year);
    const made = await makeWorkbooks(context, given, workspace, folder, jobs, masked?.making);
    const { workbooks, warnings } = made;
    const all = [...findingsIn(context.language), ...warnings];
    const doubtful = masked ? doubtfulFindings(context, masked.review, made.beside) : [];
    return {
      json: {
        ...(term.type === 'quarter' ? { quarter: term.quarter } : { year: term.year }),
        asOf,
        sources: consolidation.sources.map(({ judge, source, file, ledger }) => ({
          judge: judge.id,
          source,
          ...(file === undefined || source === 'missing' ? {} : { file }),
          entries: ledger && source !== 'missing' ? rowsOf(consolidation, judge.id) : 0,
        })),
        totals: Object.fromEntries([...consolidation.rows].map(([kind, rows]) => [kind, rows.length])),
        findings: [...all, ...doubtful].map((finding) => findingJson(context.messages, finding)),
        workbooks,
        ...(masked ? reviewJson(masked.review, made.beside) : {}),
      },
      text: consolidationText(context.messages, context.kinds, {
        consolidation,
        workbooks,
        findings: all.length,
        unread: unread.flatMap(filesOf),
        unreadable,
        dryRun: context.dryRun,
        ...(masked ? { masked: { review: masked.review, list: made.beside[0] } } : {}),
      }),
      notes: [
        ...(masked && context.dryRun ? reviewLines(context.messages, masked.review) : []),
        // A rehearsal has just listed them.
        ...findingLines(context.messages, [
          ...unread,
          ...doubtfulFiles,
          ...warnings,
          ...(context.dryRun ? [] : doubtful),
        ]),
      ],
      ...(unread.length > 0 || handing.findings.some(isError) || isUnconfirmed(warnings) ? { exit: 7 } : {}),
    };
  },
};

function rowsOf({ rows }: Consolidation, judge: string): number {
  return [...rows.values()].flat().filter((row) => row.judge.id === judge).length;
}
