import { expect, test } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { VISIT_CHECK, visitCheckList } from '../../../src/workbook/sheets/visit-check-list.ts';
import { aJudge, aRoster, aTown, aVisit, ledgerOf, serving, someRules } from '../../support/builders.ts';
import { plainWords } from '../../support/sheet-words.ts';
import { table, thirdQuarter } from './consolidated.ts';

const roster = aRoster({
  towns: [aTown('太平镇', { aliases: ['太平'] }), aTown('大江镇'), aTown('新城镇')],
  judges: [
    aJudge('an', { assignments: [serving('太平镇', undefined, '2024-08-15')] }),
    aJudge('bai', { assignments: [serving('太平镇', '2024-08-16')] }),
    aJudge('chen', { assignments: [serving('大江镇')] }),
    aJudge('posted', { role: 'posted' }),
  ],
});

function rowsOf(ledgers: readonly Ledger[], court = roster, asOf?: string) {
  return table(visitCheckList(thirdQuarter(court, ledgers, asOf), court, plainWords));
}

test('every column has a name, and none twice', () => {
  const names = VISIT_CHECK.columns.flatMap((column) => column.names);
  expect(new Set(names).size).toBe(names.length);
  expect(VISIT_CHECK.columns.map((column) => column.names[0])).toEqual(
    '序号 镇 挂点法官 联系法官 第1次日期 第1次地点 第2次日期 第2次地点 第3次日期 第3次地点 合计 核对结果 说明'.split(
      ' ',
    ),
  );
});

test('a town shows who served it and when, its visits, and whether they are enough', () => {
  const an = ledgerOf(
    'an',
    aVisit({ date: '2024-07-01' }),
    aVisit({ date: '2024-07-02', village: undefined, town: '太平' }),
  );
  const bai = ledgerOf('bai', aVisit({ date: '2024-09-01', village: '没有的村' }));
  expect(rowsOf([bai, an])[0]).toEqual({
    序号: 1,
    镇: '太平镇',
    挂点法官: 'posted',
    联系法官: 'an to 2024-08-15+bai from 2024-08-16',
    第1次日期: { day: '2024-07-01' },
    第1次地点: '马山社区',
    第2次日期: { day: '2024-07-02' },
    第2次地点: '太平镇',
    第3次日期: { day: '2024-09-01' },
    第3次地点: '没有的村',
    合计: 3,
    核对结果: 'met by 2024-09-30',
    说明: '',
  });
});

test('a town nobody reported for is unreported, never 0; one who reported nothing has 0', () => {
  const rows = rowsOf([ledgerOf('chen')]);
  expect(rows.map((row) => [row['镇'], row['合计'], row['核对结果'], row['说明']])).toEqual([
    ['太平镇', 'unreported', 'unreported', null],
    ['大江镇', 0, 'short by 2024-09-30', ''],
    ['新城镇', 'unreported', 'unreported', null],
  ]);
  expect(rows[1]).toMatchObject({ 第1次日期: null, 第1次地点: null });
});

test.each([
  ['visits at one place on one day', ['2024-07-01', '2024-07-01'], '马山社区', 'raw 2/1'],
  [
    'more than three',
    ['2024-07-01', '2024-07-02', '2024-07-03', '2024-07-04', '2024-07-05'],
    '马山社区',
    'further 2',
  ],
  ['none to a village', ['2024-07-01'], undefined, 'no village'],
  ['both', ['2024-07-01', '2024-07-01'], undefined, 'raw 2/1, no village'],
])('a note on %s', (_, dates, village, note) => {
  const chen = ledgerOf('chen', ...dates.map((date) => aVisit({ date, village, town: '大江镇' })));
  expect(rowsOf([chen])[1]?.['说明']).toBe(note);
});

test('a note where one of several judges has no ledger here', () => {
  expect(rowsOf([ledgerOf('bai', aVisit())])[0]?.['说明']).toBe('shared');
});

test('as of a day within the quarter, the verdict says so', () => {
  expect(rowsOf([ledgerOf('chen')], roster, '2024-08-01')[1]?.['核对结果']).toBe('short by 2024-08-01');
});

test('where the court counts per judge, each has a row under the judge’s name', () => {
  const perJudge = aRoster({ ...roster, rules: [someRules({ quotaPer: 'judge' })] });
  const rows = rowsOf([ledgerOf('an', aVisit({ village: undefined, town: '太平' }))], perJudge);
  expect(
    rows.map((row) => [row['镇'], row['挂点法官'], row['联系法官'], row['合计'], row['第1次地点']]),
  ).toEqual([
    ['an', null, 'an', 1, '太平镇'],
    ['bai', null, 'bai', 'unreported', null],
    ['chen', null, 'chen', 'unreported', null],
  ]);
});

test('visits to towns that the roster does not know stand in a row of their own, counted as the others are', () => {
  const visits = [
    aVisit({ town: '外地镇' }),
    aVisit({ town: '外地镇' }),
    aVisit({ town: '乡外镇' }),
    aVisit({ town: '乡外镇', form: 'talk' }),
    aVisit({ town: '乡外镇', date: '2024-07-05', source: 'department' }),
  ];
  const all = aRoster({ ...roster, rules: [someRules({ countDistinct: false })] });
  const [row, other] = [roster, all].map((court) => rowsOf([ledgerOf('chen', ...visits)], court).at(-1));
  expect(row).toMatchObject({
    序号: 4,
    镇: 'elsewhere',
    挂点法官: null,
    联系法官: 'chen',
    第1次日期: null,
    合计: 2,
    核对结果: '-',
    说明: '乡外镇+外地镇',
  });
  expect(other?.['合计']).toBe(3);
});

test('without such visits there is no such row', () => {
  expect(rowsOf([ledgerOf('chen', aVisit({ town: '外地镇', form: 'other' }))])).toHaveLength(3);
});
