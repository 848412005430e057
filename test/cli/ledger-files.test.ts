import { execFileSync } from 'node:child_process';
import { chmod, link, lstat, mkdir, readlink, rename, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import type { Sandbox } from '../support/sandbox.ts';
import { expectRefused, LEDGER, ownWorkspace, VISIT } from './workspaces.ts';

const ADD = ['visit', 'add', ...VISIT];
const at = (box: Sandbox, file: string): string => join(box.home, file);

/** A workspace whose ledger has been put elsewhere, for something else to take its place. */
async function withoutLedger(): Promise<Sandbox> {
  const box = await ownWorkspace();
  await mkdir(at(box, 'elsewhere'));
  await rename(at(box, LEDGER), at(box, 'elsewhere/ledger.json'));
  return box;
}

test('a link to the ledger stays a link; its target gets the new version', async () => {
  const box = await withoutLedger();
  await symlink('../elsewhere/ledger.json', at(box, LEDGER));
  const before = await box.read('elsewhere/ledger.json');
  expect((await box.run(ADD)).code).toBe(0);
  expect(await readlink(at(box, LEDGER))).toBe('../elsewhere/ledger.json');
  expect((await box.read('elsewhere/ledger.json')).length).toBeGreaterThan(before.length);
});

describe('a link that leads to nothing is a mistake, and no new ledger begins', () => {
  test.each([
    ['nowhere', '../gone/ledger.json', 'to a file that is not there', '指向的文件不存在'],
    ['in a circle', 'li-min.json', 'that leads in a circle', '绕成了圈'],
  ])('%s', async (_, target, en, zh) => {
    const box = await withoutLedger();
    await symlink(target, at(box, LEDGER));
    for (const argv of [ADD, ['visit', 'list', '--judge', 'li-min'], ['backup', 'list', '--judge', 'li-min']])
      await expectRefused(box, argv, {
        code: 2,
        en: `${LEDGER}: This is a link ${en}. Please move it away or put the link right (is the USB stick or shared folder it leads to connected?), and try again.`,
        zh: `${LEDGER}：这是一个链接，${zh}。请移走它，或改正链接（所指的U盘、共享文件夹是否已接好），再试。`,
      });
    expect(await readlink(at(box, LEDGER))).toBe(target);
  });
});

describe('what is no file is refused at once, and left alone', () => {
  test.each<[string, (path: string) => Promise<unknown>, string]>([
    ['a folder', (path) => mkdir(path), 'a folder'],
    ['a pipe', (path) => Promise.resolve(execFileSync('mkfifo', [path])), 'a pipe'],
    ['a device', (path) => symlink('/dev/zero', path), 'a device'],
  ])('%s', async (_, make, words) => {
    const box = await withoutLedger();
    await make(at(box, LEDGER));
    for (const argv of [
      ADD,
      ['visit', 'list', '--judge', 'li-min'],
      ['backup', 'restore', '1', '--judge', 'li-min'],
    ]) {
      const ran = await box.run([...argv, '--lang', 'en']);
      expect([ran.code, ran.stdout]).toEqual([3, '']);
      expect(ran.stderr).toContain(`${LEDGER}: This is ${words}, not a file.`);
    }
  });
});

test('a second name of the ledger’s file is warned of, since it keeps the old version', async () => {
  const box = await ownWorkspace();
  await link(at(box, LEDGER), at(box, 'second.json'));
  const ran = await box.run([...ADD, '--lang', 'en']);
  expect(ran.code).toBe(0);
  expect(ran.stderr).toContain(`${LEDGER}: The file has 1 further hard link;`);
  expect((await stat(at(box, LEDGER))).nlink).toBe(1);
});

test.each([0o600, 0o640, 0o664, 0o666])(
  'the mode %o of the ledger is kept, by its backup too',
  async (mode) => {
    const box = await ownWorkspace();
    await chmod(at(box, LEDGER), mode);
    await box.run(ADD);
    expect((await stat(at(box, LEDGER))).mode & 0o777).toBe(mode);
    const [backup = ''] = Object.keys(await box.files()).filter((name) => /^backups\/.*json$/u.test(name));
    expect((await stat(at(box, backup))).mode & 0o777).toBe(mode);
  },
);

test('a ledger that is read-only is not replaced, although its folder could be written', async () => {
  const box = await ownWorkspace();
  await chmod(at(box, LEDGER), 0o444);
  await box.run(['unlock']);
  const before = await box.read(LEDGER);
  const ran = await box.run([...ADD, '--lang', 'en']);
  expect([ran.code, ran.stdout]).toEqual([6, '']);
  expect(ran.stderr).toContain(`${LEDGER}: The file is read-only`);
  expect(await box.read(LEDGER)).toBe(before);
  expect((await lstat(at(box, LEDGER))).mode & 0o777).toBe(0o444);
});

describe('a ledger that an editor has open', () => {
  test.each(['.li-min.json.swp', '~$li-min.json', '.~lock.li-min.json#', '.#li-min.json'])(
    'by the sign %s: refused where nobody can be asked, unless forced',
    async (sign) => {
      const box = await ownWorkspace();
      await box.write(`ledgers/${sign}`, '');
      await expectRefused(box, ADD, {
        code: 5,
        en: `${LEDGER}: Another program seems to have the ledger open (${sign} lies beside it); nothing was written. Please close it first. If you are sure that nothing has it open, delete that file, or try again with --force.`,
        zh: `${LEDGER}：台账好像正在别的程序里打开着（旁边有 ${sign}），没有写入。请先关闭它；确定没有打开的，删去那个文件，或加 --force 再试。`,
      });
      expect((await box.run(['visit', 'list'])).code).toBe(0);
      expect((await box.run([...ADD, '--dry-run'])).code).toBe(0);
      expect((await box.run([...ADD, '--force'])).code).toBe(0);
    },
  );

  test('asked about on a terminal, first of all', async () => {
    const box = await ownWorkspace();
    await box.write('ledgers/.li-min.json.swp', '');
    const no = await box.run([...ADD, '--lang', 'zh'], { answers: ['no'] });
    expect([no.code, no.asked[0]?.message]).toEqual([
      130,
      '台账好像正在别的程序里打开着（旁边有 .li-min.json.swp），仍要写入吗？',
    ]);
    expect((await box.run([...ADD, '--yes'])).code).toBe(0);
  });

  test.each([
    [['visit', 'edit', '7kq2', '--note', '改']],
    [['visit', 'remove', '7kq2', '--reason', '改']],
    [['visit', 'report', '7kq2']],
  ])('%j minds it too, and can be forced', async (argv) => {
    const box = await ownWorkspace();
    await box.write('ledgers/.li-min.json.swp', '');
    expect((await box.run(argv)).code).toBe(5);
    expect((await box.run([...argv, '-f'])).code).toBe(0);
  });

  test('that of a neighbour is nobody’s business', async () => {
    const box = await ownWorkspace();
    await box.write('ledgers/.wang-fang.json.swp', '');
    await box.write('ledgers/~$li-min.json.xlsx', '');
    expect((await box.run(ADD)).code).toBe(0);
  });
});

describe('the id of this computer', () => {
  test('is made by the first command that writes, and by none that reads or rehearses', async () => {
    const box = await ownWorkspace();
    const settings = at(box, '../user/settings');
    for (const argv of [['visit', 'list'], ['backup', 'list'], ['unlock'], ['check'], [...ADD, '--dry-run']])
      expect((await box.run(argv)).code).toBe(0);
    await expect(stat(settings)).rejects.toThrow('ENOENT');
    await box.run(ADD);
    expect((await box.read('../user/settings/machine-id')).trim()).toMatch(/^[a-z0-9]{24}$/);
  });

  test('need not be kept for an entry to be saved', async () => {
    const box = await ownWorkspace();
    await box.write('../user', 'a file where the folder should be');
    expect((await box.run(ADD)).code).toBe(0);
  });
});
