import { describe, expect, test } from 'vitest';
import { textMasker } from '../../../src/domain/masking/text-masker.ts';
import { fillTemplate } from '../../../src/workbook/fill.ts';
import { leakingParts } from '../../../src/workbook/masked/leaks.ts';
import { maskedTemplate } from '../../../src/workbook/masked/masked-template.ts';
import { readPackage } from '../../../src/workbook/package.ts';
import { dataOf, draw, edit, ledger, partText, read, readSheet, someVisits } from '../templates.ts';

const masker = textMasker({ names: new Map([['梁大强', '梁某']]), kept: [] });
const mask = (text: string): string => masker(text).text;
const FOOT = '本版由程序处理。核对人：';

function masked(template: Uint8Array): Promise<Uint8Array> {
  return maskedTemplate(template, { mask, foot: FOOT, notice: '对外通报版' });
}

const plain = draw((workbook) => {
  const sheet = workbook.addWorksheet('走访座谈');
  ledger(sheet);
  sheet.mergeCells('A1:E1');
});

describe('the foot line', () => {
  test.each([0, 1, 12])('stands below all else after %i rows, over the whole width', async (count) => {
    const { bytes } = await fillTemplate(await masked(await plain), dataOf(someVisits(count)));
    const sheet = await readSheet(bytes);
    const last = 5 + Math.max(count, 1);
    expect(sheet.getCell(`A${String(last)}`).value).toBe(FOOT);
    expect(sheet.getCell(`E${String(last)}`).master.address).toBe(`A${String(last)}`);
    expect(sheet.getCell(`A${String(last - 1)}`).value).toBe('填报人：');
    expect(sheet.rowCount).toBe(last);
  });

  test('is printed where the print area ends with the sheet', async () => {
    const template = await edit(await plain, {
      'xl/workbook.xml': (text) =>
        text.replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">走访座谈!$A$1:$E$5</definedName></definedNames>',
        ),
    });
    const { bytes } = await fillTemplate(await masked(template), dataOf(someVisits(3)));
    expect(await partText(bytes, 'xl/workbook.xml')).toContain('$A$1:$E$8');
  });

  test.each([
    ['that ends above what is said', '走访座谈!$A$1:$E$4', '走访座谈!$A$1:$E$8'],
    ['that leaves empty rows at the end', '走访座谈!$A$1:$E$9', '走访座谈!$A$1:$E$12'],
    ['of several areas', '走访座谈!$A$1:$E$2,走访座谈!$A$3:$E$5', '走访座谈!$A$1:$E$2,走访座谈!$A$3:$E$8'],
    ['of whole rows', '走访座谈!$1:$5', '走访座谈!$1:$8'],
    ['of whole columns', '走访座谈!$A:$E', '走访座谈!$A:$E'],
  ])('is printed with a print area %s, whatever rows are only formatted', async (_, area, grown) => {
    const template = await edit(await plain, {
      'xl/workbook.xml': (text) =>
        text.replace(
          '</sheets>',
          `</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">${area}</definedName></definedNames>`,
        ),
      'xl/worksheets/sheet1.xml': (text) =>
        text.replace('</sheetData>', '<row r="6"><c r="A6" s="0"/></row><row r="40"/></sheetData>'),
    });
    const { bytes } = await fillTemplate(await masked(template), dataOf(someVisits(3)));
    expect(await partText(bytes, 'xl/workbook.xml')).toContain(`>${grown}<`);
    const row = /\$E\$(?:\d+)$/u.test(grown) ? Number(/\d+$/u.exec(grown)?.[0]) : 8;
    expect((await readSheet(bytes)).getCell(`A${String(row)}`).value).toBe(FOOT);
  });

  test('begins where the print area does', async () => {
    const template = await edit(await plain, {
      'xl/workbook.xml': (text) =>
        text.replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">走访座谈!$B$1:$D$5</definedName></definedNames>',
        ),
    });
    const { bytes } = await fillTemplate(await masked(template), dataOf(someVisits(1)));
    const sheet = await readSheet(bytes);
    expect(sheet.getCell('B6').value).toBe(FOOT);
    expect(sheet.getCell('D6').master.address).toBe('B6');
    expect(sheet.getCell('A6').value).toBeNull();
  });

  test('is printed where a formula reckons what is: all of the sheet is', async () => {
    const template = await edit(await plain, {
      'xl/workbook.xml': (text) =>
        text.replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">OFFSET(走访座谈!$A$1,0,0,5,5)</definedName></definedNames>',
        ),
    });
    const { bytes } = await fillTemplate(await masked(template), dataOf(someVisits(1)));
    expect(await partText(bytes, 'xl/workbook.xml')).not.toContain('Print_Area');
    expect((await readSheet(bytes)).getCell('A6').value).toBe(FOOT);
  });

  test('stands on a sheet without marks and without cells too', async () => {
    const template = await draw((workbook) => {
      ledger(workbook.addWorksheet('走访座谈'));
      workbook.addWorksheet('说明').getCell('B2').value = '填写说明';
      workbook.addWorksheet('空表');
    });
    const { bytes } = await fillTemplate(await masked(template), dataOf(someVisits(1)));
    expect((await readSheet(bytes, '说明')).getCell('A3').value).toBe(FOOT);
    expect((await readSheet(bytes, '空表')).getCell('A1').value).toBe(FOOT);
  });
});

