import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textMasker } from '../../../src/domain/masking/text-masker.ts';
import { fillTemplate } from '../../../src/workbook/fill.ts';
import { leakingParts } from '../../../src/workbook/masked/leaks.ts';
import { maskedTemplate } from '../../../src/workbook/masked/masked-template.ts';
import { readPackage, writePackage } from '../../../src/package/package.ts';
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

  test('stands below a table and below what is drawn over cells', async () => {
    const link = (kind: string): string =>
      `<Relationship Id="${kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="../${kind}1.xml"/>`;
    const withPart = async (kind: string, xml: string): Promise<string> => {
      const template = await edit(await plain, {
        'xl/worksheets/_rels/sheet1.xml.rels': () =>
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${link(kind)}</Relationships>`,
        [`xl/${kind}1.xml`]: () => xml,
      });
      return partText(await masked(template));
    };
    expect(await withPart('table', '<table ref="A2:E11"/>')).toContain('<c r="A12" t="inlineStr">');
    expect(await withPart('drawing', '<a><to><col>3</col><row>19</row></to></a>')).toContain(
      '<c r="A21" t="inlineStr">',
    );
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

  test('what may be masked without harm is masked, and the rest of it stays', async () => {
    const xml =
      '<!--梁大强--><autoFilter ref="A2:E3"><filterColumn colId="2"><filters><filter val="梁大强"/><filter val="12"/></filters></filterColumn>' +
      '<filterColumn colId="3"><customFilters><customFilter val="*梁大强*"/></customFilters></filterColumn>' +
      '<sortState ref="A3:E3"><sortCondition ref="B3" customList="梁大强,李四"/></sortState></autoFilter>' +
      '<conditionalFormatting sqref="A3"><cfRule type="containsText" priority="1" operator="containsText" text="梁大强"><formula>A3="梁大强"</formula></cfRule></conditionalFormatting>';
    const template = await edit(await plain, {
      'xl/worksheets/sheet1.xml': (text) => text.replace('</sheetData>', `</sheetData>${xml}`),
      'xl/styles.xml': (text) =>
        text.replace(
          /<fonts/u,
          '<numFmts count="1"><numFmt numFmtId="199" formatCode="&quot;梁大强&quot;0"/></numFmts><fonts',
        ),
    });
    const made = await masked(template);
    expect(await leakingParts(made, mask)).toEqual([]);
    const sheet = await partText(made);
    for (const kept of [
      ...['<filter val="梁某"/>', '<filter val="12"/>', 'val="*梁某*"', 'customList="梁某,李四"'],
      ...[' text="梁某"', '<formula>A3="梁某"</formula>'],
    ])
      expect(sheet.replaceAll('&quot;', '"')).toContain(kept);
    expect(sheet).not.toContain('<!--');
    expect(await partText(made, 'xl/styles.xml')).toContain('formatCode="&quot;梁某&quot;0"');
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

  const SHEET = 'xl/worksheets/sheet1.xml';
  const before = (tag: string, xml: string) => (text: string) => text.replace(tag, `${xml}${tag}`);
  const intoSheet = (xml: string) => before('</worksheet>', xml);
  test.each([
    ['the value of a filter', SHEET, intoSheet('<filter val="梁大强"/>')],
    ['the value of a filter of one’s own', SHEET, intoSheet('<customFilter val="*梁大强*"/>')],
    ['an order of sorting', SHEET, intoSheet('<sortCondition customList="李四,梁大强"/>')],
    ['the text of a rule', SHEET, intoSheet('<cfRule text="梁大强"/>')],
    ['who made a scenario', SHEET, intoSheet('<scenario user="梁大强"/>')],
    ['the value of a scenario', SHEET, intoSheet('<inputCells r="A1" val="梁大强"/>')],
    ['where a link leads', SHEET, intoSheet('<hyperlink ref="A1" location="梁大强!A1"/>')],
    ['an attribute of an extension', SHEET, intoSheet('<extLst><q:a who="梁大强"/></extLst>')],
    ['an attribute in single quotes', SHEET, intoSheet("<q:a who='梁大强'/>")],
    ['the name of an element', SHEET, intoSheet('<梁大强/>')],
    ['the name of an attribute', SHEET, intoSheet('<a 梁大强="1"/>')],
    ['a remark', SHEET, intoSheet('<!--梁大强-->')],
    ['a name parted by a remark', SHEET, intoSheet('<a>梁<!-- -->大强</a>')],
    ['an instruction to a program', SHEET, intoSheet('<?note 梁大强?>')],
    ['plain character data', SHEET, intoSheet('<a><![CDATA[梁大强]]></a>')],
    ['texts that a formula joins', SHEET, intoSheet('<f>"梁"&amp;"大强"</f>')],
    ['a name within a formula', SHEET, intoSheet('<f>SUM(梁大强!A1)</f>')],
    ['a number within a formula', SHEET, intoSheet('<f>13800138000+0</f>')],
    [
      'a header whose codes part a name',
      SHEET,
      intoSheet('<oddHeader>梁&amp;B大&amp;"宋体,Bold"强</oddHeader>'),
    ],
    ['a telephone number typed as a number', SHEET, intoSheet('<c><v>13800138000</v></c>')],
    ['an identity number typed as a number', SHEET, intoSheet('<c><v>4.45321199001011E+17</v></c>')],
    [
      'the code of a format',
      'xl/styles.xml',
      before('</styleSheet>', '<numFmt formatCode="&quot;梁大强&quot;0"/>'),
    ],
    ['the name of a style', 'xl/styles.xml', before('</styleSheet>', '<cellStyle name="梁大强"/>')],
    ['the name of a theme', 'xl/theme/theme1.xml', (text: string) => text.replace('name="', 'name="梁大强')],
    [
      'the program’s name of a workbook',
      'xl/workbook.xml',
      before('</workbook>', '<workbookPr codeName="梁大强"/>'),
    ],
    ['a program that a drawing starts', 'xl/drawings/drawing1.xml', () => '<a><sp macro="梁大强"/></a>'],
    [
      'an escaped address',
      'xl/worksheets/_rels/sheet1.xml.rels',
      () => '<a Target="https://x.cn/?q=%E6%A2%81%E5%A4%A7%E5%BC%BA"/>',
    ],
    ['other data', 'customXml/item1.xml', () => '<a b="梁大强">x</a>'],
    ['a note in UTF-8', 'xl/notes.txt', () => '联系梁大强'],
    ['the name of a part', 'xl/梁大强.txt', () => 'x'],
  ])('finds %s', async (_, part, change) => {
    expect(await leakingParts(await edit(await plain, { [part]: change }), mask)).toEqual([part]);
  });

  test.each([
    ['UTF-16', 'printerSettings1.bin', [...Buffer.from('\u0001梁大强', 'utf16le')]],
    ['UTF-16 from an odd place', 'printerSettings1.bin', [0x81, ...Buffer.from('梁大强', 'utf16le')]],
    ['UTF-16 of the other order', 'a.bin', [...Buffer.from('梁大强', 'utf16le').swap16()]],
    ['GB 18030', 'notes.txt', [0xc1, 0xba, 0xb4, 0xf3, 0xc7, 0xbf]],
    ['a text in UTF-16', 'item.xml', [0xff, 0xfe, ...Buffer.from('<a>梁大强</a>', 'utf16le')]],
  ])('finds a name in bytes: %s', async (_, part, bytes) => {
    const parts = [...(await readPackage(await plain)), [part, Uint8Array.from(bytes)] as const];
    expect(await leakingParts((await writePackage(parts)).bytes, mask)).toEqual([part]);
  });

  test('takes nothing for a text that by its shape is none', async () => {
    const xml = [
      '<a ref="A1:XFD1048576" sqref="$A$1048576 B1048576:C1048576" location="走访座谈!A1048576"/>',
      '<a uid="{12345678-1234-1234-1234-123456789012}" documentId="8_{12345678-1234-1234-1234-123456789012}"/>',
      '<a rgb="F1234567" panose="02010600030101010101" x="0.13800138000138" cx="1234567890" e="1.3E-15"/>',
      '<a style="margin-left:131.24999999pt;width:139.12345678pt" hashValue="a1234567+13800138000=" dt="2024-09-18T12:00:00"/>',
      '<numFmt formatCode="00000000000"/><numFmt formatCode="0.000000000000000_ "/>',
      '<f>SUM(A1048575:A1048576)*0.13800138000138</f><v>0.13800138000138</v><v>1234567890</v><v>45553</v>',
    ].join('');
    const template = await edit(await plain, { [SHEET]: intoSheet(xml) });
    expect(await leakingParts(template, mask)).toEqual([]);
  });

  test('finds nothing in a clerk’s template with all that Excel has, but for the store of a pivot table', async () => {
    const clerks = new Uint8Array(
      await readFile(join(import.meta.dirname, '../clerk-template/template.xlsx')),
    );
    const found = await leakingParts(await masked(clerks), mask);
    expect(found.filter((part) => !part.startsWith('xl/pivotCache/'))).toEqual([]);
  });

  test('lets pictures alone', async () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...Buffer.from('梁大强')]);
    const parts = [...(await readPackage(await plain)), ['xl/media/image1.png', picture] as const];
    expect(await leakingParts((await writePackage(parts)).bytes, mask)).toEqual([]);
  });
});
