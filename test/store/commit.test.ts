import { execFile, execFileSync, spawn } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { calendarDate } from '../../src/domain/calendar-date.ts';
import { listBackups, readHead } from '../../src/store/backup.ts';
import { commitText } from '../../src/store/commit.ts';
import { digestOf } from '../../src/store/digest.ts';
import { lockRecord } from '../../src/store/lock-record.ts';
import { addEntry, readLedger } from './add-entry.ts';
import { bundled } from './bundle.ts';
import { temporaryFolder } from './folder.ts';
import { refused } from './refused.ts';

const run = promisify(execFile);
const writer = { pid: 7, isAlive: () => true, waitMs: 60_000 };
let script = '';
let remove: () => Promise<void>;

beforeAll(async () => {
  const bundle = await bundled('add-entries-main.ts', false);
  [script, remove] = [bundle.path, bundle.remove];
});
afterAll(() => remove());

test('each commit backs the version before it up and notes itself as head', async () => {
  const home = await temporaryFolder();
  await addEntry(home, 'a', writer);
  expect(await listBackups(home, 'li-min')).toEqual([]);
  const before = await readFile(join(home, 'ledger.json'));
  const { confirmed, digest, warnings } = await addEntry(home, 'b', writer);
  const after = await readFile(join(home, 'ledger.json'));
  expect({ confirmed, warnings, digest }).toEqual({ confirmed: true, warnings: [], digest: digestOf(after) });
  const [backup] = await listBackups(home, 'li-min');
  expect(backup && (await readFile(backup.path))).toEqual(before);
  expect(await readHead(home, 'li-min')).toEqual({ seq: 2, digest });
  expect(await readdir(home)).toEqual(['backups', 'ledger.json']);
});

test('an editor that saves between read and commit loses nothing, and neither do we', async () => {
  const home = await temporaryFolder();
  await addEntry(home, 'a', writer);
  const path = join(home, 'ledger.json');
  const read = await readFile(path, 'utf8');
  const edited = '{"seq": 1, "entries": ["edited"]}';
  const { kind, findings } = await refused(() => addEntry(home, 'b', writer, () => writeFile(path, edited)));
  expect([kind, findings[0]?.problem.code]).toEqual(['busy', 'changed-meanwhile']);
  expect(await readFile(path, 'utf8')).toBe(edited);
  const kept: unknown = JSON.parse(
    await readFile(join(home, 'ledger.conflict-20240703T102105.json'), 'utf8'),
  );
  expect(kept).toEqual({ seq: 2, entries: ['a', 'b'] });
  const [backup] = await listBackups(home, 'li-min');
  expect(backup && (await readFile(backup.path, 'utf8'))).toBe(read);
});

test('a text that is not what was meant is not written', async () => {
  const home = await temporaryFolder();
  const path = join(home, 'ledger.json');
  await addEntry(home, 'a', writer);
  const before = await readFile(path);
  const verify = () => {
    throw new Error('not what was meant');
  };
  const commit = {
    base: { bytes: before, digest: digestOf(before) },
    text: '{}',
    verify,
    home,
    judgeId: 'li-min',
    seq: { old: 1, new: 2 },
  };
  const day = calendarDate(2024, 7, 3);
  if (!day) throw new Error('no such day');
  await expect(commitText(path, { ...commit, day, keepSeqs: [], suffix: 'x', now: '' })).rejects.toThrow(
    'meant',
  );
  expect(await readFile(path)).toEqual(before);
  expect(await listBackups(home, 'li-min')).toEqual([]);
});

