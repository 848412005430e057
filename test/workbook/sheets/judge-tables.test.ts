import { describe, expect, test } from 'vitest';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { judgeTables } from '../../../src/workbook/sheets/judge-tables.ts';
import { aJudge, aRoster, aTown, aVisit, ledgerOf, serving } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';
import { plainWords } from '../../support/sheet-words.ts';
import { table, thirdQuarter } from './consolidated.ts';

const roster = aRoster({
  towns: [aTown('太平镇'), aTown('大江镇'), aTown('河头镇')],
  judges: [
    aJudge('an', { assignments: [serving('大江镇'), serving('太平镇')] }),
    aJudge('bai', { assignments: [serving('大江镇'), serving('河头镇')] }),
  ],
});

function tablesOf(ledger: Ledger) {
  const consolidation = thirdQuarter(roster, [ledger]);
  const lists = judgeTables({ judge: ledger.judge, consolidation, roster, kinds: KINDS, words: plainWords });
  return lists.map(table);
}

describe('the tables of a judge', () => {
  const [contact = [], trial = []] = tablesOf(
    ledgerOf('an', aVisit(), aVisit({ date: '2024-07-09' }), anEntry('outreach', { town: '河头镇' })),
  );

  test('have a row for each town the judge served, in the roster’s order, and for others with entries', () => {
    for (const rows of [contact, trial])
      expect(rows.map((row) => [row['序号'], row['镇']])).toEqual([
        [1, '太平镇'],
        [2, '大江镇'],
        [3, '河头镇'],
      ]);
    expect(contact.map((row) => [row['走访座谈走访次数'], row['法治宣传场次']])).toEqual([
      [2, 0],
      [0, 0],
      [0, 1],
    ]);
  });

  test('never say 未报, and say where a colleague of the same town reports apart', () => {
    expect(JSON.stringify([contact, trial])).not.toContain(plainWords.unreported);
    expect(contact.map((row) => row['备注'])).toEqual([null, 'colleague', null]);
  });
});

test('what lies off the roster has a row too, and a judge off the roster only where there is something', () => {
  const [rows = []] = tablesOf(ledgerOf('gone', aVisit({ town: '外地镇' }), anEntry('outreach')));
  expect(rows.map((row) => [row['镇'], row['走访座谈走访次数'], row['法治宣传场次']])).toEqual([
    ['太平镇', 0, 1],
    ['elsewhere', 1, 0],
  ]);
});

test('a judge without entries has the towns with nothing in them', () => {
  const [rows = []] = tablesOf(ledgerOf('bai'));
  expect(rows.map((row) => [row['镇'], row['走访座谈走访次数']])).toEqual([
    ['大江镇', 0],
    ['河头镇', 0],
  ]);
});
