import { describe, expect, test } from 'vitest';
import { flagOf } from '../../src/cli/entry-flags.ts';
import { GLOBAL_OPTIONS } from '../../src/cli/globals.ts';
import { ENTRY_KEYS } from '../../src/domain/entry-format.ts';
import { choice } from '../../src/domain/fields/choice.ts';
import { day } from '../../src/domain/fields/day.ts';
import { town, village } from '../../src/domain/fields/place.ts';
import { text } from '../../src/domain/fields/text.ts';
import { defineKind } from '../../src/domain/kinds/kind.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { ledgerHeads } from '../support/ledger-heads.ts';
import { draw } from '../workbook/templates.ts';
import { rowsOf } from './sheets.ts';
import { expectRefused, inside, LEDGER, ownWorkspace } from './workspaces.ts';

/** A ledger that the tool has never heard of, with every type of field: one definition and nothing else. */
const call = defineKind({
  id: 'call',
  name: { zh: '来电', en: 'calls' },
  ledger: { zh: '来电台账', en: 'Ledger of calls' },
  span: { type: 'case', opened: ['receivedOn'], closed: 'repliedOn' },
  fields: [
    { key: 'receivedOn', label: { zh: '接听日期', en: 'received on' }, type: day(), required: true },
    { key: 'town', label: { zh: '镇', en: 'town' }, type: town(), required: true },
    { key: 'village', label: { zh: '村（社区）', en: 'village' }, type: village(), asked: true },
    {
      key: 'channel',
      label: { zh: '方式', en: 'channel' },
      type: choice([
        { id: 'phone', label: { zh: '座机', en: 'landline' } },
        { id: 'mobile', label: { zh: '手机', en: 'mobile' } },
      ]),
      required: true,
    },
    {
      key: 'raisedBy',
      label: { zh: '来电人', en: 'caller' },
      type: text({ example: { zh: '镇综治中心', en: 'the centre' } }),
    },
    {
      key: 'content',
      label: { zh: '来电内容', en: 'content' },
      type: text({ long: true, example: { zh: '咨询调解程序', en: 'a question' } }),
      required: true,
    },
    {
      key: 'dueOn',
      label: { zh: '办理时限', en: 'due on' },
      type: day({ ahead: true }),
      notBefore: ['receivedOn'],
    },
    { key: 'repliedOn', label: { zh: '答复日期', en: 'replied on' }, type: day(), notBefore: ['receivedOn'] },
  ],
  heads: ['receivedOn', 'town', 'content', 'repliedOn'],
  listed: ['receivedOn', 'town', 'channel', 'content'],
  headline: ['channel', 'town'],
  gist: 'content',
});
const WITH_CALLS = [...KINDS, call];
const CALL = [
  ...['--received-on', '2024-09-12', '--town', '太平镇', '--channel', '手机'],
  ...['--raised-by', '镇综治中心', '--content', '咨询调解程序', '--due-on', '9-30'],
];

