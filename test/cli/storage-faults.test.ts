import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { lockRecord } from '../../src/store/lock-record.ts';
import { bundled } from '../store/bundle.ts';
import type { Fault } from '../store/faulty-fs.ts';
import type * as Program from '../store/faulty-program.ts';
import type { World } from '../support/environment.ts';
import type { Sandbox } from '../support/sandbox.ts';
import { inside, LEDGER, ownWorkspace, VISIT } from './workspaces.ts';

// The whole program over a file system that fails where it is told to.

let program: typeof Program;
let remove: () => Promise<void>;

beforeAll(async () => {
  const bundle = await bundled('faulty-program.ts', true);
  remove = bundle.remove;
  const loaded: unknown = await import(pathToFileURL(bundle.path).href);
  if (!isProgram(loaded)) throw new Error('the bundle lacks its exports');
  program = loaded;
});
afterAll(() => remove());
afterEach(() => {
  program.setFault(undefined);
});

function isProgram(loaded: unknown): loaded is typeof Program {
  return typeof loaded === 'object' && loaded !== null && 'run' in loaded && 'setFault' in loaded;
}

const ADD = ['visit', 'add', ...VISIT];

async function ranWith(
  box: Sandbox,
  fault: Fault,
  argv: readonly string[] = ADD,
  world: Partial<World> = {},
) {
  const user = join(box.home, '..', 'user');
  const environment = program.fakeEnvironment({ cwd: box.home, userHome: user, ...world });
  program.setFault(fault);
  const code = await program.run([...argv, '--lang', 'en'], environment);
  expect(program.hasFired()).toBe(true);
  program.setFault(undefined);
  return { code, ...environment.written };
}

async function entriesIn(box: Sandbox): Promise<unknown> {
  return inside(JSON.parse(await box.read(LEDGER)), 'entries', 'length');
}

const ledgersOf = async (box: Sandbox): Promise<readonly string[]> =>
  (await readdir(join(box.home, 'ledgers'))).sort();

describe('on Windows, while another program looks at the ledger', () => {
  const held = (times: number, reason = 'EBUSY'): Fault => ({
    ...{ mode: 'until', at: times, reason, call: 'rename', windows: true, path: /\/ledgers\// },
  });

  test.each(['EPERM', 'EACCES', 'EBUSY'])('%s that passes is waited for in silence', async (reason) => {
    const box = await ownWorkspace();
    const before = Number(await entriesIn(box));
    const { code, stderr } = await ranWith(box, held(3, reason));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await entriesIn(box)).toBe(before + 1);
    expect(await ledgersOf(box)).toEqual(['li-min.json']);
  });

  test('after a second people are told that it is waited for, unless they want results only', async () => {
    const told = await ranWith(await ownWorkspace(), held(40));
    expect([told.code, told.stderr]).toEqual([0, 'Another program is holding the file; waiting …\n']);
    const quiet = await ranWith(await ownWorkspace(), held(40), [...ADD, '-q']);
    expect([quiet.code, quiet.stderr]).toEqual([0, '']);
  });

  test('what does not pass in ten seconds leaves the ledger as it was, and keeps what was entered', async () => {
    const box = await ownWorkspace();
    const old = await box.read(LEDGER);
    const listed = (await box.run(['visit', 'list', '--json'])).stdout;
    const { code, stdout, stderr } = await ranWith(box, held(triesUntilGivenUp()));
    expect([code, stdout]).toEqual([6, '']);
    const kept = 'li-min.conflict-20240918T100000.json';
    expect(stderr).toBe(
      `Another program is holding the file; waiting …\nledgers/li-min.json: Another program is holding the ledger (EBUSY); after 10 seconds it could still not be replaced, and has not changed. What you entered is kept in ${kept}. Please close the program that has the ledger open (an editor, a sync client, a virus scanner) and enter it again.\n`,
    );
    expect(await box.read(LEDGER)).toBe(old);
    expect(await ledgersOf(box)).toEqual([kept, 'li-min.json']);
    const content: unknown = JSON.parse(await box.read(`ledgers/${kept}`));
    expect(inside(content, 'entries', 'length')).toBe(Number(await entriesIn(box)) + 1);
    // The kept version is for a person to look at: nothing counts it.
    expect((await box.run(['visit', 'list', '--json'])).stdout).toBe(listed);
  });

  test('a failure that is no other program’s is not waited for', async () => {
    const box = await ownWorkspace();
    const { code, stderr } = await ranWith(box, { ...held(1), reason: 'EXDEV' });
    expect(code).toBe(6);
    expect(stderr).toContain('EXDEV');
    expect(await ledgersOf(box)).toEqual(['li-min.json']);
  });
});

