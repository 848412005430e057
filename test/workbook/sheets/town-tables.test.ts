import { describe, expect, test } from 'vitest';
import { consolidate, consolidateYear } from '../../../src/domain/consolidation.ts';
import type { Kind } from '../../../src/domain/kinds/kind.ts';
import { defineKind } from '../../../src/domain/kinds/kind.ts';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import { service } from '../../../src/domain/kinds/service.ts';
import type { Ledger } from '../../../src/domain/ledger.ts';
import type { Roster } from '../../../src/domain/roster.ts';
import { summarize, type Comparison } from '../../../src/domain/summary.ts';
import {
  comparisonNames,
  comparisonRow,
  TOWN_TABLES,
  townTable,
  townTableNames,
  type TownTable,
} from '../../../src/workbook/sheets/town-tables.ts';
import {
  aJudge,
  aLeader,
  aRoster,
  aTown,
  aVisit,
  day,
  ledgerOf,
  quarter,
  serving,
  someRules,
} from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';
import { plainWords } from '../../support/sheet-words.ts';
import { table } from './consolidated.ts';

const roster = aRoster({
  rules: [someRules({ visitsPerQuarter: 1 })],
  leaders: [aLeader('zhao', { name: '赵某', assignments: [serving('太平镇', undefined, '2024-08-15')] })],
  towns: [aTown('太平镇'), aTown('大江镇')],
  judges: [
    aJudge('an', { name: '安', assignments: [serving('太平镇', '2024-04-01', '2024-08-15')] }),
    aJudge('bai', { name: '白', assignments: [serving('太平镇', '2024-08-16')] }),
    aJudge('chen', { name: '陈', assignments: [serving('大江镇', '2024-07-01')] }),
    aJudge('posted', { name: '挂', role: 'posted', assignments: [serving('太平镇')] }),
  ],
});

interface Asked {
  readonly court?: Roster;
  readonly kinds?: readonly Kind[];
  readonly asOf?: string;
  readonly year?: number;
}

function made(
  ledgers: readonly Ledger[],
  { court = roster, kinds = KINDS, asOf = '2024-09-30', year }: Asked = {},
) {
  const read = ledgers.map((ledger) => ({ file: `ledgers/${ledger.judge.id}.json`, ledger }));
  const merging = { asOf: day(asOf), roster: court, kinds, ledgers: read };
  const consolidation =
    year === undefined
      ? consolidate({ quarter: quarter('2024Q3'), ...merging })
      : consolidateYear({ year, ...merging });
  const summary = summarize(consolidation, court, kinds);
  const { period } = consolidation;
  const facts = {
    roster: court,
    kinds,
    period,
    asOf: day(asOf),
    isYear: year !== undefined,
    words: plainWords,
  };
  return {
    rows: (of: TownTable = 'contact') => table(townTable(of, summary.towns, facts)),
    compared: (comparison: Comparison, of: TownTable = 'contact') =>
      table(comparisonRow(of, comparison, summary.compared.get(comparison), facts))[0] ?? {},
  };
}

const both = [ledgerOf('an'), ledgerOf('bai'), ledgerOf('chen')];

test('a town has its people with their days, its visits, and the figures of every kind', () => {
  const an = ledgerOf(
    'an',
    aVisit({ litigationNotice: '通报3件' }),
    aVisit(),
    aVisit({ form: 'talk' }),
    anEntry('dispute', { foundOn: '2024-05-01' }),
  );
  const [row, other] = made([an, ...both.slice(1)]).rows();
  expect(row).toMatchObject({
    序号: 1,
    镇: '太平镇',
    联系领导: '赵某 to 2024-08-15',
    挂点法官: '挂',
    联系法官: '安 to 2024-08-15+白 from 2024-08-16',
    走访座谈走访次数: 1,
    '走访座谈其中村（社区）': 1,
    走访座谈座谈次数: 1,
    走访座谈核对结果: 'met by 2024-09-30',
    通报涉诉纠纷次数: 1,
    矛盾纠纷旧存: 1,
    矛盾纠纷未结: 1,
    其他件: 0,
    立案庭收件日期: null,
    备注: 'raw 2/1',
  });
  expect(other).toMatchObject({ 联系领导: '', 走访座谈核对结果: 'short by 2024-09-30', 备注: null });
});

describe('未报 is never 0', () => {
  test('where nobody reported for a town, and nobody else registered anything', () => {
    const [row] = made([ledgerOf('chen')]).rows();
    expect(row).toMatchObject({ 走访座谈走访次数: 'unreported', 走访座谈核对结果: 'unreported' });
    expect(row).toMatchObject({ 矛盾纠纷旧存: 'unreported', 其他件: 'unreported', 备注: null });
    expect(made([ledgerOf('chen')]).rows('trial')[0]).toMatchObject({ 司法确认未结: 'unreported' });
  });

  test('what others registered for it is not lost to the sum', () => {
    const [row] = made([ledgerOf('chen', anEntry('dispute'))]).rows();
    expect(row).toMatchObject({ 矛盾纠纷新收: 1, 矛盾纠纷旧存: 'unreported', 备注: 'others' });
  });

  test('where one of two judges is missing, the note says so', () => {
    expect(made([ledgerOf('bai'), ledgerOf('chen')]).rows()[0]).toMatchObject({
      矛盾纠纷新收: 0,
      备注: 'shared',
    });
  });
});