describe('what a clerk’s template bears', () => {
  const hostile = async (): Promise<Uint8Array> => {
    const drawn = await draw((workbook) => {
      workbook.creator = '梁大强';
      workbook.lastModifiedBy = '简阿四';
      workbook.company = '梁大强工作室';
      workbook.manager = '简阿四';
      workbook.description = '梁大强制表';
      const sheet = workbook.addWorksheet('走访座谈');
      ledger(sheet);
      sheet.getCell('A1').value = {
        richText: [{ text: '内部资料' }, { text: '　注意保管 梁' }, { text: '大强' }],
      };
      sheet.getCell('B5').value = '电话13800138000';
      sheet.getCell('C5').value = { formula: 'IF(A1="梁大强","a","b")', result: '梁大强' };
      sheet.getCell('C2').note = '简阿四:\n梁 大 强来电';
      sheet.headerFooter.oddHeader = '&R内部资料　注意保管 梁大强';
      sheet.getCell('D5').dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: ['"梁大强,其他"'],
        prompt: '梁大强',
        showInputMessage: true,
      };
      sheet.getCell('E5').value = {
        text: '梁大强',
        hyperlink: 'mailto:liang@example.com',
        tooltip: '梁大强',
      };
    });
    return edit(drawn, {
      'xl/sharedStrings.xml': (text) => text.replace('</sst>', '<si><t>简阿四的旧数据</t></si></sst>'),
      'xl/comments1.xml': (text) => text.replace(/<author>[^<]*<\/author>/u, '<author>简阿四</author>'),
      'xl/workbook.xml': (text) =>
        text.replace(
          '<sheets>',
          '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="C:\\Users\\简阿四\\"/></mc:Choice></mc:AlternateContent><sheets>',
        ),
    });
  };

  test('tells neither names nor numbers, authors, paths or what no cell uses', async () => {
    const before = await readPackage(await hostile());
    const { bytes } = await fillTemplate(await masked(await hostile()), dataOf(someVisits(1)));
    const xml = (parts: Map<string, Uint8Array>): string =>
      [...parts.values()].map((part) => new TextDecoder().decode(part)).join('\n');
    const secrets = [
      '梁大强',
      '简阿四',
      '梁 大 强',
      '大强</t>',
      '13800138000',
      'liang@example.com',
      '内部资料',
      'Users',
    ];
    for (const secret of secrets) {
      expect(xml(before)).toContain(secret);
      expect(xml(await readPackage(bytes))).not.toContain(secret);
    }
    expect((await read(bytes)).worksheets.length).toBe(1);
    expect((await readSheet(bytes)).getCell('A1').text).toBe('对外通报版 梁某');
    expect((await readSheet(bytes)).headerFooter.oddHeader).toBe('&R对外通报版 梁某');
    expect((await readSheet(bytes)).getCell('C2').note).toBeTruthy();
  });

  test('neither a picture of the first page nor the name of a printer goes along', async () => {
    const relation = (type: string, target: string): string =>
      `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
    const template = await edit(await plain, {
      '_rels/.rels': (text) =>
        text.replace('</Relationships>', relation('metadata/thumbnail', 'docProps/thumbnail.jpeg')),
      'docProps/thumbnail.jpeg': () => 'picture',
      'xl/worksheets/_rels/sheet1.xml.rels': () =>
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('printerSettings', '../printerSettings/printerSettings1.bin')}`,
      'xl/printerSettings/printerSettings1.bin': () => 'LIANG-PC',
      'xl/worksheets/sheet1.xml': (text) =>
        text
          .replace(/<pageSetup[^>]*>/u, '')
          .replace(
            '</worksheet>',
            '<pageSetup paperSize="9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId99"/></worksheet>',
          ),
    });
    const parts = await readPackage(await masked(template));
    expect([...parts.keys()].filter((name) => /thumbnail|printer/u.test(name))).toEqual([]);
    const all = [...parts.values()].map((part) => new TextDecoder().decode(part)).join('\n');
    expect(all).not.toMatch(/thumbnail|printerSettings|rId99/u);
    expect(all).toContain('<pageSetup paperSize="9"');
  });

  test('of another workbook only the name is told', async () => {
    const template = await edit(await plain, {
      'xl/externalLinks/_rels/externalLink1.xml.rels': () =>
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="file:///C:\\Users\\liang\\book.xlsx" TargetMode="External"/></Relationships>',
    });
    const relations = await partText(await masked(template), 'xl/externalLinks/_rels/externalLink1.xml.rels');
    expect(relations).toContain('Target="book.xlsx"');
  });

  test('a formula keeps its references', async () => {
    const template = await draw((workbook) => {
      const sheet = workbook.addWorksheet('走访座谈');
      ledger(sheet);
      sheet.getCell('E5').value = { formula: 'SUM(A1048575:A1048576)', result: 0 };
    });
    const { bytes } = await fillTemplate(await masked(template), dataOf(someVisits(1)));
    expect(await partText(bytes)).toContain('SUM(A1048575:A1048576)');
  });
});

