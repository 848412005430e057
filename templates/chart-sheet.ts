import type { Workbook, Worksheet } from 'exceljs';
import type { PlacedChart } from './chart-parts.ts';
import type { Look as SeriesLook } from './chart-xml.ts';
import { long, type Column } from './column.ts';
import type { Issuer } from './issuers.ts';
import { drawTop, signatureRow } from './official-sheet.ts';
import { setUpPage } from './official-page.ts';
import { sideBySide, writeRow } from './row-writer.ts';

/** The sheet's name, which the ranges of its charts begin with. */
export const CHART_SHEET = '图表';

/** So wide that each of the signatures has room below one or a few of them, and that the middle is in the middle. */
const widths = [13.6, 13.6, 9.5, 9.5, 9.5, 10.5, 10.5, 15.4];

/** Points that a chart is high. */
const chartHeight = 168;

/** A list of numbers, and the chart of it above all the lists. */
interface Block {
  readonly list: string;
  readonly title: string;
  readonly bars: PlacedChart['bars'];
  readonly steps: PlacedChart['steps'];
  /** Where the chart stands: its row among the charts, and its first and last column. */
  readonly place: { readonly row: number; readonly from: number; readonly to: number };
  /** The first column names what is counted; each further one is a series. */
  readonly heads: readonly { readonly head: string; readonly columns: number; readonly look?: SeriesLook }[];
  readonly note: string;
}

const blocks: readonly Block[] = [
  {
    list: '走访图',
    title: '各镇走访次数与应走访次数',
    bars: 'upright',
    steps: 'one',
    place: { row: 1, from: 1, to: 8 },
    heads: [
      { head: '镇', columns: 2 },
      { head: '走访次数', columns: 3, look: { as: 'bar', fill: '7F7F7F' } },
      { head: '应走访次数', columns: 3, look: { as: 'line', dash: 'dash', marker: 'none' } },
    ],
    note: '注：未报的镇没有数字、不画柱，并不是0次。{未报说明}',
  },
  {
    list: '纠纷类型图',
    title: '排查矛盾纠纷新收（按类型）',
    bars: 'lying',
    steps: 'none',
    place: { row: 2, from: 1, to: 4 },
    heads: [
      { head: '纠纷类型', columns: 4 },
      { head: '排查新收', columns: 4, look: { as: 'bar', fill: 'A6A6A6' } },
    ],
    note: '注：从多到少，没有新收的类型不列。',
  },
  {
    list: '季度走势',
    title: '近四个季度走势',
    bars: 'upright',
    steps: 'any',
    place: { row: 2, from: 5, to: 8 },
    heads: [
      { head: '季度', columns: 2 },
      { head: '走访次数', columns: 2, look: { as: 'line', dash: 'solid', marker: 'circle' } },
      { head: '矛盾纠纷新收', columns: 2, look: { as: 'line', dash: 'dash', marker: 'square' } },
      { head: '矛盾纠纷办结', columns: 2, look: { as: 'line', dash: 'sysDot', marker: 'triangle' } },
    ],
    note: '注：未报的镇不在该季度的数字内；没有数字的季度在工作开始以前，并不是0。',
  },
];

/**
 * Draws the sheet of charts, one page upright, with the numbers below them, and gives the charts, which are parts of their own.
 * They stand above all lists, so that no added row moves or covers one.
 */
export function drawChartSheet(workbook: Workbook, issuer: Issuer): readonly PlacedChart[] {
  const sheet = workbook.addWorksheet(CHART_SHEET);
  sheet.columns = widths.map((width) => ({ width }));
  const columns = widths.map((width): Column => long('', width));
  drawTop(sheet, issuer, { title: '工作情况图表', columns, isUpright: true });
  setUpPage(sheet, 'A4', { first: 1, last: 3 }, 'one', 'portrait');
  const first = 4;
  const rows = Math.max(...blocks.map(({ place }) => place.row));
  for (let row = first; row < first + rows; row += 1) sheet.getRow(row).height = chartHeight;
  sheet.getRow(first + rows).height = 8;
  const lists = first + rows + 1;
  const charts = blocks.map((block, at): PlacedChart => {
    const top = lists + at * 3;
    writeNumbers(sheet, block, top);
    const cell = (index: number, row: number): string => {
      const before = block.heads.slice(0, index).reduce((sum, head) => sum + head.columns, 0);
      return `${CHART_SHEET}!$${sheet.getColumn(before + 1).letter}$${String(row)}`;
    };
    const row = first + block.place.row - 1;
    return {
      title: block.title,
      bars: block.bars,
      steps: block.steps,
      series: block.heads.flatMap(({ look }, index) =>
        look
          ? [{ name: cell(index, top), categories: cell(0, top + 1), values: cell(index, top + 1), look }]
          : [],
      ),
      from: { column: block.place.from, row },
      to: { column: block.place.to, row },
    };
  });
  signatureRow(sheet, issuer, widths, lists + blocks.length * 3);
  return charts;
}

/** Writes heads, detail row and note of a list. */
function writeNumbers(sheet: Worksheet, { list, heads, note }: Block, top: number): void {
  const runs = heads.map(({ columns }) => columns);
  const cells = heads.map(({ head }, at) => ({
    head: { content: head, look: { face: 'head', align: 'center', lines: true } as const },
    mark: {
      content: `{${list}.${head}}`,
      look: { face: 'body', align: 'center', lines: true, ...(at > 0 && { format: '0' }) } as const,
    },
  }));
  const spans = (of: 'head' | 'mark') =>
    sideBySide(
      runs,
      cells.map((cell) => cell[of]),
    );
  writeRow(sheet, top, 20, spans('head'));
  writeRow(sheet, top + 1, 15.75, spans('mark'));
  writeRow(sheet, top + 2, 22, sideBySide([widths.length], [{ content: note, look: { face: 'body' } }]));
}
