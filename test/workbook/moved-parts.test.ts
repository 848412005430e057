import type ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { fillTemplate } from '../../src/workbook/fill.ts';
import { movedVml } from '../../src/workbook/moving/vml-shapes.ts';
import { dataOf, draw, edit, ledger, partText, someVisits } from './templates.ts';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const sheetPart = 'xl/worksheets/sheet1.xml';

/** A ledger with its list in row 3 and more; the total is row 4. */
function drawn(more: (sheet: ExcelJS.Worksheet) => void = () => undefined): Promise<Uint8Array> {
  return draw((workbook) => {
    const sheet = workbook.addWorksheet('走访座谈');
    ledger(sheet);
    more(sheet);
    workbook.addWorksheet('图').getCell('A1').value = 1;
  });
}

/** Five rows are filled in: four are added. */
async function filled(template: Uint8Array): Promise<Uint8Array> {
  return (await fillTemplate(template, dataOf(someVisits(5)))).bytes;
}

/** The ledger's sheet with this XML before its end, or its cells changed. */
async function sheetWith(xml: string, change: (sheet: string) => string = (sheet) => sheet): Promise<string> {
  const template = await edit(await drawn((sheet) => (sheet.getCell('H3').value = 1)), {
    [sheetPart]: (sheet) => change(sheet).replace('</worksheet>', `${xml}</worksheet>`),
  });
  return partText(await filled(template));
}

describe('on the sheet', () => {
  test.each([
    [
      'a source of a consolidation on another sheet stays',
      '<dataConsolidate><dataRefs><dataRef ref="A4:B9" sheet="图"/></dataRefs></dataConsolidate>',
      'ref="A4:B9" sheet="图"',
    ],
    [
      'one of this sheet moves',
      '<dataConsolidate><dataRefs><dataRef ref="A4:B9" sheet="走访座谈"/></dataRefs></dataConsolidate>',
      'ref="A8:B13" sheet="走访座谈"',
    ],
    [
      'one of another workbook stays',
      `<dataConsolidate><dataRefs><dataRef xmlns:r="${relationships}" ref="A4:B9" sheet="走访座谈" r:id="rId9"/></dataRefs></dataConsolidate>`,
      'ref="A4:B9"',
    ],
    [
      'a frozen head opens where it did',
      '<sheetViews><sheetView><pane ySplit="4" topLeftCell="A5" state="frozen"/></sheetView></sheetViews>',
      'topLeftCell="A5"',
    ],
    [
      'a split pane moves',
      '<sheetViews><sheetView><pane ySplit="900" topLeftCell="A5" state="split"/></sheetView></sheetViews>',
      'topLeftCell="A9"',
    ],
    ['a smart tag', '<smartTags><cellSmartTags r="A4"/></smartTags>', 'r="A8"'],
    [
      'a part that is published',
      '<webPublishItems><webPublishItem sourceRef="A3:B4"/></webPublishItems>',
      'sourceRef="A3:B8"',
    ],
    [
      'the axis of days of sparklines',
      '<extLst><ext xmlns:x14="urn:a" xmlns:xm="urn:b"><x14:sparklineGroup><xm:f>走访座谈!$B$3</xm:f><x14:sparklines/></x14:sparklineGroup></ext></extLst>',
      '走访座谈!$B$3:$B$7',
    ],
    [
      'a control',
      '<controls><control><controlPr linkedCell="$A$4" listFillRange="A3:A4"><anchor moveWithCells="1"><from><col>0</col><row>5</row><rowOff>0</rowOff></from><to><col>0</col><row>6</row><rowOff>0</rowOff></to></anchor></controlPr></control></controls>',
      '<row>9</row>',
    ],
    [
      'what a control is linked to',
      '<controls><control><controlPr linkedCell="$A$4" listFillRange="A3:A4"/></control></controls>',
      'linkedCell="$A$8" listFillRange="A3:A8"',
    ],
    [
      'an embedded file',
      '<oleObjects><oleObject><objectPr><anchor moveWithCells="1" sizeWithCells="1"><from><col>0</col><row>1</row><rowOff>0</rowOff></from><to><col>0</col><row>3</row><rowOff>0</rowOff></to></anchor></objectPr></oleObject></oleObjects>',
      '<row>7</row>',
    ],
    [
      'one that is fixed to the page',
      '<oleObjects><oleObject><objectPr><anchor><from><col>0</col><row>5</row><rowOff>0</rowOff></from><to><col>0</col><row>6</row><rowOff>0</rowOff></to></anchor></objectPr></oleObject></oleObjects>',
      '<row>5</row>',
    ],
  ])('%s', async (_, xml, expected) => {
    expect(await sheetWith(xml)).toContain(expected);
  });

  test('an array formula over columns of the list’s row is one in every copy, without results', async () => {
    const xml = await sheetWith('', (sheet) =>
      sheet.replace(
        /<c r="H3"[^>]*>.*?<\/c>/,
        '<c r="H3"><f t="array" ref="H3:I3">D3:E3*2</f><v>1</v></c><c r="I3"><v>77</v></c>',
      ),
    );
    expect(xml).toContain('<c r="H3"><f t="array" ref="H3:I3">D3:E3*2</f></c><c r="I3"/>');
    expect(xml).toContain('<c r="H7"><f t="array" ref="H7:I7">D7:E7*2</f></c><c r="I7"/>');
  });

  test('a data table below moves with its input cells', async () => {
    const xml = await sheetWith('', (sheet) =>
      sheet
        .replace('<row r="5"', '<row r="5"')
        .replace(
          /(<c r="A5".*?<\/c>)/,
          '$1<c r="H5"><f t="dataTable" ref="H5:H6" dt2D="1" r1="A4" r2="A5"/><v>1</v></c>',
        ),
    );
    expect(xml).toContain('ref="H9:H10" dt2D="1" r1="A8" r2="A9"');
  });
});

