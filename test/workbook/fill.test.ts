import type ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { Refusal, type Finding } from '../../src/domain/problem.ts';
import { fillTemplate } from '../../src/workbook/fill.ts';
import type { CellValue, TemplateData } from '../../src/marks/template-data.ts';
import {
  dataOf,
  day,
  draw,
  edit,
  ledger,
  partText,
  read,
  readSheet,
  someVisits,
  visits,
} from './templates.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';

async function refused(template: Uint8Array, data: TemplateData): Promise<readonly Finding[]> {
  try {
    await fillTemplate(template, data);
  } catch (cause) {
    if (cause instanceof Refusal) return cause.findings;
    throw cause;
  }
  return [];
}

/** A template of one sheet with this in its cells. */
function sheetOf(cells: Readonly<Record<string, CellValue>>): Promise<Uint8Array> {
  return draw((workbook) => {
    const sheet = workbook.addWorksheet('走访座谈');
    for (const [name, value] of Object.entries(cells)) {
      sheet.getCell(name).value = typeof value === 'object' ? null : value;
    }
  });
}

describe('a ledger', () => {
  const template = draw((workbook) => {
    ledger(workbook.addWorksheet('走访座谈'));
  });

  test.each([1, 2, 12])('takes %i rows and keeps what stands below', async (count) => {
    const { bytes, filled, findings } = await fillTemplate(await template, dataOf(someVisits(count)));
    const sheet = await readSheet(bytes);
    expect(sheet.getCell('A1').value).toBe('台账 2024年第三季度');
    for (let row = 3; row < 3 + count; row += 1) {
      expect(sheet.getCell(`A${String(row)}`).value).toBe(row - 2);
      expect(sheet.getCell(`B${String(row)}`).value).toEqual(new Date(Date.UTC(2024, 6, row - 2)));
      expect(sheet.getCell(`C${String(row)}`).value).toBe(`村${String(row - 2)}`);
      expect(sheet.getCell(`D${String(row)}`).value).toBe(row - 2);
      expect(sheet.getCell(`E${String(row)}`).value).toBeNull();
    }
    expect(sheet.getCell(`A${String(3 + count)}`).value).toBe('合计');
    expect(sheet.getCell(`D${String(3 + count)}`).formula).toBe(`SUM(D3:D${String(2 + count)})`);
    expect(sheet.getCell(`A${String(4 + count)}`).value).toBe('填报人：');
    expect(filled).toEqual(['走访座谈']);
    expect(findings).toEqual([]);
  });

  test('says 无 where there are no rows, in the first cell for text', async () => {
    const { bytes } = await fillTemplate(await template, dataOf(visits([])));
    const sheet = await readSheet(bytes);
    expect(['A3', 'B3', 'C3', 'D3', 'E3'].map((name) => sheet.getCell(name).value)).toEqual([
      null,
      '无',
      null,
      null,
      null,
    ]);
    expect(sheet.getCell('A4').value).toBe('合计');
    expect(sheet.getCell('D4').formula).toBe('SUM(D3:D3)');
  });

  test('stays empty where a formula of another sheet looks at that cell', async () => {
    const looking = await draw((workbook) => {
      ledger(workbook.addWorksheet('走访座谈'));
      workbook.addWorksheet('汇总').getCell('A1').value = { formula: "COUNTA('走访座谈'!B3:B3)", result: 0 };
    });
    const sheet = await readSheet((await fillTemplate(looking, dataOf(visits([])))).bytes);
    expect(sheet.getCell('B3').value).toBeNull();
  });

  test('recalculates on opening and keeps no result of the template', async () => {
    const { bytes } = await fillTemplate(await template, dataOf(someVisits(2)));
    expect(await partText(bytes, 'xl/workbook.xml')).toMatch(/<calcPr[^>]*fullCalcOnLoad="1"/);
    expect(await partText(bytes)).toMatch(/<f>SUM\(D3:D4\)<\/f><\/c>/);
  });

  test('an optional list that has no mark is left out without a word', async () => {
    const other = { ...someVisits(1), names: ['上季度', 'before'], optional: true } as const;
    expect((await fillTemplate(await template, dataOf(someVisits(1), other))).findings).toEqual([]);
  });

  test('says which lists have no mark', async () => {
    const other = { ...someVisits(1), names: ['法治宣传', 'publicity'] };
    const { findings, filled } = await fillTemplate(await template, dataOf(someVisits(1), other));
    expect(findings).toEqual([
      { severity: 'warning', problem: { code: 'list-without-mark', list: '法治宣传' }, where: {} },
    ]);
    expect(filled).toEqual(['走访座谈']);
  });
});

