import { createHash } from 'node:crypto';
import { link } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ERASED } from '../../src/domain/redacting.ts';
import type { Sandbox } from '../support/sandbox.ts';
import { inside, LEDGER, ownWorkspace } from './workspaces.ts';

const SECRET = '甲某电话一三八';
const REDACT = ['redact', 'visit-240703-7kq2', '--field', 'met', '--reason', '当事人申请'] as const;

/** A workspace whose entry told something in two versions, with their backups and a copy of a conflict. */
async function toldWorkspace(): Promise<Sandbox> {
  const box = await ownWorkspace();
  for (const met of [SECRET, `${SECRET}又`, SECRET])
    expect((await box.run(['visit', 'edit', '7kq2', '--met', met, '--reason', `改为${met}`])).code).toBe(0);
  expect((await box.run(['visit', 'edit', '7kq2', '--note', '别的'])).code).toBe(0);
  return box;
}

async function holding(box: Sandbox, text: string): Promise<readonly string[]> {
  const wanted = Buffer.from(text).toString('latin1');
  return Object.entries(await box.files()).flatMap(([file, bytes]) => (bytes.includes(wanted) ? [file] : []));
}

function digest(bytes: string): string {
  return createHash('sha256').update(Buffer.from(bytes, 'latin1')).digest('hex');
}

test('erases the value in the entry, its history, its reasons and all backups, and says so in the history', async () => {
  const box = await toldWorkspace();
  expect((await holding(box, SECRET)).length).toBeGreaterThan(3);
  const ran = await box.run([...REDACT, '--json']);
  expect(ran.code).toBe(0);
  expect(ran.json()).toMatchObject({ judge: 'li-min', field: 'met', entry: 'visit-240703-7kq2', still: [] });
  expect(await holding(box, SECRET)).toEqual([]);
  const shown = (await box.run(['visit', 'show', '7kq2', '--json'])).json();
  expect(inside(shown, 'entry', 'met')).toBe(ERASED);
  expect(inside(shown, 'entry', 'history', 6)).toMatchObject({ op: 'redact', reason: '当事人申请' });
  expect((await box.run(['check'])).code).toBe(0);
});

test('keeps the chain: names are digests, each version names the one before, the head the last', async () => {
  const box = await toldWorkspace();
  expect((await box.run(REDACT)).code).toBe(0);
  const files = await box.files();
  const backups = Object.entries(files)
    .filter(([file]) => /^backups\/li-min\.\d/.test(file))
    .sort();
  const chain = [...backups, [LEDGER, files[LEDGER] ?? ''] as const];
  expect(chain).toHaveLength(6);
  for (const [index, [file, bytes]] of chain.entries()) {
    if (file !== LEDGER) expect(file).toContain(`.${digest(bytes).slice(0, 8)}.json`);
    const before = chain[index - 1];
    if (before) expect(inside(JSON.parse(bytes), 'prev')).toBe(digest(before[1]));
  }
  expect(JSON.parse(await box.read('backups/li-min.head'))).toEqual({
    seq: 63,
    digest: digest(files[LEDGER] ?? ''),
  });
});

test('names where else the ledger tells what was erased, without telling it', async () => {
  const box = await toldWorkspace();
  expect((await box.run(['visit', 'edit', '7kq2', '--note', `找过${SECRET}`])).code).toBe(0);
  expect((await box.run(['visit', 'edit', '7kq2', '--note', '别的'])).code).toBe(0);
  const ran = await box.run([...REDACT, '--lang', 'zh']);
  expect(ran.code).toBe(0);
  expect(ran.stderr).toContain('删去的内容还出现在别处，未作改动：visit-240703-7kq2 备注。');
  expect(ran.stdout + ran.stderr).not.toContain(SECRET);
  const note = ['redact', 'visit-240703-7kq2', '--field', 'note', '--reason', '当事人申请', '--json'];
  expect((await box.run(note)).json()).toMatchObject({ elsewhere: [] });
  expect(await holding(box, SECRET)).toEqual([]);
});

test('a rehearsal and a no change nothing', async () => {
  const box = await toldWorkspace();
  const before = await box.files();
  const dry = await box.run([...REDACT, '--dry-run']);
  expect(dry.stdout).toContain('in 5 backups');
  expect((await box.run(REDACT, { answers: ['no'] })).code).toBe(130);
  expect(await box.files()).toEqual(before);
});

test('run again, it does what was left undone', async () => {
  const box = await toldWorkspace();
  const early = Object.entries(await box.files()).filter(([file]) => file.startsWith('backups/li-min.0'));
  expect((await box.run(REDACT)).code).toBe(0);
  for (const [file, bytes] of early) await box.write(file, Buffer.from(bytes, 'latin1'));
  expect(await holding(box, SECRET)).not.toEqual([]);
  expect((await box.run(REDACT)).code).toBe(0);
  expect(await holding(box, SECRET)).toEqual([]);
});

