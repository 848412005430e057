import { mkdir, readFile, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PlaceProblem } from '../../src/domain/problems/place.ts';
import { sandbox } from '../support/sandbox.ts';
import { inside, LEDGER, ownWorkspace, sampleFile } from './workspaces.ts';

/** Which test provokes each of its codes: in a real folder where one can be had, else in the table of pure checks. */
const PROVOKED: { readonly [Code in PlaceProblem['code']]: 'here' | 'place.test.ts' } = {
  'folder-refuses': 'here',
  'folder-not-exclusive': 'place.test.ts',
  'folder-not-synced-to-disk': 'place.test.ts',
  'folder-loses-names': 'place.test.ts',
  'disk-nearly-full': 'place.test.ts',
  'folder-clock': 'here',
  'folder-in-cloud': 'here',
  'folder-on-network': 'place.test.ts',
  'folder-temporary': 'place.test.ts',
  'console-encoding': 'here',
  'console-narrow': 'here',
  'node-too-old': 'here',
};

const NOW = () => new Date().toISOString();

function codesIn(json: unknown): readonly unknown[] {
  const findings = inside(json, 'findings');
  return Array.isArray(findings) ? findings.map((finding) => inside(finding, 'code')) : [];
}

test('says of each thing that it is well, changes no file and leaves none', async () => {
  const box = await sandbox('sample');
  const before = await box.files();
  const ran = await box.run(['doctor', '--lang', 'zh'], { now: NOW() });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const subjects = [
    '程序',
    '屏幕显示',
    '工作文件夹',
    '保存试验',
    '磁盘空间',
    '时钟',
    '挂点名册',
    '表样',
    '占用标记',
  ];
  expect(
    ran.stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/u).slice(0, 2)),
  ).toEqual(subjects.map((subject) => ['正常', subject]));
  expect(await box.files()).toEqual(before);
});

test('a dry run tries nothing out', async () => {
  const box = await ownWorkspace();
  const ran = await box.run(['doctor', '--dry-run', '--json']);
  expect(inside(ran.json(), 'checks')).toContainEqual({ check: 'saving', state: 'skipped' });
});

test('what the machine is wrong with', async () => {
  const box = await ownWorkspace();
  const world = { now: NOW(), node: 'v18.20.0', locale: 'zh_CN.GBK', columns: 60, answers: [] };
  const ran = await box.run(['doctor', '--json'], world);
  expect(ran.code).toBe(1);
  expect(codesIn(ran.json())).toEqual(['node-too-old', 'console-encoding', 'console-narrow']);
  const text = await box.run(['doctor', '--lang', 'en'], world);
  expect(text.stdout.split('\n').filter((line) => line.length > 60)).toEqual([]);
});

test('a clock that is not the disk’s', async () => {
  const box = await ownWorkspace();
  expect(codesIn((await box.run(['doctor', '--json'])).json())).toEqual(['folder-clock']);
});

test('a folder that is copied to the net', async () => {
  const box = await ownWorkspace();
  const cloud = join(box.home, '..', 'OneDrive');
  await mkdir(cloud);
  await rename(box.home, join(cloud, '台账'));
  await mkdir(box.home);
  const ran = await box.run(['doctor', '--json', '--home', join(cloud, '台账')], { now: NOW() });
  expect({ code: ran.code, codes: codesIn(ran.json()) }).toEqual({ code: 0, codes: ['folder-in-cloud'] });
  const strict = await box.run(['doctor', '--strict', '--home', join(cloud, '台账')], { now: NOW() });
  expect(strict.code).toBe(1);
});

test('a folder in which nothing can be made', async () => {
  // What no user may write to, root included.
  const box = await sandbox({ 'roster.json': await sampleFile('roster.json') });
  await symlink('/proc/self', join(box.home, 'ledgers'));
  const ran = await box.run(['doctor', '--json'], { now: NOW() });
  expect(ran.code).toBe(1);
  expect(codesIn(ran.json())).toContain('folder-refuses');
});

test('without a workspace it says how one is made, and looks at the rest', async () => {
  const box = await sandbox();
  const ran = await box.run(['doctor', '--lang', 'en']);
  expect(ran.code).toBe(1);
  expect(ran.stdout).toContain('ledger init');
  expect(ran.stdout).toMatch(/^ok +templates$/mu);
});

test('what is wrong with roster and locks is counted', async () => {
  const box = await ownWorkspace();
  await box.write('roster.json', (await sampleFile('roster.json')).replace('"id": "zhao"', '"id": "qian"'));
  await box.write('ledgers/.li-min.lock', '');
  const ran = await box.run(['doctor', '--json'], { now: NOW() });
  expect(codesIn(ran.json())).toContain('lock-unreadable');
  expect(await box.read(LEDGER)).toBe(await sampleFile(LEDGER));
});

test.each(Object.entries(PROVOKED))('%s is provoked, %s', async (code, place) => {
  const file = place === 'here' ? 'doctor.test.ts' : '../domain/place/place.test.ts';
  const text = await readFile(new URL(file, import.meta.url), 'utf8');
  // Beside the table above, which names each of its own.
  expect(text.split(`'${code}'`).length).toBeGreaterThan(place === 'here' ? 2 : 1);
});
