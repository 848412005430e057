import { expect, test } from 'vitest';
import type { FileFacts, LockFacts } from '../../../src/domain/integrity/facts.ts';
import { checkFile, checkLinks, checkLock } from '../../../src/domain/integrity/files.ts';
import { aLedger } from '../../support/builders.ts';

const HOLDER = { pid: 4711, host: 'PC-2', startedAt: '2024-07-03T10:21:05+08:00', command: 'visit add' };

function lock(state: LockFacts['state'], holder: LockFacts['holder'] = HOLDER): readonly unknown[] {
  return checkLock({ file: 'ledgers/.li-min.lock', judge: 'li-min', state, holder }).map(
    ({ severity, problem, where }) => [severity, problem, where],
  );
}

const WHERE = { file: 'ledgers/.li-min.lock', judge: 'li-min' };

test.each<[FileFacts['sort'], object]>([
  ['conflict', { code: 'conflict-kept', of: 'li-min.json' }],
  ['damaged', { code: 'damaged-kept', of: 'li-min.json' }],
  ['leftover', { code: 'leftover-file' }],
  ['stray', { code: 'file-stray', folder: 'ledgers' }],
])('a file among the ledgers that is none: %s', (sort, problem) => {
  const file = 'ledgers/that.json';
  const findings = checkFile({ file, folder: 'ledgers', sort, of: 'li-min.json' });
  expect(findings).toEqual([expect.objectContaining({ severity: 'warning', problem, where: { file } })]);
});

test('the lock of a run at work is as it should be', () => {
  expect(lock('alive')).toEqual([]);
});

test('a lock that may keep people from saving names its holder', () => {
  const { pid, host, startedAt, command } = HOLDER;
  expect(lock('dead')).toEqual([['warning', { code: 'lock-dead', pid, startedAt, command }, WHERE]]);
  expect(lock('elsewhere')).toEqual([
    ['warning', { code: 'lock-elsewhere', judge: 'li-min', pid, host, startedAt, command }, WHERE],
  ]);
});

test('a lock that can’t be read keeps everybody out, which is an error', () => {
  const unread: LockFacts = { ...WHERE, state: 'unreadable', holder: undefined };
  expect(checkLock(unread)).toMatchObject([
    { severity: 'error', problem: { code: 'lock-unreadable' }, where: WHERE },
  ]);
});

test('a ledger with several names', () => {
  const file = 'ledgers/li-min.json';
  const facts = { file, ledger: aLedger(), digest: '' };
  expect(checkLinks({ ...facts, links: 1 })).toEqual([]);
  expect(checkLinks({ ...facts, links: 2 })).toMatchObject([
    { severity: 'warning', problem: { code: 'file-linked', links: 2 }, where: { file, judge: 'li-min' } },
  ]);
});
