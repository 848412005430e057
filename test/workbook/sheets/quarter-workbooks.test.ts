import { workdaysFrom } from '../../../src/domain/workdays.ts';
import { expect, test } from 'vitest';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import { QUARTER_WORKBOOKS } from '../../../src/workbook/sheets/quarter-workbooks.ts';
import { aJudge, aRoster, aTown, aVisit, ledgerOf, serving, someRules } from '../../support/builders.ts';
import { plainWords } from '../../support/sheet-words.ts';
import { thirdQuarter } from './consolidated.ts';

const roster = aRoster({
  rules: [someRules({ visitsPerQuarter: 1, countDistinct: false })],
  towns: [aTown('太平镇'), aTown('大江镇')],
  judges: [aJudge('an'), aJudge('bai', { assignments: [serving('大江镇')] })],
});

function dataOf(name: string, ...ledgers: Parameters<typeof thirdQuarter>[1]) {
  const workbook = QUARTER_WORKBOOKS.find((one) => one.name === name);
  if (!workbook) throw new Error(name);
  const facts = {
    consolidation: thirdQuarter(roster, ledgers),
    roster,
    workdays: workdaysFrom([]),
    kinds: KINDS,
    unreadable: [],
    findings: [],
    handing: { supplements: [], changes: [], problems: [], findings: [] },
    status: [],
    words: plainWords,
  };
  return { workbook, data: workbook.data(facts) };
}

test.each(['汇总台账.xlsx', '季度汇总表.xlsx'])(
  '%s is filled under just the names a template of it may use',
  (name) => {
    const { workbook, data } = dataOf(name, ledgerOf('an', aVisit()));
    expect(data.singles.map(({ names }) => names)).toEqual(workbook.singles(KINDS).map(({ names }) => names));
    expect(data.lists.map(({ names }) => names)).toEqual(workbook.lists(KINDS).map(({ names }) => names));
    expect(data.lists.map(({ columns }) => columns)).toEqual(
      workbook.lists(KINDS).map(({ columns }) => columns),
    );
    expect(data.none).toBe('none');
  },
);

test('the summary says how many towns met it, who did not report, and how it was counted', () => {
  const { data } = dataOf('季度汇总表.xlsx', ledgerOf('an', aVisit()));
  const values = new Map(data.singles.map(({ names, value }) => [names[0], value]));
  expect(['达标镇数', '未报说明', '走访口径', '报送说明'].map((name) => values.get(name))).toEqual([
    '1 of 2',
    'unreported: 大江镇',
    'visit false 1',
    '2/0/1/1',
  ]);
});

test('where everybody reported there is nothing to say of it', () => {
  const { data } = dataOf('季度汇总表.xlsx', ledgerOf('an'), ledgerOf('bai'));
  expect(data.singles.find(({ names }) => names.includes('未报说明'))?.value).toBe('');
});
