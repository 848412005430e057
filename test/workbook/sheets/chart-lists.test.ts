import { expect, test } from 'vitest';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { summarize } from '../../../src/domain/summary.ts';
import { trendOf } from '../../../src/domain/trend.ts';
import { figuresByType } from '../../../src/domain/type-figures.ts';
import { chartLists } from '../../../src/workbook/sheets/chart-lists.ts';
import { aJudge, aRoster, aTown, aVisit, ledgerOf, serving, someRules } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';
import { plainWords } from '../../support/sheet-words.ts';
import { table, thirdQuarter } from './consolidated.ts';

const roster = aRoster({
  rules: [someRules({ visitsPerQuarter: 3, countDistinct: false })],
  towns: [aTown('太平镇'), aTown('大江镇')],
  judges: [
    aJudge('an', { assignments: [serving('太平镇', '2024-07-01')] }),
    aJudge('bai', { assignments: [serving('大江镇', '2024-07-01')] }),
  ],
});

function listsOf(ledgers: readonly Ledger[], asOf?: string) {
  const consolidation = thirdQuarter(roster, ledgers, asOf);
  const types = figuresByType(KINDS, summarize(consolidation, roster, KINDS), undefined);
  const trend = trendOf(consolidation, roster, KINDS);
  return chartLists({ consolidation, roster, kinds: KINDS, types, trend, words: plainWords }).map(table);
}

test('a town that reported nothing has no number to draw, and its name says so', () => {
  const [visits] = listsOf([ledgerOf('an', aVisit(), aVisit({ date: '2024-07-04' }))]);
  expect(visits).toEqual([
    { 镇: '太平镇', 走访次数: 2, 应走访次数: 3 },
    { 镇: '大江镇?', 走访次数: null, 应走访次数: 3 },
  ]);
});

test('a town that reported no visits has 0 of them', () => {
  const [visits] = listsOf([ledgerOf('an', aVisit()), ledgerOf('bai')]);
  expect(visits?.[1]).toEqual({ 镇: '大江镇', 走访次数: 0, 应走访次数: 3 });
});

test('types with the most disputes come first, and those without any not at all', () => {
  const dispute = (type: string, foundOn: string) => anEntry('dispute', { type, foundOn });
  const [, types] = listsOf([
    ledgerOf(
      'an',
      dispute('劳动争议', '2024-07-01'),
      dispute('邻里', '2024-07-02'),
      dispute('邻里', '2024-07-03'),
    ),
  ]);
  expect(types).toEqual([
    { 纠纷类型: '邻里', 排查新收: 2 },
    { 纠纷类型: '劳动争议', 排查新收: 1 },
  ]);
});

test('the last four quarters, those before the programme without numbers', () => {
  const [, , trend] = listsOf([ledgerOf('an', aVisit()), ledgerOf('bai')]);
  expect(trend?.map(({ 季度: quarter }) => quarter)).toEqual(['2023Q4', '2024Q1', '2024Q2', '2024Q3']);
  expect(trend?.[2]).toEqual({ 季度: '2024Q2', 走访次数: null, 矛盾纠纷新收: null, 矛盾纠纷办结: null });
  expect(trend?.[3]).toEqual({ 季度: '2024Q3', 走访次数: 1, 矛盾纠纷新收: 0, 矛盾纠纷办结: 0 });
});

test('a quarter says how many towns are missing from it, and the day on which it is not over', () => {
  const [, , trend] = listsOf([ledgerOf('an', aVisit())], '2024-09-18');
  expect(trend?.[3]?.['季度']).toBe('2024Q3 without 1 on 2024-09-18');
});
