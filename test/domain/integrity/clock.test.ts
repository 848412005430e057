import { expect, test } from 'vitest';
import { checkClock } from '../../../src/domain/integrity/clock.ts';
import type { LedgerFacts } from '../../../src/domain/integrity/facts.ts';
import { aVisit, day, ledgerOf } from '../../support/builders.ts';

/** A ledger whose entries were last changed at these times. */
function changedAt(judge: string, ...times: readonly (string | undefined)[]): LedgerFacts {
  const entries = times.map((updatedAt, at) => aVisit({}, { id: `visit-${String(at)}`, updatedAt }));
  return { file: `ledgers/${judge}.json`, ledger: ledgerOf(judge, ...entries), digest: '', links: 1 };
}

const found = (...ledgers: readonly LedgerFacts[]): readonly unknown[] =>
  checkClock(ledgers, day('2024-07-03')).map(({ severity, problem, where }) => [severity, problem, where]);

test('changes of today and before are as they should be, and so are none', () => {
  expect(found(changedAt('li-min', '2024-07-03T23:59:59+08:00', '2020-01-01T00:00:00Z', undefined))).toEqual(
    [],
  );
  expect(found()).toEqual([]);
});

test('a change of a day ahead, at the entry that was changed last', () => {
  const ahead = changedAt('li-min', '2024-07-04T00:00:00+08:00', '2024-07-06T08:00:00+08:00');
  expect(found(ahead, changedAt('he-jing', '2024-07-03T08:00:00+08:00'))).toEqual([
    [
      'warning',
      { code: 'clock-behind', changed: '2024-07-06', today: '2024-07-03', ledgers: 1 },
      { file: 'ledgers/li-min.json', judge: 'li-min', entry: 'visit-1', field: 'updatedAt' },
    ],
  ]);
});

test('the day is that of China, whatever zone the time was written in', () => {
  expect(found(changedAt('li-min', '2024-07-03T15:59:59Z'))).toEqual([]);
  expect(found(changedAt('li-min', '2024-07-03T16:00:00Z'))).toHaveLength(1);
});

test('several ledgers ahead are told once, with the latest day and no place', () => {
  const ledgers = ['he-jing', 'li-min', 'wu-fang'].map((judge, at) =>
    changedAt(judge, `2024-08-0${String(at + 1)}T08:00:00+08:00`),
  );
  expect(found(...ledgers)).toEqual([
    ['warning', { code: 'clock-behind', changed: '2024-08-03', today: '2024-07-03', ledgers: 3 }, {}],
  ]);
});

test('a time that no calendar has is taken by its digits', () => {
  expect(found(changedAt('li-min', '2024-13-01T08:00:00+08:00'))).toHaveLength(1);
  expect(found(changedAt('li-min', '0001-01-01T08:00:00+08:00'))).toEqual([]);
});
