import type { Kind } from '../../domain/kinds/kind.ts';
import { escapeMarkup } from '../escape.ts';
import { headLines } from '../head-lines.ts';
import { typefaces } from '../typefaces.ts';
import { wrappedLines } from '../wrapped-lines.ts';
import type { BlankFacts } from './facts.ts';
import { blankColumns, firstRow, type BlankColumn } from './columns.ts';
import type { Lists } from './lists.ts';
import type { Look, LookBook } from './looks.ts';
import { paperXml } from './paper.ts';
import type { SharedTexts } from './shared-texts.ts';
import { validationXml } from './validation.ts';

/** How many rows are drawn with lines to be typed into, and the last that is checked: more can be filled in below. */
const drawnRows = 200;
const checkedRows = 1_000;
const rowHeight = 24;

/** What the sheets of one workbook share. */
export interface Drawing {
  readonly lists: Lists;
  readonly looks: LookBook;
  readonly texts: SharedTexts;
}

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

function topRows(
  { ledger }: Kind,
  { court, words }: BlankFacts,
  { looks, texts }: Drawing,
  seen: readonly BlankColumn[],
  width: number,
): string {
  const hints = seen.flatMap(({ head, hint }) => (hint === undefined ? [] : [{ head, hint }]));
  const guidance = words.guidance(hints);
  const row = (number: number, height: number, text: string, look: Look): string =>
    rowXml(
      number,
      height,
      seen.map(({ letters }, at) =>
        cellXml(
          `${letters}${String(number)}`,
          looks.numberOf(look),
          at === 0 ? texts.numberOf(text) : undefined,
        ),
      ),
    );
  const perLine = Math.floor((width * 8 - 6) / ((typefaces.line.size * 96) / 72 / 2) / 1.04);
  const height = Math.max(24, wrappedLines(guidance, perLine) * typefaces.line.size * 1.45 + 6);
  return (
    row(1, 42, words.title(court, ledger.zh), { face: 'title', align: 'center' }) +
    row(2, height, guidance, { face: 'line', align: 'left' })
  );
}

function headRow(columns: readonly BlankColumn[], { looks, texts }: Drawing): string {
  const style = looks.numberOf({ face: 'head', align: 'center', lines: true });
  const lines = columns.map(({ head, width, isRequired }) => {
    const character = (typefaces.head.size * 96) / 72 / 8;
    const room = width - 0.7 - (isRequired ? character / 2 : 0);
    return headLines(head, Math.max(1, Math.floor(room / character)));
  });
  const height = Math.max(26, Math.max(...lines.map(({ length }) => length)) * typefaces.head.size * 1.4 + 6);
  return rowXml(
    firstRow - 1,
    height,
    columns.map(({ letters, isRequired }, at) => {
      const text = (lines[at] ?? []).join('\n');
      const shared = texts.numberOf(text, isRequired);
      return cellXml(`${letters}${String(firstRow - 1)}`, style, shared);
    }),
  );
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

function rowXml(number: number, height: number, cells: readonly string[]): string {
  return `<row r="${String(number)}" ht="${String(height)}" customHeight="1">${cells.join('')}</row>`;
}

function cellXml(place: string, style: number, text: number | undefined): string {
  const cell = `<c r="${place}" s="${String(style)}"`;
  return text === undefined ? `${cell}/>` : `${cell} t="s"><v>${String(text)}</v></c>`;
}