describe('marks', () => {
  test.each([
    ['{季度}', '2024年第三季度'],
    ['｛季度｝', '2024年第三季度'],
    ['{ 季\u00a0度 }', '2024年第三季度'],
    ['{QUARTER}', '2024年第三季度'],
    ['{合计。走访座谈}', 12],
    ['共{合计．走访座谈}次', '共12次'],
    ['截至{截至日}', '截至2024-09-18'],
    ['{{季度} {季度}', '{季度} 2024年第三季度'],
    ['{季度', '{季度'],
    ['{}', '{}'],
  ])('%s reads %s', async (mark, value) => {
    const sheet = await readSheet((await fillTemplate(await sheetOf({ A1: mark }), dataOf())).bytes);
    expect(sheet.getCell('A1').value).toBe(value);
  });

  test.each([
    '{走访座谈.地点}',
    '{visit.place}',
    '{VISIT.村(社区)}',
    '{.地点}',
    '｛。地　点｝',
    '{走访座谈。地点}',
  ])('%s is a column', async (mark) => {
    const sheet = await readSheet(
      (await fillTemplate(await sheetOf({ A2: mark }), dataOf(someVisits(2)))).bytes,
    );
    expect([sheet.getCell('A2').value, sheet.getCell('A3').value]).toEqual(['村1', '村2']);
  });

  test('stay rich text around, and may lie over several runs', async () => {
    const template = await draw((workbook) => {
      workbook.addWorksheet('走访座谈').getCell('A1').value = {
        richText: [
          { text: '台账', font: { bold: true } },
          { text: '（{季' },
          { text: '度', font: { italic: true } },
          { text: '}）末', font: { name: '仿宋_GB2312' } },
        ],
      };
    });
    const { bytes } = await fillTemplate(template, dataOf());
    const value = (await readSheet(bytes)).getCell('A1').value;
    expect(value).toMatchObject({
      richText: [
        { text: '台账', font: { bold: true } },
        { text: '（2024年第三季度' },
        { text: '）末', font: { name: '仿宋_GB2312' } },
      ],
    });
  });

  test('unknown ones are named all at once, with the nearest name', async () => {
    const template = await sheetOf({
      A1: '{季庋}',
      B2: '{走访座谈.地占}',
      C2: '{.人数数}',
      D9: '{完全不知道的东西}',
    });
    expect(await refused(template, dataOf(someVisits(1)))).toEqual([
      {
        severity: 'error',
        problem: { code: 'mark-unknown', mark: '季庋', nearest: '季度' },
        where: { sheet: '走访座谈', cell: 'A1' },
      },
      {
        severity: 'error',
        problem: { code: 'mark-unknown', mark: '走访座谈.地占', nearest: '走访座谈.地点' },
        where: { sheet: '走访座谈', cell: 'B2' },
      },
      {
        severity: 'error',
        problem: { code: 'mark-unknown', mark: '.人数数', nearest: '.人数' },
        where: { sheet: '走访座谈', cell: 'C2' },
      },
      {
        severity: 'error',
        problem: { code: 'mark-unknown', mark: '完全不知道的东西' },
        where: { sheet: '走访座谈', cell: 'D9' },
      },
    ]);
  });
});

