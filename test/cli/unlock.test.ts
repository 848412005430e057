import { mkdir, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { type LockHolder, lockRecord } from '../../src/store/lock-record.ts';
import type { Sandbox } from '../support/sandbox.ts';
import { ownWorkspace } from './workspaces.ts';

const LOCK = 'ledgers/.li-min.lock';
const MACHINE = 'abcdefghijklmnopqrstuvwx';
const HOLDER: LockHolder = {
  ...{ id: 'x', pid: 66, host: 'pc-7', machineId: 'm2'.repeat(12), command: 'import' },
  startedAt: '2024-09-18T09:59:00+08:00',
};

/** This computer's id, as its first save made it. */
async function knownMachine(box: Sandbox): Promise<void> {
  const folder = join(box.home, '..', 'user', 'settings');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'machine-id'), `${MACHINE}\n`);
}

test('without a lock it says so', async () => {
  const box = await ownWorkspace();
  const before = await box.files();
  const ran = await box.run(['unlock', '--lang', 'zh']);
  expect(ran).toMatchObject({ code: 0, stdout: '没有占用标记，不需要解除。\n', stderr: '' });
  expect((await box.run(['unlock', '--json'])).json()).toEqual({ schemaVersion: 1, locks: [] });
  expect(await box.files()).toEqual(before);
});

test('on a terminal it shows who holds the ledger, and asks', async () => {
  const box = await ownWorkspace();
  await box.write(LOCK, lockRecord(HOLDER));
  const no = await box.run(['unlock', '--lang', 'en'], { answers: ['no'] });
  expect([no.code, await box.read(LOCK)]).toEqual([130, lockRecord(HOLDER).toString()]);
  expect(no.stderr).toBe(
    'In use by the mark ledgers/.li-min.lock\n  ledger import on pc-7 (another computer), process 66, since 2024-09-18T09:59:00+08:00\nCancelled, nothing was saved.\n',
  );
  const yes = await box.run(['unlock', '--lang', 'en'], { answers: ['yes'] });
  expect(yes).toMatchObject({ code: 0, stdout: `No longer in use: ${LOCK} is removed.\n` });
  expect((await box.files())[LOCK]).toBeUndefined();
});

test('it tells whether the process of this computer is at work', async () => {
  const box = await ownWorkspace();
  await knownMachine(box);
  await box.write(LOCK, lockRecord({ ...HOLDER, machineId: MACHINE, host: 'office-pc' }));
  const ran = await box.run(['unlock', '--dry-run', '--lang', 'zh']);
  expect(ran.code).toBe(0);
  expect(ran.stderr).toContain('电脑 office-pc（本机），进程66（仍在运行，或号码已被别的程序用了）');
  expect((await box.files())[LOCK]).toBeDefined();
});

test.each([
  ['empty', '', 'The mark cannot be read: it is empty'],
  ['half', lockRecord(HOLDER).toString().slice(0, 40), 'The mark cannot be read: {"id":"x"'],
  [
    'hostile',
    `\u001b[2J\u202e${'a'.repeat(300)}`,
    `The mark cannot be read: <U+001B>[2J<U+202E>${'a'.repeat(195)}\n`,
  ],
])('one that cannot be read is shown without doing harm, and removed: %s', async (_, content, words) => {
  const box = await ownWorkspace();
  await box.write(LOCK, content);
  const refused = await box.run(['unlock', '--dry-run', '--lang', 'en']);
  expect(refused.stderr).toContain(words);
  expect((await box.run(['unlock', '--json'])).json()).toEqual({ schemaVersion: 1, locks: [{ file: LOCK }] });
  expect((await box.files())[LOCK]).toBeUndefined();
});

test('only the lock of the judge that was named; guards and other files are none', async () => {
  const box = await ownWorkspace();
  for (const name of ['.li-min.lock', '.wang-fang.lock', '.li-min.lock.abc.0', 'li-min.lock'])
    await box.write(`ledgers/${name}`, lockRecord(HOLDER));
  expect((await box.run(['unlock', '--judge', '李敏'])).code).toBe(0);
  const left = Object.keys(await box.files()).filter((name) => name.includes('lock'));
  expect(left).toEqual(['ledgers/.li-min.lock.abc.0', 'ledgers/.wang-fang.lock', 'ledgers/li-min.lock']);
});

test('a link at the name goes, and what it leads to stays', async () => {
  const box = await ownWorkspace();
  await box.write('target', 'precious');
  await symlink('../target', join(box.home, LOCK));
  expect(await readlink(join(box.home, LOCK))).toBe('../target');
  expect((await box.run(['unlock'])).code).toBe(0);
  expect(await box.read('target')).toBe('precious');
  await mkdir(join(box.home, LOCK));
  const folder = await box.run(['unlock', '--lang', 'en']);
  expect(folder.code).toBe(6);
  expect(folder.stderr).toContain(`${LOCK}: It was not possible to remove the mark`);
});
