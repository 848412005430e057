import { expect, test } from 'vitest';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import { workdaysFrom } from '../../../src/domain/workdays.ts';
import { JUDGE_WORKBOOKS } from '../../../src/workbook/sheets/judge-workbooks.ts';
import { aJudge, aRoster, aTown, aVisit, ledgerOf, serving } from '../../support/builders.ts';
import { plainWords } from '../../support/sheet-words.ts';
import { thirdQuarter } from './consolidated.ts';

const roster = aRoster({
  towns: [aTown('太平镇'), aTown('大江镇'), aTown('河头镇')],
  judges: [
    aJudge('an', {
      assignments: [
        serving('大江镇', '2024-09-01'),
        serving('大江镇', '2024-07-01', '2024-07-31'),
        serving('太平镇', '2020-01-01'),
        serving('河头镇', undefined, '2024-06-30'),
      ],
    }),
  ],
});

function dataFor(workbook: (typeof JUDGE_WORKBOOKS)[number], judge: string) {
  const ledger = ledgerOf(judge, aVisit(), aVisit({ town: '外地镇' }));
  return workbook.data({
    judge: ledger.judge,
    consolidation: thirdQuarter(roster, [ledger]),
    roster,
    workdays: workdaysFrom([]),
    kinds: KINDS,
    words: plainWords,
  });
}

test.each(JUDGE_WORKBOOKS)('$name is filled under just the names a template of it may use', (workbook) => {
  const { singles, lists, none } = dataFor(workbook, 'an');
  expect(singles.map(({ names }) => names)).toEqual(workbook.singles(KINDS).map(({ names }) => names));
  expect(lists.map(({ names }) => names)).toEqual(workbook.lists(KINDS).map(({ names }) => names));
  expect(lists.map(({ columns }) => columns)).toEqual(workbook.lists(KINDS).map(({ columns }) => columns));
  expect(none).toBe('none');
});

test.each(JUDGE_WORKBOOKS)(
  '$name says who prepared it, and for which towns, in the roster’s order',
  (workbook) => {
    const values = (judge: string) => {
      const { singles } = dataFor(workbook, judge);
      return ['preparedBy', 'towns'].map((name) => singles.find(({ names }) => names.includes(name))?.value);
    };
    expect(values('an')).toEqual(['an', '太平镇+大江镇 to 2024-07-31+大江镇 from 2024-09-01']);
    expect(values('gone')).toEqual(['gone', 'off roster']);
  },
);

test('each judge’s workbooks have names of their own', () => {
  const files = ['an', 'bai'].flatMap((judge) => JUDGE_WORKBOOKS.map((workbook) => workbook.file(judge)));
  expect(new Set(files).size).toBe(files.length);
  expect(files[0]).toBe('an-台账.xlsx');
});
