import { expect, test } from 'vitest';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import { summarize } from '../../../src/domain/summary.ts';
import { figuresByType } from '../../../src/domain/type-figures.ts';
import { typeListNames, typeLists } from '../../../src/workbook/sheets/type-list.ts';
import { aRoster, ledgerOf } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';
import { plainWords } from '../../support/sheet-words.ts';
import { table, thirdQuarter } from './consolidated.ts';

const roster = aRoster();

function rowsOf(...entries: Parameters<typeof ledgerOf>[1][]) {
  const summary = summarize(thirdQuarter(roster, [ledgerOf('li-min', ...entries)]), roster, KINDS);
  const figures = figuresByType(KINDS, summary, summary.compared.get('lastQuarter'));
  const [list, total] = typeLists(figures, KINDS, plainWords);
  if (!list || !total) throw new Error('no lists');
  return { rows: table(list), total: table(total)[0] };
}

test('a type has a number, what is within it has none, and what has no type comes last', () => {
  const training = { origin: 'training', type: undefined, requestedOn: undefined, guidedOn: '2024-08-01' };
  const { rows } = rowsOf(anEntry('guidance', training));
  expect(rows.map((row) => [row['序号'], row['纠纷类型']])).toEqual([
    ...[
      [1, '婚姻家庭'],
      [2, '邻里'],
      [null, 'of which 相邻纠纷'],
      [3, '房屋宅基地'],
      [4, '合同'],
    ],
    ...[
      [null, 'of which 民间借贷'],
      [5, '生产经营'],
      [6, '损害赔偿'],
      [null, 'of which 人身损害赔偿'],
    ],
    ...[
      [7, '山林土地'],
      [8, '征地拆迁'],
      [9, '环境污染'],
      [10, '劳动争议'],
      [11, '消费'],
      [12, '医疗'],
    ],
    ...[
      [13, '道路交通事故'],
      [14, '物业'],
      [15, '旅游'],
      [16, '知识产权'],
      [17, '互联网'],
      [18, '其他'],
    ],
    [19, 'untyped'],
  ]);
  expect(rows.at(-1)).toMatchObject({ 指导调解: 1, 排查新收: 0 });
});

test('figures, rate, share and change, with — where there is nothing to divide by', () => {
  const { rows, total } = rowsOf(
    anEntry('dispute', { outcome: 'settled', closedOn: '2024-08-01' }),
    anEntry('dispute', { outcome: 'transferred', closedOn: '2024-08-01' }),
    anEntry('dispute', { foundOn: '2024-05-01', outcome: 'transferred', closedOn: '2024-08-01' }),
    anEntry('dispute', { type: '合同' }),
    anEntry('mediation', { result: 'agreed', closedOn: '2024-08-01', amount: '12000.50' }),
  );
  expect(rows[1]).toMatchObject({ 排查旧存: 1, 排查新收: 2, 排查办结: 3, 排查未结: 0, 化解率: 1 / 3 });
  expect(rows[1]).toMatchObject({ 占比: 2 / 3, 环比增减: 1 });
  expect(rows[4]).toMatchObject({ 纠纷类型: '合同', 化解率: '-', 委派调解: 1, '涉及金额（元）': 12000.5 });
  expect(total).toMatchObject({
    序号: null,
    纠纷类型: null,
    排查新收: 3,
    化解率: 1 / 3,
    占比: 1,
  });
  expect(rowsOf().total).toMatchObject({ 化解率: '-', 占比: '-', '涉及金额（元）': 0 });
});

test('no name is used twice', () => {
  const all = typeListNames(KINDS).columns.flatMap((column) => column.names);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(expect.arrayContaining(['占比', '环比增减', '同比增减', '排查新收']));
});
