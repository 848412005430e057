import { readdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { digestOf } from '../../src/store/digest.ts';
import type { Sandbox } from '../support/sandbox.ts';
import {
  expectRefused,
  flags,
  inside,
  LEDGER,
  ownWorkspace,
  sampleFile,
  smallWorkspace,
  VISIT,
} from './workspaces.ts';

const backupsOf = (box: Sandbox): Promise<string[]> =>
  readdir(join(box.home, 'backups')).then(
    (names) => names.filter((name) => name.endsWith('.json')).sort(),
    () => [],
  );

/** 李敏's ledger after so many visits were added, one a day from 1 September: at version 3 there are three. */
async function withVisits(count: number): Promise<Sandbox> {
  const box = await smallWorkspace();
  for (let day = 1; day <= count; day += 1) {
    const date = `2024-09-0${String(day)}`;
    const ran = await box.run(['visit', 'add', '--id', `visit-${String(day)}`, ...flags({ '--date': date })]);
    expect(ran.code).toBe(0);
  }
  return box;
}

async function idsIn(box: Sandbox): Promise<readonly unknown[]> {
  const listed = await box.run(['visit', 'list', '--json', '--sort', 'date']);
  const entries = inside(listed.json(), 'entries');
  return Array.isArray(entries) ? entries.map((one) => inside(one, 'entry', 'id')).sort() : [];
}

describe('backup list', () => {
  test('tells version, days, entries and state of every backup, and how to bring one back', async () => {
    const box = await withVisits(3);
    await box.run(['visit', 'remove', 'visit-1', '--reason', '重复']);
    const ran = await box.run(['backup', 'list', '--lang', 'zh']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^李敏的台账现在是第4个版本，有登记2条。\n/u);
    expect(ran.stdout).toMatch(/\n +3 {2}2024-09-18 {2}2024-09-18 10:00 +3 +\d+ {2}完好、当日最后\n/u);
    expect(ran.stdout).toMatch(/\n +0 {2}2024-09-18 {2}- +0 +\d+ {2}完好\n/u);
    expect(ran.stdout).toMatch(/取回：ledger backup restore 3 --judge li-min\n$/u);
  });

  test('as JSON', async () => {
    const box = await withVisits(2);
    const [oldest = '', newest = ''] = await backupsOf(box);
    const json = (await box.run(['backup', 'list', '--json'])).json();
    const bytes = (await box.read(`backups/${newest}`)).length;
    expect(inside(json, 'judge')).toBe('li-min');
    expect(inside(json, 'current')).toEqual({ state: 'sound', seq: 2, entries: 2 });
    expect(inside(json, 'backups')).toMatchObject([
      {
        ...{ seq: 1, day: '2024-09-18', changedAt: '2024-09-18T10:00:00+08:00', entries: 1, sound: true },
        ...{ lastOfDay: true, submitted: false, file: `backups/${newest}` },
      },
      { seq: 0, entries: 0, sound: true, lastOfDay: false, submitted: false, file: `backups/${oldest}` },
    ]);
    expect(bytes).toBeGreaterThan(0);
  });

  test('a backup that is not what it was is told', async () => {
    const box = await withVisits(3);
    const [, cut = '', changed = ''] = await backupsOf(box);
    const text = await box.read(`backups/${changed}`);
    await box.write(`backups/${changed}`, text.replace('圩镇', '集镇'));
    await box.write(`backups/${cut}`, '');
    const json = (await box.run(['backup', 'list', '--json'])).json();
    for (const index of [0, 1]) {
      expect(inside(json, 'backups', index, 'sound')).toBe(false);
      expect(inside(json, 'backups', index, 'entries')).toBeNull();
    }
    expect((await box.run(['backup', 'list', '--lang', 'en'])).stdout).toContain('damaged');
  });

  test('the version with a submission’s mark is told', async () => {
    const box = await withVisits(2);
    const mark = { quarter: '2024Q2', attempt: 1, sha256: 'ab'.repeat(32), at: '2024-07-01T09:00:00+08:00' };
    const text = (await box.read(LEDGER)).replace(
      '"submissions": []',
      `"submissions": [${JSON.stringify(mark)}]`,
    );
    await box.write(LEDGER, text);
    await box.run(['visit', 'add', ...flags({ '--date': '2024-09-05' })]);
    await box.run(['visit', 'add', ...flags({ '--date': '2024-09-06' })]);
    const json = (await box.run(['backup', 'list', '--json'])).json();
    const backups = inside(json, 'backups');
    expect(Array.isArray(backups) && backups.map((one) => inside(one, 'submitted'))).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  test('without backups it says so', async () => {
    const ran = await (await smallWorkspace()).run(['backup', 'list', '--lang', 'en']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('There are no backups yet');
  });
});

/** What may have become of a ledger, and whether its bytes are kept beside it. */
const LOSSES: readonly (readonly [string, (box: Sandbox) => Promise<void>, boolean])[] = [
  ['missing', (box) => box.remove(LEDGER), false],
  ['empty', (box) => box.write(LEDGER, ''), true],
  ['zero bytes', (box) => box.write(LEDGER, new Uint8Array(4096)), true],
  ['cut', async (box) => box.write(LEDGER, (await box.read(LEDGER)).slice(0, 500)), true],
  ['mistyped', async (box) => box.write(LEDGER, (await box.read(LEDGER)).replace(',', '，')), true],
  ['GBK', (box) => box.write(LEDGER, Buffer.from([0x7b, 0x22, 0xd0, 0xc2, 0xd0, 0xcb, 0xcf, 0xd8])), true],
  [
    'another judge’s',
    async (box) => box.write(LEDGER, (await box.read(LEDGER)).replace('li-min', 'li-ming')),
    true,
  ],
];

describe('backup restore', () => {
  test.each(LOSSES)('brings a ledger back that is %s', async (_, lose, isKept) => {
    const box = await withVisits(3);
    const sound = await box.read(LEDGER);
    await lose(box);
    const lost = isKept ? (await box.files())[LEDGER] : undefined;
    const ran = await box.run(['backup', 'restore', '2', '--lang', 'en']);
    expect(ran.code).toBe(0);
    const kept = 'ledgers/li-min.damaged-20240918T100000.json';
    expect(ran.stdout).toContain('Version 2 is back, as version 4.');
    expect((await box.files())[kept]).toBe(lost);
    if (isKept) expect(ran.stdout).toContain(`The file that could not be read is kept as ${kept}.`);
    const ledger: unknown = JSON.parse(await box.read(LEDGER));
    expect(inside(ledger, 'seq')).toBe(4);
    // What was lost is the version before; where nothing is left of it, the one that was saved last.
    const before = lost === undefined ? Buffer.from(sound) : Buffer.from(lost, 'latin1');
    expect(inside(ledger, 'prev')).toBe(digestOf(before));
    expect(await idsIn(box)).toEqual(['visit-1', 'visit-2']);
    expect((await box.run(['visit', 'add', ...flags({ '--date': '2024-09-08' })])).code).toBe(0);
    // What is no ledger is no backup either.
    expect((await backupsOf(box)).map((name) => Number(name.split('.')[1]))).toEqual([0, 1, 2, 4]);
  });

  test('history and everything else of the version is as it was', async () => {
    const box = await withVisits(3);
    const [, , name = ''] = await backupsOf(box);
    const old: unknown = JSON.parse(await box.read(`backups/${name}`));
    await box.run(['backup', 'restore', '2']);
    const now: unknown = JSON.parse(await box.read(LEDGER));
    for (const key of ['entries', 'ledgerId', 'judge', 'submissions'])
      expect(inside(now, key)).toEqual(inside(old, key));
  });

  test('a sound ledger that it replaces becomes a backup, and can be brought back in turn', async () => {
    const box = await withVisits(3);
    const before = await box.read(LEDGER);
    const ran = await box.run(['backup', 'restore', '1', '--json']);
    expect(ran.json()).toEqual({
      ...{ schemaVersion: 1, judge: 'li-min', restored: 1, seq: 4, warnings: [] },
      changes: { added: [], removed: ['visit-2', 'visit-3'], changed: [] },
    });
    const names = await backupsOf(box);
    expect(await box.read(`backups/${names.at(-1) ?? ''}`)).toBe(before);
    expect((await box.run(['backup', 'restore', '3'])).code).toBe(0);
    expect(await idsIn(box)).toEqual(['visit-1', 'visit-2', 'visit-3']);
  });

  test('on a terminal it shows the difference and asks; no changes nothing', async () => {
    const box = await withVisits(2);
    await box.run(['visit', 'edit', 'visit-1', '--note', '改过']);
    const before = await box.files();
    const no = await box.run(['backup', 'restore', '1', '--lang', 'zh'], { answers: ['no'] });
    expect(no.code).toBe(130);
    expect(no.asked.map(({ message }) => message)).toEqual(['取回第1个版本吗？']);
    expect(no.stderr).toContain('取回后没有1条：visit-2\n取回后变回原样1条：visit-1\n');
    expect(await box.files()).toEqual(before);
    const yes = await box.run(['backup', 'restore', '1', '--lang', 'zh'], { answers: ['yes'] });
    expect(yes).toMatchObject({ code: 0, stdout: '已取回第1个版本，存为第4个版本。\n' });
  });

  test('a rehearsal writes nothing, and says what it would do', async () => {
    const box = await withVisits(2);
    await box.write(LEDGER, '');
    const before = await box.files();
    const ran = await box.run(['backup', 'restore', '1', '--dry-run', '--lang', 'en']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('Rehearsal, nothing written.');
    expect(ran.stderr).toContain('The ledger that is there cannot be read.\n1 more: visit-1\n');
    expect(await box.files()).toEqual(before);
  });

  test('a version that is as the ledger is changes nothing', async () => {
    const box = await withVisits(2);
    await box.run(['backup', 'restore', '1']);
    const before = await box.files();
    const ran = await box.run(['backup', 'restore', '1', '--lang', 'en']);
    expect(ran).toMatchObject({
      code: 0,
      stdout: 'It does not differ from the ledger as it is; nothing was written.\n',
    });
    expect(await box.files()).toEqual(before);
  });

  test('a version that there is none of, none at all, and too much', async () => {
    const box = await withVisits(3);
    await expectRefused(box, ['backup', 'restore', '9'], {
      code: 2,
      en: 'There is no backup of version “9”. There are 2, 1, 0; see ledger backup list.',
      zh: '没有第“9”个版本的备份。现有的是 2、1、0，见 ledger backup list。',
    });
    expect((await box.run(['backup', 'restore'])).code).toBe(2);
    expect((await box.run(['backup', 'restore', '1', '--current'])).code).toBe(2);
    expect((await box.run(['backup', 'restore', '1x'])).code).toBe(2);
  });

  test('of two versions of one number the digest says which', async () => {
    const box = await withVisits(2);
    // Edited by hand, the count stays; the next save backs both up as they stood.
    await box.write(LEDGER, `${await box.read(LEDGER)}\n`);
    await box.run(['backup', 'restore', '1']);
    await box.remove('backups/li-min.head');
    const [, first = '', second = ''] = await backupsOf(box);
    const text = `${await box.read(`backups/${second}`)} `;
    const digest = digestOf(Buffer.from(text)).slice(0, 8);
    await box.write(`backups/li-min.000001.2024-09-18.${digest}.json`, text.replace('"seq": 2', '"seq": 2'));
    const ran = await box.run(['backup', 'restore', '1', '--lang', 'en']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('There are 2 backups of version “1”.');
    const named = await box.run(['backup', 'restore', `1.${first.split('.')[3] ?? ''}`]);
    expect(named.code).toBe(0);
  });

  test('a damaged backup is never brought back; another one is named', async () => {
    const box = await withVisits(3);
    const [, , newest = ''] = await backupsOf(box);
    const text = await box.read(`backups/${newest}`);
    await box.write(`backups/${newest}`, text.replace('圩镇', '集镇'));
    await expectRefused(box, ['backup', 'restore', '2'], {
      code: 4,
      en: `backups/${newest}: This backup is damaged or was changed; it was not used. Please take another one, such as ledger backup restore 1 --judge li-min.`,
      zh: `backups/${newest}：这份备份已损坏或被改过，没有用它。请用另一份，如 ledger backup restore 1 --judge li-min。`,
    });
  });

  test('a ledger of a newer format is left to a newer program', async () => {
    const box = await withVisits(2);
    await box.write(LEDGER, (await box.read(LEDGER)).replace('liaison-ledger/1', 'liaison-ledger/2'));
    const before = await box.files();
    const ran = await box.run(['backup', 'restore', '1']);
    expect(ran.code).toBe(3);
    expect(await box.files()).toEqual(before);
  });

  test('it works without a roster that can be read', async () => {
    const box = await withVisits(2);
    await box.write('roster.json', '');
    await box.write(LEDGER, '');
    expect((await box.run(['backup', 'list'])).code).toBe(0);
    expect((await box.run(['backup', 'restore', '1', '--judge', 'li-min'])).code).toBe(0);
    expect((await box.run(['backup', 'restore', '1', '--judge', '李敏'])).code).toBe(3);
  });
});

describe('what is said of a lost ledger', () => {
  test.each([
    ['empty', '', 'The file is empty.'],
    ['zero bytes', '\0'.repeat(600), 'The content of the file is lost'],
    ['cut', '{ "format": "liaison-ledger/1", ', 'The file is incomplete'],
    ['mistyped', '{ "format"： "liaison-ledger/1" }', 'The format is wrong'],
    [
      'damaged bytes',
      Buffer.concat([Buffer.from('{"a": "新兴县人民法院'), Buffer.from([0xff, 0x22, 0x7d])]),
      'bytes that are not UTF-8',
    ],
  ])('%s: the backups are named, and the command that brings one back', async (_, bytes, words) => {
    const box = await withVisits(3);
    await box.write(LEDGER, bytes);
    const before = await box.files();
    for (const argv of [
      ['visit', 'add', ...flags({})],
      ['visit', 'list', '--judge', 'li-min'],
      ['report', '--judge', 'li-min', '--quarter', '2024Q3'],
    ]) {
      const ran = await box.run([...argv, '--lang', 'en']);
      expect([ran.code, ran.stdout]).toEqual([3, '']);
      expect(ran.stderr).toContain(words);
      expect(ran.stderr).toContain(
        'There are 3 backups; to bring back the latest: ledger backup restore 2 --judge li-min (all of them: ledger backup list --judge li-min).',
      );
    }
    expect(await box.files()).toEqual(before);
  });

  test('no new ledger begins where there was one', async () => {
    const box = await withVisits(3);
    await box.remove(LEDGER);
    const words = {
      code: 3,
      en: 'ledgers/li-min.json: The ledger of li-min is gone; there was one. There are 3 backups; to bring back the latest: ledger backup restore 2 --judge li-min (all of them: ledger backup list --judge li-min). If it was moved away on purpose, move this judge’s files in backups away, too.',
      zh: 'ledgers/li-min.json：li-min 的台账不见了，从前保存过。有备份3份，取回最近的一份：ledger backup restore 2 --judge li-min（全部备份：ledger backup list --judge li-min）。有意移走的，把 backups 文件夹里这位法官的文件也移走。',
    };
    await expectRefused(box, ['visit', 'add', ...flags({})], words);
    await expectRefused(box, ['visit', 'list', '--judge', '李敏'], words);
    await expectRefused(box, ['visit', 'list'], words);
    for (const name of await backupsOf(box)) await box.remove(`backups/${name}`);
    expect((await box.run(['visit', 'add', ...flags({})])).code).toBe(3);
    await rm(join(box.home, 'backups'), { recursive: true });
    expect((await box.run(['visit', 'add', ...flags({}), '--judge', 'li-min'])).code).toBe(0);
  });

  test('a count of all ledgers names it, and does not take its judge for one who reported nothing', async () => {
    const box = await withVisits(3);
    await box.remove(LEDGER);
    const ran = await box.run(['consolidate', '--quarter', '2024Q3', '--dry-run', '--lang', 'zh']);
    expect(ran.code).toBe(7);
    expect(ran.stderr).toContain('li-min 的台账不见了');
    expect(ran.stdout).not.toContain('未报');
  });
});

describe('an older copy put back', () => {
  async function withOlderCopy(): Promise<Sandbox> {
    const box = await withVisits(3);
    const [, old = ''] = await backupsOf(box);
    await box.write(LEDGER, await box.read(`backups/${old}`));
    return box;
  }
  const words = {
    en: 'ledgers/li-min.json li-min: This is an older copy: it is version 1, and version 3 was saved last.',
    zh: '这是较旧的副本：它是第1个版本，最后保存的是第3个版本',
  };

  test.each([
    ['add', ['visit', 'add', ...flags({})]],
    ['edit', ['visit', 'edit', 'visit-1', '--note', '改']],
    ['remove', ['visit', 'remove', 'visit-1', '--reason', '改']],
    ['a rehearsal', ['visit', 'add', '--dry-run', ...flags({})]],
  ])('is not written to: %s', async (_, argv) => {
    const box = await withOlderCopy();
    const before = await box.files();
    const ran = await box.run([...argv, '--lang', 'en']);
    expect([ran.code, ran.stdout]).toEqual([4, '']);
    expect(ran.stderr.replace('json li-min', 'json')).toContain(words.en.replace('json li-min', 'json'));
    expect(ran.stderr).toContain('ledger backup restore 2 --judge li-min');
    expect(ran.stderr).toContain('ledger backup restore --current --judge li-min');
    expect(await box.files()).toEqual(before);
  });

  test('nobody is asked twenty questions first', async () => {
    const ran = await (await withOlderCopy()).run(['visit', 'add'], { answers: [] });
    expect([ran.code, ran.asked]).toEqual([4, []]);
  });

  test.each([
    [['visit', 'list']],
    [['visit', 'list', '--judge', 'li-min']],
    [['consolidate', '--quarter', '2024Q3', '--dry-run']],
    [['report', '--judge', 'li-min', '--quarter', '2024Q3', '--dry-run']],
  ])('%j reads it, warns, and is no failure', async (argv) => {
    const ran = await (await withOlderCopy()).run([...argv, '--lang', 'zh']);
    expect(ran.code).toBe(0);
    expect(`${ran.stderr}${ran.stdout}`).toContain(words.zh);
  });

  test('check tells it as wrong', async () => {
    const ran = await (await withOlderCopy()).run(['check', '--lang', 'zh']);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain(words.zh);
  });

  test('is noticed even where it is the newest backup, by the note of what was saved last', async () => {
    const box = await withVisits(3);
    const [, , newest = ''] = await backupsOf(box);
    await box.write(LEDGER, await box.read(`backups/${newest}`));
    expect((await box.run(['visit', 'add', ...flags({})])).code).toBe(4);
    await box.remove('backups/li-min.head');
    // Without the note it looks like the save that a crash cut short.
    expect((await box.run(['visit', 'add', ...flags({})])).code).toBe(0);
  });

  test('the latest comes back, or the older one becomes the latest, as one decides', async () => {
    const back = await withOlderCopy();
    expect((await back.run(['backup', 'restore', '2'])).code).toBe(0);
    expect(await idsIn(back)).toEqual(['visit-1', 'visit-2']);
    expect((await back.run(['visit', 'add', ...flags({})])).code).toBe(0);
    const kept = await withOlderCopy();
    const ran = await kept.run(['backup', 'restore', '--current', '--lang', 'en']);
    expect(ran).toMatchObject({ code: 0, stdout: 'Version 1 is back, as version 4.\n' });
    expect(await idsIn(kept)).toEqual(['visit-1']);
    expect((await kept.run(['visit', 'add', ...flags({})])).code).toBe(0);
    expect((await kept.run(['check'])).stdout).not.toContain('副本');
  });

  test('a newest one has nothing to decide about', async () => {
    const box = await withVisits(2);
    expect((await box.run(['backup', 'restore', '--current', '--lang', 'en'])).stdout).toContain(
      'does not differ',
    );
  });

  test('a ledger edited by hand, or saved elsewhere meanwhile, is none', async () => {
    const box = await withVisits(2);
    await box.write(LEDGER, `${await box.read(LEDGER)}\n`);
    expect((await box.run(['visit', 'add', ...flags({})])).code).toBe(0);
    await box.write(LEDGER, (await box.read(LEDGER)).replace('"seq": 3', '"seq": 7'));
    expect((await box.run(['visit', 'add', ...flags({ '--date': '2024-09-03' })])).code).toBe(0);
  });
});

test('a folder under a long Chinese name, with spaces and quotes, has backups like any other', async () => {
  const box = await withVisits(2);
  const home = join(box.home, '..', `${'镇'.repeat(70)} “甲” 'b' -x 😀`);
  await rename(box.home, home);
  const ran = await box.run(['backup', 'restore', '1', '--home', home], { cwd: home });
  expect(ran.code).toBe(0);
  await rename(home, box.home);
});

test('the ledger of another PC that was laid over this one is told of, by check as an error', async () => {
  const box = await ownWorkspace();
  expect((await box.run(['visit', 'add', '--id', 'visit-here', ...VISIT])).code).toBe(0);
  const [here, backups] = [await box.read(LEDGER), await box.files()];
  await box.write(LEDGER, await sampleFile(LEDGER));
  for (const file of Object.keys(backups)) if (file.startsWith('backups/')) await box.remove(file);
  for (const id of ['visit-there-1', 'visit-there-2'])
    expect((await box.run(['visit', 'add', '--id', id, ...VISIT])).code).toBe(0);
  const there = await box.read(LEDGER);
  for (const [file, bytes] of Object.entries(backups))
    if (file.startsWith('backups/')) await box.write(file, Buffer.from(bytes, 'latin1'));
  // What came from there follows a version 59 of its own.
  await box.write(LEDGER, there);
  const said = 'Version 59 was saved here last, and this ledger did not come after it';
  const checked = await box.run(['check']);
  expect([checked.code, checked.stdout + checked.stderr]).toEqual([1, expect.stringContaining(said)]);
  const read = await box.run(['report', '--quarter', '2024Q3', '--dry-run', '--judge', 'li-min']);
  expect([read.code, read.stderr]).toEqual([0, expect.stringContaining(said)]);
  const saved = await box.run(['visit', 'add', '--id', 'visit-later', ...VISIT]);
  expect([saved.code, saved.stderr]).toEqual([0, expect.stringContaining(said)]);
  // A ledger that is carried from PC to PC is no such thing.
  await box.write(LEDGER, here);
  for (const [file, bytes] of Object.entries(backups))
    if (file.startsWith('backups/')) await box.write(file, Buffer.from(bytes, 'latin1'));
  expect((await box.run(['visit', 'add', '--id', 'visit-later', ...VISIT])).stderr).not.toContain(said);
});

test('where a link stands for backups and leads nowhere, no new ledger begins, and check says so', async () => {
  const box = await ownWorkspace();
  await symlink(join(box.home, '没插的U盘'), join(box.home, 'backups'));
  const checked = await box.run(['check']);
  expect(checked.code).toBe(1);
  expect(checked.stdout + checked.stderr).toContain('backups');
  await box.remove(LEDGER);
  const ran = await box.run(['visit', 'add', '--judge', 'li-min', ...VISIT]);
  expect([ran.code, Object.keys(await box.files())]).toEqual([3, ['roster.json']]);
});

test('versions in which something was handed in stay, whatever comes after', async () => {
  const at = '2020-01-02T10:00:00+08:00';
  const told = { date: '2020-01-02', town: '太平镇', village: '马山社区', form: 'visit', findings: '排水' };
  const history = [{ rev: 1, at, op: 'add', step: 1 }];
  const box = await smallWorkspace([
    { id: 'visit-first', kind: 'visit', rev: 1, createdAt: at, updatedAt: at, ...told, history },
  ]);
  const ledger: unknown = JSON.parse(await box.read(LEDGER));
  const mark = { quarter: '2020Q1', attempt: 1, sha256: 'ab'.repeat(32), at: '2020-03-19T10:00:00+08:00' };
  await box.write(LEDGER, JSON.stringify({ ...Object(ledger), seq: 2, submissions: [mark] }));
  for (let count = 0; count < 22; count += 1) {
    const edit = ['visit', 'edit', 'visit-first', '--note', `第${String(count)}次`, '--reason', '补'];
    expect((await box.run(edit)).code).toBe(0);
  }
  const [oldest, ...others] = await backupsOf(box);
  expect([oldest?.slice(0, 13), others.length]).toEqual(['li-min.000002', 20]);
});

test('of a ledger that is gone, the version saved last is told to be lost when an earlier one comes back', async () => {
  const box = await ownWorkspace();
  expect((await box.run(['visit', 'edit', '7kq2', '--note', '一', '--reason', '补'])).code).toBe(0);
  expect((await box.run(['visit', 'edit', '7kq2', '--note', '二', '--reason', '补'])).code).toBe(0);
  await box.remove(LEDGER);
  const lost = '最后保存的第61个版本没有备份';
  const back = await box.run(['backup', 'restore', '59', '--judge', 'li-min', '--lang', 'zh']);
  expect([back.code, back.stderr]).toEqual([0, expect.stringContaining(lost)]);
  const again = await box.run(['backup', 'restore', '58', '--judge', 'li-min', '--lang', 'zh']);
  expect([again.code, again.stderr]).toEqual([0, expect.not.stringContaining('没有备份')]);
});

test('an older copy of which no later backup is there is not told to be brought back by itself', async () => {
  const box = await ownWorkspace();
  const old = await box.read(LEDGER);
  expect((await box.run(['visit', 'edit', '7kq2', '--note', '一', '--reason', '补'])).code).toBe(0);
  await box.write(LEDGER, old);
  const ran = await box.run(['visit', 'edit', '7kq2', '--note', '二', '--reason', '补', '--lang', 'zh']);
  expect(ran.code).toBe(4);
  expect(ran.stderr).toContain('最后保存的版本没有备份');
  expect(ran.stderr).not.toContain('backup restore 58');
});

test('a stray copy of an older version is told to be a copy, and no command is offered that takes the ledger back', async () => {
  const box = await ownWorkspace();
  await box.write('ledgers/li-min - 副本.json', await box.read(LEDGER));
  expect((await box.run(['visit', 'edit', '7kq2', '--note', '一', '--reason', '补'])).code).toBe(0);
  const checked = await box.run(['check', '--lang', 'zh']);
  expect([checked.code, checked.stdout + checked.stderr]).toEqual([
    1,
    expect.not.stringContaining('restore'),
  ]);
});