describe('beside the sheet', () => {
  async function beside(
    kind: string,
    part: string,
    xml: string,
    more: Record<string, () => string> = {},
  ): Promise<string> {
    const template = await edit(await drawn(), {
      'xl/worksheets/_rels/sheet1.xml.rels': () =>
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${relationships}/${kind}" Target="../${part}"/></Relationships>`,
      [`xl/${part}`]: () => xml,
      ...more,
    });
    return partText(await filled(template), `xl/${part}`);
  }

  test('a cell that is bound to custom XML', async () => {
    const xml = `<singleXmlCells xmlns="${main}"><singleXmlCell id="1" r="A4"/></singleXmlCells>`;
    expect(await beside('tableSingleCells', 'tables/tableSingleCells1.xml', xml)).toContain('r="A8"');
  });

  test('the order of a table below, and what its total says', async () => {
    const xml = `<table xmlns="${main}" id="1" ref="A5:B9" totalsRowCount="1"><autoFilter ref="A5:B8"/><sortState ref="A6:B8"><sortCondition ref="A6:A8"/></sortState><tableColumns><tableColumn id="1" name="甲"><totalsRowFormula>走访座谈!$D$4</totalsRowFormula></tableColumn></tableColumns></table>`;
    const moved = await beside('table', 'tables/table1.xml', xml);
    for (const text of ['ref="A9:B13"', 'ref="A9:B12"', 'ref="A10:B12"', 'ref="A10:A12"', '走访座谈!$D$8'])
      expect(moved).toContain(text);
  });

  test('the source of a pivot table grows, and is read anew on opening', async () => {
    const template = await edit(await drawn(), {
      'xl/_rels/workbook.xml.rels': (xml) =>
        xml.replace(
          '</Relationships>',
          `<Relationship Id="rId90" Type="${relationships}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/></Relationships>`,
        ),
      'xl/pivotCache/pivotCacheDefinition1.xml': () =>
        `<pivotCacheDefinition xmlns="${main}"><cacheSource type="worksheet"><worksheetSource ref="A2:E3" sheet="走访座谈"/></cacheSource></pivotCacheDefinition>`,
    });
    const cache = await partText(await filled(template), 'xl/pivotCache/pivotCacheDefinition1.xml');
    expect(cache).toContain('ref="A2:E7"');
    expect(cache).toContain('refreshOnLoad="1"');
  });
});

