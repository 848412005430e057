import { expect, test } from 'vitest';
import type { LedgerFacts, StoreFacts } from '../../../src/domain/integrity/facts.ts';
import { checkIntegrity } from '../../../src/domain/integrity/integrity.ts';
import { visit } from '../../../src/domain/kinds/visit.ts';
import { aVisit, day, ledgerOf } from '../../support/builders.ts';

const ASKED = { kinds: [visit], byClock: day('2024-07-03'), language: 'zh' } as const;
const AT = '2024-07-03T10:21:05+08:00';

const ledger = (judge: string, over: Partial<LedgerFacts> = {}, id = `visit-${judge}`): LedgerFacts => ({
  file: `ledgers/${judge}.json`,
  ledger: ledgerOf(judge, aVisit({}, { id })),
  digest: '',
  links: 1,
  ...over,
});

const facts = (over: Partial<StoreFacts>): StoreFacts => ({
  ledgers: [],
  versions: [],
  files: [],
  unread: [],
  locks: [],
  ...over,
});

const codes = (over: Partial<StoreFacts>): readonly string[] =>
  checkIntegrity(facts(over), ASKED).map(({ problem }) => problem.code);

test('a sound workspace, and an empty one, need no word', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ ledgers: [ledger('he-jing'), ledger('li-min')] })).toEqual([]);
});

test('a contradiction in a history is told with file, judge and entry', () => {
  const entry = aVisit({}, { id: 'visit-1', rev: 2, history: [{ rev: 1, at: AT, op: 'add', step: 0 }] });
  const facts = ledger('li-min', { ledger: ledgerOf('li-min', entry) });
  expect(
    checkIntegrity({ ledgers: [facts], versions: [], files: [], unread: [], locks: [] }, ASKED).map(
      ({ problem, where }) => [problem.code, where],
    ),
  ).toEqual([
    ['rev-not-history', { file: 'ledgers/li-min.json', judge: 'li-min', entry: 'visit-1', field: 'rev' }],
  ]);
});

test('every question is asked', () => {
  const versions = [
    {
      judge: 'li-min',
      isThere: true,
      current: undefined,
      backups: [],
      head: { file: 'backups/li-min.head', saved: undefined },
      setApart: [],
    },
  ];
  expect(codes({ versions })).toEqual(['head-damaged']);
  expect(codes({ files: [{ file: 'ledgers/a', folder: 'ledgers', sort: 'leftover', of: '' }] })).toEqual([
    'leftover-file',
  ]);
  expect(codes({ unread: [{ file: 'backups', reason: 'EACCES' }] })).toEqual(['file-unreadable']);
  const locks = [{ file: 'ledgers/.a.lock', judge: 'a', holder: undefined, state: 'unreadable' }] as const;
  expect(codes({ locks })).toEqual(['lock-unreadable']);
  expect(codes({ ledgers: [ledger('li-min', { links: 2 })] })).toEqual(['file-linked']);
  expect(codes({ ledgers: [ledger('he-jing', {}, 'visit-1'), ledger('li-min', {}, 'visit-1')] })).toEqual([
    'entry-copied',
  ]);
  const ahead = aVisit({}, { updatedAt: '2024-07-05T10:21:05+08:00' });
  expect(codes({ ledgers: [ledger('li-min', { ledger: ledgerOf('li-min', ahead) })] })).toEqual([
    'clock-behind',
  ]);
});
