import { describe, expect, test } from 'vitest';
import { fillTemplate } from '../../../src/workbook/fill.ts';
import { checkTemplate } from '../../../src/workbook/template.ts';
import { anchor, chartFrame, chartXml, connector, marker, shape, withDrawing } from '../drawn-parts.ts';
import { dataOf, edit, partText, someVisits, visits } from '../templates.ts';

const drawingPart = 'xl/drawings/drawing1.xml';
const chartPart = 'xl/charts/chart1.xml';

/** The detail row is row 3, the total row 4: five rows add four. */
async function filled(template: Promise<Uint8Array> | Uint8Array, rows = 5): Promise<Uint8Array> {
  return (await fillTemplate(await template, dataOf(rows === 0 ? visits([]) : someVisits(rows)))).bytes;
}

async function rowsOf(bytes: Uint8Array): Promise<string[]> {
  return [...(await partText(bytes, drawingPart)).matchAll(/<xdr:row>(\d+)</g)].map(([, row = '']) => row);
}

test.each([
  ['<c:dispBlanksAs val="zero"/>', '<c:dispBlanksAs val="gap"/>'],
  ['<c:dispBlanksAs/>', '<c:dispBlanksAs val="gap"/>'],
  ['<c:dispBlanksAs val="span"/>', '<c:dispBlanksAs val="span"/>'],
])('a chart of filled cells draws none that is empty as 0: %s becomes %s', async (set, left) => {
  const series = '<c:val><c:numRef><c:f>走访座谈!$D$3:$D$3</c:f></c:numRef></c:val>';
  const asSaved = chartXml(series).replace('</c:plotArea>', `</c:plotArea>${set}`);
  const bytes = await filled(withDrawing(1, anchor(6, 9, chartFrame), asSaved), 1);
  expect(await partText(bytes, chartPart)).toContain(left);
});

describe('what stands on cells', () => {
  const picture = '<xdr:pic/>';
  test.each([
    ['a chart', chartFrame],
    ['a text box', shape(true)],
    ['a frame', shape(false)],
    ['a connector', connector],
    ['a group', `<xdr:grpSp>${shape(true)}</xdr:grpSp>`],
    ['a picture', picture],
    [
      'a chart in an alternative',
      `<mc:AlternateContent><mc:Choice Requires="cx1">${chartFrame}</mc:Choice><mc:Fallback>${shape(true)}</mc:Fallback></mc:AlternateContent>`,
    ],
  ])('%s below the rows moves with them, and one above stays', async (_, content) => {
    const bytes = await filled(withDrawing(1, anchor(6, 9, content) + anchor(0, 1, content)));
    expect(await rowsOf(bytes)).toEqual(['10', '13', '0', '1']);
  });

  test.each([0, 1])('nothing moves for %i rows', async (count) => {
    const template = await withDrawing(1, anchor(6, 9, chartFrame));
    expect(await partText(await filled(template, count), drawingPart)).toBe(
      await partText(template, drawingPart),
    );
  });

  test('an anchor in an alternative moves in each of them', async () => {
    const control = anchor(6, 9, shape(true));
    const content = `<mc:AlternateContent><mc:Choice Requires="a14">${control}</mc:Choice><mc:Fallback>${control}</mc:Fallback></mc:AlternateContent>`;
    expect(await rowsOf(await filled(withDrawing(1, content)))).toEqual(['10', '13', '10', '13']);
  });

  test('an anchor of one cell moves, one on the page stays', async () => {
    const content = `<xdr:oneCellAnchor>${marker('from', 6)}<xdr:ext cx="9" cy="9"/>${chartFrame}</xdr:oneCellAnchor><xdr:absoluteAnchor><xdr:pos x="1" y="2"/><xdr:ext cx="9" cy="9"/>${chartFrame}</xdr:absoluteAnchor>${anchor(6, 9, chartFrame, 'absolute')}`;
    const bytes = await filled(withDrawing(1, content));
    expect(await rowsOf(bytes)).toEqual(['10', '6', '9']);
    expect(await partText(bytes, drawingPart)).toContain('<xdr:pos x="1" y="2"/>');
  });

  test('over the detail row a chart, a picture and a text box keep their size, a frame and a line stretch', async () => {
    const over = [chartFrame, '<xdr:pic/>', shape(true), shape(false), connector];
    const bytes = await filled(withDrawing(1, over.map((content) => anchor(1, 3, content)).join('')));
    expect(await rowsOf(bytes)).toEqual(['1', '3', '1', '3', '1', '3', '1', '7', '1', '7']);
  });

  test('the size that is kept is counted in points, where the rows are not equally high', async () => {
    // Rows 2, 3 and 4 of 20, 40 and 20 points: half of row 2, all of rows 3 and 4, and 10 points of row 5.
    const heights = withDrawing(
      1,
      `<xdr:twoCellAnchor>${marker('from', 1, 0, 127_000)}${marker('to', 4, 4, 127_000)}${chartFrame}<xdr:clientData/></xdr:twoCellAnchor>`,
      undefined,
      {
        more: (sheet) => {
          for (const [row, height] of [
            [2, 20],
            [3, 40],
            [4, 20],
          ] as const)
            sheet.getRow(row).height = height;
        },
      },
    );
    const xml = await partText(await filled(heights), drawingPart);
    // Half of row 2, all of the first copy, and 30 points of the second.
    expect(xml).toContain(marker('to', 3, 4, 381_000));
    expect(xml).toContain(marker('from', 1, 0, 127_000));
  });

  test('the text that a box shows of a cell follows, also from another sheet', async () => {
    const own = await filled(withDrawing(1, anchor(0, 1, shape(true, '$D$4'))));
    expect(await partText(own, drawingPart)).toContain('textlink="$D$8"');
    const other = await filled(withDrawing(2, anchor(0, 1, shape(true, '走访座谈!$D$4'))));
    expect(await partText(other, drawingPart)).toContain('textlink="走访座谈!$D$8"');
  });
});

