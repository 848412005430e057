import { describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.ts';
import { expectRefused, LEDGER, ownWorkspace, sampleFile } from './workspaces.ts';

const ID = 'visit-240725-3f8n';

describe('removing', () => {
  test('marks the entry, keeps it in the file, and takes it out of the quota', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'remove', '3f8n', '--reason', '重复登记', '--json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.json()).toMatchObject({
      schemaVersion: 1,
      judge: 'li-min',
      entry: {
        id: ID,
        rev: 2,
        removed: { at: '2024-09-18T10:00:00+08:00', reason: '重复登记' },
        history: [{ op: 'add' }, { rev: 2, op: 'remove', step: 59, reason: '重复登记' }],
      },
      quota: { done: 2, missing: 1, met: false },
      warnings: [],
    });
    const written: unknown = JSON.parse(await box.read(LEDGER));
    expect(written).toHaveProperty('entries.length', 37);
    expect(written).toHaveProperty('entries.1.removed.reason', '重复登记');
  });

  test.each([
    ['en', [], `Removed: visit 太平镇 禤村村. To restore it: ledger visit restore ${ID}\n`],
    ['zh', [], `已删除：走访太平镇禤村村。要恢复：ledger visit restore ${ID}\n`],
    [
      'en',
      ['--judge', '李敏'],
      `Removed: visit 太平镇 禤村村. To restore it: ledger visit restore ${ID} --judge li-min\n`,
    ],
  ])('says how to restore it (%s %s)', async (language, judge, stdout) => {
    const box = await ownWorkspace();
    const typed = ['visit', 'remove', '3f8n', '--reason', '重复', ...judge, '--lang', language];
    expect(await box.run(typed)).toMatchObject({ code: 0, stdout, stderr: '' });
  });

  test('asks the reason and to confirm on a terminal', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'remove', '3f8n', '--lang', 'zh'], {
      answers: ['', '重复登记', 'yes'],
    });
    expect(ran.asked).toEqual([
      { message: '原因', options: [] },
      { message: '请写明原因', options: [] },
      { message: '原因', options: [] },
      { message: '删除“走访太平镇禤村村”？', options: ['yes', 'no'] },
    ]);
    expect(ran.code).toBe(0);
  });

  test.each([
    ['no at the confirmation', ['重复登记', 'no']],
    ['Ctrl-C at the reason', [{ interrupt: true as const }]],
    ['Ctrl-C at the confirmation', ['重复登记', { interrupt: true as const }]],
  ])('%s saves nothing', async (_name, answers) => {
    const box = await ownWorkspace();
    const before = await box.files();
    const ran = await box.run(['visit', 'remove', '3f8n'], { answers });
    expect(ran).toMatchObject({ code: 130, stdout: '', stderr: 'Cancelled, nothing was saved.\n' });
    expect(await box.files()).toEqual(before);
  });

  test('--yes needs no confirmation', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'remove', '3f8n', '-y', '--reason', '重复'], { answers: [] });
    expect(ran).toMatchObject({ code: 0, asked: [] });
  });

  test.each([[[]], [['--reason', ' ']]])('needs a reason where nobody can be asked %j', async (reason) => {
    await expectRefused(await ownWorkspace(), ['visit', 'remove', '3f8n', ...reason], {
      code: 2,
      en: 'A reason is needed. Please add --reason, for example --reason "entered twice".',
      zh: '需要写明原因。请加 --reason，如 --reason 重复登记。',
    });
  });

  test('a rehearsal writes nothing', async () => {
    const box = await ownWorkspace();
    const before = await box.files();
    const ran = await box.run(['visit', 'remove', '3f8n', '--reason', '重复', '-n']);
    expect(ran.stdout).toMatch(/^Rehearsal, nothing written\. A real run says: Removed: /);
    expect(await box.files()).toEqual(before);
  });

  test('what is removed already is refused', async () => {
    const box = await sandbox('sample');
    await expectRefused(box, ['visit', 'remove', 'u9c4', '--judge', 'chen-jh', '--reason', '重复'], {
      code: 2,
      en: 'visit-240820-u9c4 was removed. To use it, restore it first.',
      zh: 'visit-240820-u9c4 已经删除。要用它，请先 restore 恢复。',
    });
  });

  test('an unknown id is refused', async () => {
    await expectRefused(await ownWorkspace(), ['visit', 'remove', 'nosuch', '--reason', '重复'], {
      code: 2,
      en: 'There is no entry “nosuch”. list shows the ids.',
      zh: '没有编号为“nosuch”的登记。请用 list 查看编号。',
    });
  });
});

describe('restoring', () => {
  test.each([
    ['en', 'Restored: visit 东成镇 云河村.\n'],
    ['zh', '已恢复：走访东成镇云河村。\n'],
  ])('puts the entry back as it was (%s)', async (language, stdout) => {
    const box = await sandbox('sample');
    const ran = await box.run(['visit', 'restore', 'u9c4', '--judge', 'chen-jh', '--lang', language]);
    expect(ran).toMatchObject({ code: 0, stdout });
    const shown = await box.run(['visit', 'show', 'u9c4', '--json']);
    expect(shown.json()).not.toHaveProperty('entry.removed');
    expect(shown.json()).toHaveProperty('entry.history.2.op', 'restore');
  });

  test('removing and restoring changes no value', async () => {
    const box = await ownWorkspace();
    await box.run(['visit', 'remove', '3f8n', '--reason', '重复']);
    await box.run(['visit', 'restore', '3f8n']);
    const values = (text: string): unknown => {
      const ledger: unknown = JSON.parse(text, (key, value: unknown) =>
        ['rev', 'seq', 'prev', 'updatedAt', 'history'].includes(key) ? undefined : value,
      );
      return ledger;
    };
    expect(values(await box.read(LEDGER))).toEqual(values(await sampleFile(LEDGER)));
  });

  test('what was not removed is refused', async () => {
    await expectRefused(await ownWorkspace(), ['visit', 'restore', '3f8n'], {
      code: 2,
      en: 'visit-240725-3f8n was not removed, so there is nothing to restore.',
      zh: 'visit-240725-3f8n 没有删除，不用恢复。',
    });
  });
});
