import { expect, test } from 'vitest';
import type { Sandbox } from '../support/sandbox.ts';
import { expectRefused, inside, LEDGER, ownWorkspace, sampleFile, VISIT } from './workspaces.ts';

const OTHER = '另一台/li-min.json';
const EDIT = ['visit', 'edit', '7kq2', '--reason', '补记', '--note'] as const;

/** A workspace with a copy of its ledger, as if from another PC. */
async function twoPcs(change: (text: string) => string = (text) => text): Promise<Sandbox> {
  const box = await ownWorkspace();
  await box.write(OTHER, change(await sampleFile(LEDGER)));
  return box;
}

/** Runs a change on the copy alone. */
async function onOther(box: Sandbox, argv: readonly string[]): Promise<void> {
  const here = await box.read(LEDGER);
  await box.write(LEDGER, await box.read(OTHER));
  expect((await box.run(argv)).code).toBe(0);
  await box.write(OTHER, await box.read(LEDGER));
  await box.write(LEDGER, here);
  // What was saved there is known to nobody here.
  for (const file of Object.keys(await box.files())) if (file.startsWith('backups/')) await box.remove(file);
}

test('brings in what the other PC has more, asks first, and is one step', async () => {
  const box = await twoPcs();
  await onOther(box, ['visit', 'add', '--id', 'visit-there', ...VISIT]);
  expect((await box.run([...EDIT, '本机'])).code).toBe(0);
  const before = await box.read(LEDGER);
  const rehearsed = await box.run(['merge', OTHER, '--dry-run']);
  expect(rehearsed.code).toBe(0);
  const declined = await box.run(['merge', OTHER], { answers: ['no'] });
  expect(declined.code).toBe(130);
  expect(declined.stderr).toContain('Of the other ledger: 1 new, 0 newer, 1 older than here');
  expect(await box.read(LEDGER)).toBe(before);
  const ran = await box.run(['merge', OTHER, '--json']);
  expect(ran.json()).toMatchObject({
    schemaVersion: 1,
    judge: 'li-min',
    step: 60,
    added: ['visit-there'],
    conflicts: [],
  });
  const again = await box.run(['merge', OTHER]);
  expect(again.stdout).toContain('The other ledger has nothing that is not here.');
});

test('a conflict is refused with the entry and its fields, until a side is preferred', async () => {
  const box = await twoPcs();
  await onOther(box, [...EDIT, '甲']);
  expect((await box.run([...EDIT, '乙'])).code).toBe(0);
  await expectRefused(box, ['merge', OTHER], {
    code: 5,
    en: `${OTHER} visit-240703-7kq2: Both ledgers changed this entry, each in its own way: note. Nothing was merged. To let all those here stand, add --prefer mine, for the other ledger’s --prefer theirs; what the other side says stays in the history.`,
    zh: `${OTHER} visit-240703-7kq2：这条登记在两份台账里各自改过：备注。没有合并。要以本机为准，加 --prefer mine；要以对方为准，加 --prefer theirs；另一边的内容留在修改记录里。`,
  });
  expect((await box.run(['merge', OTHER, '--prefer', 'theirs'])).code).toBe(0);
  const shown = (await box.run(['visit', 'show', '7kq2', '--json'])).json();
  expect(inside(shown, 'entry', 'note')).toBe('甲');
  expect(inside(shown, 'entry', 'history', 4)).toMatchObject({
    op: 'merge',
    changes: [{ field: 'note', from: '乙', to: '甲' }],
  });
  expect(await box.run(['check', '--today', '2025-07-01'])).toMatchObject({ code: 0, stdout: '' });
});

test.each([
  [
    'another judge',
    (text: string) => text.replace('"id": "li-min"', '"id": "he-jing"'),
    /belongs to he-jing, not to li-min/,
  ],
  ['another court', (text: string) => text.replace('新兴县人民法院', '云城区人民法院'), /of another court/],
  [
    'another ledger',
    (text: string) => text.replace('ae06d9fb655a2c91', 'another'),
    /not a copy of the ledger here/,
  ],
])('a ledger of %s is refused', async (_, change, message) => {
  const box = await twoPcs(change);
  const ran = await box.run(['merge', OTHER]);
  expect(ran.code).toBe(3);
  expect(ran.stderr).toMatch(message);
});

test('one attempt that was handed in twice is refused', async () => {
  const put = (digit: string) => (text: string) => {
    const at = '2024-07-05T10:00:00+08:00';
    const mark = { quarter: '2024Q2', attempt: 1, sha256: digit.repeat(64), at };
    return text.replace(/"submissions": \[[^\]]*\]/, `"submissions": ${JSON.stringify([mark])}`);
  };
  const box = await twoPcs(put('a'));
  await box.write(LEDGER, put('b')(await sampleFile(LEDGER)));
  const ran = await box.run(['merge', OTHER, '--prefer', 'mine']);
  expect(ran.code).toBe(5);
  expect(ran.stderr).toContain('2024Q2, attempt 1, was handed in from both PCs');
});

test('an unknown side is refused', async () => {
  expect((await (await twoPcs()).run(['merge', OTHER, '--prefer', 'both'])).code).toBe(2);
});

test('tells which values the other PC erased by law that backups here still hold', async () => {
  const box = await twoPcs();
  await onOther(box, ['redact', 'visit-240703-7kq2', '--field', 'findings', '--reason', '依法']);
  expect((await box.run([...EDIT, '本机'])).code).toBe(0);
  const ran = await box.run(['merge', OTHER, '--prefer', 'theirs', '--lang', 'zh']);
  expect(ran.code).toBe(0);
  expect(ran.stderr).toContain(
    '对方台账依法删除过1项内容，本机备份里还有。请逐项运行（加 --reason 写明原因）：\n  ledger redact visit-240703-7kq2 --field findings --judge li-min',
  );
});
