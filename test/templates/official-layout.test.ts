import type { Worksheet } from 'exceljs';
import { expect, test } from 'vitest';
import { cellPadding, charactersWide, unitsAtFullSize } from '../../templates/official-page.ts';
import { typefaces } from '../../src/workbook/print/typefaces.ts';
import { cellsOf, drawnSheets } from './drawn-sheets.ts';

/** The charts have a layout of their own. */
const sheets = (await drawnSheets()).filter(({ name }) => name !== '图表');

/** Sheets with more columns than A4 holds at a size that can be read. */
const onA3 = [
  ...['指导人民调解台账', '委派（委托）调解台账', '司法确认台账'],
  ...['表一 走访联络', '表二 审判及诉调衔接'],
  '考核参考数据',
];
const paperOf = (name: string) => (onA3.includes(name) ? 'A3' : 'A4');

test.each(sheets)(
  '$fileName $name prints on its paper, landscape, one page wide, as long as need be unless its length is known',
  ({ name, sheet }) => {
    expect(sheet.pageSetup).toMatchObject({
      paperSize: { A4: 9, A3: 8 }[paperOf(name)],
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: name === '按纠纷类型' ? 1 : 0,
    });
    const { left, right } = sheet.pageSetup.margins ?? { left: 0, right: 0 };
    for (const side of [left, right]) expect(side * 25.4).toBeCloseTo(15);
  },
);

test.each(sheets)(
  '$fileName $name repeats its heads in print and freezes them on the screen',
  ({ sheet, detail }) => {
    expect(sheet.pageSetup.printTitlesRow).toBe(`4:${String(detail - 1)}`);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 0, ySplit: detail - 1 });
  },
);

test.each(sheets)('$fileName $name numbers its pages as official documents do', ({ sheet }) => {
  expect(sheet.headerFooter.oddFooter).toBe('&C&"宋体,Regular"&14— 第 &P 页 共 &N 页 —');
});

test.each(sheets)('$fileName $name is set in the typefaces of official documents', ({ sheet, detail }) => {
  expect(sheet.getCell('A2').font).toMatchObject({ name: '方正小标宋简体' });
  expect(sheet.getCell('A4').font).toMatchObject({ name: '黑体' });
  expect(sheet.getCell(detail, 1).font).toMatchObject({ name: '仿宋_GB2312' });
});

test.each(sheets)('the body of $fileName $name prints at 9 points or more', ({ name, sheet }) => {
  const fit = unitsAtFullSize(paperOf(name)) / widthOf(sheet, 1, sheet.columnCount);
  // Excel scales by whole per cents.
  const scale = Math.min(100, Math.floor(fit * 100)) / 100;
  expect(typefaces.body.size * scale).toBeGreaterThanOrEqual(9);
});

test.each(sheets)('every column of $fileName $name keeps the width it was drawn with', ({ sheet }) => {
  for (let column = 1; column <= sheet.columnCount; column += 1) {
    expect(sheet.getColumn(column).width, String(column)).toBeGreaterThan(0);
  }
});

test.each(sheets)(
  'the table of $fileName $name has lines all around, from its heads to its total',
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

test.each(sheets)('no head of $fileName $name is cut off', ({ sheet, detail }) => {
  const row = detail - 1;
  for (let column = 1; column <= sheet.columnCount; column += 1) {
    const { master, text } = sheet.getCell(row, column);
    const fit = (sheet.getColumn(column).width ?? 0) - cellPadding;
    const perLine = Math.floor(fit / charactersWide(1, typefaces.head.size));
    expect(perLine, text).toBeGreaterThanOrEqual(2);
    const lines = text
      .split('\n')
      .flatMap((line) => Array.from({ length: Math.ceil(line.length / perLine) })).length;
    let height = 0;
    for (let above = Number(master.row); above <= row; above += 1) height += sheet.getRow(above).height;
    expect(height, text).toBeGreaterThanOrEqual(lines * typefaces.head.size * 1.3);
  }
});

test.each(sheets)(
  'the line under the title of $fileName $name has room for the quarter and the days',
  ({ sheet }) => {
    const [, quarter] = cellsOf(sheet).filter(({ row }) => Number(row) === 3);
    const from = Number(quarter?.col);
    const longest = '2024年第三季度（统计期：2024年10月21日至2024年12月20日，数据截至：2024年12月20日）';
    const ems = Array.from(longest).reduce((sum, letter) => sum + (/\d/.test(letter) ? 0.5 : 1), 0);
    const needed = charactersWide(ems, typefaces.line.size) + cellPadding;
    expect(widthOf(sheet, from, sheet.columnCount)).toBeGreaterThanOrEqual(needed);
  },
);

test.each(sheets)('days of $fileName $name are shown as yyyy-mm-dd', ({ sheet, detail }) => {
  const days = cellsOf(sheet).filter((cell) => Number(cell.row) === detail && cell.text.endsWith('日期}'));
  expect(new Set(days.map((cell) => cell.numFmt))).toEqual(new Set(days.length > 0 ? ['yyyy-mm-dd'] : []));
});

test.each(sheets)(
  'every signature of $fileName $name has room for its label and three characters',
  ({ sheet }) => {
    for (const cell of cellsOf(sheet).filter(({ row }) => Number(row) === sheet.rowCount)) {
      const from = Number(cell.col);
      let to = from;
      while (to < sheet.columnCount && sheet.getCell(cell.row, to + 1).master === cell) to += 1;
      const needed = charactersWide(cell.text.length + 3, typefaces.line.size) + cellPadding;
      expect(widthOf(sheet, from, to), cell.text).toBeGreaterThanOrEqual(needed);
    }
  },
);

function widthOf(sheet: Worksheet, from: number, to: number): number {
  let width = 0;
  for (let column = from; column <= to; column += 1) width += sheet.getColumn(column).width ?? 0;
  return width;
}
