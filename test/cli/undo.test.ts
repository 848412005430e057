import { describe, expect, test } from 'vitest';
import { run } from '../../src/main.ts';
import { fakeEnvironment } from '../support/environment.ts';
import { sandbox, type Sandbox } from '../support/sandbox.ts';
import {
  expectRefused,
  inside,
  LEDGER,
  ownWorkspace,
  sampleFile,
  smallWorkspace,
  VISIT,
} from './workspaces.ts';

/** A judge's workspace whose last two steps added and edited a visit; their ids and numbers are always these. */
async function edited(): Promise<Sandbox> {
  const box = await ownWorkspace();
  await box.run(['visit', 'add', ...VISIT, '--id', 'visit-new']);
  await box.run(['visit', 'edit', 'visit-new', '--note', '同行', '--met', '社区干部']);
  return box;
}

async function entryOf(box: Sandbox, id: string): Promise<unknown> {
  const entries = inside(JSON.parse(await box.read(LEDGER)), 'entries');
  return Array.isArray(entries) ? entries.find((entry) => inside(entry, 'id') === id) : undefined;
}

const PREVIEW = {
  zh: [
    '撤销第60步（2024-09-18 10:00 修改）：',
    '  走访太平镇马山社区  visit-new',
    '    走访（座谈）对象：社区干部 → （空）',
    '    备注：同行 → （空）',
    '',
  ].join('\n'),
  en: [
    'Undo step 60 (2024-09-18 10:00, changed):',
    '  visit 太平镇 马山社区  visit-new',
    '    people met: 社区干部 → (empty)',
    '    note: 同行 → (empty)',
    '',
  ].join('\n'),
};

const DONE = {
  zh: '已撤销第60步：修改走访太平镇马山社区。要重做：ledger redo\n',
  en: 'Undone step 60: changed visit 太平镇 马山社区. To redo it: ledger redo\n',
};

describe('undo', () => {
  test.each(['zh', 'en'] as const)(
    'shows before and after, asks, and says what it did (%s)',
    async (language) => {
      const box = await edited();
      const ran = await box.run(['undo', '--lang', language], { answers: ['yes'] });
      expect(ran).toMatchObject({ code: 0, stdout: DONE[language], stderr: PREVIEW[language] });
      expect(ran.asked).toEqual([
        {
          message: language === 'zh' ? '撤销这一步（1条登记）？' : 'Undo this step (1 entry)?',
          options: ['yes', 'no'],
        },
      ]);
      const entry = await entryOf(box, 'visit-new');
      expect(entry).toMatchObject({ rev: 3, history: [{}, {}, { op: 'undo', step: 61 }] });
      expect(entry).not.toHaveProperty('note');
    },
  );

  test.each([['no'], [{ interrupt: true as const }]])('%j saves nothing', async (answer) => {
    const box = await edited();
    const before = await box.files();
    const ran = await box.run(['undo', '--lang', 'zh'], { answers: [answer] });
    expect(ran).toMatchObject({ code: 130, stdout: '', stderr: `${PREVIEW.zh}已取消，没有保存。\n` });
    expect(await box.files()).toEqual(before);
  });

  test.each([['--yes'], ['--no-input']])(
    'asks nothing with %s, and shows it all the same',
    async (option) => {
      const ran = await (await edited()).run(['undo', '--lang', 'zh', option], { answers: [] });
      expect(ran).toMatchObject({ code: 0, asked: [], stdout: DONE.zh, stderr: PREVIEW.zh });
    },
  );

  test('a rehearsal shows it, asks nothing and writes nothing', async () => {
    const box = await edited();
    const before = await box.files();
    const ran = await box.run(['undo', '--dry-run', '--lang', 'zh'], { answers: [] });
    expect(ran).toMatchObject({ code: 0, asked: [], stderr: '' });
    expect(ran.stdout).toBe(`${PREVIEW.zh}演示，没有写入。正式运行时：${DONE.zh}`);
    expect(await box.files()).toEqual(before);
  });

  test('answers as JSON: which step, which entries, what was changed', async () => {
    const box = await edited();
    expect((await box.run(['undo', '--json'])).json()).toEqual({
      schemaVersion: 1,
      judge: 'li-min',
      step: 61,
      undone: 60,
      entries: ['visit-new'],
      changes: [
        { entry: 'visit-new', field: 'met', from: '社区干部', to: null },
        { entry: 'visit-new', field: 'note', from: '同行', to: null },
      ],
    });
    const removal = { at: '2024-09-18T10:00:00+08:00', reason: '撤销登记' };
    expect((await box.run(['undo', '--json'])).json()).toMatchObject({
      undone: 59,
      changes: [{ entry: 'visit-new', field: 'removed', from: null, to: removal }],
    });
    expect((await box.run(['redo', '--json'])).json()).toMatchObject({
      step: 63,
      redone: 59,
      changes: [{ entry: 'visit-new', field: 'removed', from: removal, to: null }],
    });
  });

  test('redo brings it back, and says how to undo it again; show tells all of it', async () => {
    const box = await edited();
    await box.run(['undo', '--judge', 'li-min']);
    const ran = await box.run(['redo', '--judge', '李敏', '--lang', 'zh']);
    expect(ran).toMatchObject({
      code: 0,
      stdout: '已重做第60步：修改走访太平镇马山社区。要再撤销：ledger undo --judge li-min\n',
    });
    expect(await entryOf(box, 'visit-new')).toMatchObject({ note: '同行', met: '社区干部', rev: 4 });
    const shown = await box.run(['visit', 'show', 'visit-new', '--lang', 'zh']);
    expect(shown.stdout).toContain(
      '  第3版 2024-09-18 10:00 撤销\n    走访（座谈）对象：社区干部 → （空）\n',
    );
    expect(shown.stdout).toContain(
      '  第4版 2024-09-18 10:00 重做\n    走访（座谈）对象：（空） → 社区干部\n',
    );
    const listed = await box.run(['visit', 'list', '--text', '同行']);
    expect(listed.stdout).toContain('visit-new');
  });

  test('an import is undone at once; of many entries the first twenty are shown', async () => {
    const box = await smallWorkspace();
    const rows = Array.from(
      { length: 25 },
      (_, row) => `2024-07-${String(row + 1).padStart(2, '0')},太平镇,走访,情况${String(row)}`,
    );
    await box.write('走访.csv', `日期,挂点镇,方式,社情民意及矛盾纠纷情况\n${rows.join('\n')}\n`);
    expect(await box.run(['import', '走访.csv'])).toMatchObject({ code: 0 });
    const ran = await box.run(['undo', '--lang', 'zh']);
    expect(ran.stdout).toBe('已撤销第1步：登记走访太平镇等25条。要重做：ledger redo\n');
    expect(ran.stderr).toContain('  ……另有5项没有列出\n');
    expect(ran.stderr.match(/删除（撤销登记）/gu)).toHaveLength(20);
    expect((await box.run(['visit', 'list', '--json'])).json()).toMatchObject({ entries: [] });
    expect((await box.run(['import', '走访.csv', '--json'])).json()).toMatchObject({ added: 25, skipped: 0 });
  });
});

