import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../support/sandbox.ts';
import { expectRefused, LEDGER, ownWorkspace, sampleFile, type Refused } from './workspaces.ts';

const TEXT: unknown = expect.any(String);

/** 李敏's own workspace with 2024Q3 handed in. */
async function submittedWorkspace(): Promise<Sandbox> {
  const box = await ownWorkspace();
  const mark = { quarter: '2024Q3', attempt: 1, sha256: 'a'.repeat(64), at: '2024-09-18T09:00:00+08:00' };
  const ledger = await box.read(LEDGER);
  await box.write(LEDGER, ledger.replace('"submissions": []', `"submissions": ${JSON.stringify([mark])}`));
  return box;
}

describe('editing by flags', () => {
  test('changes the fields that were named, keeps the rest, and remembers what was there', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'edit', '3f8n', '--note', '与主任同行', '--handling', '', '--json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const before: unknown = JSON.parse(await sampleFile(LEDGER));
    expect(before).toHaveProperty('entries.1.handling');
    expect(ran.json()).toMatchObject({
      schemaVersion: 1,
      judge: 'li-min',
      entry: { id: 'visit-240725-3f8n', rev: 2, note: '与主任同行', updatedAt: '2024-09-18T10:00:00+08:00' },
      quota: { town: '太平镇', done: 3 },
      warnings: [],
    });
    const written: unknown = JSON.parse(await box.read(LEDGER));
    expect(written).not.toHaveProperty('entries.1.handling');
    expect(written).toHaveProperty('entries.1.history.1', {
      rev: 2,
      at: '2024-09-18T10:00:00+08:00',
      op: 'edit',
      step: 59,
      changes: [
        { field: 'handling', from: TEXT, to: null },
        { field: 'note', from: null, to: '与主任同行' },
      ],
    });
  });

  test.each([
    ['en', 'Changed: visit 太平镇 禤村村 (handling, note).\n'],
    ['zh', '已修改：走访太平镇禤村村（处理（转办）情况、备注）。\n'],
  ])('says which fields (%s)', async (language, stdout) => {
    const box = await ownWorkspace();
    const ran = await box.run([
      ...['visit', 'edit', '3f8n', '--note', '同行', '--handling', '转办'],
      ...['--lang', language],
    ]);
    expect(ran).toMatchObject({ code: 0, stdout, stderr: '' });
  });

  test.each([
    ['en', 'Nothing changed, so nothing was saved.\n'],
    ['zh', '内容没有变化，没有保存。\n'],
  ])('what is the same already is not saved again (%s)', async (language, stdout) => {
    const box = await ownWorkspace();
    const before = await box.files();
    const ran = await box.run(['visit', 'edit', '3f8n', '--form', 'visit', '--lang', language]);
    expect(ran).toMatchObject({ code: 0, stdout });
    expect(await box.files()).toEqual(before);
  });

  test('a rehearsal writes nothing', async () => {
    const box = await ownWorkspace();
    const before = await box.files();
    const ran = await box.run(['visit', 'edit', '3f8n', '--note', '同行', '--dry-run']);
    expect(ran.stdout).toBe(
      'Rehearsal, nothing written. A real run says: Changed: visit 太平镇 禤村村 (note).\n',
    );
    expect(await box.files()).toEqual(before);
  });
});

describe('what was handed in', () => {
  test('is changed only with a reason', async () => {
    await expectRefused(await submittedWorkspace(), ['visit', 'edit', '3f8n', '--note', '同行'], {
      code: 2,
      en: 'A reason is needed. Please add --reason, for example --reason "entered twice".',
      zh: '需要写明原因。请加 --reason，如 --reason 重复登记。',
    });
  });

  test('keeps the reason in its history', async () => {
    const box = await submittedWorkspace();
    const typed = ['visit', 'edit', '3f8n', '--note', '同行', '--reason', '补录', '--json'];
    const ran = await box.run(typed);
    expect(ran.json()).toMatchObject({ entry: { history: [{ rev: 1 }, { rev: 2, reason: '补录' }] } });
  });

  test('is asked for the reason on a terminal', async () => {
    const box = await submittedWorkspace();
    const ran = await box.run(['visit', 'edit', '3f8n', '--note', '同行'], { answers: ['', '补录'] });
    expect(ran.asked.map(({ message }) => message)).toEqual(['Reason', 'Please give a reason', 'Reason']);
    expect(ran.code).toBe(0);
    expect(await box.read(LEDGER)).toContain('"reason": "补录"');
  });

  test('an entry that is moved out of its quarter needs one as well', async () => {
    const box = await submittedWorkspace();
    const ran = await box.run(['visit', 'edit', 'd7p1', '--date', '2024-09-17']);
    expect(ran).toMatchObject({ code: 2 });
    expect(ran.stderr).toContain('A reason is needed.');
  });
});

