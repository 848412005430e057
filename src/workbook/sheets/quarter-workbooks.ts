import { ledgerList, ledgerListNames } from './ledger-list.ts';
import type { HandingIn } from '../../domain/receiving/changes.ts';
import type { QuarterFacts, QuarterWorkbook } from './quarter-facts.ts';
import { quarterSingleNames, quarterSingles } from './quarter-singles.ts';
import { summaryWorkbook } from './summary-workbook.ts';

export type { QuarterFacts, QuarterWorkbook } from './quarter-facts.ts';

/** 汇总台账: the ledgers over all judges, a sheet each. */
function ledgersWorkbook(term: 'quarter' | 'year'): QuarterWorkbook {
  return {
    name: { quarter: '汇总台账.xlsx', year: '年度汇总台账.xlsx' }[term],
    purpose: term === 'quarter' ? 'ledgers' : 'year-ledgers',
    singles: quarterSingleNames,
    lists: (kinds) => kinds.map(ledgerListNames),
    data: ({ consolidation, roster, workdays, kinds, words, masking, handing }) => ({
      singles: quarterSingles(consolidation, roster, kinds, words),
      lists: kinds.map((kind) =>
        ledgerList(kind, {
          consolidation,
          roster,
          workdays,
          words,
          masking,
          supplements: supplementsIn(handing, consolidation),
        }),
      ),
      none: words.none,
    }),
  };
}

/** What later attempts for the quarter added. */
function supplementsIn(
  { changes }: HandingIn,
  { quarter }: QuarterFacts['consolidation'],
): ReadonlySet<string> {
  const added = changes.filter((one) => one.quarter === quarter && one.change === 'added');
  return new Set(added.map(({ judge, entry }) => `${judge.id}/${entry}`));
}

/** The workbooks that `consolidate` makes of a quarter. */
export const QUARTER_WORKBOOKS: readonly QuarterWorkbook[] = [
  ledgersWorkbook('quarter'),
  summaryWorkbook('quarter'),
];

/** The workbooks that `consolidate` makes of a year. */
export const YEAR_WORKBOOKS: readonly QuarterWorkbook[] = [ledgersWorkbook('year'), summaryWorkbook('year')];