/** Waits of 10, 20 … 100 and then always 100 ms add up to 10 s after so many renames. */
function triesUntilGivenUp(): number {
  let waited = 0;
  for (let tries = 1, wait = 10; ; tries += 1, wait = Math.min(wait + 10, 100)) {
    if (waited + wait > 10_000) return tries;
    waited += wait;
  }
}

describe('where the medium fails before the rename, the ledger stays as it was', () => {
  test.each<[string, Fault, string]>([
    [
      'a full disk',
      { mode: 'once', at: 1, reason: 'ENOSPC', call: 'write', path: /\/ledgers\/\.ll-/ },
      'full',
    ],
    ['a write that stores half', { mode: 'short', at: 4, reason: '', call: 'write' }, 'full'],
    ['a quota', { mode: 'once', at: 1, reason: 'EDQUOT', call: 'open', path: /\/ledgers\/\.ll-/ }, 'quota'],
    [
      'a read-only medium',
      { mode: 'ever', at: 1, reason: 'EROFS', call: 'open', path: /\/home\/ledgers\/\./ },
      'read-only',
    ],
    [
      'an error of the disk',
      { mode: 'once', at: 1, reason: 'EIO', call: 'fsync', path: /\/ledgers\/\.ll-/ },
      'EIO',
    ],
    [
      'no backup',
      { mode: 'once', at: 1, reason: 'EACCES', call: 'open', path: /\/backups\// },
      'keep a backup',
    ],
    [
      'no folder for backups',
      { mode: 'once', at: 1, reason: 'EACCES', call: 'mkdir', path: /backups/ },
      'keep a backup',
    ],
    [
      'another medium',
      { mode: 'once', at: 1, reason: 'EXDEV', call: 'rename', path: /\/ledgers\// },
      'EXDEV',
    ],
  ])('%s', async (_, fault, words) => {
    const box = await ownWorkspace();
    const old = await box.read(LEDGER);
    const { code, stdout, stderr } = await ranWith(box, fault);
    expect([code, stdout]).toEqual([6, '']);
    expect(stderr).toContain(words);
    expect(await box.read(LEDGER)).toBe(old);
    expect(await ledgersOf(box)).toEqual(['li-min.json']);
  });

  test('a stick that is pulled out between reading and writing', async () => {
    const box = await ownWorkspace();
    const pull = (): Promise<void> => rename(join(box.home, 'ledgers'), join(box.home, 'pulled'));
    const fault: Fault = {
      mode: 'once',
      at: 1,
      reason: '',
      call: 'open',
      path: /\/ledgers\/\.ll-/,
      meanwhile: pull,
    };
    const { code, stdout } = await ranWith(box, fault);
    expect([code, stdout]).toEqual([6, '']);
  });
});

test('a medium that does not confirm the rename: saved, and said so', async () => {
  const box = await ownWorkspace();
  const before = Number(await entriesIn(box));
  const { code, stdout, stderr } = await ranWith(box, {
    ...{ mode: 'once', at: 1, reason: 'EIO', call: 'fsync', path: /\/ledgers$/ },
  });
  expect(code).toBe(7);
  expect(stdout).toContain('Saved: ');
  expect(stderr).toContain('It is written, but the disk did not confirm it');
  expect(await entriesIn(box)).toBe(before + 1);
});

test('an editor that saves between reading and replacing loses nothing, and neither do we', async () => {
  const box = await ownWorkspace();
  const edited = `${await box.read(LEDGER)}\n`;
  const fault: Fault = {
    ...{ mode: 'once', at: 1, reason: '', call: 'open', path: /\/ledgers\/\.ll-/ },
    meanwhile: () => box.write(LEDGER, edited),
  };
  const { code } = await ranWith(box, fault);
  expect(code).toBe(5);
  expect(await box.read(LEDGER)).toBe(edited);
  expect(await ledgersOf(box)).toEqual(['li-min.conflict-20240918T100000.json', 'li-min.json']);
});

test('a lock that cannot be removed is told, and the entry is saved', async () => {
  const box = await ownWorkspace();
  const { code, stdout, stderr } = await ranWith(box, {
    ...{ mode: 'ever', at: 1, reason: 'EPERM', call: 'unlink', path: /\.li-min\.lock/ },
  });
  expect(code).toBe(0);
  expect(stdout).toContain('Saved: ');
  expect(stderr).toContain('ledgers/.li-min.lock: It is saved, but the mark');
});

test('a lock that lets nobody remove it is no success of unlock', async () => {
  const box = await ownWorkspace();
  await box.write('ledgers/.li-min.lock', '');
  const fault: Fault = { mode: 'ever', at: 1, reason: 'EPERM', call: 'unlink', path: /\.li-min\.lock/ };
  const { code, stderr } = await ranWith(box, fault, ['unlock']);
  expect(code).toBe(6);
  expect(stderr).toContain('It was not possible to remove the mark');
});

test('a lock that is another one since it was shown stays', async () => {
  const box = await ownWorkspace();
  await box.write('ledgers/.li-min.lock', '');
  const other = (): Promise<void> => box.write('ledgers/.li-min.lock', 'another run');
  const fault: Fault = {
    mode: 'once',
    at: 2,
    reason: '',
    call: 'lstat',
    path: /\.li-min\.lock/,
    meanwhile: other,
  };
  const { code, stderr } = await ranWith(box, fault, ['unlock']);
  expect(code).toBe(5);
  expect(stderr).toContain('The mark is another one since it was shown');
  expect(await box.read('ledgers/.li-min.lock')).toBe('another run');
});

test('a ledger that changes after its difference from a backup was shown is not replaced', async () => {
  const box = await ownWorkspace();
  expect((await box.run(ADD)).code).toBe(0);
  const [backup = ''] = await readdir(join(box.home, 'backups'));
  const seq = String(Number(backup.split('.')[1]));
  const edited = `${await box.read(LEDGER)}\n`;
  const fault: Fault = {
    ...{ mode: 'once', at: 1, reason: '', call: 'link', path: /\.li-min\.lock/ },
    meanwhile: () => box.write(LEDGER, edited),
  };
  const { code, stderr } = await ranWith(box, fault, ['backup', 'restore', seq]);
  expect(code).toBe(5);
  expect(stderr).toContain('The ledger was changed just now, so nothing was saved');
  expect(await box.read(LEDGER)).toBe(edited);
});

describe('who waits for a lock in vain is told who holds it and how to let go', () => {
  const machine = 'abcdefghijklmnopqrstuvwx';
  const other = 'zyxwvutsrqponmlkjihgfedc';
  /** No fault at all, but time passes at once. */
  const none: Fault = { mode: 'once', at: 1, reason: '', call: 'none' };

  async function locked(holder: {
    readonly machineId: string | null;
    readonly host: string;
  }): Promise<Sandbox> {
    const box = await ownWorkspace();
    await box.write('../user/settings/machine-id', `${machine}\n`);
    const record = { id: 'x', pid: 66, startedAt: '2024-09-18T09:59:00+08:00', command: 'import', ...holder };
    await box.write('ledgers/.li-min.lock', lockRecord(record));
    return box;
  }

  async function add(box: Sandbox, alive: boolean): Promise<{ code: number; stderr: string }> {
    const fake = program.fakeEnvironment({ cwd: box.home, userHome: join(box.home, '..', 'user') });
    const environment = { ...fake, process: { ...fake.process, isAlive: () => alive } };
    program.setFault(none);
    const code = await program.run([...ADD, '--lang', 'en'], environment);
    return { code, stderr: fake.written.stderr };
  }

  test.each([
    ['of another computer', other, 'pc-7', false],
    ['of a computer of our name, as cloned ones have', other, 'office-pc', false],
    ['of a computer of our id, as roaming profiles have', machine, 'pc-7', false],
    ['of one that has no id', null, 'office-pc', false],
    ['of ours, with a number that is in use', machine, 'office-pc', true],
  ])('%s', async (_, machineId, host, alive) => {
    const { code, stderr } = await add(await locked({ machineId, host }), alive);
    expect(code).toBe(5);
    expect(stderr).toBe(
      `Another program is holding the file; waiting …\nledgers/.li-min.lock: The ledger is in use: ledger import on the computer ${host} (process 66, since 2024-09-18T09:59:00+08:00). Nothing was written. Please try again when it has finished; if you are sure that it broke off long ago, run ledger unlock.\n`,
    );
  });

  test('only that of a run of this computer that died is passed', async () => {
    const box = await locked({ machineId: machine, host: 'office-pc' });
    expect(await add(box, false)).toMatchObject({ code: 0, stderr: '' });
    expect(await ledgersOf(box)).toEqual(['li-min.json']);
  });

  test('one that cannot be read', async () => {
    const box = await ownWorkspace();
    await box.write('ledgers/.li-min.lock', '');
    const { code, stderr } = await add(box, false);
    expect(code).toBe(5);
    expect(stderr).toContain('but the mark cannot be read. Nothing was written.');
    expect(stderr).toContain('then run ledger unlock.');
  });
});
