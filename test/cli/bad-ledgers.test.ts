import { describe, expect, test } from 'vitest';
import { BAD_LEDGERS } from './bad-ledgers.ts';
import { expectRefused, LEDGER, ownWorkspace, sampleFile, VISIT } from './workspaces.ts';

describe.each(BAD_LEDGERS)('a ledger $name', ({ make, en, zh }) => {
  const commands = [
    ['visit', 'add', ...VISIT],
    ['visit', 'edit', '7kq2', '--note', '同行'],
    ['visit', 'remove', '7kq2', '--reason', '重复'],
    ['visit', 'list'],
    ['visit', 'show', '7kq2'],
    ['quota'],
  ];

  test.each(commands.map((command) => [command.slice(0, 2).join(' '), command] as const))(
    '%s is refused, in plain words, and no byte changes',
    async (_name, command) => {
      const box = await ownWorkspace();
      await box.write(LEDGER, make(await sampleFile(LEDGER)));
      await expectRefused(box, command, { code: 3, en: en.join('\n'), zh: zh.join('\n') });
    },
  );

  test('is an answer of check: what is wrong, and no', async () => {
    const box = await ownWorkspace();
    await box.write(LEDGER, make(await sampleFile(LEDGER)));
    const before = await box.files();
    const inEnglish = await box.run(['check']);
    const counts = `${String(en.length)} error${en.length === 1 ? '' : 's'}, 0 warnings.`;
    expect(inEnglish).toMatchObject({
      code: 1,
      stdout: [...en.map((line) => `error: ${line}`), counts, ''].join('\n'),
      stderr: '',
    });
    const inChinese = await box.run(['check', '--lang', 'zh']);
    expect(inChinese).toMatchObject({
      code: 1,
      stdout: [...zh.map((line) => `错误：${line}`), `错误${String(zh.length)}项，提醒0项。`, ''].join('\n'),
    });
    expect(await box.files()).toEqual(before);
  });

  test('says nothing of what the texts in it say', async () => {
    const box = await ownWorkspace();
    await box.write(LEDGER, make(await sampleFile(LEDGER)));
    const ran = await box.run(['visit', 'list', '--json']);
    expect(ran.stderr).not.toMatch(/安置小区|马丽群|秘密|别的文件/u);
  });
});

test('a lost ledger names the backup that can take its place', async () => {
  const box = await ownWorkspace();
  await box.run(['visit', 'add', ...VISIT]);
  await box.write(LEDGER, '');
  await expectRefused(box, ['visit', 'list'], {
    code: 3,
    en: 'ledgers/li-min.json: The file is empty. There is 1 backup; to bring back the latest: ledger backup restore 58 --judge li-min (all of them: ledger backup list --judge li-min).',
    zh: 'ledgers/li-min.json：文件是空的。有备份1份，取回最近的一份：ledger backup restore 58 --judge li-min（全部备份：ledger backup list --judge li-min）。',
  });
});

test('as JSON: one error, with file, line, column and entry', async () => {
  const box = await ownWorkspace();
  await box.write(LEDGER, (await sampleFile(LEDGER)).replace('"date": "2024-07-25"', '"date": "2024-02-30"'));
  const ran = await box.run(['visit', 'list', '--json']);
  expect(ran).toMatchObject({ code: 3, stdout: '' });
  expect(JSON.parse(ran.stderr)).toEqual({
    error: {
      code: 'value-invalid',
      message:
        'The value of “date” is wrong: here is text of 10 characters. It should be a day, such as "2024-07-03".',
      file: 'ledgers/li-min.json',
      line: 63,
      column: 15,
      entry: 'visit-240725-3f8n',
    },
  });
});

test('over a hundred errors are counted, not listed', async () => {
  const box = await ownWorkspace();
  const entries = Array.from({ length: 120 }, (_, index) => ({
    id: `visit-${String(index)}`,
    kind: 'visti',
  }));
  const ledger = {
    format: 'liaison-ledger/1',
    court: '法院',
    judge: { id: 'li-min', name: '李敏' },
    entries,
  };
  await box.write(LEDGER, JSON.stringify(ledger));
  const ran = await box.run(['visit', 'list']);
  expect(ran.stderr.trimEnd().split('\n')).toHaveLength(101);
  expect(ran.stderr).toMatch(/\n… and 20 more that are not listed\n$/u);
});
