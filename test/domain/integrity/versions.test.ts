import { expect, test } from 'vitest';
import type { BackupFacts, VersionFacts } from '../../../src/domain/integrity/facts.ts';
import { checkVersions } from '../../../src/domain/integrity/versions.ts';
import { aLedger } from '../../support/builders.ts';

const FILE = 'ledgers/li-min.json';

/** A digest that is easy to tell from others. */
const digest = (letter: string): string => letter.repeat(64);

function backup(seq: number, own: string, prev?: string, over: Partial<BackupFacts> = {}): BackupFacts {
  const before = prev === undefined ? {} : { prev: digest(prev) };
  return { file: `backups/li-min.${String(seq)}.${own}.json`, seq, digest: digest(own), ...before, ...over };
}

/** Versions 1 (a), 2 (b) and 3 (c), each following the one before, the last saved being the ledger. */
function sound(over: Partial<VersionFacts> = {}): VersionFacts {
  return {
    judge: 'li-min',
    isThere: true,
    current: current(3, 'c', 'b'),
    backups: [backup(2, 'b', 'a'), backup(1, 'a')],
    head: { file: 'backups/li-min.head', saved: { seq: 3, digest: digest('c') } },
    setApart: [],
    ...over,
  };
}

function current(seq: number, own: string, prev: string): VersionFacts['current'] {
  return { file: FILE, ledger: aLedger({ seq, prev: digest(prev) }), digest: digest(own), links: 1 };
}

function found(facts: VersionFacts): readonly unknown[] {
  return checkVersions(facts).map(({ severity, problem, where }) => {
    expect(where.judge).toBe('li-min');
    return [severity, problem, where.file];
  });
}

test('versions that follow one another need no word', () => {
  expect(found(sound())).toEqual([]);
  expect(found(sound({ head: undefined }))).toEqual([]);
  expect(found(sound({ current: undefined }))).toEqual([]);
});

test('a ledger that is not what was last saved under its number was edited by hand', () => {
  expect(found(sound({ current: current(3, 'd', 'b') }))).toEqual([
    ['warning', { code: 'ledger-edited', seq: 3 }, FILE],
  ]);
});

test('a note that is of another version says nothing of an edit', () => {
  const head = { file: 'backups/li-min.head', saved: { seq: 2, digest: digest('b') } };
  expect(found(sound({ head }))).toEqual([]);
});

test('a note that can’t be read', () => {
  const file = 'backups/li-min.head';
  expect(found(sound({ head: { file, saved: undefined } }))).toEqual([
    ['warning', { code: 'head-damaged' }, file],
  ]);
});

test('every backup that is of no use is named, with the reason, and is no link of the chain', () => {
  const damage = [
    backup(2, 'b', 'x', { damage: 'changed' }),
    backup(1, 'a', undefined, { damage: 'another' }),
  ];
  expect(found(sound({ backups: damage }))).toEqual([
    ['error', { code: 'backup-unsound', judge: 'li-min', reason: 'changed' }, damage[0]?.file],
    ['error', { code: 'backup-unsound', judge: 'li-min', reason: 'another' }, damage[1]?.file],
  ]);
});

test('a version that does not follow the one before it', () => {
  const backups = [backup(2, 'b', 'x'), backup(1, 'a')];
  expect(found(sound({ backups }))).toEqual([
    ['warning', { code: 'version-unlinked', seq: 1 }, backups[0]?.file],
  ]);
  expect(found(sound({ current: current(3, 'c', 'x') }))).toEqual([
    ['warning', { code: 'version-unlinked', seq: 2 }, FILE],
  ]);
});

test('a version may follow what was not kept, or a copy that was set apart', () => {
  expect(found(sound({ backups: [backup(1, 'a')], current: current(3, 'c', 'x') }))).toEqual([]);
  expect(found(sound({ current: current(3, 'c', 'x'), setApart: [digest('x')] }))).toEqual([]);
});

test('two versions that follow the same one: somebody’s work was saved over', () => {
  const other = backup(3, 'd', 'b');
  expect(found(sound({ backups: [other, backup(2, 'b', 'a'), backup(1, 'a')] }))).toEqual([
    ['error', { code: 'versions-forked', seq: 3, files: [FILE, other.file] }, FILE],
  ]);
});

test('the same version twice is no fork', () => {
  expect(found(sound({ backups: [backup(3, 'c', 'b'), backup(2, 'b', 'a'), backup(1, 'a')] }))).toEqual([]);
});

test('what was changed by hand after its version had been kept is no fork, but an edit', () => {
  const backups = [backup(3, 'c', 'b'), backup(2, 'b', 'a'), backup(1, 'a')];
  expect(found(sound({ current: current(3, 'd', 'b'), backups }))).toEqual([
    ['warning', { code: 'ledger-edited', seq: 3 }, FILE],
  ]);
});
