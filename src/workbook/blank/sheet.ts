import type { Kind } from '../../domain/kinds/kind.ts';
import { escapeMarkup } from '../../package/escape.ts';
import type { BlankFacts } from './facts.ts';
import { blankColumns, firstRow, type BlankColumn } from './columns.ts';
import type { Drawing } from './drawing.ts';
import { headRow, topRows } from './head-rows.ts';
import type { LookBook } from './looks.ts';
import { paperXml } from './paper.ts';
import { validationXml } from './validation.ts';

/** How many rows are drawn with lines to be typed into, and how many are checked: more can be filled in below. */
const drawnRows = 200;
const checkedRows = 1_000;
const rowHeight = 24;

/** The part of a kind's blank sheet: title, guidance, heads, empty rows. `isFirst` is the one that is seen on opening. */
export function blankSheet(kind: Kind, facts: BlankFacts, drawing: Drawing, isFirst: boolean): string {
  const columns = blankColumns(kind, facts, drawing.lists);
  const seen = columns.filter(({ sort }) => sort !== 'id');
  const last = seen.at(-1)?.letters ?? 'A';
  const width = seen.reduce((sum, column) => sum + column.width, 0);
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${columns.at(-1)?.letters ?? 'A'}${String(firstRow + drawnRows - 1)}"/>`,
    `<sheetViews><sheetView showGridLines="0"${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">`,
    `<pane ySplit="${String(firstRow - 1)}" topLeftCell="A${String(firstRow)}" activePane="bottomLeft" state="frozen"/>`,
    `<selection pane="bottomLeft" activeCell="B${String(firstRow)}" sqref="B${String(firstRow)}"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="${String(rowHeight)}" customHeight="1"/>`,
    `<cols>${columns.map((column, at) => columnXml(column, at + 1, drawing.looks)).join('')}</cols>`,
    `<sheetData>${topRows(kind, facts, drawing, seen, width)}${headRow(columns, drawing)}${emptyRows(columns, drawing, last)}</sheetData>`,
    `<mergeCells count="2"><mergeCell ref="A1:${last}1"/><mergeCell ref="A2:${last}2"/></mergeCells>`,
    missingXml(seen, last),
    validationsXml(columns),
    paperXml(width, facts.words),
    '</worksheet>',
  ].join('');
}

/** Below the drawn rows a cell is written as those above it, only without lines. */
function columnXml({ width, look, sort }: BlankColumn, number: number, looks: LookBook): string {
  const { lines: _, ...plain } = look;
  const hidden = sort === 'id' ? ' hidden="1"' : '';
  return `<col min="${String(number)}" max="${String(number)}" width="${String(width)}" style="${String(looks.numberOf(plain))}"${hidden} customWidth="1"/>`;
}

/** Rows that number themselves once something is typed into them. Their height is the least: a program lets it grow. */
function emptyRows(columns: readonly BlankColumn[], { looks }: Drawing, last: string): string {
  const styles = columns.map(({ look }) => looks.numberOf(look));
  return Array.from({ length: drawnRows }, (_, at) => {
    const row = String(firstRow + at);
    const cells = columns.map(({ letters, sort }, column) => {
      const cell = `<c r="${letters}${row}" s="${String(styles[column] ?? 0)}"`;
      if (sort !== 'number') return `${cell}/>`;
      const formula = `IF(COUNTA(B${row}:${last}${row})=0,"",ROW()-${String(firstRow - 1)})`;
      return `${cell} t="str"><f>${escapeMarkup(formula)}</f><v></v></c>`;
    });
    return `<row r="${row}" ht="${String(rowHeight)}">${cells.join('')}</row>`;
  }).join('');
}

/** What is required and empty is shaded in a row that was begun. */
function missingXml(seen: readonly BlankColumn[], last: string): string {
  const required = seen.filter(({ isRequired }) => isRequired);
  const [first] = required;
  if (!first) return '';
  const row = String(firstRow);
  const areas = required.map(({ letters }) => areaOf(letters)).join(' ');
  const formula = `AND(COUNTA($B${row}:$${last}${row})>0,${first.letters}${row}="")`;
  return `<conditionalFormatting sqref="${areas}"><cfRule type="expression" dxfId="0" priority="1"><formula>${escapeMarkup(formula)}</formula></cfRule></conditionalFormatting>`;
}

function validationsXml(columns: readonly BlankColumn[]): string {
  const all = columns.flatMap(({ letters, validation }) =>
    validation ? [validationXml(areaOf(letters), validation)] : [],
  );
  return `<dataValidations count="${String(all.length)}">${all.join('')}</dataValidations>`;
}

function areaOf(letters: string): string {
  return `${letters}${String(firstRow)}:${letters}${String(firstRow + checkedRows - 1)}`;
}
