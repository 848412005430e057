import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { digestOf } from '../../src/store/digest.ts';
import { unlock, withLock } from '../../src/store/lock.ts';
import { type LockHolder, lockRecord, readLock } from '../../src/store/lock-record.ts';
import { temporaryFolder } from './folder.ts';
import { refused, refusedCodes } from './refused.ts';

const holder = (id: string, pid = 7): LockHolder => ({
  ...{ id, pid, host: 'pc-3', machineId: 'm1', startedAt: '2024-07-03T10:21:05+08:00', command: 'visit add' },
});
const alive = { random: Math.random, isAlive: () => true };
const dead = { random: Math.random, isAlive: (pid: number) => pid !== 66 };
const nothing = () => Promise.resolve('done');

test('the lock names its holder while the work is done, and is gone after it, whatever became of it', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, '.ll.lock');
  const seen = await withLock(path, holder('a'), { waitMs: 0, ...alive }, () => readLock(path));
  expect(seen?.holder).toEqual(holder('a'));
  const failing = withLock(path, holder('b'), { waitMs: 0, ...alive }, () =>
    Promise.reject(new Error('work')),
  );
  await expect(failing).rejects.toThrow('work');
  expect(await readdir(folder)).toEqual([]);
});

test('a second writer waits with growing, jittered pauses and is then told who holds it', async () => {
  const path = join(await temporaryFolder(), '.ll.lock');
  await writeFile(path, lockRecord(holder('a')));
  const pauses: number[] = [];
  const sleep = (ms: number) => Promise.resolve(pauses.push(ms));
  const options = { waitMs: 5_000, isAlive: () => true, random: () => 0.5, sleep };
  const { kind, findings } = await refused(() => withLock(path, holder('b'), options, nothing));
  expect(kind).toBe('busy');
  const { pid, host, startedAt, command } = holder('a');
  expect(findings).toEqual([
    { severity: 'error', problem: { code: 'locked', pid, host, startedAt, command }, where: { file: path } },
  ]);
  expect(pauses.slice(0, 6)).toEqual([10, 15, 25, 45, 55, 55]);
  const total = pauses.reduce((sum, pause) => sum + pause, 0);
  expect(total).toBeGreaterThanOrEqual(5_000);
  expect(total).toBeLessThan(5_100);
  expect(await readFile(path)).toEqual(lockRecord(holder('a')));
});

test('a writer that waits goes on once the lock is free', async () => {
  const path = join(await temporaryFolder(), '.ll.lock');
  await writeFile(path, lockRecord(holder('a')));
  const found = await readLock(path);
  let pauses = 0;
  const sleep = async () => {
    pauses += 1;
    if (pauses === 3 && found) await unlock(path, found);
  };
  expect(await withLock(path, holder('b'), { waitMs: 5_000, ...alive, sleep }, nothing)).toBe('done');
  expect(pauses).toBe(3);
});