const numbers = (range: string, count: number): string =>
  `<c:val><c:numRef><c:f>${range}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${String(count)}"/></c:numCache></c:numRef></c:val>`;
const names = (range: string): string =>
  `<c:cat><c:strRef><c:f>${range}</c:f><c:strCache><c:ptCount val="1"/></c:strCache></c:strRef></c:cat>`;
const title = (cell: string): string =>
  `<c:tx><c:strRef><c:f>${cell}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{季度}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;

describe('a chart', () => {
  test.each([1, 2] as const)(
    'on sheet %i shows all rows of the list, and the cells that it showed',
    async (sheet) => {
      const series = title('走访座谈!$D$4') + names('走访座谈!$C$3') + numbers('走访座谈!$D$3:$D$3', 1);
      const bytes = await filled(withDrawing(sheet, anchor(6, 9, chartFrame), chartXml(series)));
      expect(
        [...(await partText(bytes, chartPart)).matchAll(/<c:f>(.*?)<\/c:f>/g)].map(([, range]) => range),
      ).toEqual(['走访座谈!$D$8', '走访座谈!$C$3:$C$7', '走访座谈!$D$3:$D$7']);
    },
  );

  test('names a series and its title by one cell, also of the list’s row', async () => {
    const series = title('走访座谈!$C$3') + numbers('走访座谈!$D$3', 1);
    const xml = await partText(await filled(withDrawing(1, '', chartXml(series))), chartPart);
    expect(xml).toContain('<c:tx><c:strRef><c:f>走访座谈!$C$3</c:f>');
    expect(xml).toContain('<c:f>走访座谈!$D$3:$D$7</c:f>');
  });

  test.each([0, 1, 5])('keeps no number of the template, filled with %i rows', async (count) => {
    const series = title('走访座谈!$A$1') + numbers('走访座谈!$D$3', 1) + names('名称');
    const xml = await partText(
      await filled(withDrawing(1, anchor(6, 9, chartFrame), chartXml(series)), count),
      chartPart,
    );
    expect(xml).not.toMatch(/Cache|季度/);
  });

  test('of cells where nothing is filled in stays byte for byte', async () => {
    const template = await withDrawing(1, anchor(0, 1, chartFrame), chartXml(numbers('图!$A$1', 1)));
    expect(await partText(await filled(template), chartPart)).toBe(await partText(template, chartPart));
  });

  test('keeps what it stored of another workbook', async () => {
    const series = numbers('[1]表!$D$3', 1) + names('走访座谈!$C$3');
    const xml = await partText(await filled(withDrawing(1, '', chartXml(series))), chartPart);
    expect(xml).toContain('<c:f>[1]表!$D$3</c:f><c:numCache>');
  });

  test('of 2016, and what a filter of 2013 left out, follow too', async () => {
    const data = (kind: string, range: string): string =>
      `<cx:${kind} type="val"><cx:f>${range}</cx:f><cx:lvl ptCount="1"><cx:pt idx="0">1</cx:pt></cx:lvl></cx:${kind}>`;
    const chart = `<cx:chartSpace xmlns:cx="urn:cx" xmlns:c15="urn:c15">${data('strDim', '走访座谈!$C$3')}${data('numDim', '走访座谈!$D$3')}<cx:tx><cx:txData><cx:f>走访座谈!$D$4</cx:f><cx:v>{季度}</cx:v></cx:txData></cx:tx><c15:fullRef><c15:sqref>走访座谈!$D$3:$D$4</c15:sqref></c15:fullRef></cx:chartSpace>`;
    const bytes = await filled(withDrawing(1, anchor(6, 9, chartFrame), chart, { kind: 'chartEx' }));
    const xml = await partText(bytes, chartPart);
    expect(xml).toContain('<cx:f>走访座谈!$C$3:$C$7</cx:f>');
    expect(xml).toContain('<cx:f>走访座谈!$D$3:$D$7</cx:f>');
    expect(xml).toContain('<cx:f>走访座谈!$D$8</cx:f></cx:txData>');
    expect(xml).toContain('<c15:sqref>走访座谈!$D$3:$D$8</c15:sqref>');
    expect(xml).not.toMatch(/lvl|cx:v/);
  });

  test('on a sheet of its own follows', async () => {
    const template = await edit(
      await withDrawing(2, anchor(0, 1, chartFrame), chartXml(numbers('走访座谈!$D$3', 1))),
      {
        'xl/_rels/workbook.xml.rels': (xml) =>
          xml.replace(
            /\/worksheet" Target="worksheets\/sheet2.xml"/,
            '/chartsheet" Target="worksheets/sheet2.xml"',
          ),
      },
    );
    expect(await partText(await filled(template), chartPart)).toContain('<c:f>走访座谈!$D$3:$D$7</c:f>');
  });

  test('that takes a repeated row for a series is refused with its cell, and only when rows are added', async () => {
    const template = await withDrawing(
      1,
      anchor(6, 9, chartFrame),
      chartXml(names('走访座谈!$B$2:$D$2') + numbers('走访座谈!$B$3:$D$3', 3)),
    );
    const findings = [
      {
        severity: 'error',
        problem: { code: 'part-unmovable', part: 'chart' },
        where: { sheet: '走访座谈', cell: 'A7' },
      },
    ];
    expect(await checkTemplate(template, dataOf(someVisits(0)))).toEqual(findings);
    await expect(filled(template)).rejects.toMatchObject({ kind: 'invalid', findings });
    await expect(filled(template, 1)).resolves.toBeInstanceOf(Uint8Array);
  });
});
