import type { Worksheet } from 'exceljs';
import { expect, test } from 'vitest';
import { cellPadding, charactersWide, unitsAtFullSize } from '../../templates/official-page.ts';
import { typefaces } from '../../templates/official-style.ts';
import { cellsOf, drawnSheets } from './drawn-sheets.ts';

const sheets = await drawnSheets();

test.each(sheets)('$name prints on A4 landscape, one page wide, as long as need be', ({ sheet }) => {
  expect(sheet.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  });
  const { left, right } = sheet.pageSetup.margins ?? { left: 0, right: 0 };
  for (const side of [left, right]) expect(side * 25.4).toBeCloseTo(15);
});

test.each(sheets)('$name repeats its heads in print and freezes them on the screen', ({ sheet, detail }) => {
  expect(sheet.pageSetup.printTitlesRow).toBe(`4:${String(detail - 1)}`);
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 0, ySplit: detail - 1 });
});

test.each(sheets)('$name numbers its pages as official documents do', ({ sheet }) => {
  expect(sheet.headerFooter.oddFooter).toBe('&C&"宋体,Regular"&14— 第 &P 页 共 &N 页 —');
});

test.each(sheets)('$name is set in the typefaces of official documents', ({ sheet, detail }) => {
  expect(sheet.getCell('A2').font).toMatchObject({ name: '方正小标宋简体' });
  expect(sheet.getCell('A4').font).toMatchObject({ name: '黑体' });
  expect(sheet.getCell(detail, 1).font).toMatchObject({ name: '仿宋_GB2312' });
});

test.each(sheets)('the body of $name prints at 9 points or more', ({ sheet }) => {
  const scale = Math.min(1, unitsAtFullSize / widthOf(sheet, 1, sheet.columnCount));
  expect(typefaces.body.size * scale).toBeGreaterThanOrEqual(9);
});

test.each(sheets)('every column of $name keeps the width it was drawn with', ({ sheet }) => {
  for (let column = 1; column <= sheet.columnCount; column += 1) {
    expect(sheet.getColumn(column).width, String(column)).toBeGreaterThan(0);
  }
});

test.each(sheets)(
  'the table of $name has lines all around, from its heads to its total',
  ({ sheet, detail }) => {
    const last = cellsOf(sheet).some((cell) => cell.text === '合计' && Number(cell.row) > detail) ? 1 : 0;
    for (let row = 4; row <= detail + last; row += 1) {
      for (let column = 1; column <= sheet.columnCount; column += 1) {
        expect(Object.keys(sheet.getCell(row, column).border).sort()).toEqual([
          'bottom',
          'left',
          'right',
          'top',
        ]);
      }
    }
  },
);

test.each(sheets)('days of $name are shown as yyyy-mm-dd', ({ sheet, detail }) => {
  const days = cellsOf(sheet).filter((cell) => Number(cell.row) === detail && cell.text.endsWith('日期}'));
  expect(new Set(days.map((cell) => cell.numFmt))).toEqual(new Set(days.length > 0 ? ['yyyy-mm-dd'] : []));
});

test.each(sheets)('every signature of $name has room for its label and three characters', ({ sheet }) => {
  for (const cell of cellsOf(sheet).filter(({ row }) => Number(row) === sheet.rowCount)) {
    const from = Number(cell.col);
    let to = from;
    while (to < sheet.columnCount && sheet.getCell(cell.row, to + 1).master === cell) to += 1;
    const needed = charactersWide(cell.text.length + 3, typefaces.line.size) + cellPadding;
    expect(widthOf(sheet, from, to), cell.text).toBeGreaterThanOrEqual(needed);
  }
});

function widthOf(sheet: Worksheet, from: number, to: number): number {
  let width = 0;
  for (let column = from; column <= to; column += 1) width += sheet.getColumn(column).width ?? 0;
  return width;
}