describe('a legacy drawing', () => {
  const place = { sheet: '甲', shifts: new Map([['甲', [{ row: 3, added: 4 }]]]) };
  const own = [{ row: 3, added: 4 }];
  const move = (content: string): string => {
    const text = `<xml><v:shape><x:ClientData ObjectType="X">${content}</x:ClientData></v:shape><br></xml>`;
    const moved = movedVml(new TextEncoder().encode(text), place, own);
    return moved ? new TextDecoder().decode(moved) : 'still';
  };

  test.each([
    [
      'the box of a comment goes with its cell',
      '<x:MoveWithCells/><x:Anchor>1, 0, 2, 4, 3, 0, 6, 4</x:Anchor><x:Row>3</x:Row>',
      '<x:Anchor>1, 0, 6, 4, 3, 0, 10, 4</x:Anchor><x:Row>7</x:Row>',
    ],
    [
      'a control goes with the cell under it',
      '<x:SizeWithCells/><x:Anchor>1, 0, 5, 4, 3, 0, 6, 4</x:Anchor>',
      '1, 0, 9, 4, 3, 0, 10, 4',
    ],
    [
      'one that does not move stays',
      '<x:MoveWithCells/><x:Anchor>1, 0, 5, 4, 3, 0, 6, 4</x:Anchor>',
      'still',
    ],
    [
      'what it is linked to follows',
      "<x:FmlaLink>'甲'!$A$4</x:FmlaLink>",
      "<x:FmlaLink>'甲'!$A$8</x:FmlaLink>",
    ],
    [
      'a name with a mark of XML in it stays whole',
      '<x:FmlaRange>&apos;a&amp;b&apos;!A4+A4</x:FmlaRange>',
      "<x:FmlaRange>'a&amp;b'!A4+A8</x:FmlaRange>",
    ],
    ['one above stays', '<x:Anchor>1, 0, 0, 4, 3, 0, 1, 4</x:Anchor><x:Row>1</x:Row>', 'still'],
  ])('%s', (_, before, after) => {
    expect(move(before)).toContain(after);
  });
});

describe('a workbook of the strict standard', () => {
  test('is filled in, whatever prefixes it has', async () => {
    const strict = (xml: string): string =>
      xml
        .replaceAll(main, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(relationships, 'http://purl.oclc.org/ooxml/officeDocument/relationships');
    const prefixed = (xml: string): string =>
      strict(xml)
        .replace(/<(\/?)(?=[a-zA-Z]+[ >/])(?!mc:|r:)/g, '<$1x:')
        .replace(
          'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"',
          'xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"',
        );
    const template = await edit(await drawn(), {
      '_rels/.rels': strict,
      'xl/_rels/workbook.xml.rels': strict,
      'xl/workbook.xml': prefixed,
      'xl/styles.xml': prefixed,
      'xl/sharedStrings.xml': prefixed,
      [sheetPart]: prefixed,
      'xl/worksheets/sheet2.xml': strict,
    });
    const bytes = await filled(template);
    const xml = await partText(bytes);
    expect(xml).toContain('<x:is><x:t>村5</x:t></x:is>');
    expect(xml).toContain('<x:f>SUM(D3:D7)</x:f>');
    expect(await partText(bytes, 'xl/workbook.xml')).toMatch(/<x:calcPr [^>]*fullCalcOnLoad="1"/);
    expect(await partText(bytes, 'xl/styles.xml')).toMatch(/<x:numFmt [^>]*formatCode="yyyy-mm-dd"/);
  });
});
