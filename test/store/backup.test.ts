import { chmod, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { type CalendarDate, addDays, isCalendarDate } from '../../src/domain/calendar-date.ts';
import { backUp, listBackups, readHead, writeHead } from '../../src/store/backup.ts';
import { digestOf } from '../../src/store/digest.ts';
import { temporaryFolder } from './folder.ts';
import { refused } from './refused.ts';

const judgeId = 'li-min';

function day(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new Error(text);
  return text;
}

const versionOf = (bytes: Uint8Array) => ({ bytes, digest: digestOf(bytes) });

async function backUpVersion(home: string, seq: number, on: CalendarDate, keepSeqs: readonly number[] = []) {
  const path = join(home, 'ledger.json');
  const bytes = Buffer.from(`{"seq":${String(seq)}}\n`);
  await writeFile(path, bytes);
  await backUp(path, versionOf(bytes), { home, judgeId, seq, day: on, suffix: 'x', keepSeqs });
}

const seqs = async (home: string) => (await listBackups(home, judgeId)).map(({ seq }) => seq);

test('a version is copied with its mode under a name that tells judge, number, day and digest', async () => {
  const home = await temporaryFolder();
  await writeFile(join(home, 'ledger.json'), '{"seq":7}\n');
  await chmod(join(home, 'ledger.json'), 0o640);
  await backUpVersion(home, 7, day('2024-07-03'));
  const digest = digestOf(Buffer.from('{"seq":7}\n')).slice(0, 8);
  const name = `li-min.000007.2024-07-03.${digest}.json`;
  const path = join(home, 'backups', name);
  expect(await readdir(join(home, 'backups'))).toEqual([name]);
  expect(await readFile(path, 'utf8')).toBe('{"seq":7}\n');
  expect((await stat(path)).mode & 0o777).toBe(0o640);
  expect(await listBackups(home, judgeId)).toEqual([{ name, path, seq: 7, day: '2024-07-03', digest }]);
});

test('two versions of one number are both kept', async () => {
  const home = await temporaryFolder();
  await backUpVersion(home, 7, day('2024-07-03'));
  const edited = Buffer.from('{"seq":7,"edited":true}\n');
  await writeFile(join(home, 'ledger.json'), edited);
  await backUp(join(home, 'ledger.json'), versionOf(edited), {
    home,
    judgeId,
    seq: 7,
    day: day('2024-07-03'),
    suffix: 'y',
    keepSeqs: [],
  });
  expect(await seqs(home)).toEqual([7, 7]);
});

test('the last 20 stay, the last of each of the last 30 days, and what was submitted', async () => {
  const home = await temporaryFolder();
  const first = day('2024-01-01');
  // Two versions a day for 40 days, then 20 in one day.
  for (let seq = 1; seq <= 80; seq += 1)
    await backUpVersion(home, seq, addDays(first, Math.floor((seq - 1) / 2)), [5]);
  for (let seq = 81; seq <= 100; seq += 1) await backUpVersion(home, seq, addDays(first, 40), [5]);
  const newest = Array.from({ length: 20 }, (_, index) => 100 - index);
  const daily = Array.from({ length: 29 }, (_, index) => 80 - 2 * index);
  expect(await seqs(home)).toEqual([...newest, ...daily, 5]);
});

test('a clock that runs ahead for once takes no day for old', async () => {
  const home = await temporaryFolder();
  const first = day('2024-01-01');
  for (let seq = 1; seq <= 29; seq += 1) await backUpVersion(home, seq, addDays(first, seq));
  await backUpVersion(home, 30, day('2099-01-01'));
  expect(await seqs(home)).toEqual(Array.from({ length: 30 }, (_, index) => 30 - index));
});

test('files of other judges and of other kinds are neither listed nor removed', async () => {
  const home = await temporaryFolder();
  await backUpVersion(home, 1, day('2024-07-03'));
  const others = [
    'li-min-2.000001.2024-07-03.00000000.json',
    'li-min.000001.json',
    'li-min.head',
    'readme.txt',
  ];
  for (const name of others) await writeFile(join(home, 'backups', name), '');
  for (let seq = 2; seq <= 30; seq += 1) await backUpVersion(home, seq, day('2024-07-03'));
  expect(await seqs(home)).toEqual(Array.from({ length: 20 }, (_, index) => 30 - index));
  expect(await readdir(join(home, 'backups'))).toEqual(expect.arrayContaining(others));
});

test('without room for a copy there is a refusal; without a folder there are no backups', async () => {
  const home = await temporaryFolder();
  expect(await listBackups(home, judgeId)).toEqual([]);
  await writeFile(join(home, 'backups'), 'in the way');
  const { kind, findings } = await refused(() => backUpVersion(home, 1, day('2024-07-03')));
  expect(kind).toBe('storage');
  expect(findings[0]?.problem).toEqual({ code: 'storage-failed', action: 'backup', reason: 'EEXIST' });
});

test('the head is noted and read; a damaged or missing one is none', async () => {
  const home = await temporaryFolder();
  const head = { seq: 12, digest: 'ab'.repeat(32) };
  expect(await readHead(home, judgeId)).toBeUndefined();
  await backUpVersion(home, 1, day('2024-07-03'));
  await writeHead(home, judgeId, head, 'x');
  expect(await readHead(home, judgeId)).toEqual(head);
  for (const damaged of ['', '{"seq":12', '[]', '{"seq":"12"}', '{"seq":12,"digest":5}']) {
    await writeFile(join(home, 'backups', 'li-min.head'), damaged);
    expect(await readHead(home, judgeId)).toBeUndefined();
  }
  await rm(join(home, 'backups'), { recursive: true });
});
