import { expect, test } from 'vitest';
import type { FieldValue } from '../../../src/domain/fields/field-type.ts';
import { visit } from '../../../src/domain/kinds/visit.ts';
import { workdaysFrom } from '../../../src/domain/workdays.ts';
import type { Consolidation } from '../../../src/domain/consolidation.ts';
import { ledgerList, ledgerListNames, type LedgerFacts } from '../../../src/workbook/sheets/ledger-list.ts';
import { aLeader, aRoster, aVisit, ledgerOf, serving } from '../../support/builders.ts';
import { plainWords } from '../../support/sheet-words.ts';
import { table, thirdQuarter } from './consolidated.ts';

const roster = aRoster({
  leaders: [
    aLeader('zhao', {
      assignments: [serving('太平镇', undefined, '2024-07-31'), serving('太平镇', '2024-09-01')],
    }),
    aLeader('qian', { assignments: [serving('太平镇', '2024-08-01', '2024-08-31')] }),
    aLeader('gone', { assignments: [serving('太平镇', undefined, '2024-06-30')] }),
  ],
});

function factsOf(consolidation: Consolidation): LedgerFacts {
  return { consolidation, roster, workdays: workdaysFrom([]), words: plainWords };
}

function rowsOf(...visits: readonly Readonly<Record<string, FieldValue | undefined>>[]) {
  const ledger = ledgerOf('li-min', ...visits.map((values) => aVisit(values)));
  return table(ledgerList(visit, factsOf(thirdQuarter(roster, [ledger]))));
}

test('a list and its columns go by short name, head, label and key in both languages', () => {
  const { names, columns } = ledgerListNames(visit);
  expect(names).toEqual(['走访座谈', '走访座谈台账', 'visit', 'visits and talks']);
  expect(columns[0]?.names).toEqual(['序号', 'no']);
  expect(columns.find((column) => column.names.includes('findings'))?.names).toEqual([
    '社情民意及矛盾纠纷情况',
    'findings',
  ]);
  expect(columns.find((column) => column.names.includes('reportedOn'))?.names).toEqual([
    '报告联系领导日期',
    'reported on',
    'reportedOn',
  ]);
  const all = columns.flatMap((column) => column.names);
  expect(new Set(all).size).toBe(all.length);
});

test('every head of the official sheet has its column', () => {
  const heads =
    '序号 日期 挂点镇 村（社区） 方式 走访（座谈）对象 参加人员 社情民意及矛盾纠纷情况 通报涉诉纠纷情况 处理（转办）情况 报告联系领导日期 联系领导意见 联系法官 登记来源 备注';
  const names = ledgerListNames(visit).columns.map((column) => column.names[0]);
  expect(heads.split(' ').filter((head) => !names.includes(head))).toEqual([]);
});

test('a row has its number, real days, labels and empty cells where nothing was said', () => {
  expect(
    rowsOf({ date: '2024-07-05', form: 'talk' }, { reportedOn: '2024-07-04', met: '=1+1' }),
  ).toMatchObject([
    {
      序号: 1,
      日期: { day: '2024-07-03' },
      挂点镇: '太平镇',
      '村（社区）': '马山社区',
      方式: '走访',
      '走访（座谈）对象': '=1+1',
      参加人员: null,
      报告联系领导日期: { day: '2024-07-04' },
      联系法官: 'li-min',
      备注: null,
    },
    { 序号: 2, 日期: { day: '2024-07-05' }, 方式: '座谈', 报告联系领导日期: null },
  ]);
});

test('a town goes by the roster’s name, one off the roster by its own, without a leader', () => {
  expect(rowsOf({ town: '太平' }, { town: '外地镇' })).toMatchObject([
    { 挂点镇: '太平镇', 联系领导: 'zhao+qian' },
    { 挂点镇: '外地镇', 联系领导: null },
  ]);
});

test('who told it is the judge unless said, or a department by name', () => {
  const rows = rowsOf(
    { date: '2024-07-01' },
    { date: '2024-07-02', source: 'own' },
    { date: '2024-07-03', source: 'department' },
    { date: '2024-07-04', source: 'department', sourceDepartment: '民庭' },
  );
  expect(rows.map((row) => row['登记来源'])).toEqual([
    '联系法官登记',
    '联系法官登记',
    '部门告知',
    '部门告知 by 民庭',
  ]);
});

test('a kind without rows has an empty list under the same names', () => {
  const list = ledgerList(visit, factsOf({ ...thirdQuarter(roster, []), rows: new Map() }));
  expect([...list.rows]).toEqual([]);
  expect(list.columns).toEqual(ledgerListNames(visit).columns);
});

test('a field keeps the names that it had in earlier versions', () => {
  const fields = visit.fields.map((field) =>
    field.key === 'met' ? { ...field, formerly: ['对象'] } : field,
  );
  const { columns } = ledgerListNames({ ...visit, fields });
  expect(columns.find(({ names }) => names.includes('met'))?.names).toEqual([
    '走访（座谈）对象',
    'people met',
    '对象',
    'met',
  ]);
});