describe('refused', () => {
  test('nothing to undo or to redo', async () => {
    const box = await smallWorkspace([
      { id: 'visit-1', kind: 'visit', date: '2024-07-03', town: '太平镇', form: 'visit', findings: '手写' },
    ]);
    await expectRefused(box, ['undo'], {
      code: 2,
      zh: '没有可以撤销的步骤。做过哪些，可用 ledger history 查看；手工写进文件的没有记录，请用 edit 修改或 remove 删除。',
      en: 'There is no step to undo. ledger history shows what was done; what was written into the file by hand has no history: please use edit or remove.',
    });
    await expectRefused(box, ['redo'], {
      code: 2,
      zh: '没有可以重做的步骤。撤销以后又做了别的，就不能重做了；做过哪些，可用 ledger history 查看。',
      en: 'There is no step to redo. Whatever is done after an undo ends what can be redone; ledger history shows what was done.',
    });
    expect((await box.run(['history', '--lang', 'zh'])).stdout).toBe('还没有修改记录。\n');
  });

  test('what was changed by hand since', async () => {
    const box = await edited();
    await box.write(LEDGER, (await box.read(LEDGER)).replace('"note": "同行"', '"note": "手工改过"'));
    await expectRefused(box, ['undo'], {
      code: 2,
      zh: '第60步涉及的登记后来在程序以外改过：visit-new。为免丢失改过的内容，不能撤销或重做；请用 edit 修改，或用 remove、restore。',
      en: 'Entries of step 60 were changed outside of the program since: visit-new. So that nothing gets lost, the step cannot be undone or redone; please use edit, or remove and restore.',
    });
  });

  test('what was handed in', async () => {
    const box = await edited();
    const mark = { quarter: '2024Q3', attempt: 1, sha256: 'a'.repeat(64), at: '2024-09-20T10:00:00+08:00' };
    const ledger = await box.read(LEDGER);
    await box.write(LEDGER, ledger.replace('"submissions": []', `"submissions": ${JSON.stringify([mark])}`));
    await expectRefused(box, ['undo'], {
      code: 2,
      zh: '第60步涉及已经报送的2024年第三季度登记：visit-new。报送以前的步骤不能撤销或重做；请用 edit 修改或 remove 删除，并用 --reason 写明原因。',
      en: 'Step 60 is about entries that were handed in with 2024Q3: visit-new. Steps from before handing in cannot be undone or redone; please use edit or remove, with --reason.',
    });
  });

  test.each(['undo', 'redo'])(
    '%s of a ledger that changes between the look and the saving',
    async (command) => {
      const box = await edited();
      if (command === 'redo') await box.run(['undo']);
      const environment = fakeEnvironment({ cwd: box.home, userHome: box.home, answers: ['yes'] });
      let changed = '';
      const code = await run([command, '--lang', 'zh'], {
        ...environment,
        uninterrupted: async (work) => {
          // Somebody edits another entry while the question stands.
          changed = (await box.read(LEDGER)).replace(
            '"reportedOn": "2024-07-29"',
            '"reportedOn": "2024-07-28"',
          );
          await box.write(LEDGER, changed);
          return work();
        },
      });
      expect(code).toBe(5);
      expect(environment.written.stderr).toContain(
        '台账刚被改过，没有保存。请再运行一次，看过现在的内容再确认。',
      );
      expect(changed).toContain('2024-07-28');
      expect(await box.read(LEDGER)).toBe(changed);
    },
  );
});