describe('the last look at a finished package', () => {
  test('finds nothing where nothing is', async () => {
    expect(await leakingParts(await plain, mask)).toEqual([]);
  });

  test.each([
    ['a name in a cell', 'xl/sharedStrings.xml', (text: string) => text.replace('合计', '梁大强')],
    [
      'a name over several runs',
      'xl/sharedStrings.xml',
      (text: string) => text.replace('<t>合计</t>', '<r><t>梁</t></r><r><t>大强</t></r>'),
    ],
    [
      'a name in references of characters',
      'xl/sharedStrings.xml',
      (text: string) => text.replace('合计', '&#x6881;&#22823;强'),
    ],
    ['a number', 'xl/sharedStrings.xml', (text: string) => text.replace('合计', '13800138000')],
    [
      'a name of a sheet',
      'xl/workbook.xml',
      (text: string) => text.replace('name="走访座谈"', 'name="梁大强"'),
    ],
    [
      'a cached value',
      'xl/worksheets/sheet1.xml',
      (text: string) => text.replace(/<v>0<\/v>/u, '<v>梁大强</v>'),
    ],
    [
      'a text in a formula',
      'xl/worksheets/sheet1.xml',
      (text: string) => text.replace('SUM(D3:D3)', 'IF(A1=&quot;梁大强&quot;,1,2)'),
    ],
    ['an author', 'docProps/core.xml', (text: string) => text.replace(/(<dc:creator>)[^<]*/u, '$1梁大强')],
    ['an embedded file', 'xl/embeddings/oleObject1.bin', () => 'anything'],
    ['a store of other data', 'xl/pivotCache/pivotCacheRecords1.xml', () => '<a/>'],
  ])('finds %s', async (_, part, change) => {
    const template = await edit(await plain, { [part]: change });
    expect(await leakingParts(template, mask)).toEqual([part]);
  });
});
