import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { World } from '../support/environment.ts';
import { hardLink, SCENARIOS, wellWorkspace } from './check-scenarios.ts';
import { inside, LEDGER, ownWorkspace } from './workspaces.ts';

/** The machine of the tests, on which no process runs any more. */
const ALONE: Partial<World> = { alive: false };

async function codesOf(box: Awaited<ReturnType<typeof wellWorkspace>>): Promise<readonly unknown[]> {
  const found = inside((await box.run(['check', '--json'], ALONE)).json(), 'findings');
  return Array.isArray(found) ? found.map((finding) => inside(finding, 'code')) : [];
}

test('a workspace that nothing was planted in is well', async () => {
  const box = await wellWorkspace();
  const before = await box.files();
  expect(await box.run(['check', '--strict'], ALONE)).toMatchObject({ code: 0, stdout: '', stderr: '' });
  expect(await box.files()).toEqual(before);
});

describe('one corruption', () => {
  test.each(Object.entries(SCENARIOS))('%s', async (code, { plant, severity, where, also = [], next }) => {
    const box = await wellWorkspace();
    await plant(box);
    const before = await box.files();
    const ran = await box.run(['check', '--json'], ALONE);
    const findings = inside(ran.json(), 'findings');
    if (!Array.isArray(findings)) throw new Error('there are to be findings');
    expect(findings.map((finding) => inside(finding, 'code')).sort()).toEqual([code, ...also].sort());
    const finding: unknown = findings.find((one) => inside(one, 'code') === code);
    expect(finding).toMatchObject({ severity, ...where });
    if (next) expect(inside(finding, 'message')).toMatch(next);
    expect(ran.code).toBe(severity === 'error' || ran.stdout.includes('"severity": "error"') ? 1 : 0);
    expect((await box.run(['check', '--strict'], ALONE)).code).toBe(1);
    expect(await box.files()).toEqual(before);
    // What a text says is nobody's business who only checks.
    for (const language of ['zh', 'en'])
      expect((await box.run(['check', '--lang', language], ALONE)).stdout).not.toMatch(
        /群众|居民反映|同行|独自/u,
      );
  });
});

describe('what is as it should be is not told', () => {
  test('a run at work, and what it lays down for a moment', async () => {
    const box = await wellWorkspace();
    await SCENARIOS['lock-dead'].plant(box);
    await SCENARIOS['leftover-file'].plant(box);
    expect(await box.run(['check', '--strict'], { alive: true })).toMatchObject({ code: 0, stdout: '' });
    expect(await codesOf(box)).toEqual(['leftover-file', 'lock-dead']);
  });

  test('litter of systems and spreadsheet programs', async () => {
    const box = await wellWorkspace();
    for (const name of ['desktop.ini', 'Thumbs.db', '.DS_Store', '~$li-min.xlsx']) {
      await box.write(`ledgers/${name}`, 'x');
      await box.write(`backups/${name}`, 'x');
    }
    await box.write('走访照片.jpg', 'x');
    expect(await codesOf(box)).toEqual([]);
  });

  test('a backup that was made before a save that failed', async () => {
    const box = await wellWorkspace();
    await box.write('backups/li-min.000003.2024-09-18.00000000.json', await box.read(LEDGER));
    expect(await codesOf(box)).toEqual(['backup-unsound']);
  });
});

test.each([
  ['roster (1).json', 'home'],
  ['roster-PC2.json', 'home'],
  ['ledgers/li-min.json.bak', 'ledgers'],
  ['ledgers/说明.txt', 'ledgers'],
  ['backups/li-min.000001 (1).json', 'backups'],
])('%s does not belong there', async (file) => {
  const box = await wellWorkspace();
  await box.write(file, '{}');
  expect(await codesOf(box)).toEqual(['file-stray']);
});

test('a ledger with a second name is told of', async () => {
  const box = await wellWorkspace();
  await hardLink(box, LEDGER, '备份 李敏.json');
  expect(await codesOf(box)).toEqual(['file-linked']);
});

test('a mark of use that cannot be read is an error', async () => {
  const box = await wellWorkspace();
  await box.write('ledgers/.li-min.lock', '');
  expect(await box.run(['check'], ALONE)).toMatchObject({ code: 1 });
  expect(await codesOf(box)).toEqual(['lock-unreadable']);
});

test('backups that can’t be read are told, and never taken for none', async () => {
  const box = await ownWorkspace();
  await box.write('backups', 'x');
  const check = await box.run(['check']);
  expect([check.code, check.stdout]).toEqual([1, expect.stringMatching(/^error: backups: .*ENOTDIR/mu)]);
  expect((await box.run(['backup', 'list', '--judge', 'li-min'])).code).toBe(3);
  await rm(join(box.home, LEDGER));
  const added = await box.run([
    ...[
      'visit',
      'add',
      '--judge',
      'li-min',
      '--date',
      '2024-9-12',
      '--town',
      '太平镇',
      '--village',
      '马山社区',
    ],
    ...['--form', 'visit', '--findings', '情况'],
  ]);
  expect([added.code, added.stderr]).toEqual([3, expect.stringContaining('ENOTDIR')]);
  expect(Object.keys(await box.files())).not.toContain(LEDGER);
});
