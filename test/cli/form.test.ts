import ExcelJS from 'exceljs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { sandbox, type Sandbox } from '../support/sandbox.ts';
import { headsOf } from '../workbook/blank/forms.ts';
import { expectRefused, inside, LEDGER, ownWorkspace, sampleFile } from './workspaces.ts';

const USUAL = '填报表.xlsx';
const DIGEST: unknown = expect.stringMatching(/^[0-9a-f]{64}$/);

async function opened(box: Sandbox, file = USUAL): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(box.home, file));
  return workbook;
}

/** The first column of the lists that the drop-downs read: the towns. */
async function towns(box: Sandbox): Promise<readonly string[]> {
  const lists = (await opened(box)).getWorksheet('选项');
  const cells = lists?.getColumn(1).values ?? [];
  return cells.slice(2).filter((value) => typeof value === 'string');
}

describe('form', () => {
  test('in English: all ten ledgers, into the usual file of the current folder', async () => {
    const box = await ownWorkspace();
    expect(await box.run(['form'])).toMatchObject({
      code: 0,
      stdout:
        'Blank forms made: 填报表.xlsx (10 sheets). Fill them in with Excel or WPS; what bears a * is required.\n',
      stderr: '',
    });
    expect((await opened(box)).worksheets.map(({ name }) => name)).toEqual([
      ...KINDS.map(({ ledger }) => ledger.zh),
      '选项',
    ]);
  });

  test('in Chinese: the ledgers that were named, by any of their names, in the official order', async () => {
    const box = await ownWorkspace();
    const named = ['form', '矛盾纠纷', 'Visit', '巡回审判台账', 'dispute', '两代表一委员联络'];
    const ran = await box.run([...named, '-o', '表/我的表.xlsx', '--lang', 'zh']);
    expect(ran).toMatchObject({
      code: 0,
      stdout: '已生成空白填报表：表/我的表.xlsx（4张表）。用 Excel 或 WPS 打开填写，带 * 的必填。\n',
      stderr: '',
    });
    expect((await opened(box, '表/我的表.xlsx')).worksheets.map(({ name }) => name)).toEqual([
      ...['走访座谈台账', '矛盾纠纷排查化解台账', '巡回审判台账', '两代表一委员联络台账', '选项'],
    ]);
  });

  test('into a folder that is there, under the usual name', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['form', 'visit', '-o', 'ledgers/..', '--json']);
    expect(ran.json()).toMatchObject({ workbooks: [{ path: USUAL }] });
  });

  test('as JSON, the same bytes at any hour', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['form', 'visit', '--json']);
    expect(ran.json()).toEqual({
      schemaVersion: 1,
      kinds: ['visit'],
      workbooks: [{ path: USUAL, digest: DIGEST }],
    });
    const before = await box.files();
    const later = await box.run(['form', 'visit', '--json'], { now: '2024-09-18T11:00:00Z' });
    expect(later.json()).toEqual(ran.json());
    expect(await box.files()).toEqual(before);
  });

  test('a rehearsal makes nothing', async () => {
    const box = await ownWorkspace();
    const before = await box.files();
    expect((await box.run(['form', '--dry-run'])).stdout).toMatch(
      /^Rehearsal, nothing written\. A real run says: Blank /,
    );
    expect(await box.files()).toEqual(before);
  });

  test('a ledger that there is not is refused', async () => {
    const known = KINDS.map(({ id, name }) => `${name.en} (${id})`).join(', ');
    const labels = KINDS.map(({ id, name }) => `${name.zh}（${id}）`).join('、');
    await expectRefused(await ownWorkspace(), ['form', 'visit', 'vist'], {
      code: 2,
      en: `“vist” is not one of the choices. The choices are: ${known}. Did you mean “visit”?`,
      zh: `没有“vist”这个选项。可选：${labels}。是不是“visit”？`,
    });
  });

  test('what somebody filled in is not replaced, unless forced; nor what is not ours', async () => {
    const box = await ownWorkspace();
    await box.run(['form', 'visit']);
    const workbook = await opened(box);
    const sheet = workbook.getWorksheet('走访座谈台账');
    if (sheet) sheet.getCell('H4').value = '填好的';
    await workbook.xlsx.writeFile(join(box.home, USUAL));
    await expectRefused(box, ['form', 'visit'], {
      code: 5,
      en: `${USUAL}: Somebody has changed this file since it was made; it was not overwritten. Please save the changed file under another name first; to overwrite it all the same, add --force.`,
      zh: `${USUAL}：这个文件在生成之后被人改过，没有覆盖。请先另存改过的文件；确实要覆盖的，加 --force。`,
    });
    await box.write('别人的.xlsx', 'x');
    expect((await box.run(['form', '-o', '别人的.xlsx'])).code).toBe(5);
    expect(await box.read('别人的.xlsx')).toBe('x');
    expect(await box.run(['form', 'visit', '-f'])).toMatchObject({ code: 0 });
    expect((await opened(box)).getWorksheet('走访座谈台账')?.getCell('H4').value).toBeNull();
  });

  test('no ledger of the workspace is ever written over', async () => {
    const box = await ownWorkspace();
    const before = await box.read(LEDGER);
    expect((await box.run(['form', '-f', '-o', LEDGER])).code).toBe(2);
    expect(await box.read(LEDGER)).toBe(before);
  });
});