describe('history', () => {
  test('lists every step once, newest first, and what was undone', async () => {
    const box = await edited();
    await box.run(['undo']);
    const ran = await box.run(['history', '--limit', '3', '--lang', 'zh']);
    expect(ran.stdout).toBe(
      [
        '步骤  时间              做了什么        条数  编号       登记',
        '----  ----------------  --------------  ----  ---------  ------------------',
        '  61  2024-09-18 10:00  撤销第60步         1  visit-new  走访太平镇马山社区',
        '  60  2024-09-18 10:00  修改（已撤销）     1  visit-new  走访太平镇马山社区',
        '  59  2024-09-18 10:00  登记               1  visit-new  走访太平镇马山社区',
        '撤销第59步：ledger undo',
        '',
      ].join('\n'),
    );
    const all = inside((await box.run(['history', '--json'])).json(), 'steps');
    expect(Array.isArray(all) && all.map((step) => inside(step, 'step'))).toEqual(
      Array.from({ length: 61 }, (_, index) => 61 - index),
    );
    expect(inside(all, 0)).toEqual({
      step: 61,
      at: '2024-09-18T10:00:00+08:00',
      op: 'undo',
      of: 60,
      undone: false,
      entries: ['visit-new'],
      changes: [
        { entry: 'visit-new', field: 'met', from: '社区干部', to: null },
        { entry: 'visit-new', field: 'note', from: '同行', to: null },
      ],
    });
    expect(inside(all, 1)).toMatchObject({ step: 60, op: 'edit', undone: true });
  });

  test('of one entry, from whichever ledger it stands in', async () => {
    const box = await sandbox('sample');
    const ran = await box.run(['history', 'visit-240820-u9c4', '--json']);
    expect(ran.json()).toMatchObject({ judge: 'chen-jh', steps: [{ op: 'remove' }, { op: 'add' }] });
    expect((await box.run(['history', 'nobody'])).code).toBe(2);
  });

  test('of several ledgers asks whose, for steps are numbered ledger by ledger', async () => {
    const box = await sandbox('sample');
    expect((await box.run(['history', '--limit', '1'])).code).toBe(2);
    const ran = await box.run(['history', '--limit', '1'], { answers: ['su-ting'] });
    expect(ran.asked.map(({ message }) => message)).toEqual(['Which liaison judge?']);
    expect(ran.code).toBe(0);
  });

  test('writes nothing', async () => {
    const box = await sandbox('sample');
    const before = await box.files();
    await box.run(['history', '--judge', 'li-min']);
    expect(await box.files()).toEqual(before);
  });
});

test('a ledger whose count was lost goes on behind the last of its steps, and undo takes back what was done last', async () => {
  const box = await ownWorkspace();
  await box.write(LEDGER, (await sampleFile(LEDGER)).replace(/^ {2}"seq": \d+,\n/mu, ''));
  expect((await box.run(['visit', 'edit', '7kq2', '--note', '补记', '--reason', '补'])).code).toBe(0);
  const undone = await box.run(['undo', '--yes', '--json']);
  expect(undone.code).toBe(0);
  const shown = (await box.run(['visit', 'show', '7kq2', '--json'])).json();
  expect(inside(shown, 'entry', 'note')).toBeUndefined();
});