describe('a kind that is only defined', () => {
  test('is added, listed, shown, edited, removed and restored', async () => {
    const box = await ownWorkspace();
    const run = (...argv: readonly string[]) => box.run(argv, {}, WITH_CALLS);
    const added = await run('call', 'add', ...CALL, '--json');
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(added.json()).toEqual({
      schemaVersion: 1,
      judge: 'li-min',
      entry: {
        id: 'call-240912-0001',
        kind: 'call',
        rev: 1,
        createdAt: '2024-09-18T10:00:00+08:00',
        updatedAt: '2024-09-18T10:00:00+08:00',
        receivedOn: '2024-09-12',
        town: '太平镇',
        channel: 'mobile',
        raisedBy: '镇综治中心',
        content: '咨询调解程序',
        dueOn: '2024-09-30',
        history: [{ rev: 1, at: '2024-09-18T10:00:00+08:00', op: 'add', step: 59 }],
      },
      warnings: [],
    });
    expect(await run('call', 'list', '--lang', 'zh')).toMatchObject({
      stdout: [
        '编号              接听日期    镇      方式  来电内容',
        '----------------  ----------  ------  ----  ------------',
        'call-240912-0001  2024-09-12  太平镇  手机  咨询调解程序',
        '共1条',
        '',
      ].join('\n'),
    });
    expect(await run('call', 'edit', '0001', '--replied-on', '昨天', '--raised-by', '')).toMatchObject({
      code: 0,
      stdout: 'Changed: mobile 太平镇 (caller, replied on).\n',
    });
    expect((await run('call', 'show', '0001')).stdout).toContain('    caller: 镇综治中心 → (empty)\n');
    expect((await run('call', 'remove', '0001', '--reason', '重复')).code).toBe(0);
    expect((await run('call', 'restore', '0001')).stdout).toBe('Restored: mobile 太平镇.\n');
    expect((await run('check')).stdout).not.toContain('call-');
  });

  test('stands beside the others: each command sees its own kind', async () => {
    const box = await ownWorkspace();
    await box.run(['call', 'add', ...CALL], {}, WITH_CALLS);
    const visits = await box.run(['visit', 'list', '--json'], {}, WITH_CALLS);
    expect(inside(visits.json(), 'entries')).toHaveLength(14);
    await expectRefused(
      box,
      ['visit', 'show', '0001'],
      {
        code: 2,
        en: 'There is no entry “0001”. list shows the ids.',
        zh: '没有编号为“0001”的登记。请用 list 查看编号。',
      },
      {},
      WITH_CALLS,
    );
  });

  test('is a case: it is listed in every quarter in which it is open', async () => {
    const box = await ownWorkspace();
    await box.run(['call', 'add', ...CALL], {}, WITH_CALLS);
    for (const [quarter, count] of [
      ['2024Q2', 0],
      ['2024Q3', 1],
      ['2024Q4', 1],
    ] as const) {
      const ran = await box.run(['call', 'list', '--quarter', quarter, '--json'], {}, WITH_CALLS);
      expect(inside(ran.json(), 'entries')).toHaveLength(count);
    }
  });

  test('is asked for by questions', async () => {
    const box = await ownWorkspace();
    const answers = ['9-12', '太平镇', '', '手机', '咨询\n程序', 'save'];
    const ran = await box.run(['call', 'add', '--lang', 'zh'], { answers }, WITH_CALLS);
    expect(ran.asked.map(({ message }) => message)).toEqual([
      '接听日期',
      '镇',
      '村（社区）（可不填，直接回车）',
      '方式',
      '来电内容',
      '以上内容',
    ]);
    expect(ran.stdout).toBe('已保存：9月12日手机太平镇（编号 0001）。\n');
  });

  test('is checked by its own rules', async () => {
    await expectRefused(
      await ownWorkspace(),
      ['call', 'add', ...CALL, '--replied-on', '2024-09-11'],
      {
        code: 2,
        en: '--replied-on: “replied on” 2024-09-11 is before “received on” 2024-09-12. Please check the two days.',
        zh: '--replied-on：“答复日期”2024-09-11 早于“接听日期”2024-09-12。请核对这两个日期。',
      },
      {},
      WITH_CALLS,
    );
  });

  test('has its help, its flags and examples that run', async () => {
    const box = await ownWorkspace();
    const help = await box.run(['call', 'add', '--help'], {}, WITH_CALLS);
    for (const field of call.fields)
      expect(help.stdout).toContain(`  --${flagOf(field)} <${field.label.en}>`);
    const example = /ledger (call add .*--received-on .*)$/m.exec(help.stdout)?.[1] ?? '';
    expect(await box.run(example.split(' '), {}, WITH_CALLS)).toMatchObject({ code: 0 });
    expect((await box.run([], {}, WITH_CALLS)).stdout).toMatch(
      /\n {2}call +calls +add list show edit remove restore\n/,
    );
  });

  test('is consolidated, and may be used in templates', async () => {
    const box = await ownWorkspace();
    await box.run(['call', 'add', ...CALL], {}, WITH_CALLS);
    const ran = await box.run(['consolidate', '--quarter', '2024Q3', '--json'], {}, WITH_CALLS);
    expect(ran.json()).toMatchObject({ totals: { visit: 3, call: 1 } });
    const fields = await box.run(['template', 'fields', '汇总台账', '--lang', 'zh'], {}, WITH_CALLS);
    expect(fields.stdout).toMatch(/\n\{来电\.接听日期\} +received on、receivedOn\n/u);
  });

  test('fills an official form without marks, known by its heads', async () => {
    const box = await ownWorkspace();
    await box.run(['call', 'add', ...CALL], {}, WITH_CALLS);
    const heads = ledgerHeads(call).map(({ head }) => head);
    const form = await draw((workbook) => {
      const sheet = workbook.addWorksheet('来电');
      sheet.getCell('A1').value = '来电登记表';
      sheet.getRow(2).values = heads;
      for (let column = 1; column <= heads.length; column += 1)
        sheet.getCell(3, column).border = { top: { style: 'thin' }, bottom: { style: 'thin' } };
      sheet.getCell('A4').value = '合计';
    });
    await box.write('templates/汇总台账.xlsx', form);
    await box.run(['call', 'add', ...CALL.with(1, '2024-09-13')], {}, WITH_CALLS);
    const ran = await box.run(['consolidate', '--quarter', '2024Q3', '--lang', 'zh'], {}, WITH_CALLS);
    expect(ran.stderr).not.toContain('“来电”');
    expect(await rowsOf(box, 'reports/2024Q3/汇总台账.xlsx', '来电')).toEqual([
      ['来电登记表'],
      heads,
      ['1', '2024-09-12', '太平镇', '咨询调解程序', '', '李敏', '联系法官登记', ''],
      ['2', '2024-09-13', '太平镇', '咨询调解程序', '', '李敏', '联系法官登记', ''],
      ['合计'],
    ]);
  });

  test('has its blank form, with every field that it has', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['form', '来电', '--lang', 'zh'], {}, WITH_CALLS);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const [title, guidance, heads, ...rows] = await rowsOf(box, '填报表.xlsx', '来电台账');
    expect(title?.[0]).toBe('新兴县人民法院“法官进综治中心”来电台账');
    expect(guidance?.[0]).toMatch(/^填写说明：/u);
    expect(heads?.map((head) => head.replaceAll('\n', ''))).toEqual([
      ...['序号', '*接听日期', '*镇', '*来电内容', '答复日期', '联系法官', '登记来源', '告知部门', '备注'],
      ...['村（社区）', '*方式', '来电人', '办理时限', '编号'],
    ]);
    expect(rows).toHaveLength(200);
  });

  test('is exported, with every field that it has', async () => {
    const box = await ownWorkspace();
    await box.run(['call', 'add', ...CALL], {}, WITH_CALLS);
    const ran = await box.run(['export', '--kind', '来电'], {}, WITH_CALLS);
    expect(ran.stdout).toBe(
      [
        '\uFEFF编号,序号,接听日期,镇,来电内容,答复日期,联系法官,登记来源,告知部门,备注,村（社区）,方式,来电人,办理时限',
        'call-240912-0001,1,2024-09-12,太平镇,咨询调解程序,,李敏,,,,,手机,镇综治中心,2024-09-30',
        '',
      ].join('\r\n'),
    );
  });

  test('is unknown to a program without it: named, and nothing is lost', async () => {
    const box = await ownWorkspace();
    await box.run(['call', 'add', ...CALL], {}, WITH_CALLS);
    const before = await box.read(LEDGER);
    const ran = await box.run(['visit', 'list', '--lang', 'zh']);
    expect(ran.code).toBe(3);
    expect(ran.stderr).toMatch(/ call-240912-0001：不认识的台账种类“call”。\n$/u);
    expect(await box.read(LEDGER)).toBe(before);
  });
});

describe.each(WITH_CALLS.map((kind) => [kind.id, kind] as const))('the fields of %s', (_id, kind) => {
  test.each(kind.fields.map((field) => [field.key, field] as const))(
    '%s bears no name that is taken',
    (key, field) => {
      const globals = GLOBAL_OPTIONS.map(({ name }) => name);
      expect(globals).not.toContain(flagOf(field));
      expect(globals).not.toContain(`no-${flagOf(field)}`);
      expect(ENTRY_KEYS).not.toContain(key);
      expect(['id', 'on']).not.toContain(flagOf(field));
      expect(kind.fields.filter((other) => flagOf(other) === flagOf(field))).toEqual([field]);
    },
  );
});