describe('only the lock of a dead process of this machine is broken', () => {
  test.each([
    ['ours and gone', holder('x', 66), 'done'],
    ['ours and at work', holder('x', 67), 'locked'],
    ['of another machine', { ...holder('x', 66), machineId: 'm2' }, 'locked'],
    ['of a machine without an id', { ...holder('x', 66), machineId: null }, 'locked'],
    ['from the year 1970', { ...holder('x', 67), startedAt: '1970-01-01T08:00:00+08:00' }, 'locked'],
  ] as const)('%s', async (_, other, expected) => {
    const folder = await temporaryFolder();
    const path = join(folder, '.ll.lock');
    await writeFile(path, lockRecord(other));
    const attempt = () => withLock(path, holder('b'), { waitMs: 0, ...dead }, nothing);
    if (expected === 'done') expect(await attempt()).toBe('done');
    else expect(await refusedCodes(attempt)).toEqual(['locked']);
    expect(await readdir(folder)).toEqual(expected === 'done' ? [] : ['.ll.lock']);
  });

  test('who has no machine id breaks none', async () => {
    const path = join(await temporaryFolder(), '.ll.lock');
    await writeFile(path, lockRecord({ ...holder('x', 66), machineId: null }));
    const own = { ...holder('b'), machineId: null };
    expect(await refusedCodes(() => withLock(path, own, { waitMs: 0, ...dead }, nothing))).toEqual([
      'locked',
    ]);
  });

  test.each([
    ['empty', ''],
    ['half', lockRecord(holder('x', 66)).toString().slice(0, 40)],
    ['no number', '{"id":"x","pid":"66","machineId":"m1"}'],
    ['a process group', '{"id":"x","pid":-66,"machineId":"m1"}'],
    ['noise', '\u0000\u001b[2J'],
  ])('unreadable counts as held: %s', async (_, content) => {
    const path = join(await temporaryFolder(), '.ll.lock');
    await writeFile(path, content);
    expect(await refusedCodes(() => withLock(path, holder('b'), { waitMs: 0, ...dead }, nothing))).toEqual([
      'lock-unreadable',
    ]);
    expect(await readFile(path, 'utf8')).toBe(content);
  });

  test('a folder or a link at its name is not followed', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'folder'));
    await writeFile(join(folder, 'target'), lockRecord(holder('x', 66)));
    await symlink('target', join(folder, 'link'));
    for (const name of ['folder', 'link']) {
      const attempt = () => withLock(join(folder, name), holder('b'), { waitMs: 0, ...dead }, nothing);
      expect(await refusedCodes(attempt)).toEqual(['lock-unreadable']);
    }
    expect(await readdir(folder)).toEqual(['folder', 'link', 'target']);
  });
});

test('no folder to make a lock in is a failure of the medium', async () => {
  const path = join(await temporaryFolder(), 'none', '.ll.lock');
  const { kind, findings } = await refused(() =>
    withLock(path, holder('a'), { waitMs: 0, ...alive }, nothing),
  );
  expect(kind).toBe('storage');
  expect(findings[0]?.problem).toEqual({ code: 'storage-failed', action: 'lock', reason: 'ENOENT' });
});

test('a lock that is another one by now is neither released nor unlocked', async () => {
  const path = join(await temporaryFolder(), '.ll.lock');
  await withLock(path, holder('a'), { waitMs: 0, ...alive }, () => writeFile(path, lockRecord(holder('z'))));
  expect(await readFile(path)).toEqual(lockRecord(holder('z')));
  expect(await unlock(path, { bytes: lockRecord(holder('a')), holder: holder('a') })).toBe(false);
  expect(await unlock(path, { bytes: lockRecord(holder('z')), holder: holder('z') })).toBe(true);
});

test('12 writers that meet a stale lock work one after the other', async () => {
  const path = join(await temporaryFolder(), '.ll.lock');
  for (let round = 0; round < 20; round += 1) {
    await writeFile(path, lockRecord(holder(`stale-${String(round)}`, 66)));
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await readFile(path);
      inside -= 1;
    };
    const writers = Array.from({ length: 12 }, (_, index) =>
      withLock(path, holder(`w-${String(round)}-${String(index)}`), { waitMs: 60_000, ...dead }, work),
    );
    await Promise.all(writers);
    expect(most).toBe(1);
  }
});

describe('a breaker that died on the way', () => {
  test('leaves a guard that the next one passes and clears away', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, '.ll.lock');
    await writeFile(path, lockRecord(holder('stale', 66)));
    const guard = `.ll.lock.${await guardDigest(path)}.0`;
    await writeFile(join(folder, guard), lockRecord(holder('breaker', 66)));
    expect(await withLock(path, holder('c'), { waitMs: 0, ...dead }, nothing)).toBe('done');
    expect(await readdir(folder)).toEqual([]);
  });

  test('while it lives, nobody else breaks the lock', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, '.ll.lock');
    await writeFile(path, lockRecord(holder('stale', 66)));
    const guard = `.ll.lock.${await guardDigest(path)}.0`;
    await writeFile(join(folder, guard), lockRecord(holder('breaker', 67)));
    expect(await refusedCodes(() => withLock(path, holder('c'), { waitMs: 0, ...dead }, nothing))).toEqual([
      'locked',
    ]);
    expect(await readdir(folder)).toEqual(['.ll.lock', guard]);
  });

  async function guardDigest(path: string): Promise<string> {
    return digestOf(await readFile(path)).slice(0, 16);
  }
});