describe('real processes', () => {
  test('8 writers of 5 entries at once, over the lock of a dead process', async () => {
    const home = await temporaryFolder();
    const gone = spawn(process.execPath, ['-e', '0']);
    await new Promise((resolve) => gone.once('exit', resolve));
    const stale = {
      pid: gone.pid ?? 0,
      host: 'pc',
      machineId: 'm1',
      startedAt: '',
      command: '',
      id: 'stale',
    };
    await writeFile(join(home, '.ll-ledger.lock'), lockRecord(stale));
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const told = await Promise.all(names.map((name) => run(process.execPath, [script, home, name, '5'])));
    const { seq, entries } = await readLedger(home);
    expect(seq).toBe(40);
    expect(entries.toSorted()).toEqual(told.flatMap(({ stdout }) => stdout.trim().split('\n')).toSorted());
    expect(new Set(entries).size).toBe(40);
    expect(await readdir(home)).toEqual(['backups', 'ledger.json']);
    expect((await readdir(join(home, 'backups'))).filter((name) => name.startsWith('.'))).toEqual([]);
  }, 60_000);

  test('readers during the commits see whole versions only', async () => {
    const home = await temporaryFolder();
    await addEntry(home, 'first', writer);
    const writing = run(process.execPath, [script, home, 'w', '60']);
    const running = new Set(['writer']);
    const done = writing.finally(() => {
      running.clear();
    });
    const seen = new Set<number>();
    while (running.size > 0) {
      // The store's calls are done at once: without this, the ends of the writers would never be heard.
      await new Promise((resolve) => setImmediate(resolve));
      const { seq, entries } = await readLedger(home);
      expect(entries).toHaveLength(seq);
      seen.add(seq);
    }
    await done;
    expect(seen.size).toBeGreaterThan(1);
  }, 60_000);

  test('killed at random moments, nothing that was told is lost', async () => {
    const home = await temporaryFolder();
    const told: string[] = [];
    const rounds = process.env['LONG_TESTS'] === undefined ? 8 : 300;
    for (let round = 0; round < rounds; round += 1) {
      const child = spawn(process.execPath, [script, home, `r${String(round)}`, '1000']);
      let text = '';
      const moment = 1 + Math.floor(Math.random() * 6);
      child.stdout.on('data', (data: Buffer) => {
        text += data.toString();
        if (text.split('\n').length > moment) setTimeout(() => child.kill('SIGKILL'), Math.random() * 8);
      });
      await new Promise((resolve) => child.once('close', resolve));
      told.push(...text.split('\n').slice(0, -1));
      const { seq, entries } = await readLedger(home);
      expect(entries).toHaveLength(seq);
      expect(entries).toEqual(expect.arrayContaining(told));
    }
    expect(told.length).toBeGreaterThan(rounds);
    await addEntry(home, 'last', { pid: process.pid, isAlive: (pid) => pid === process.pid, waitMs: 100 });
    expect(await readdir(home)).toEqual(['backups', 'ledger.json']);
    expect((await readdir(join(home, 'backups'))).filter((name) => name.startsWith('.'))).toEqual([]);
  }, 600_000);

  test('a file that may grow no further (EFBIG) leaves the old version', async () => {
    const home = await temporaryFolder();
    await addEntry(home, 'x'.repeat(3_000), writer);
    const before = await readFile(join(home, 'ledger.json'));
    const shell = 'ulimit -f 3; trap "" XFSZ; exec "$0" "$1" "$2" "$3" 1';
    await expect(run('sh', ['-c', shell, process.execPath, script, home, 'y'.repeat(4_000)])).rejects.toThrow(
      'EFBIG',
    );
    expect(await readFile(join(home, 'ledger.json'))).toEqual(before);
    expect((await readLedger(home)).entries).toHaveLength(1);
  });
});

describe.skipIf(!canMount())('a small medium of its own (needs the right to mount)', () => {
  test('a full one leaves the old version and no helper file', async () => {
    const home = await temporaryFolder();
    const node = `"${process.execPath}" "${script}"`;
    const fill = `${node} . a 1 && cp ledger.json before && (head -c 900k /dev/zero > fill; true)`;
    const check = `! ${node} . ${'z'.repeat(60_000)} 1 2> err; cmp ledger.json before && ls -A && grep -o ENOSPC err | head -1`;
    const { stdout } = await run('unshare', [
      ...['-rm', 'sh', '-c', `mount -t tmpfs -o size=940k none "$0" && cd "$0" && ${fill}; ${check}`, home],
    ]);
    expect(stdout.trim().split('\n').slice(-6)).toEqual([
      'backups',
      'before',
      'err',
      'fill',
      'ledger.json',
      'ENOSPC',
    ]);
  });

  test('a read-only one is read, and refuses to be written', async () => {
    const home = await temporaryFolder();
    const node = `"${process.execPath}" "${script}"`;
    const steps = `${node} . a 1 && mount -o remount,ro "$0" && ! ${node} . b 1 2>&1; cat ledger.json`;
    const mounted = `mount -t tmpfs -o size=1m none "$0" && cd "$0" && ${steps}`;
    const { stdout } = await run('unshare', ['-rm', 'sh', '-c', mounted, home]);
    expect(stdout).toContain('EROFS');
    expect(stdout).toContain('"a-0"');
  });
});

function canMount(): boolean {
  try {
    execFileSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
