import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { sandbox, type Sandbox } from '../support/sandbox.ts';
import { retype, rowsOf } from './sheets.ts';
import { draw } from '../workbook/templates.ts';
import { expectRefused, inside } from './workspaces.ts';

const OWN = 'templates/汇总台账.xlsx';
const OTHERS = [
  '季度汇总表.xlsx',
  '年度汇总台账.xlsx',
  '年度汇总表.xlsx',
  '法官台账.xlsx',
  '法官报表.xlsx',
  '报送单.xlsx',
  '报送回执.xlsx',
  '考核参考数据.xlsx',
  '情况通报.docx',
];
const ALL = ['汇总台账.xlsx', ...OTHERS];

/** What the marks of a ledger's list begin with. */
function listName(ledger: string): string {
  return ledger.replace(/台账$/u, '');
}

/** The sample with the office's own copy of the ledgers' template, in which one mark is misspelt. */
async function withMisspeltMark(): Promise<Sandbox> {
  const box = await sandbox('sample');
  await box.run(['template', 'export']);
  await retype(box, OWN, '{走访座谈.日期}', '{走访座谈.日其}');
  return box;
}

describe('template list', () => {
  test('which workbooks there are, and whose template serves each', async () => {
    const box = await sandbox('sample');
    await box.run(['template', 'export', '汇总台账']);
    const ran = await box.run(['template', 'list', '--lang', 'zh']);
    expect(ran).toMatchObject({
      code: 0,
      stderr: '',
      stdout: [
        '表样               来源    用途',
        '-----------------  ------  ----------------------------------------',
        '汇总台账.xlsx      本单位  季度汇总的各类台账',
        '季度汇总表.xlsx    内置    季度汇总表：按镇、按纠纷类型、达标核对等',
        '年度汇总台账.xlsx  内置    年度汇总的各类台账',
        '年度汇总表.xlsx    内置    年度汇总表：按镇、按纠纷类型、达标核对等',
        '法官台账.xlsx      内置    联系法官本人的台账，签名报送',
        '法官报表.xlsx      内置    联系法官本人的报表，签名报送',
        '报送单.xlsx        内置    报送单，打印签名后随报送件交立案庭',
        '报送回执.xlsx      内置    报送回执，签收后交联系法官',
        '考核参考数据.xlsx  内置    考核参考数据，只列事实',
        '情况通报.docx      内置    情况通报（Word）',
        '',
      ].join('\n'),
    });
    const json = await box.run(['template', 'list', '--json']);
    expect(json.json()).toEqual({
      schemaVersion: 1,
      templates: [
        { name: '汇总台账.xlsx', from: 'workspace', file: OWN },
        ...OTHERS.map((name) => ({ name, from: 'built-in', file: `templates/${name}` })),
      ],
    });
  });

  test('needs no workspace', async () => {
    const ran = await (await sandbox()).run(['template', 'list']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('built in');
  });
});

describe('template fields', () => {
  test('every name that a template may use, with its other names', async () => {
    const ran = await (await sandbox()).run(['template', 'fields', '汇总台账', '--lang', 'zh']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^汇总台账\.xlsx：单个值\n\n占位名 +也可写作\n/u);
    expect(ran.stdout).toMatch(/\n\{走访座谈\.报告联系领导日期\} +reported on、reportedOn\n/u);
    for (const { ledger, id } of KINDS) {
      const line = ran.stdout
        .split('\n')
        .find((one) => one.startsWith(`清单“${listName(ledger.zh)}”（写在明细行里），清单名也可写作`));
      expect(line).toContain(ledger.zh);
      expect(line).toContain(id);
    }
    expect(ran.stdout).not.toContain('季度汇总表');
  });

  test('as JSON', async () => {
    const ran = await (await sandbox()).run(['template', 'fields', '--json']);
    expect(inside(ran.json(), 'templates', 1, 'name')).toBe('季度汇总表.xlsx');
    expect(inside(ran.json(), 'templates', 0, 'singles', 0)).toEqual(['法院', 'court']);
    expect(inside(ran.json(), 'templates', 0, 'lists', 0, 'columns', 1)).toEqual(['日期', 'date']);
  });

  test('every value, list and field has names of its own in Chinese and in English', async () => {
    const { TEMPLATES } = await import('../../src/cli/templates.ts');
    const { withOwnNames } = await import('../../src/marks/vocabulary.ts');
    for (const workbook of TEMPLATES) {
      const { name } = workbook;
      const lists = workbook.lists(KINDS);
      const all = [
        ...withOwnNames(workbook.singles(KINDS)),
        ...withOwnNames(lists),
        ...lists.flatMap(({ columns }) => withOwnNames(columns)),
      ];
      // One sheet and no document beside it has fewer.
      const least = { '考核参考数据.xlsx': 35, '报送单.xlsx': 28, '报送回执.xlsx': 28 }[name] ?? 60;
      expect(all.length).toBeGreaterThanOrEqual(least);
      for (const { names } of all) {
        expect(
          names.filter((one) => /\p{Script=Han}/u.test(one)),
          name,
        ).not.toEqual([]);
        expect(
          names.filter((one) => /^[\w.]+$/.test(one)),
          `${name} ${String(names[0])}`,
        ).not.toEqual([]);
      }
    }
  });

  test('a name that two fields share is told of the one that it means', async () => {
    const ran = await (await sandbox()).run(['template', 'fields', '汇总台账', '--lang', 'zh']);
    expect(ran.stdout).toMatch(/\n\{联系事项转达\.转达部门（单位）\} +passed on to、department\n/u);
    expect(ran.stdout).toMatch(/\n\{联系事项转达\.告知部门\} +sourceDepartment\n/u);
  });

  test('an unknown template is refused', async () => {
    await expectRefused(await sandbox(), ['template', 'fields', '汇总表'], {
      code: 2,
      en: `There is no template “汇总表”. The choices are: ${ALL.join(', ')}.`,
      zh: `没有名为“汇总表”的表样。可选：${ALL.join('、')}。`,
    });
  });
});

describe('template export', () => {
  test('copies the built-in templates into the workspace', async () => {
    const box = await sandbox('sample');
    const before = await box.files();
    const ran = await box.run(['template', 'export']);
    expect(ran).toMatchObject({
      code: 0,
      stderr: '',
      stdout: `Exported: ${ALL.map((name) => `templates/${name}`).join(', ')}. Change them and keep them in the workspace’s templates folder; the next consolidation uses them.\n`,
    });
    const made = Object.keys(await box.files()).filter((file) => !(file in before));
    expect(made.sort()).toEqual(['reports/.made.json', ...ALL.map((name) => `templates/${name}`)].sort());
  });

  test('into another folder, one of them, in Chinese, as JSON', async () => {
    const box = await sandbox('sample');
    const ran = await box.run(['template', 'export', '汇总台账', '-o', 'forms', '--lang', 'zh']);
    expect(ran.stdout).toBe(
      '已导出：forms/汇总台账.xlsx。改好后放在工作文件夹的 templates 里，下次汇总就用它。\n',
    );
    const json = await box.run(['template', 'export', '季度汇总表', '-o', 'forms', '--json']);
    expect(json.json()).toEqual({ schemaVersion: 1, files: ['forms/季度汇总表.xlsx'] });
  });

  test('a template that a clerk changed is not replaced, unless forced', async () => {
    const box = await sandbox('sample');
    await box.run(['template', 'export']);
    await retype(box, OWN, '合计', '总计');
    await expectRefused(box, ['template', 'export'], {
      code: 5,
      en: `${OWN}: Somebody has changed this file since it was made; it was not overwritten. Please save the changed file under another name first; to overwrite it all the same, add --force.`,
      zh: `${OWN}：这个文件在生成之后被人改过，没有覆盖。请先另存改过的文件；确实要覆盖的，加 --force。`,
    });
    expect(await box.run(['template', 'export', '--force'])).toMatchObject({ code: 0 });
    expect((await rowsOf(box, OWN, '走访座谈台账')).flat()).toContain('合计');
  });

  test('a rehearsal copies nothing', async () => {
    const box = await sandbox('sample');
    const before = await box.files();
    const ran = await box.run(['template', 'export', '--dry-run']);
    expect(ran.stdout).toMatch(/^Rehearsal, nothing written\. A real run says: Exported: /);
    expect(await box.files()).toEqual(before);
    expect(await readdir(box.home)).not.toContain('templates');
  });
});

describe('a misspelt mark', () => {
  const words = {
    en: `${OWN} sheet “走访座谈台账” B5: There is no mark {走访座谈.日其}. Did you mean {走访座谈.日期}?`,
    zh: `${OWN} 工作表“走访座谈台账”B5：不认识的占位名 {走访座谈.日其}。是不是 {走访座谈.日期}？`,
  };

  test('is found by template check', async () => {
    const box = await withMisspeltMark();
    const ran = await box.run(['template', 'check']);
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(ran.stdout.startsWith(`error: ${words.en}\n`)).toBe(true);
    const byFile = await box.run(['template', 'check', OWN, '--json', '--lang', 'zh']);
    expect(byFile.code).toBe(1);
    expect(inside(byFile.json(), 'findings', 0)).toEqual({
      code: 'mark-unknown',
      severity: 'error',
      message: '不认识的占位名 {走访座谈.日其}。是不是 {走访座谈.日期}？',
      file: OWN,
      sheet: '走访座谈台账',
      cell: 'B5',
    });
  });

  test('stops the consolidation, and nothing is written', async () => {
    const box = await withMisspeltMark();
    await expectRefused(box, ['consolidate', '--quarter', '2024Q3'], { code: 3, en: words.en, zh: words.zh });
    expect(await readdir(join(box.home, 'reports'))).toEqual(['.made.json']);
  });
});

describe('a template of the office', () => {
  test('wins over the built-in one', async () => {
    const box = await sandbox('sample');
    await box.run(['template', 'export']);
    await retype(box, OWN, '合计', '总计');
    expect(await box.run(['consolidate', '--quarter', '2024Q3'])).toMatchObject({ code: 0 });
    const rows = await rowsOf(box, 'reports/2024Q3/汇总台账.xlsx', '走访座谈台账');
    expect(rows.flat()).toContain('总计');
    expect(rows.flat()).not.toContain('合计');
  });

  test('that is no workbook is refused', async () => {
    const box = await sandbox('sample');
    await box.write(OWN, 'not a workbook');
    await expectRefused(box, ['consolidate', '--quarter', '2024Q3'], {
      code: 3,
      en: `${OWN}: This is a text file that is only named like a workbook. If it is a CSV, please name it .csv again; if not, choose an .xlsx.`,
      zh: `${OWN}：这是文本文件，只是名字像工作簿。是 CSV 的，请把扩展名改回 .csv；不是的，请选 .xlsx 文件。`,
    });
  });

  test('without the marks of a list is used, with a warning', async () => {
    const box = await sandbox('sample');
    const template = await draw((workbook) => {
      workbook.addWorksheet('封面').getCell('A1').value = '{法院}';
    });
    await box.write(OWN, template);
    const ran = await box.run(['consolidate', '--quarter', '2024Q3', '--lang', 'zh']);
    expect(ran).toMatchObject({
      code: 0,
      stderr: KINDS.map(
        ({ ledger }) =>
          `提醒：${OWN}：表样里没有“${listName(ledger.zh)}”的占位名，这部分没有填入。需要的，请对照 ledger template fields 补上。\n`,
      ).join(''),
    });
    expect(await rowsOf(box, 'reports/2024Q3/汇总台账.xlsx', '封面')).toEqual([['新兴县人民法院']]);
  });
});

describe('fonts that an office computer may lack', () => {
  const font = (name: string, cell: string, shown: string) =>
    `提醒：${OWN} 工作表“走访座谈台账”${cell}：字体“${name}”有的办公电脑没有，没有的会显示为${shown}，打印的样子和行数可能不同。`;

  test('are named once each, whatever uses them, and only in the office’s own templates', async () => {
    const box = await sandbox('sample');
    await box.run(['template', 'export', '汇总台账']);
    const ran = await box.run(['template', 'check', '--lang', 'zh']);
    expect(ran.code).toBe(0);
    const lines = ran.stdout.trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain(font('方正小标宋简体', 'A2', '宋体'));
    expect(lines[0]).toContain('或在表样里改用相近的“华文中宋”');
    expect(lines[1]).toContain(font('仿宋_GB2312', 'A3', '宋体'));
    expect(lines[1]).toContain('或在表样里改用相近的“仿宋”');
    const all = await box.run(['template', 'export', '-o', 'templates']);
    expect(all.code).toBe(0);
    expect((await box.run(['template', 'check', '--lang', 'zh'])).stdout).toBe(ran.stdout);
  });
});

test('the built-in templates are sound', async () => {
  const box = await sandbox('sample');
  expect(await box.run(['template', 'check', '--strict'])).toMatchObject({ code: 0, stdout: '', stderr: '' });
});
