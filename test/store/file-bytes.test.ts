import { execFileSync } from 'node:child_process';
import { chmod, link, mkdir, realpath, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { readBytes } from '../../src/store/file-bytes.ts';
import { temporaryFolder } from './folder.ts';
import { refused } from './refused.ts';

const problemAt = async (path: string) => {
  const { kind, findings } = await refused(() => readBytes(path));
  expect(kind).toBe('invalid');
  expect(findings.map((finding) => finding.where)).toEqual([{ file: path }]);
  return findings[0]?.problem;
};

test('a file is read with its mode and number of names, through a link', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, '台账 😀.json');
  await writeFile(path, '你好');
  await chmod(path, 0o640);
  await link(path, join(folder, 'second'));
  await symlink('台账 😀.json', join(folder, 'link'));
  const file = await readBytes(join(folder, 'link'));
  expect(file).toEqual({
    path: await realpath(path),
    bytes: Buffer.from('你好'),

    mode: 0o640,
    links: 2,
  });
});

test('nothing there', async () => {
  const folder = await temporaryFolder();
  expect(await problemAt(join(folder, 'none.json'))).toEqual({ code: 'file-missing' });
  await writeFile(join(folder, 'file'), '');
  expect(await problemAt(join(folder, 'file', 'inside.json'))).toEqual({ code: 'file-missing' });
});

test.each([
  ['none.json', 'nowhere'],
  ['link.json', 'in-a-circle'],
] as const)('a link to %s leads %s, and is a mistake of whoever made it', async (target, leads) => {
  const folder = await temporaryFolder();
  const path = join(folder, 'link.json');
  await symlink(target, path);
  const { kind, findings } = await refused(() => readBytes(path));
  expect(kind).toBe('misuse');
  expect(findings).toEqual([
    { severity: 'error', problem: { code: 'link-broken', leads }, where: { file: path } },
  ]);
});

test('a folder, a pipe, a socket and a device are refused at once', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'folder'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  await symlink('pipe', join(folder, 'link'));
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(join(folder, 'socket'), resolve));
  expect(await problemAt(join(folder, 'folder'))).toEqual({ code: 'file-not-regular', found: 'folder' });
  expect(await problemAt(join(folder, 'pipe'))).toEqual({ code: 'file-not-regular', found: 'pipe' });
  expect(await problemAt(join(folder, 'link'))).toEqual({ code: 'file-not-regular', found: 'pipe' });
  expect(await problemAt(join(folder, 'socket'))).toEqual({ code: 'file-not-regular', found: 'pipe' });
  expect(await problemAt('/dev/zero')).toEqual({ code: 'file-not-regular', found: 'device' });
});

test('64 MB are read, one byte more is not', async () => {
  const path = join(await temporaryFolder(), 'large');
  const limit = 64 * 1024 * 1024;
  await writeFile(path, '');
  await truncate(path, limit);
  expect((await readBytes(path)).bytes).toHaveLength(limit);
  await truncate(path, limit + 1);
  expect(await problemAt(path)).toEqual({ code: 'file-too-large', bytes: limit + 1, limit });
});

test.skipIf(process.getuid?.() === 0)('no right to read (root may read everything)', async () => {
  const path = join(await temporaryFolder(), 'secret');
  await writeFile(path, '{}');
  await chmod(path, 0);
  expect(await problemAt(path)).toEqual({ code: 'file-unreadable', reason: 'EACCES' });
});