test('what is off the roster has a row of its own', () => {
  const rows = made([...both, ledgerOf('dai', anEntry('service', { town: '外地镇' }))]).rows();
  expect(rows[2]).toMatchObject({
    序号: 3,
    镇: 'elsewhere',
    联系法官: null,
    网上立案指引件: 1,
    走访座谈核对结果: '-',
  });
});

test('where the court counts per judge, a town has no verdict', () => {
  const court = aRoster({ ...roster, rules: [someRules({ quotaPer: 'judge' })] });
  expect(made(both, { court }).rows()[0]).toMatchObject({ 走访座谈走访次数: 0, 走访座谈核对结果: null });
});

describe('a row to compare with', () => {
  test('has the whole court’s figures, its verdict, and the towns that are missing from them', () => {
    const an = ledgerOf('an', aVisit({ date: '2024-05-01' }), anEntry('dispute', { foundOn: '2024-05-01' }));
    const { compared } = made([an]);
    expect(compared('lastQuarter')).toMatchObject({
      序号: null,
      镇: 'last quarter',
      联系法官: null,
      走访座谈走访次数: 1,
      走访座谈核对结果: '1 of 2',
      矛盾纠纷新收: 1,
      矛盾纠纷未结: 1,
      立案庭收件日期: null,
      备注: 'without 大江镇',
    });
    expect(compared('yearToDate')).toMatchObject({
      矛盾纠纷新收: 1,
      备注: 'without 大江镇 in 2024Q2, without 大江镇 in 2024Q3',
    });
  });

  test('is a row of — where there is nothing to compare with', () => {
    expect(made(both).compared('lastYearQuarter')).toMatchObject({
      镇: 'a year ago',
      走访座谈走访次数: '-',
      矛盾纠纷新收: '-',
      备注: null,
    });
  });
});

test('over a year the verdict counts quarters, and the note names those that are unreported', () => {
  const chen = ledgerOf('chen', aVisit({ town: '大江镇' }));
  const rows = made([chen], { asOf: '2024-12-31', year: 2024 }).rows();
  expect(rows[1]).toMatchObject({ 走访座谈核对结果: 'met 1/3', 备注: 'unreported in 2024Q2' });
  expect(rows[0]).toMatchObject({ 走访座谈核对结果: 'unreported' });
});

describe('names', () => {
  test.each(TOWN_TABLES)('of %s are used once, and in both languages', (of) => {
    const { names, columns } = townTableNames(of, KINDS);
    const all = columns.flatMap((column) => column.names);
    expect(new Set(all).size).toBe(all.length);
    for (const column of columns)
      expect(column.names.some((name) => /^[a-z][A-Za-z0-9]+$/.test(name))).toBe(true);
    expect(names).toContain(of === 'contact' ? 'contactTable' : 'trialTable');
  });

  test('of the rows to compare with are those of the table and of the period', () => {
    expect(comparisonNames('trial', 'quarter', KINDS).map(({ names }) => names)).toEqual([
      ['表二上季度', 'trialTableLastQuarter'],
      ['表二上年同期', 'trialTableLastYearQuarter'],
      ['表二本年累计', 'trialTableYearToDate'],
    ]);
    expect(comparisonNames('contact', 'year', KINDS)).toMatchObject([
      { names: ['表一上年', 'contactTableLastYear'], optional: true },
    ]);
  });
});

test('a further kind is a column by its definition alone', () => {
  const call = defineKind({
    ...service,
    id: 'call',
    figures: [
      {
        key: 'calls',
        group: { zh: '来电', en: 'calls' },
        label: { zh: '次数', en: 'times' },
        unit: '次',
        measure: { of: 'entries' },
        table: 'trial',
      },
      {
        key: 'share',
        group: { zh: '来电', en: 'calls' },
        label: { zh: '比例', en: 'share' },
        unit: '%',
        measure: { of: 'rate', where: () => true },
        table: 'trial',
      },
    ],
  });
  const entry = { ...anEntry('service', {}), kind: 'call' };
  const { rows, compared } = made([ledgerOf('an', entry), ...both.slice(1)], { kinds: [...KINDS, call] });
  expect(rows('trial')[0]).toMatchObject({ 来电次数: 1, 来电比例: '-' });
  expect(compared('yearToDate', 'trial')).toMatchObject({ 来电次数: 1, 来电比例: '-' });
  expect(rows('contact')[0]).not.toHaveProperty('来电次数');
});