test('names what may still hold it: what can’t be read, copies of conflicts, reports', async () => {
  const box = await toldWorkspace();
  await box.write('backups/li-min.000001.2024-07-01.00000000.json', '{');
  await box.write('ledgers/li-min.conflict-1.json', SECRET);
  await box.write('ledgers/li-min - 副本.json', SECRET);
  await box.write('ledgers/li-min.json.bak', SECRET);
  await box.write('ledgers/old/li-min.json', SECRET);
  await box.write('ledgers/he-jing.json', SECRET);
  await box.write('ledgers/he-jing.conflict-1.json', SECRET);
  await box.write('backups/old/li-min.json', SECRET);
  await box.write('reports/2024Q3/台账.xlsx', SECRET);
  const ran = await box.run([...REDACT, '--judge', 'li-min']);
  expect(ran.code).toBe(7);
  expect(ran.stderr).toContain(
    'These may still hold it, and were not changed: backups/li-min.000001.2024-07-01.00000000.json, backups/old/li-min.json, ledgers/li-min - 副本.json, ledgers/li-min.conflict-1.json, ledgers/li-min.json.bak, ledgers/old/li-min.json, reports/2024Q3/台账.xlsx',
  );
});

test('no version goes with an erasure, however many there are', async () => {
  const box = await ownWorkspace();
  for (let count = 0; count < 24; count += 1) {
    const edit = ['visit', 'edit', '7kq2', '--met', `${SECRET}${String(count)}`, '--reason', '补'];
    expect((await box.run(edit)).code).toBe(0);
  }
  const versions = async (): Promise<readonly string[]> =>
    Object.keys(await box.files()).flatMap((file) => /^backups\/li-min\.(\d+)\./.exec(file)?.[1] ?? []);
  const before = await versions();
  expect(before).toHaveLength(20);
  expect((await box.run(REDACT)).code).toBe(0);
  const last = String(Number(before.at(-1)) + 1).padStart(6, '0');
  expect(await versions()).toEqual([...before, last]);
  expect(await holding(box, SECRET)).toEqual([]);
});

test('reasons are looked through for the longest text first, and named where they stand with another entry', async () => {
  const box = await ownWorkspace();
  const other = 'visit-240725-3f8n';
  for (const [id, met, reason] of [
    ['7kq2', '张三', '补'],
    ['7kq2', '张三的父亲', '找过张三的父亲'],
    [other, '', '张三的父亲来访'],
  ] as const) {
    const edit = ['visit', 'edit', id, met === '' ? '--note' : '--met', met || '来访', '--reason', reason];
    expect((await box.run(edit)).code).toBe(0);
  }
  const ran = await box.run([...REDACT, '--lang', 'zh']);
  expect(ran.stderr).toContain(`删去的内容还出现在别处，未作改动：${other} 修改记录。`);
  const shown = (await box.run(['visit', 'show', '7kq2'])).stdout;
  expect(shown).not.toContain('的父亲');
});

test('a backup that was changed by hand is left as it is and named, and does not look sound afterwards', async () => {
  const box = await toldWorkspace();
  const [file = ''] = Object.keys(await box.files()).filter((name) => name.startsWith('backups/li-min.0'));
  await box.write(file, (await box.read(file)).replace('马山社区', '马山村'));
  const ran = await box.run(REDACT);
  expect([ran.code, ran.stderr]).toEqual([7, expect.stringContaining(`were not changed: ${file}`)]);
  const checked = await box.run(['check', '--json']);
  expect(JSON.stringify(checked.json())).toContain('backup-unsound');
});

test('a backup that has another name too is named, since that name still tells it', async () => {
  const box = await toldWorkspace();
  const backup = Object.keys(await box.files()).find((file) => file.startsWith('backups/li-min.0000'));
  await link(join(box.home, backup ?? ''), join(box.home, '别处.json'));
  const ran = await box.run(REDACT);
  expect(ran.code).toBe(7);
  expect(ran.stderr).toContain(`were not changed: ${backup ?? ''}`);
});

test.each([
  [['redact', 'visit-240703-7kq2', '--reason', '依法'], 2, /--field/],
  [['redact', 'visit-240703-7kq2', '--field', 'mett', '--reason', '依法'], 2, /no field “mett”/],
  [['redact', 'visit-240703-7kq2', '--field', 'date', '--reason', '依法'], 2, /can’t be without/],
  [['redact', 'visit-240703-7kq2', '--field', 'note', '--reason', '依法'], 2, /has and had no value/],
  [['redact', 'visit-240703-7kq2', '--field', 'met'], 2, /A reason is needed/],
])('%j is refused', async (argv, code, message) => {
  const ran = await (await ownWorkspace()).run(argv);
  expect(ran.code).toBe(code);
  expect(ran.stderr).toMatch(message);
});

test('a value that is no text is gone, and the day of a removed entry can go too', async () => {
  const box = await ownWorkspace();
  expect(
    (await box.run(['redact', 'visit-240703-7kq2', '--field', '报告联系领导日期', '--reason', '依法'])).code,
  ).toBe(0);
  expect((await box.run(['visit', 'remove', '7kq2', '--reason', '依法'])).code).toBe(0);
  expect((await box.run(['redact', 'visit-240703-7kq2', '--field', 'date', '--reason', '依法'])).code).toBe(
    0,
  );
  const shown = (await box.run(['visit', 'show', '7kq2', '--json'])).json();
  expect(inside(shown, 'entry', 'date')).toBeUndefined();
  expect(inside(shown, 'entry', 'reportedOn')).toBeUndefined();
});
