import { spawn } from 'node:child_process';
import {
  chmod,
  copyFile,
  mkdir,
  readFile,
  readdir,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { assertNotOpen, writeOutput } from '../../src/store/output-file.ts';
import { temporaryFolder } from './folder.ts';
import { refused } from './refused.ts';

const fresh = Buffer.from('PK new');

test('an output is written, replaced, and nothing is left beside it', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, '台账.xlsx');
  await writeFile(join(folder, 'peer'), '');
  const { mode } = await stat(join(folder, 'peer'));
  await rm(join(folder, 'peer'));
  expect(await writeOutput(path, Buffer.from('PK old'), { suffix: 'a' })).toEqual({
    confirmed: true,
    warnings: [],
  });
  expect((await stat(path)).mode).toBe(mode);
  await chmod(path, 0o640);
  await writeOutput(path, fresh, { suffix: 'b' });
  expect(await readFile(path)).toEqual(fresh);
  expect((await stat(path)).mode & 0o777).toBe(0o640);
  expect(await readdir(folder)).toEqual(['台账.xlsx']);
});

test('a link is kept and its target written', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'target.xlsx'), 'PK old');
  await symlink('target.xlsx', join(folder, 'link.xlsx'));
  await writeOutput(join(folder, 'link.xlsx'), fresh, { suffix: 'a' });
  expect(await readlink(join(folder, 'link.xlsx'))).toBe('target.xlsx');
  expect(await readFile(join(folder, 'target.xlsx'))).toEqual(fresh);
});

test.each([
  ['a folder', (path: string) => mkdir(path), { code: 'file-not-regular', found: 'folder' }],
  [
    'a protected file',
    (path: string) => writeFile(path, 'PK', { mode: 0o444 }),
    { code: 'file-not-writable' },
  ],
] as const)('%s in its place is left alone', async (_, prepare, problem) => {
  const path = join(await temporaryFolder(), 'out.xlsx');
  await prepare(path);
  for (const attempt of [() => writeOutput(path, fresh, { suffix: 'a' }), () => assertNotOpen(path)]) {
    const { kind, findings } = await refused(attempt);
    expect([kind, findings[0]?.problem]).toEqual(['storage', problem]);
  }
});

test('no folder to write into', async () => {
  const path = join(await temporaryFolder(), 'none', 'out.xlsx');
  const { findings } = await refused(() => writeOutput(path, fresh, { suffix: 'a' }));
  expect(findings[0]?.problem).toEqual({ code: 'storage-failed', action: 'output', reason: 'ENOENT' });
});

test('a running program is not written over', async () => {
  const path = join(await temporaryFolder(), 'program');

  await copyFile('/bin/sleep', path);
  await chmod(path, 0o755);
  const running = spawn(path, ['30']);
  await new Promise((resolve) => running.once('spawn', resolve));
  const { findings } = await refused(() => assertNotOpen(path));
  running.kill();
  expect(findings[0]?.problem).toEqual({ code: 'output-open' });
});

describe('an output that a spreadsheet program has open is seen before the work', () => {
  test.each([
    ['Excel and WPS', '2024年第三季度台账.xlsx', '~$2024年第三季度台账.xlsx'],
    ['Excel with a long name', '2024年第三季度台账.xlsx', '~$24年第三季度台账.xlsx'],
    ['WPS on Linux', '台账.xlsx', '.~台账.xlsx'],
    ['LibreOffice', '台账.xlsx', '.~lock.台账.xlsx#'],
  ])('%s', async (_, name, sign) => {
    const folder = await temporaryFolder();
    const path = join(folder, name);
    await writeFile(path, 'PK');
    await assertNotOpen(path);
    await writeFile(join(folder, sign), '');
    const { kind, findings } = await refused(() => assertNotOpen(path));
    expect(kind).toBe('storage');
    expect(findings).toEqual([
      { severity: 'error', problem: { code: 'output-open', sign }, where: { file: path } },
    ]);
  });

  test('an output that is not there yet is not open', async () => {
    await expect(assertNotOpen(join(await temporaryFolder(), 'none', 'out.xlsx'))).resolves.toBeUndefined();
  });
});