describe('values', () => {
  async function written(value: CellValue): Promise<unknown> {
    const template = await sheetOf({ A1: '{值}' });
    const { bytes } = await fillTemplate(template, {
      singles: [{ names: ['值'], value }],
      lists: [],
      none: '无',
    });
    return (await readSheet(bytes)).getCell('A1').value;
  }

  test.each<[string, CellValue, unknown]>([
    ['a formula is text', '=1+1', '=1+1'],
    ['markup is text', '<a>&"\'</a>', '<a>&"\'</a>'],
    ['blanks at the ends stay', '  村 ', '  村 '],
    ['line breaks stay', '一\n二\r\n三', '一\n二\n三'],
    ['an identity number is text', '445321199001011234', '445321199001011234'],
    ['control characters go', 'a\u0000\u0001\u000bb\ufffe\uffff', 'ab'],
    ['half a pair goes', 'a\ud800b\udc00c😀', 'abc😀'],
    ['a number', 0.1, 0.1],
    ['zero', 0, 0],
    ['a day', day('2024-07-01'), new Date(Date.UTC(2024, 6, 1))],
    ['nothing', null, null],
    ['no text', '', null],
  ])('%s', async (_, value, expected) => {
    expect(await written(value)).toEqual(expected);
  });

  test('what looks like an escape is escaped', async () => {
    const template = await sheetOf({ A1: '{值}' });
    const data = { singles: [{ names: ['值'], value: '_x0041_' }], lists: [], none: '无' };
    expect(await partText((await fillTemplate(template, data)).bytes)).toContain('>_x005F_x0041_<');
  });

  test('text ends at 32,767 units with no pair cut in two', async () => {
    expect(await written(`${'a'.repeat(32_766)}😀`)).toBe('a'.repeat(32_766));
  });

  test('a day takes the format of its cell, or yyyy-mm-dd, and the date system of the workbook', async () => {
    const template = await draw((workbook) => {
      workbook.properties.date1904 = true;
      const sheet = workbook.addWorksheet('走访座谈');
      sheet.getCell('A1').value = '{截至日}';
      sheet.getCell('A1').font = { bold: true };
      sheet.getCell('A2').value = '{截至日}';
      sheet.getCell('A2').numFmt = 'yyyy"年"m"月"d"日"';
      sheet.getCell('A3').value = sheet.getCell('A4').value = '{截至日}';
      sheet.getCell('A3').numFmt = '[$-804]aaaa';
      sheet.getCell('A4').numFmt = 'h:mm';
    });
    const { bytes } = await fillTemplate(template, dataOf());
    const sheet = await readSheet(bytes);
    expect(sheet.getCell('A1').numFmt).toBe('yyyy-mm-dd');
    expect(sheet.getCell('A1').font.bold).toBe(true);
    expect(sheet.getCell('A2').numFmt).toBe('yyyy"年"m"月"d"日"');
    // A weekday is a day's; a time of day would show 0:00.
    expect([sheet.getCell('A3').numFmt, sheet.getCell('A4').numFmt]).toEqual(['[$-804]aaaa', 'yyyy-mm-dd']);
    expect(await partText(bytes)).toContain('<v>44091</v>');
  });
});

