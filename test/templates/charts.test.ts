import { expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { chartListNames } from '../../src/workbook/sheets/chart-lists.ts';
import { typefaces } from '../../src/workbook/print/typefaces.ts';
import { drawAll } from '../../templates/draw.ts';
import { partsOf } from '../../templates/fixed-zip.ts';
import { cellPadding, charactersWide } from '../../templates/official-page.ts';
import { cellsOf, drawnSheets } from './drawn-sheets.ts';

const drawn = await drawAll();
const parts = await partsOf(drawn.get('季度汇总表.xlsx') ?? new Uint8Array());
const text = (name: string): string => parts.get(name)?.toString('utf8') ?? '';
const charts = [1, 2, 3].map((number) => text(`xl/charts/chart${String(number)}.xml`));
const [found] = (await drawnSheets(['季度汇总表.xlsx'])).filter(({ name }) => name === '图表');
if (!found) throw new Error('no sheet of charts');
const { sheet } = found;

test('only 季度汇总表 has charts, three on its last sheet, each a part that the package knows', async () => {
  for (const [fileName, bytes] of drawn) {
    const names = [...(await partsOf(bytes)).keys()].filter((name) => name.startsWith('xl/charts/'));
    expect(names, fileName).toHaveLength(fileName === '季度汇总表.xlsx' ? 3 : 0);
  }
  expect(text('xl/worksheets/sheet11.xml')).toMatch(/<drawing r:id="rIdCharts"\/><\/worksheet>$/);
  expect(text('xl/drawings/drawing1.xml').match(/<c:chart /g)).toHaveLength(3);
  for (const name of parts.keys()) {
    if (!/^xl\/(charts|drawings)\/[^_]/.test(name)) continue;
    expect(text('[Content_Types].xml')).toContain(`<Override PartName="/${name}" `);
  }
});

test('the ranges of a chart are the heads and marks of its list', () => {
  const lists = chartListNames(KINDS);
  charts.forEach((chart, at) => {
    const [list = ''] = lists[at]?.names ?? [];
    const ranges = [...chart.matchAll(/<c:(tx|cat|val)>.*?<c:f>图表!\$([A-Z])\$(\d+)<\/c:f>/g)];
    expect(ranges.length).toBeGreaterThanOrEqual(3);
    for (const [, of, letter, row] of ranges) {
      const head = sheet.getCell(`${letter ?? ''}${String(Number(row) - (of === 'tx' ? 0 : 1))}`).text;
      const mark = sheet.getCell(`${letter ?? ''}${String(Number(row) + (of === 'tx' ? 1 : 0))}`).text;
      expect(mark).toBe(`{${list}.${head}}`);
    }
  });
});

test('a cell without a number is a gap and never 0', () => {
  for (const chart of charts) expect(chart).toContain('<c:dispBlanksAs val="gap"/>');
});

test('titles and texts are in the typefaces of official documents, and everything in black and grey', () => {
  for (const chart of charts) {
    expect(new Set([...chart.matchAll(/<a:(?:latin|ea) typeface="(.*?)"/g)].map(([, face]) => face))).toEqual(
      new Set(['黑体', '仿宋_GB2312']),
    );
    for (const [, colour = ''] of chart.matchAll(/srgbClr val="(.*?)"/g)) {
      expect(colour.slice(0, 2)).toBe(colour.slice(2, 4));
      expect(colour.slice(2, 4)).toBe(colour.slice(4));
    }
  }
});

test('each series can be told from the others without colour', () => {
  for (const chart of charts) {
    const looks = [...chart.matchAll(/<c:ser>.*?<\/c:ser>/g)].map(([series]) =>
      [/<c:symbol val="\w+"/, /<a:prstDash val="\w+"/, /<c:invertIfNegative/].map(
        (pattern) => pattern.exec(series)?.[0],
      ),
    );
    expect(new Set(looks.map((look) => look.join())).size).toBe(looks.length);
  }
});

test('charts and numbers are one page upright, the charts above all lists', () => {
  expect(sheet.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 1,
  });
  const first = Math.min(
    ...cellsOf(sheet).flatMap(({ text: mark, row }) =>
      /^\{[^}]*\.[^}]*\}$/.test(mark) ? [Number(row)] : [],
    ),
  );
  for (const [, row] of text('xl/drawings/drawing1.xml').matchAll(/<xdr:row>(\d+)<\/xdr:row>/g))
    expect(Number(row) + 1).toBeLessThan(first);
});

test('every signature has room for its label and three characters', () => {
  for (const cell of cellsOf(sheet).filter(({ row }) => Number(row) === sheet.rowCount)) {
    let width = 0;
    for (let column = Number(cell.col); column <= sheet.columnCount; column += 1)
      if (sheet.getCell(cell.row, column).master === cell) width += sheet.getColumn(column).width ?? 0;
    const needed = charactersWide(cell.text.length + 3, typefaces.line.size) + cellPadding;
    expect(width, cell.text).toBeGreaterThanOrEqual(needed);
  }
});
