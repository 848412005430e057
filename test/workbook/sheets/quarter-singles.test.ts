import { expect, test } from 'vitest';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import { visit } from '../../../src/domain/kinds/visit.ts';
import { quarterSingleNames, quarterSingles } from '../../../src/workbook/sheets/quarter-singles.ts';
import { aRoster, aVisit, ledgerOf } from '../../support/builders.ts';
import { plainWords } from '../../support/sheet-words.ts';
import { thirdQuarter } from './consolidated.ts';

const roster = aRoster();
const ledger = ledgerOf('li-min', aVisit(), aVisit({ form: 'talk' }), aVisit({ date: '2024-09-30' }));

test('the quarter says who, when, as of which day, and how many rows', () => {
  const singles = quarterSingles(thirdQuarter(roster, [ledger], '2024-09-18'), roster, [visit], plainWords);
  expect(singles.map(({ names, value }) => [names[0], value])).toEqual([
    ['法院', '新兴县人民法院'],
    ['季度', 'quarter 2024Q3'],
    ['统计期', '2024-07-01..2024-09-30'],
    ['截至日', 'day 2024-09-18'],
    ['立案庭', '立案庭'],
    ['研究室', '研究室'],
    ['合计.走访座谈', 2],
  ]);
});

test('the names are the same without values, and none is used twice', () => {
  const singles = quarterSingles(thirdQuarter(roster, []), roster, KINDS, plainWords);
  const names = quarterSingleNames(KINDS);
  expect(singles.map((single) => single.names)).toEqual(names.map((one) => one.names));
  const all = names.flatMap((one) => one.names);
  expect(new Set(all).size).toBe(all.length);
  expect(names.find((one) => one.names.includes('total.visit'))?.names).toEqual([
    '合计.走访座谈',
    '合计.走访座谈台账',
    'total.visit',
  ]);
});

test('a kind without rows totals 0', () => {
  const empty = { ...thirdQuarter(roster, []), rows: new Map() };
  expect(quarterSingles(empty, roster, KINDS, plainWords).at(-1)?.value).toBe(0);
});