describe('the towns of a form', () => {
  test('are all of the roster, those of the only ledger’s judge first', async () => {
    const box = await ownWorkspace();
    await box.run(['form']);
    const offered = await towns(box);
    expect(offered).toHaveLength(12);
    expect(offered.slice(0, 2)).toEqual(['太平镇', '新城镇']);
    expect((await opened(box)).getWorksheet('选项')?.getColumn(5).values.slice(1)).toEqual([
      '联系法官',
      '李敏',
    ]);
  });

  test('or those of the judge that is named', async () => {
    const box = await sandbox('sample');
    await box.run(['form', '--judge', '叶青']);
    expect((await towns(box)).slice(0, 3)).toEqual(['里洞镇', '大江镇', '新城镇']);
  });

  test('in the office in the roster’s order, with all liaison judges', async () => {
    const box = await sandbox('sample');
    await box.run(['form']);
    expect((await towns(box)).slice(0, 2)).toEqual(['新城镇', '车岗镇']);
    const judges = (await opened(box)).getWorksheet('选项')?.getColumn(5).values ?? [];
    expect(judges).toHaveLength(2 + new Set(judges.slice(2)).size);
    expect(judges).toContain('苏婷');
  });

  test('with the villages of today', async () => {
    const roster: unknown = JSON.parse(await sampleFile('roster.json'));
    const box = await sandbox({
      'roster.json': JSON.stringify({
        ...Object(roster),
        towns: [{ name: '太平镇', villages: ['马山社区', { name: '旧村', to: '2024-06-30' }] }],
        leaders: [],
        judges: [],
      }),
    });
    await box.run(['form', 'visit']);
    const villages = (await opened(box)).getWorksheet('选项')?.getColumn(4).values ?? [];
    expect(villages.filter((value) => value !== undefined)).toEqual(['马山社区']);
  });
});

test('the heads of a filled-in form are those that FORMAT.md tells', async () => {
  const box = await ownWorkspace();
  await box.run(['form', 'service']);
  const sheet = (await opened(box)).getWorksheet('指引网上立案及其他工作台账');
  expect(sheet && headsOf(sheet)).toEqual([
    ...[
      '序号',
      '*日期',
      '*镇',
      '村（社区）',
      '*事项类别',
      '服务对象',
      '*事项内容',
      '情形',
      '立案情况',
      '案号',
    ],
    ...['办理情况', '联系法官', '登记来源', '告知部门', '备注', '通过综治中心联系', '编号'],
  ]);
});

describe('the ledgers of a form', () => {
  test.each([
    ['走访', ['visit']],
    ['走访台账', ['visit']],
    ['走访台帐', ['visit']],
    ['普法', ['outreach']],
    ['矛盾', ['dispute']],
    ['诉前调解', ['mediation']],
    ['VISIT', ['visit']],
  ])('may be called %s', async (name, kinds) => {
    const box = await ownWorkspace();
    const ran = await box.run(['form', name, '-o', '表.xlsx', '--dry-run', '--json']);
    expect(ran.json()).toMatchObject({ kinds });
  });

  test('that nobody has, or several could be, are told all at once', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['form', '走访', '天气', '指', '指导调解', '委', '网上冲浪', '--json']);
    expect(ran.code).toBe(2);
    const others = inside(JSON.parse(ran.stderr), 'error', 'others');
    expect(Array.isArray(others) && others.map((one) => inside(one, 'code'))).toEqual(
      Array(3).fill('choice-invalid'),
    );
  });
});
