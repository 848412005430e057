import type { DataValidation } from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../src/domain/kinds/kind.ts';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import type { OfferedTown } from '../../../src/workbook/blank/facts.ts';
import { listsOf } from '../../../src/workbook/blank/lists.ts';
import { withField } from '../../support/builders.ts';
import { partText, read } from '../templates.ts';
import { facts, formBytes, validationUnder } from './forms.ts';

const bytes = await formBytes();
const workbook = await read(bytes);

function under(ledger: string, head: string): DataValidation {
  const sheet = workbook.getWorksheet(`${ledger}台账`);
  if (!sheet) throw new RangeError(ledger);
  return validationUnder(sheet, head);
}

/** What a drop-down whose list is a range of the hidden sheet offers. */
function offered(validation: DataValidation): readonly string[] {
  const formula = String(validation.formulae[0]);
  const match = /^'选项'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/u.exec(formula);
  if (!match) throw new Error(`no range: ${formula}`);
  const [, letter = '', first, last] = match;
  const lists = workbook.getWorksheet('选项');
  return Array.from(
    { length: Number(last) - Number(first) + 1 },
    (_, at) => lists?.getCell(`${letter}${String(Number(first) + at)}`).text ?? '',
  );
}

describe('a column offers', () => {
  test.each([
    ['走访座谈', '挂点镇', ['太平镇', '大江镇']],
    ['走访座谈', '方式', ['走访', '座谈', '其他']],
    ['走访座谈', '联系法官', ['李敏', '叶青']],
    ['巡回审判', '是否就地调解', ['是', '否']],
    ['两代表一委员联络', '身份', ['党代表', '人大代表', '政协委员']],
  ])('%s %s: %j', (ledger, head, expected) => {
    expect(offered(under(ledger, head))).toEqual(expected);
  });

  test('the types of disputes, the names of the rules after the official ones', () => {
    const types = offered(under('矛盾纠纷排查化解', '纠纷类型'));
    expect(types.slice(0, 2)).toEqual(['婚姻家庭', '邻里']);
    expect(types.slice(-3)).toEqual(['相邻纠纷', '民间借贷', '人身损害赔偿']);
  });
});

describe('a column refuses', () => {
  test('a town that is not on the roster, and a choice that is none', () => {
    for (const head of ['挂点镇', '方式', '登记来源']) {
      const validation = under('走访座谈', head);
      expect(validation, head).toMatchObject({ type: 'list', showErrorMessage: true });
      expect(validation.errorStyle ?? 'stop', head).toBe('stop');
    }
  });

  test('a day before 2000 or, of what has happened, after today', async () => {
    const sheet = await partText(bytes, 'xl/worksheets/sheet2.xml');
    const days = [
      ...sheet.matchAll(
        /type="date"[^>]* promptTitle="([^"]+)"[^>]*><formula1>(.*?)<\/formula1><formula2>(.*?)<\/formula2>/gu,
      ),
    ].map(([, ...parts]) => parts);
    expect(days).toEqual([
      ['接收日期', '36526', 'TODAY()'],
      ['转达日期', '36526', 'TODAY()'],
      ['报告联系领导日期', '36526', 'TODAY()'],
      ['办理时限', '36526', '73050'],
      ['反馈日期', '36526', 'TODAY()'],
    ]);
    expect(new Date(Date.UTC(1899, 11, 30 + 36_526)).toISOString()).toMatch(/^2000-01-01/);
    expect(new Date(Date.UTC(1899, 11, 30 + 73_050)).toISOString()).toMatch(/^2099-12-31/);
  });

  test('a count that is no whole number from 0 to what the ledger takes, and an amount below 0', () => {
    expect(under('巡回审判', '旁听人次')).toMatchObject({
      type: 'whole',
      formulae: [0, 9_999_999],
      errorTitle: '数字不对',
    });
    expect(under('委派（委托）调解', '诉前鉴定等不计入天数')).toMatchObject({ formulae: [0, 3650] });
    expect(under('委派（委托）调解', '标的额（元）')).toMatchObject({
      type: 'decimal',
      formulae: [0, 999_999_999_999.99],
      errorTitle: '金额不对',
    });
  });

  test('not several choices in one cell, and a village that is not listed only after asking', () => {
    expect(under('两代表一委员联络', '身份').showErrorMessage).toBeUndefined();
    expect(under('走访座谈', '村（社区）')).toMatchObject({ errorStyle: 'warning', showErrorMessage: true });
  });
});

