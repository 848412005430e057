import { expect, test } from 'vitest';
import { dispute } from '../../../src/domain/kinds/dispute.ts';
import { visit } from '../../../src/domain/kinds/visit.ts';
import { workdaysFrom } from '../../../src/domain/workdays.ts';
import { entriesOf, submissionList, submissionNames } from '../../../src/workbook/sheets/submission-list.ts';
import { aJudge, aRoster, aTown, aVisit, ledgerOf, serving } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';
import { plainWords } from '../../support/sheet-words.ts';
import { table, thirdQuarter } from './consolidated.ts';

const roster = aRoster({
  towns: [aTown('太平镇'), aTown('大江镇')],
  judges: [
    aJudge('an', { name: '安', assignments: [serving('大江镇'), serving('太平镇')] }),
    aJudge('bai'),
    aJudge('chen'),
  ],
});
const consolidation = thirdQuarter(roster, [
  ledgerOf(
    'an',
    aVisit(),
    aVisit({ date: '2024-10-01' }),
    anEntry('dispute'),
    aVisit({ form: 'talk', source: 'department' }),
  ),
  ledgerOf('gone', aVisit()),
]);

test('each judge has a row: where the entries came from and how many, never 0 for who gave nothing', () => {
  const facts = {
    consolidation,
    roster,
    kinds: [visit, dispute],
    unreadable: ['chen'],
    words: plainWords,
    workdays: workdaysFrom([]),
    findings: [],
    handing: { supplements: [], changes: [], problems: [], findings: [] },
    status: [],
  };
  const rows = table(submissionList(facts));
  expect(rows.map((row) => Object.values(row))).toEqual([
    [1, 'an', '太平镇+大江镇', 'has ledger', 'from ledger', null, 2, 1, 3, null],
    [2, 'bai', '太平镇', 'missing', 'from nothing', null, ...Array<string>(3).fill('unreported'), null],
    [3, 'chen', '太平镇', 'unreadable', 'left out', null, ...Array<string>(3).fill('unreported'), null],
    [4, 'gone', null, 'has ledger', 'from ledger', null, 1, 0, 1, 'off roster'],
  ]);
});

test('a ledger without entries of the quarter counts 0', () => {
  const empty = thirdQuarter(roster, [ledgerOf('bai')]);
  expect(entriesOf(empty, 'bai', visit)).toBe(0);
  expect(entriesOf({ ...empty, rows: new Map() }, 'bai', visit)).toBe(0);
  expect(entriesOf(consolidation, 'an', visit)).toBe(2);
});

test('columns have their official heads', () => {
  expect(submissionNames([visit, dispute]).columns.map(({ names }) => names[0])).toEqual([
    ...['序号', '联系法官', '挂点镇', '报送状态', '数据来源', '收件日'],
    ...['登记数（条）走访座谈', '登记数（条）矛盾纠纷', '登记数（条）合计', '备注'],
  ]);
});
