import { expect, test } from 'vitest';
import type { Entry } from '../../../src/domain/entry.ts';
import { checkCopies } from '../../../src/domain/integrity/copies.ts';
import type { LedgerFacts } from '../../../src/domain/integrity/facts.ts';
import { aVisit, ledgerOf } from '../../support/builders.ts';

const of = (judge: string, ...entries: readonly Entry[]): LedgerFacts => ({
  file: `ledgers/${judge}.json`,
  ledger: ledgerOf(judge, ...entries),
  digest: '',
  links: 1,
});

const found = (...ledgers: readonly LedgerFacts[]): readonly unknown[] =>
  checkCopies(ledgers).map(({ severity, problem, where }) => [severity, problem, where]);

const entry = (id: string, findings = '情况', over: Partial<Entry> = {}): Entry =>
  aVisit({ findings }, { id, ...over });

test('ids of two ledgers that are all different need no word', () => {
  expect(found(of('he-jing', entry('visit-1')), of('li-min', entry('visit-2')))).toEqual([]);
});

test('entries that stand in two ledgers are told once, at the later ledger and the first of them', () => {
  const one = of('he-jing', entry('visit-1'), entry('visit-2'), entry('visit-3'));
  const other = of('li-min', entry('visit-3'), entry('visit-2'), entry('visit-9'));
  expect(found(one, other)).toEqual([
    [
      'error',
      { code: 'entry-copied', of: 'he-jing', entries: 2 },
      { file: 'ledgers/li-min.json', judge: 'li-min', entry: 'visit-3' },
    ],
  ]);
});

test('the same id with other content is a warning of its own', () => {
  const one = of('he-jing', entry('visit-1'), entry('visit-2'));
  const other = of('li-min', entry('visit-1', '别的情况'), entry('visit-2'));
  expect(found(one, other)).toEqual([
    [
      'error',
      { code: 'entry-copied', of: 'he-jing', entries: 1 },
      expect.objectContaining({ entry: 'visit-2' }),
    ],
    [
      'warning',
      { code: 'entry-id-shared', of: 'he-jing', entries: 1 },
      expect.objectContaining({ entry: 'visit-1' }),
    ],
  ]);
});

test('history and the order of values make no difference, another kind does', () => {
  const { values } = entry('visit-1');
  const turned = Object.fromEntries(Object.entries(values).toReversed());
  const copy = entry('visit-1', '情况', { rev: 4, values: turned, createdAt: '2024-07-03T10:21:05+08:00' });
  expect(found(of('he-jing', entry('visit-1')), of('li-min', copy))).toMatchObject([['error', {}, {}]]);
  const other = entry('visit-1', '情况', { kind: 'matter' });
  expect(found(of('he-jing', entry('visit-1')), of('li-min', other))).toMatchObject([['warning', {}, {}]]);
});

test('what was removed is no copy', () => {
  const removed = { at: '2024-07-03T10:21:05+08:00', reason: '登记在别的台账' };
  expect(found(of('he-jing', entry('visit-1', '情况', { removed })), of('li-min', entry('visit-1')))).toEqual(
    [],
  );
  expect(found(of('he-jing', entry('visit-1')), of('li-min', entry('visit-1', '情况', { removed })))).toEqual(
    [],
  );
});

test('a ledger that shares entries with two others is told of both', () => {
  const third = of('li-min', entry('visit-1'), entry('visit-2'));
  const codes = found(of('he-jing', entry('visit-1')), of('wu-fang', entry('visit-2')), third);
  expect(codes).toMatchObject([
    ['error', { of: 'he-jing', entries: 1 }, { entry: 'visit-1' }],
    ['error', { of: 'wu-fang', entries: 1 }, { entry: 'visit-2' }],
  ]);
});