describe('a chosen cell says', () => {
  test.each([
    ['走访座谈', '日期', '必填。写成 2024-07-03，不晚于今天。'],
    ['走访座谈', '村（社区）', '先选镇，再从下拉列表中选；没有的可以直接填。只到镇里的，留空。'],
    ['走访座谈', '告知部门', '“登记来源”为“部门告知”的，才填。如：民事审判庭。'],
    ['两代表一委员联络', '身份', '必填。可填一项或几项，几项的用顿号隔开，如“人大代表、政协委员”。'],
    [
      '两代表一委员联络',
      '办理类别',
      '“提出渠道”为“人大代表建议”或“政协提案”，且“答复日期”已填的，才填。从下拉列表中选一项。',
    ],
    ['两代表一委员联络', '提出渠道', '“对法院工作的意见建议”不是“无”的，才填。从下拉列表中选一项。'],
    ['指导人民调解', '申请日期', '“指导来源”为“综治中心申请”的，必填。写成 2024-07-03，不晚于今天。'],
  ])('%s %s: %s', (ledger, head, expected) => {
    expect(under(ledger, head).prompt).toBe(expected);
  });
});

test('what is too long for a box of a spreadsheet program is cut, not written: it would call the workbook damaged', async () => {
  const kind = withField(kindOf(KINDS, 'visit'), 'met', {
    label: { zh: `${'长'.repeat(30)}𠮷𠮷`, en: 'long' },
    hint: { zh: '<说明>'.repeat(100), en: 'long' },
  });
  const sheet = (await read(await formBytes({ kinds: [kind] }))).getWorksheet('走访座谈台账');
  if (!sheet) throw new RangeError('the sheet was to be there');
  const { promptTitle, prompt } = validationUnder(sheet, `${'长'.repeat(30)}𠮷𠮷`);
  expect(promptTitle).toBe(`${'长'.repeat(30)}…`);
  expect(prompt).toHaveLength(255);
  expect(prompt).toMatch(/^如：村党支部书记、网格员。<说明><说明>.*…$/u);
});

/** Names as no roster should hold them, but one might: signs that formulas, patterns and names of ranges mean something by. */
const names = fc.oneof(fc.stringMatching(/^[*?~<>="'!$&（）()\s镇村A1]{1,6}$/u), fc.string({ minLength: 1 }));
const townships = fc.uniqueArray(fc.record({ name: names, villages: fc.array(names, { maxLength: 5 }) }), {
  selector: ({ name }) => name,
  minLength: 1,
  maxLength: 8,
});

describe('the villages of the town in the same row', () => {
  test('are found by a formula that compares names and looks nothing up by pattern', () => {
    const validation = under('走访座谈', '村（社区）');
    expect(validation).toMatchObject({
      type: 'list',
      formulae: [
        `OFFSET('选项'!$D$1,SUMPRODUCT(('选项'!$A$2:$A$3=$C4)*'选项'!$B$2:$B$3),0,MAX(1,SUMPRODUCT(('选项'!$A$2:$A$3=$C4)*'选项'!$C$2:$C$3)),1)`,
      ],
    });
  });

  test('are what stands from its first village on, whatever it is called; of no other town', () => {
    fc.assert(
      fc.property(townships, (towns: readonly OfferedTown[]) => {
        const [listed, first, count, villages] = listsOf(facts({ towns })).columns;
        towns.forEach((town, at) => {
          expect(listed?.cells[at]).toBe(town.name);
          const from = Number(first?.cells[at]);
          const found = ['', ...(villages?.cells ?? [])].slice(from, from + Number(count?.cells[at]));
          expect(found).toEqual(town.villages);
        });
      }),
    );
  });

  test('are none for a town without villages: the list is one empty cell', () => {
    const { columns } = listsOf(facts({ towns: [{ name: '甲镇', villages: [] }] }));
    expect(columns.slice(1, 4).map(({ head, cells }) => [head, ...cells])).toEqual([
      ['起', 0],
      ['个数', 0],
      [''],
    ]);
  });
});
