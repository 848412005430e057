import { markName, type Column } from './column.ts';
import { paragraph, twips, type ParagraphLook } from './word-xml.ts';

/** A table of a document that is filled by a list and, below it, by lists of one row each. */
export interface WordTable {
  /** The name of its list. */
  readonly list: string;
  readonly columns: readonly Column[];
  /** In mm, one a column. */
  readonly widths: readonly number[];
  /** How many columns the first cell of the rows below it spans, and the names of their lists: 合计, 上季度. */
  readonly below: { readonly spans: number; readonly lists: readonly string[] };
}

const head: ParagraphLook = { face: 'heading', size: 9, align: 'center' };
const body: ParagraphLook = { face: 'body', size: 9, align: 'center' };

interface Cell {
  readonly width: number;
  readonly text: string;
  readonly look: ParagraphLook;
  readonly spans?: number;
  readonly reaches?: 'restart' | 'continue';
}

/** Draws the table with heads of two levels and a row of units, which are repeated on every page. */
export function wordTable({ list, columns, widths, below }: WordTable): string {
  const width = (at: number): number => widths[at] ?? 0;
  const all = widths.reduce((sum, one) => sum + one, 0);
  const marks = columns.map((column, at) => ({
    width: width(at),
    text: `{${list}.${markName(column)}}`,
    look: { ...body, align: column.align },
  }));
  const rows = [
    row(groupCells(columns, width), true),
    row(
      columns.map((column, at) => ({
        width: width(at),
        text: column.group === undefined ? '' : column.head,
        look: head,
        ...(column.group === undefined ? { reaches: 'continue' as const } : {}),
      })),
      true,
    ),
    row(
      columns.map((column, at) => ({
        width: width(at),
        text: at === 1 ? '单位' : (column.unit ?? ''),
        look: body,
      })),
      true,
    ),
    row(marks),
    ...below.lists.map((name) => row(wholeCells(name, columns, widths, below.spans))),
  ];
  const grid = widths.map((one) => `<w:gridCol w:w="${String(twips(one))}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Lines"/><w:tblW w:w="${String(twips(all))}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** The first level of the heads: a column without a group reaches over both. */
function groupCells(columns: readonly Column[], width: (at: number) => number): readonly Cell[] {
  const cells: Cell[] = [];
  columns.forEach(({ group, head: name }, at) => {
    const last = cells.at(-1);
    if (group === undefined) cells.push({ width: width(at), text: name, look: head, reaches: 'restart' });
    else if (last?.reaches === undefined && last?.text === group)
      cells.splice(-1, 1, { ...last, width: last.width + width(at), spans: (last.spans ?? 1) + 1 });
    else cells.push({ width: width(at), text: group, look: head });
  });
  return cells;
}

function wholeCells(
  list: string,
  columns: readonly Column[],
  widths: readonly number[],
  spans: number,
): readonly Cell[] {
  const first = widths.slice(0, spans).reduce((sum, one) => sum + one, 0);
  return [
    { width: first, text: `{${list}.镇}`, look: body, spans },
    ...columns.slice(spans).map((column, at) => ({
      width: widths[at + spans] ?? 0,
      text: `{${list}.${markName(column)}}`,
      look: { ...body, align: column.align },
    })),
  ];
}

function row(cells: readonly Cell[], isHead = false): string {
  const properties = `<w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}<w:jc w:val="center"/></w:trPr>`;
  return `<w:tr>${properties}${cells.map(cell).join('')}</w:tr>`;
}

function cell({ width, text, look, spans, reaches }: Cell): string {
  const properties = [
    `<w:tcW w:w="${String(twips(width))}" w:type="dxa"/>`,
    spans === undefined ? '' : `<w:gridSpan w:val="${String(spans)}"/>`,
    reaches === undefined ? '' : `<w:vMerge w:val="${reaches}"/>`,
    '<w:vAlign w:val="center"/>',
  ].join('');
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text, look)}</w:tc>`;
}
