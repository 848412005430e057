import {
  chmod,
  link,
  lstat,
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

import { writeAtomically } from '../../src/store/atomic-file.ts';
import { sweepLeftovers, temporaryName } from '../../src/store/durable-file.ts';
import { temporaryFolder } from './folder.ts';
import { refused } from './refused.ts';

const old = Buffer.from('{"old":true}\n');
const fresh = Buffer.from('{"new":true}\n');
const options = { expected: old, suffix: 'k3x9', now: '20240703T102105' };

async function ledgerIn(folder: string, name = 'li-min.json'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, old);
  return path;
}

test('the new version takes the place of the old one and leaves nothing beside it', async () => {
  const folder = await temporaryFolder();
  const path = await ledgerIn(folder);
  expect(await writeAtomically(path, fresh, options)).toEqual({ confirmed: true, warnings: [] });
  expect(await readFile(path)).toEqual(fresh);
  expect(await readdir(folder)).toEqual(['li-min.json']);
});

test('a first version is for its owner alone', async () => {
  const path = join(await temporaryFolder(), 'li-min.json');
  expect(await writeAtomically(path, fresh, { ...options, expected: null })).toEqual({
    confirmed: true,
    warnings: [],
  });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test.each([0o600, 0o640, 0o666, 0o664])('the mode %o is kept', async (mode) => {
  const path = await ledgerIn(await temporaryFolder());
  await chmod(path, mode);
  await writeAtomically(path, fresh, options);
  expect((await stat(path)).mode & 0o777).toBe(mode);
});

test('a link stays a link, and its target gets the new version', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'usb'));
  await ledgerIn(join(folder, 'usb'));
  await symlink('usb/li-min.json', join(folder, 'link.json'));
  await writeAtomically(join(folder, 'link.json'), fresh, options);
  expect(await readlink(join(folder, 'link.json'))).toBe('usb/li-min.json');
  expect(await readFile(join(folder, 'usb', 'li-min.json'))).toEqual(fresh);
  expect(await readdir(folder)).toEqual(['link.json', 'usb']);
});

test('a file of two names is warned about', async () => {
  const folder = await temporaryFolder();
  const path = await ledgerIn(folder);
  await link(path, join(folder, 'second.json'));
  const { warnings } = await writeAtomically(path, fresh, options);
  expect(warnings).toEqual([
    { severity: 'warning', problem: { code: 'file-linked', links: 2 }, where: { file: path } },
  ]);
});

test('a name of 85 Chinese characters leaves room for the helper files', async () => {
  const folder = await temporaryFolder();
  const name = `${'镇'.repeat(83)}.json`;
  const path = await ledgerIn(folder, name);
  await writeAtomically(path, fresh, options);
  expect(await readFile(path)).toEqual(fresh);
  const { findings } = await refused(() => writeAtomically(path, old, options));
  expect(findings[0]?.problem).toEqual({
    code: 'changed-meanwhile',
    kept: `${'镇'.repeat(60)}.conflict-20240703T102105.json`,
  });
});

describe('what another program did meanwhile is never overwritten', () => {
  const edited = Buffer.from('{"edited":true}\n');

  test.each([
    ['it saved', (path: string) => writeFile(path, edited), options.expected, edited],
    ['it removed', (path: string) => rm(path), options.expected, undefined],
    ['it made one where none was', (path: string) => writeFile(path, edited), null, edited],
  ] as const)('%s', async (_, meanwhile, expected, left) => {
    const folder = await temporaryFolder();
    const path = await ledgerIn(folder);
    await meanwhile(path);
    const { kind, findings } = await refused(() => writeAtomically(path, fresh, { ...options, expected }));
    const kept = 'li-min.conflict-20240703T102105.json';
    expect(kind).toBe('busy');
    expect(findings).toEqual([
      { severity: 'error', problem: { code: 'changed-meanwhile', kept }, where: { file: path } },
    ]);
    expect(await readFile(path).catch(() => undefined)).toEqual(left);
    expect(await readFile(join(folder, kept))).toEqual(fresh);
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('a second conflict of the same second is kept too', async () => {
    const folder = await temporaryFolder();
    const path = await ledgerIn(folder);
    for (const suffix of ['a', 'b'])
      await refused(() => writeAtomically(path, fresh, { ...options, expected: null, suffix }));
    expect(await readdir(folder)).toEqual([
      'li-min.conflict-20240703T102105-b.json',
      'li-min.conflict-20240703T102105.json',
      'li-min.json',
    ]);
  });
});

describe('what a rename would replace although it must not', () => {
  test('a file that is not to be written', async () => {
    const folder = await temporaryFolder();
    const path = await ledgerIn(folder);
    await chmod(path, 0o444);
    const { kind, findings } = await refused(() => writeAtomically(path, fresh, options));
    expect([kind, findings[0]?.problem]).toEqual(['storage', { code: 'file-not-writable' }]);
    expect(await readFile(path)).toEqual(old);
    expect(await readdir(folder)).toEqual(['li-min.json']);
  });

  test('a folder, and a link that leads nowhere', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'folder.json'));
    await symlink('nowhere', join(folder, 'link.json'));
    const problems = [];
    for (const name of ['folder.json', 'link.json']) {
      problems.push(...(await refused(() => writeAtomically(join(folder, name), fresh, options))).findings);
    }
    expect(problems.map(({ problem }) => problem)).toEqual([
      { code: 'file-not-regular', found: 'folder' },
      { code: 'link-broken', leads: 'nowhere' },
    ]);
    expect((await lstat(join(folder, 'link.json'))).isSymbolicLink()).toBe(true);
  });
});

test('no folder to write into', async () => {
  const path = join(await temporaryFolder(), 'none', 'li-min.json');
  const { kind, findings } = await refused(() =>
    writeAtomically(path, fresh, { ...options, expected: null }),
  );
  expect([kind, findings[0]?.problem]).toEqual([
    'storage',
    { code: 'storage-failed', action: 'write', reason: 'ENOENT' },
  ]);
});

test.skipIf(process.getuid?.() === 0)(
  'no right to write in the folder (root may write everywhere)',
  async () => {
    const folder = await temporaryFolder();
    const path = await ledgerIn(folder);
    await chmod(folder, 0o555);
    const { findings } = await refused(() => writeAtomically(path, fresh, options));
    await chmod(folder, 0o755);
    expect(findings[0]?.problem).toEqual({ code: 'storage-failed', action: 'write', reason: 'EACCES' });
    expect(await readFile(path)).toEqual(old);
  },
);

test('what dead runs left of this file is swept, and nothing of its neighbours', async () => {
  const folder = await temporaryFolder();
  const [ours, others] = [join(folder, 'li-min.json'), join(folder, 'wang-fang.json')];
  await writeFile(temporaryName(ours, 'dead'), 'half');
  await writeFile(temporaryName(others, 'busy'), 'half');
  await writeFile(ours, old);
  await sweepLeftovers(ours);
  expect(await readdir(folder)).toEqual([
    temporaryName(others, 'busy').slice(folder.length + 1),
    'li-min.json',
  ]);
});