describe('rows below and around', () => {
  const template = draw((workbook) => {
    const sheet = workbook.addWorksheet('走访座谈');
    sheet.mergeCells('A1:E1');
    sheet.getCell('A1').value = '台账 {季度}';
    sheet.getRow(2).values = ['镇', '日期', '地点', '', '人数'];
    sheet.getRow(3).values = ['{.序号}', '{.日期}', '{.地点}', '', '{.人数}', '元', 5];
    sheet.getCell('H3').value = { formula: 'E3*G3', result: 0 };
    sheet.mergeCells('C3:D3');
    sheet.getRow(3).height = 40;
    sheet.getCell('C3').border = { top: { style: 'thin' } };
    sheet.getRow(4).values = ['合计'];
    sheet.mergeCells('A4:B4');
    sheet.getRow(4).height = 30;
    sheet.getCell('E4').value = { formula: 'SUM(E3:E3)', result: 0 };
    sheet.getCell('F4').value = { formula: '$E$4/E2', result: 0 };
    sheet.getRow(6).values = ['联系人'];
    sheet.getRow(7).values = ['{联系.姓名}', '{联系.人数}'];
    sheet.getCell('B8').value = { formula: 'SUM(B7:B7)+E4', result: 0 };
    sheet.getColumn(7).hidden = true;
    sheet.views = [{ state: 'frozen', ySplit: 2, xSplit: 0, topLeftCell: 'A3' }];
    sheet.autoFilter = 'A2:E3';
    sheet.pageSetup.printArea = 'A1:H8';
    sheet.pageSetup.printTitlesRow = '1:2';
    sheet.getRow(5).addPageBreak();
    sheet.addConditionalFormatting({
      ref: 'A3:E3',
      rules: [
        {
          type: 'expression',
          priority: 1,
          formulae: ['COUNTIF($B3:$E3,$E$4)>0'],
          style: { font: { bold: true } },
        },
      ],
    });
    sheet.addConditionalFormatting({
      ref: 'A8',
      rules: [{ type: 'expression', priority: 2, formulae: ['A8=$A$4'], style: { font: { bold: true } } }],
    });
    sheet.getCell('F3').dataValidation = { type: 'list', formulae: ['$A$8:$A$9'] };
    sheet.getCell('A8').dataValidation = { type: 'whole', operator: 'between', formulae: ['1', 'E4'] };
    sheet.getCell('A8').value = { text: '网页', hyperlink: 'https://example.org/' };
    workbook.definedNames.add('走访座谈!$E$4', '总数');
    workbook.definedNames.add('走访座谈!$E$3:$E$3', '人数列');
    const other = workbook.addWorksheet('汇总');
    other.getCell('A1').value = { formula: "走访座谈!E4+SUM('走访座谈'!E3:E3)+E4", result: 3 };
  });
  const contacts = {
    names: ['联系'],
    columns: [{ names: ['姓名'] }, { names: ['人数'] }],
    rows: [
      ['甲', 1],
      ['乙', 2],
      ['丙', 3],
    ] as const,
  };

  async function filled(): Promise<Uint8Array> {
    // exceljs writes a range of one cell as the cell.
    const ranged = await edit(await template, {
      'xl/workbook.xml': (xml) => xml.replace('$E$3</definedName>', '$E$3:$E$3</definedName>'),
    });
    return (await fillTemplate(ranged, dataOf(someVisits(4), contacts))).bytes;
  }

  test('two lists, one below the other', async () => {
    const sheet = await readSheet(await filled());
    expect([3, 4, 5, 6].map((row) => sheet.getCell(row, 3).value)).toEqual(['村1', '村2', '村3', '村4']);
    expect([10, 11, 12].map((row) => sheet.getCell(row, 1).value)).toEqual(['甲', '乙', '丙']);
  });

  test('constants, formulas, merges, heights and styles of the detail row are repeated', async () => {
    const sheet = await readSheet(await filled());
    for (const row of [3, 4, 5, 6]) {
      expect(sheet.getCell(row, 6).value).toBe('元');
      expect(sheet.getCell(row, 7).value).toBe(5);
      expect(sheet.getCell(row, 8).formula).toBe(`E${String(row)}*G${String(row)}`);
      expect(sheet.getCell(row, 4).master.address).toBe(`C${String(row)}`);
      expect(sheet.getRow(row).height).toBe(40);
      expect(sheet.getCell(row, 3).border).toEqual({ top: { style: 'thin' } });
    }
  });

  test('formulas follow on every sheet', async () => {
    const bytes = await filled();
    const sheet = await readSheet(bytes);
    expect(sheet.getCell('E7').formula).toBe('SUM(E3:E6)');
    expect(sheet.getCell('F7').formula).toBe('$E$7/E2');
    expect(sheet.getCell('B13').formula).toBe('SUM(B10:B12)+E7');
    expect((await readSheet(bytes, '汇总')).getCell('A1').formula).toBe(
      "走访座谈!E7+SUM('走访座谈'!E3:E6)+E4",
    );
    expect(await partText(bytes, 'xl/worksheets/sheet2.xml')).not.toContain('<v>');
  });

  test('merges, heights, breaks, filters, names and print settings follow', async () => {
    const bytes = await filled();
    const sheet = await readSheet(bytes);
    const xml = await partText(bytes);
    const names = await partText(bytes, 'xl/workbook.xml');
    expect(sheet.model.merges).toEqual(expect.arrayContaining(['A1:E1', 'C3:D3', 'C6:D6', 'A7:B7']));
    expect(sheet.model.merges).toHaveLength(6);
    expect(sheet.getRow(7).height).toBe(30);
    expect(sheet.getColumn(7).hidden).toBe(true);
    expect(xml).toMatch(/<brk id="8"/);
    expect(xml).toMatch(/<autoFilter ref="A2:E6"/);
    expect(xml).toMatch(/ySplit="2"[^>]*topLeftCell="A3"/);
    expect(xml).toMatch(/<hyperlink [^>]*ref="A13"|ref="A13"[^>]*r:id/);
    expect(names).toMatch(/Print_Area" localSheetId="0">'走访座谈'!\$A\$?1:\$H\$?13</);
    expect(names).toContain("'走访座谈'!$1:$2");
    expect(names).toMatch(/name="总数">'?走访座谈'?!\$E\$7</);
    expect(names).toMatch(/name="人数列">'?走访座谈'?!\$E\$3:\$E\$6</);
  });

  test('conditional formats and validations grow over the rows and move below them', async () => {
    const xml = await partText(await filled());
    expect(xml).toMatch(/<conditionalFormatting sqref="A3:E6">.*?COUNTIF\(\$B3:\$E3,\$E\$7\)&gt;0/);
    expect(xml).toMatch(/<conditionalFormatting sqref="A13">.*?A13=\$A\$7/);
    expect(xml).toMatch(/<dataValidation [^>]*sqref="F3:F6"[^>]*><formula1>\$A\$13:\$A\$14</);
    expect(xml).toMatch(/<dataValidation [^>]*sqref="A13"[^>]*><formula1>1<\/formula1><formula2>E7</);
  });

  test('a merge over the detail row grows, one that begins in it and ends below is refused', async () => {
    const over = await draw((workbook) => {
      const sheet = workbook.addWorksheet('走访座谈');
      ledger(sheet);
      sheet.mergeCells('F2:F4');
    });
    expect((await readSheet((await fillTemplate(over, dataOf(someVisits(3)))).bytes)).model.merges).toEqual([
      'F2:F6',
    ]);
    const cut = await draw((workbook) => {
      const sheet = workbook.addWorksheet('走访座谈');
      ledger(sheet);
      sheet.mergeCells('E3:E4');
    });
    expect(await refused(cut, dataOf(someVisits(1)))).toEqual([
      {
        severity: 'error',
        problem: { code: 'merge-cuts-detail-row', merge: 'E3:E4' },
        where: { sheet: '走访座谈', cell: 'E3' },
      },
    ]);
  });

  test('shared formulas get their own text before rows come between them', async () => {
    const shared = await edit(
      await draw((workbook) => {
        const sheet = workbook.addWorksheet('走访座谈');
        ledger(sheet);
        sheet.getCell('G2').value = 1;
        sheet.getCell('G4').value = 2;
        sheet.getCell('G5').value = 3;
      }),
      {
        [sheetPart]: (xml) =>
          xml
            .replace(
              /<c r="G2"[^>]*>.*?<\/c>/,
              '<c r="G2"><f t="shared" ref="G2:G5" si="0">A2+$A$3</f><v>1</v></c>',
            )
            .replace(/<c r="G4"[^>]*>.*?<\/c>/, '<c r="G4"><f t="shared" si="0"/><v>1</v></c>')
            .replace(/<c r="G5"[^>]*>.*?<\/c>/, '<c r="G5"><f t="shared" si="0"/><v>1</v></c>'),
      },
    );
    const xml = await partText((await fillTemplate(shared, dataOf(someVisits(3)))).bytes);
    expect(xml).toContain('<c r="G2"><f>A2+$A$3</f></c>');
    expect(xml).toContain('<c r="G6"><f>A6+$A$3</f></c>');
    expect(xml).toContain('<c r="G7"><f>A7+$A$3</f></c>');
  });

  test('extensions of 2010 follow', async () => {
    const extended = await edit(await template, {
      [sheetPart]: (xml) =>
        xml.replace(
          '</worksheet>',
          '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="9" id="{0}"><xm:f>$E3&gt;$E$4</xm:f></x14:cfRule><xm:sqref>E3 E4:E8</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>',
        ),
    });
    const { bytes } = await fillTemplate(extended, dataOf(someVisits(4), contacts));
    const xml = await partText(bytes);
    expect(xml).toContain('<xm:f>$E3&gt;$E$7</xm:f>');
    expect(xml).toContain('<xm:sqref>E3:E6 E7:E13</xm:sqref>');
  });
});

describe('pictures', () => {
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  test('move with the cells below, and stay above', async () => {
    const template = await draw((workbook) => {
      const sheet = workbook.addWorksheet('走访座谈');
      ledger(sheet);
      const id = workbook.addImage({ base64: pixel, extension: 'png' });
      sheet.addImage(id, { tl: { col: 0, row: 0 }, ext: { width: 20, height: 20 } });
      sheet.addImage(id, 'B5:C6');
    });
    const { bytes } = await fillTemplate(template, dataOf(someVisits(4)));
    const rows = [...(await partText(bytes, 'xl/drawings/drawing1.xml')).matchAll(/<xdr:row>(\d+)</g)].map(
      ([, row]) => row,
    );
    expect(rows).toEqual(['0', '7', '9']);
    expect((await readSheet(bytes)).getImages()).toHaveLength(2);
  });
});

describe('the package', () => {
  test('keeps every part that has nothing to change byte for byte, and its order', async () => {
    const template = await edit(
      await draw((workbook) => {
        ledger(workbook.addWorksheet('走访座谈'));
        workbook.addWorksheet('说明').getCell('A1').value = '照此填写';
      }),
      { 'customXml/item1.xml': () => '<a>\r\n</a>', 'xl/vbaProject.bin': () => 'x' },
    );
    const { bytes } = await fillTemplate(template, dataOf(someVisits(3)));
    for (const part of [
      'xl/worksheets/sheet2.xml',
      'customXml/item1.xml',
      'xl/vbaProject.bin',
      'xl/sharedStrings.xml',
    ]) {
      expect(await partText(bytes, part)).toBe(await partText(template, part));
    }
  });

  test('loses the chain of calculation, with its relationship and type', async () => {
    const template = await edit(
      await draw((workbook) => {
        ledger(workbook.addWorksheet('走访座谈'));
      }),
      {
        'xl/calcChain.xml': () =>
          '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
        'xl/_rels/workbook.xml.rels': (xml) =>
          xml.replace(
            '</Relationships>',
            '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
          ),
        '[Content_Types].xml': (xml) =>
          xml.replace(
            '</Types>',
            '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
          ),
      },
    );
    const { bytes } = await fillTemplate(template, dataOf(someVisits(2)));
    await expect(partText(bytes, 'xl/calcChain.xml')).rejects.toThrow();
    expect(await partText(bytes, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
    expect(await partText(bytes, '[Content_Types].xml')).not.toContain('calcChain');
    expect((await read(bytes)).worksheets).toHaveLength(1);
  });

  test('may have prefixes on every element', async () => {
    const plain = await draw((workbook) => {
      ledger(workbook.addWorksheet('走访座谈'));
    });
    const prefixed = await edit(plain, {
      [sheetPart]: (xml) =>
        xml
          .replace(/<(\/?)(?=[a-zA-Z])(?!x14ac|mc:|r:)/g, '<$1x:')
          .replace(
            'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
            'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
          ),
    });
    const xml = await partText((await fillTemplate(prefixed, dataOf(someVisits(2)))).bytes);
    expect(xml).toContain('<x:c r="C4" t="inlineStr"><x:is><x:t>村2</x:t></x:is></x:c>');
    expect(xml).toContain('<x:f>SUM(D3:D4)</x:f>');
    expect(xml).not.toMatch(/<(c|row|is|t|v)[ >]/);
  });
});

describe('an official form without marks', () => {
  const heads = ['序号', '日期', '地点', '人数', '备注'];
  function form(
    rows: number,
    more: (sheet: ExcelJS.Worksheet) => void = () => undefined,
  ): Promise<Uint8Array> {
    return draw((workbook) => {
      const sheet = workbook.addWorksheet('附件1');
      sheet.getCell('A1').value = '走访座谈情况表';
      sheet.getRow(2).values = heads.map((head) => head.split('').join(' '));
      for (let row = 3; row < 3 + rows; row += 1) {
        for (let column = 1; column <= 5; column += 1) {
          sheet.getCell(row, column).border = { top: { style: 'thin' }, bottom: { style: 'thin' } };
        }
        sheet.getRow(row).height = 25;
      }
      const total = 3 + rows;
      sheet.getCell(total, 1).value = '合 计';
      sheet.getCell(total, 4).value = { formula: `SUM(D3:D${String(total - 1)})`, result: 0 };
      more(sheet);
    });
  }

  test.each([
    [1, 5, 'SUM(D3:D7)', 8],
    [4, 2, 'SUM(D3:D6)', 7],
    [4, 4, 'SUM(D3:D6)', 7],
    [4, 9, 'SUM(D3:D11)', 12],
  ])('with %i empty rows takes %i rows', async (empty, count, formula, total) => {
    const { bytes, filled } = await fillTemplate(await form(empty), dataOf(someVisits(count)));
    const sheet = await readSheet(bytes, '附件1');
    expect(filled).toEqual(['走访座谈']);
    for (let index = 0; index < count; index += 1) {
      expect([1, 2, 3, 4, 5].map((column) => sheet.getCell(3 + index, column).value)).toEqual([
        index + 1,
        new Date(Date.UTC(2024, 6, index + 1)),
        `村${String(index + 1)}`,
        index + 1,
        null,
      ]);
      expect(sheet.getRow(3 + index).height).toBe(25);
      expect(sheet.getCell(3 + index, 5).border).toMatchObject({ top: { style: 'thin' } });
    }
    for (let row = 3 + count; row < total; row += 1)
      expect([2, 3, 4, 5].map((column) => sheet.getCell(row, column).value)).toEqual(Array(4).fill(null));
    expect(sheet.getCell(total, 1).value).toBe('合 计');
    expect(sheet.getCell(total, 4).formula).toBe(formula);
  });

  test('with heads of two levels', async () => {
    const template = await draw((workbook) => {
      const sheet = workbook.addWorksheet('附件2');
      sheet.getRow(1).values = ['镇', '纠纷', '', '事项', ''];
      sheet.getRow(2).values = ['', '旧存', '新收', '旧存', '新收'];
      for (const range of ['A1:A2', 'B1:C1', 'D1:E1']) sheet.mergeCells(range);
      sheet.getRow(3).values = ['甲', 1, 2, 3, 4];
      for (let column = 1; column <= 5; column += 1)
        sheet.getCell(4, column).border = { top: { style: 'thin' } };
      sheet.getCell('A5').value = '合计';
    });
    const list = {
      names: ['表'],
      columns: ['镇', '事项新收', '事项旧存', '纠纷新收', '纠纷旧存'].map((name) => ({ names: [name] })),
      rows: [
        ['新城镇', 4, 3, 2, 1],
        ['太平镇', 8, 7, 6, 5],
      ] as const,
    };
    const sheet = await readSheet((await fillTemplate(template, dataOf(list))).bytes, '附件2');
    expect(sheet.getRow(4).values).toEqual([undefined, '新城镇', 1, 2, 3, 4]);
    expect(sheet.getRow(5).values).toEqual([undefined, '太平镇', 5, 6, 7, 8]);
    expect(sheet.getCell('A6').value).toBe('合计');
  });

  test.each<[string, TemplateData]>([
    ['another list fits as well', dataOf(someVisits(2), { ...someVisits(2), names: ['另一'] })],
    [
      'only two columns are known',
      dataOf({ ...someVisits(2), columns: [{ names: ['日期'] }, { names: ['地点'] }] }),
    ],
    [
      'most columns of the list are missing',
      dataOf({
        ...someVisits(2),
        columns: ['日期', '地点', '人数', '甲', '乙', '丙', '丁'].map((name) => ({ names: [name] })),
      }),
    ],
  ])('stays as it is where %s', async (_, data) => {
    const template = await form(2);
    const { bytes, filled } = await fillTemplate(template, data);
    expect(filled).toEqual([]);
    expect(await partText(bytes)).toBe(await partText(template));
  });

  test('stays as it is where a mark elsewhere takes the list', async () => {
    const template = await draw((workbook) => {
      const sheet = workbook.addWorksheet('空白表');
      sheet.getRow(1).values = heads;
      for (let column = 1; column <= 5; column += 1)
        sheet.getCell(2, column).border = { top: { style: 'thin' } };
      ledger(workbook.addWorksheet('走访座谈'));
    });
    const { bytes } = await fillTemplate(template, dataOf(someVisits(2)));
    expect(await partText(bytes)).toBe(await partText(template));
  });
});
