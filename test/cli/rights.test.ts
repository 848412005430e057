import { execFile, execFileSync } from 'node:child_process';
import { chmod, chown, copyFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { bundled } from '../store/bundle.ts';
import type { Sandbox } from '../support/sandbox.ts';
import { LEDGER, ownWorkspace, VISIT } from './workspaces.ts';

// What root ignores is tried as nobody; where that can't be done the tests are skipped, never passed.

const run = promisify(execFile);
const NOBODY = 65_534;
const ADD = ['visit', 'add', ...VISIT, '--lang', 'en'];

let script: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ path: script, remove } = await bundled('program-main.ts', false));
});
afterAll(() => remove());

/** A program's exit code and what it wrote to stderr and stdout. */
async function outcome(
  command: string,
  argv: readonly string[],
  cwd: string,
): Promise<[number, string, string]> {
  try {
    const { stdout, stderr } = await run(command, [...argv], { cwd });
    return [0, stderr, stdout];
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && 'stderr' in thrown && 'stdout' in thrown))
      throw thrown;
    return [Number(thrown.code), String(thrown.stderr), String(thrown.stdout)];
  }
}

function works(command: string, argv: readonly string[]): boolean {
  try {
    execFileSync(command, [...argv], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const asNobody = ['--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups'];
const canBeNobody = process.getuid?.() === 0 && works('setpriv', [...asNobody, 'true']);

describe.skipIf(!canBeNobody)('as a user without rights (needs to become one)', () => {
  async function nobodys(): Promise<Sandbox> {
    const box = await ownWorkspace();
    for (const file of ['', 'ledgers', 'roster.json', LEDGER])
      await chown(join(box.home, file), NOBODY, NOBODY);
    await chmod(dirname(box.home), 0o777);
    await copyFile(script, join(box.home, '..', 'program.mjs'));
    return box;
  }
  const asked = (box: Sandbox, argv: readonly string[]): Promise<[number, string, string]> =>
    outcome(
      'setpriv',
      [...asNobody, process.execPath, join(box.home, '..', 'program.mjs'), ...argv],
      box.home,
    );

  test('all is well with all rights', async () => {
    const box = await nobodys();
    expect((await asked(box, ADD))[0]).toBe(0);
  });

  test('a folder that may not be written', async () => {
    const box = await nobodys();
    await chmod(join(box.home, 'ledgers'), 0o555);
    const before = await box.read(LEDGER);
    const [code, stderr] = await asked(box, ADD);
    expect(code).toBe(6);
    expect(stderr).toContain('ledgers/.li-min.lock: It was not possible to lock the folder');
    expect(await box.read(LEDGER)).toBe(before);
    expect((await asked(box, ['visit', 'list']))[0]).toBe(0);
    await chmod(join(box.home, 'ledgers'), 0o755);
  });

  test('a ledger that may not be written in a folder that may', async () => {
    const box = await nobodys();
    await chown(join(box.home, LEDGER), 0, 0);
    await chmod(join(box.home, LEDGER), 0o644);
    const before = await box.read(LEDGER);
    const [code, stderr] = await asked(box, ADD);
    expect([code, stderr.includes('The file is read-only')]).toEqual([6, true]);
    expect(await box.read(LEDGER)).toBe(before);
  });

  test('a ledger or a folder of ledgers that may not be read is never taken for none', async () => {
    for (const file of [LEDGER, 'ledgers']) {
      const box = await nobodys();
      await chmod(join(box.home, file), 0o000);
      const [code, stderr] = await asked(box, [...ADD, '--judge', 'li-min']);
      expect([file, code]).toEqual([file, 3]);
      expect(stderr).toContain('cannot be read');
      await chmod(join(box.home, file), 0o755);
    }
  });

  test('backups that may not be written: nothing is saved without one', async () => {
    const box = await nobodys();
    await box.write('backups/readme.txt', '');
    await chmod(join(box.home, 'backups'), 0o555);
    const before = await box.read(LEDGER);
    expect((await asked(box, ADD))[0]).toBe(6);
    expect(await box.read(LEDGER)).toBe(before);
  });
});

const canMount = works('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']);

describe.skipIf(!canMount)('on a read-only medium (needs the right to mount)', () => {
  /** Runs in a mount namespace of its own, where the workspace is read-only. */
  const onReadOnly = (box: Sandbox, argv: readonly string[]): Promise<[number, string, string]> => {
    const mounted = 'mount --bind . . && mount -o remount,ro,bind . && cd "$PWD" && exec "$@"';
    return outcome(
      'unshare',
      ['-rm', 'sh', '-c', mounted, 'sh', process.execPath, script, ...argv],
      box.home,
    );
  };

  test.each([
    [['visit', 'list']],
    [['quota']],
    [['agenda']],
    [['check']],
    [['backup', 'list']],
    [['unlock']],
    [['search', '排水']],
    [ADD.concat('--dry-run')],
  ])('%j works and leaves no trace', async (argv) => {
    const box = await ownWorkspace();
    const before = await box.files();
    const [code, stderr] = await onReadOnly(box, argv);
    expect([code, stderr]).toEqual([0, '']);
    expect(await box.files()).toEqual(before);
  });

  test('an entry is refused, and the medium named', async () => {
    const box = await ownWorkspace();
    const [code, stderr] = await onReadOnly(box, ADD);
    expect(code).toBe(6);
    expect(stderr).toContain('the disk is read-only (EROFS)');
    expect(await readdir(join(box.home, 'ledgers'))).toEqual(['li-min.json']);
  });
});
