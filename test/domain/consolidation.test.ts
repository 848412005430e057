import { describe, expect, test } from 'vitest';
import { rowsIn } from '../../src/domain/cases.ts';
import {
  consolidate,
  type Consolidation,
  type ConsolidationQuestion,
} from '../../src/domain/consolidation.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { visit } from '../../src/domain/kinds/visit.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import {
  aJudge,
  aRoster,
  aTown,
  aVillage,
  aVisit,
  day,
  ledgerOf,
  present,
  quarter,
  serving,
} from '../support/builders.ts';

const roster = aRoster({
  towns: [aTown('太平镇', { aliases: ['太平'], villages: [aVillage('马山社区')] }), aTown('大江镇')],
  judges: [
    aJudge('li', { name: '李' }),
    aJudge('an', { name: '安', assignments: [serving('大江镇')] }),
    aJudge('old', { assignments: [serving('大江镇', undefined, '2024-06-30')] }),
    aJudge('posted', { role: 'posted' }),
  ],
});

function merge(ledgers: readonly Ledger[], over: Partial<ConsolidationQuestion> = {}): Consolidation {
  return consolidate({
    quarter: quarter('2024Q3'),
    asOf: day('2024-09-30'),
    roster,
    kinds: KINDS,
    ledgers: ledgers.map((ledger) => ({ file: `ledgers/${ledger.judge.id}.json`, ledger })),
    ...over,
  });
}

function idsOf({ rows }: Consolidation): readonly string[] {
  return (rows.get('visit') ?? []).map(({ entry }) => entry.id);
}

test('rows stand by the roster’s towns, then day, judge and id, those off the roster last', () => {
  const li = ledgerOf(
    'li',
    aVisit({ town: '外地镇', date: '2024-07-01' }, { id: 'off' }),
    aVisit({ town: '大江镇', date: '2024-07-01' }, { id: 'river' }),
    aVisit({ date: '2024-07-02' }, { id: 'second-b' }),
    aVisit({ date: '2024-07-02', town: '太平' }, { id: 'second-a' }),
    aVisit({ town: '乡外镇' }, { id: 'off-first' }),
  );
  const an = ledgerOf(
    'an',
    aVisit({ date: '2024-07-02' }, { id: 'second-an' }),
    aVisit({ date: '2024-07-01' }, { id: 'first' }),
  );
  const result = merge([li, an]);
  expect(idsOf(result)).toEqual(['first', 'second-an', 'second-a', 'second-b', 'river', 'off-first', 'off']);
  expect(result.rows.get('visit')?.map(({ judge, town }) => [judge.id, town])).toEqual([
    ['an', '太平镇'],
    ['an', '太平镇'],
    ['li', '太平镇'],
    ['li', '太平镇'],
    ['li', '大江镇'],
    ['li', undefined],
    ['li', undefined],
  ]);
});

describe('which entries are of the quarter', () => {
  test.each([
    ['2024-06-30', false],
    ['2024-07-01', true],
    ['2024-09-30', true],
    ['2024-10-01', false],
  ])('one of %s: %s', (date, expected) => {
    expect(idsOf(merge([ledgerOf('li', aVisit({ date }, { id: 'one' }))]))).toEqual(expected ? ['one'] : []);
  });

  test('none that is removed or has no day, and every form and source', () => {
    const entries = [
      aVisit({}, { removed: { at: 'x', reason: 'y' } }),
      aVisit({ date: undefined }),
      aVisit({ form: 'talk' }, { id: 'talk' }),
      aVisit({ source: 'department' }, { id: 'told' }),
    ];
    expect(idsOf(merge([ledgerOf('li', ...entries)]))).toEqual(['talk', 'told']);
  });

  test('none after the as-of day, in the rows and in the quota', () => {
    const ledgers = [
      ledgerOf(
        'li',
        aVisit({ date: '2024-09-15' }, { id: 'in' }),
        aVisit({ date: '2024-09-16' }, { id: 'out' }),
      ),
    ];
    const cut = merge(ledgers, { asOf: day('2024-09-15') });
    expect(idsOf(cut)).toEqual(['in']);
    expect(cut.quota[0]).toMatchObject({ done: 1, daysLeft: 15 });
    expect(cut.period).toEqual({ from: '2024-07-01', to: '2024-09-30' });
    expect(merge(ledgers, { asOf: day('2025-03-01') }).quota[0]).toMatchObject({ done: 2, daysLeft: 0 });
  });

  test.each([
    ['2024-06-01', undefined, true],
    ['2024-06-01', '2024-06-30', false],
    ['2024-06-01', '2024-07-01', true],
    ['2024-06-01', '2025-01-01', true],
    ['2024-09-30', undefined, true],
    ['2024-10-01', undefined, false],
  ])('a case opened %s and closed %s touches it: %s', (opened, closed, expected) => {
    const kind = { ...visit, span: { type: 'case', opened: ['date'], closed: 'reportedOn' } } as const;
    const row = {
      judge: { id: 'li' },
      entry: { ...aVisit(), values: present({ date: opened, reportedOn: closed }) },
    };
    const period = { from: day('2024-07-01'), to: day('2024-09-30') };
    expect(rowsIn(kind, [row], period)).toEqual(expected ? [row] : []);
  });
});

describe('sources and findings', () => {
  test('who owes a ledger and has none is missing; a ledger of nobody on the roster is merged all the same', () => {
    const { sources, findings } = merge([ledgerOf('li'), ledgerOf('gone')]);
    expect(sources.map(({ judge, source, file }) => [judge.id, source, file])).toEqual([
      ['an', 'missing', undefined],
      ['gone', 'ledger', 'ledgers/gone.json'],
      ['li', 'ledger', 'ledgers/li.json'],
    ]);
    expect(findings).toEqual([
      {
        severity: 'warning',
        problem: { code: 'ledger-missing', judge: 'an', name: '安' },
        where: { judge: 'an' },
      },
    ]);
  });

  test('a town off the roster is counted once with its rows', () => {
    const entries = ['外地镇', '外地镇', '大江镇', '乡外镇'].map((town) => aVisit({ town }));
    const { findings } = merge([ledgerOf('li', ...entries), ledgerOf('an')]);
    expect(findings.map(({ problem }) => problem)).toEqual([
      { code: 'town-off-roster', town: '乡外镇', entries: 1 },
      { code: 'town-off-roster', town: '外地镇', entries: 2 },
    ]);
  });

  test('without any ledger there are no rows, and every town has its row of the quota', () => {
    const { rows, quota, sources } = merge([]);
    expect([...rows]).toEqual(KINDS.map(({ id }) => [id, []]));
    expect(quota.map(({ town, done }) => [town, done])).toEqual([
      ['太平镇', 0],
      ['大江镇', 0],
    ]);
    expect(sources).toHaveLength(2);
  });
});