describe('editing by questions', () => {
  test('asks which field, then its value, until done', async () => {
    const box = await ownWorkspace();
    const answers = ['form', 'talk', 'village', '悦塘村', ''];
    const ran = await box.run(['visit', 'edit', '3f8n'], { answers });
    expect(ran.asked.map(({ message }) => message)).toEqual([
      'Which one?',
      'form',
      'Which one?',
      'village (leave empty where only the town itself was visited)',
      'Which one?',
    ]);
    expect(ran).toMatchObject({ code: 0, stdout: 'Changed: talk 太平镇 悦塘村 (village, form).\n' });
  });

  test('done at once changes nothing', async () => {
    const box = await ownWorkspace();
    const before = await box.files();
    const ran = await box.run(['visit', 'edit', '3f8n', '--lang', 'zh'], { answers: [''] });
    expect(ran).toMatchObject({ code: 0, stdout: '内容没有变化，没有保存。\n' });
    expect(await box.files()).toEqual(before);
  });

  test('answers that contradict each other are told before anything is saved', async () => {
    const box = await ownWorkspace();
    const answers = ['reportedOn', '2024-07-24', '', 'reportedOn', '2024-07-26', ''];
    const ran = await box.run(['visit', 'edit', '3f8n'], { answers });
    expect(ran.stderr).toContain('--reported-on: “reported on” 2024-07-24 is before “date” 2024-07-25.');
    expect(ran.code).toBe(0);
  });

  test.each([0, 1, 2])('Ctrl-C at question %i saves nothing', async (question) => {
    const box = await ownWorkspace();
    const before = await box.files();
    const answers = [...['note', '同行'].slice(0, question), { interrupt: true as const }];
    const ran = await box.run(['visit', 'edit', '3f8n'], { answers });
    expect(ran).toMatchObject({ code: 130, stdout: '', stderr: 'Cancelled, nothing was saved.\n' });
    expect(await box.files()).toEqual(before);
  });

  test('a preview of a value shows what is invisible in it', async () => {
    const box = await ownWorkspace();
    await box.run(['visit', 'edit', '3f8n', '--note', '甲\u202e乙']);
    const ran = await box.run(['visit', 'edit', '3f8n'], { answers: [''] });
    expect(JSON.stringify(ran.asked)).not.toMatch(/\u202e/u);
  });
});

describe('what cannot be edited is refused, and nothing changes', () => {
  test.each<readonly [string, readonly string[], Refused]>([
    [
      'without saying what',
      ['3f8n'],
      {
        code: 2,
        en: 'It is not said what to change. For example --note "with the head of the centre"; to clear a field, write --note "".',
        zh: '没有说明要改什么。例如 --note 与综治中心主任同行；清空一项写成 --note ""。',
      },
    ],
    [
      'a required field cleared',
      ['3f8n', '--town', ''],
      {
        code: 2,
        en: '--town: “town” is required and cannot be cleared.',
        zh: '--town：“挂点镇”是必填项，不能清空。',
      },
    ],
    [
      'an unknown id, with the nearest',
      ['visit-240725-3f8m', '--note', '同行'],
      {
        code: 2,
        en: 'There is no entry “visit-240725-3f8m”. Did you mean visit-240725-3f8n?',
        zh: '没有编号为“visit-240725-3f8m”的登记。是不是 visit-240725-3f8n？',
      },
    ],
    [
      'an id of which there are two',
      ['visit-2407', '--note', '同行'],
      {
        code: 2,
        en: '“visit-2407” means more than one entry. Please write the whole id: visit-240703-7kq2, visit-240725-3f8n.',
        zh: '“visit-2407”对应几条登记。请写全编号：visit-240703-7kq2、visit-240725-3f8n。',
      },
    ],
    [
      'no id at all',
      ['--note', '同行'],
      {
        code: 2,
        en: 'ID is missing. Usage: ledger visit edit ID; list shows the ids of entries.',
        zh: '缺少编号。用法：ledger visit edit 编号；登记编号可用 list 查到。',
      },
    ],
  ])('%s', async (_name, typed, refused) => {
    await expectRefused(await ownWorkspace(), ['visit', 'edit', ...typed], refused);
  });

  test('an entry that was removed', async () => {
    const box = await ownWorkspace();
    await box.run(['visit', 'remove', '3f8n', '--reason', '重复']);
    await expectRefused(box, ['visit', 'edit', '3f8n', '--note', '同行'], {
      code: 2,
      en: 'visit-240725-3f8n was removed. To use it, restore it first.',
      zh: 'visit-240725-3f8n 已经删除。要用它，请先 restore 恢复。',
    });
  });
});
