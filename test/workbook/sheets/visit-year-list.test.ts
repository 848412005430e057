import { expect, test } from 'vitest';
import { consolidateYear } from '../../../src/domain/consolidation.ts';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { visitYearList } from '../../../src/workbook/sheets/visit-year-list.ts';
import { aJudge, aRoster, aTown, aVisit, day, ledgerOf, serving, someRules } from '../../support/builders.ts';
import { plainWords } from '../../support/sheet-words.ts';
import { table } from './consolidated.ts';

const roster = aRoster({
  rules: [someRules({ visitsPerQuarter: 1 })],
  towns: [aTown('太平镇'), aTown('大江镇')],
  judges: [
    aJudge('an', { assignments: [serving('太平镇', '2024-04-01')] }),
    aJudge('bai', { assignments: [serving('大江镇', '2024-07-01')] }),
  ],
});

function rowsOf(ledgers: readonly Ledger[], court = roster) {
  const read = ledgers.map((ledger) => ({ file: `ledgers/${ledger.judge.id}.json`, ledger }));
  const consolidation = consolidateYear({
    year: 2024,
    asOf: day('2024-09-30'),
    roster: court,
    kinds: KINDS,
    ledgers: read,
  });
  return table(visitYearList(consolidation, 2024, court, plainWords)).map((row) => Object.values(row));
}

test('a column a quarter, — before the programme and for what is still to come', () => {
  const an = ledgerOf('an', aVisit({ date: '2024-05-01' }), aVisit(), aVisit());
  expect(rowsOf([an, ledgerOf('bai')])).toEqual([
    [1, '太平镇', '', 'an', '-', 1, 1, '-', 2, 2, 'raw 3/2'],
    // The programme ran, and nobody served the town.
    [2, '大江镇', '', 'bai from 2024-07-01', '-', 'unreported', 0, '-', 0, 0, ''],
  ]);
});

test('未报 is never 0, neither as a sum nor as quarters that met the quota, and what is off the roster is seen', () => {
  const bai = ledgerOf('bai', aVisit({ town: '外地镇' }));
  expect(rowsOf([bai]).map((row) => row.slice(4, 10))).toEqual([
    ['-', 'unreported', 'unreported', '-', 'unreported', 'unreported'],
    ['-', 'unreported', 0, '-', 0, 0],
    ['-', 0, 1, '-', 1, '-'],
  ]);
});

test('per judge, where the court counts so', () => {
  const court = aRoster({ ...roster, rules: [someRules({ quotaPer: 'judge', visitsPerQuarter: 1 })] });
  expect(rowsOf([ledgerOf('an', aVisit()), ledgerOf('bai')], court)).toEqual([
    [1, 'an', null, 'an', '-', 0, 1, '-', 1, 1, ''],
    [2, 'bai', null, 'bai', '-', '-', 0, '-', 0, 0, ''],
  ]);
});
