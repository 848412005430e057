import { escapeCellText, escapeMarkup } from '../../package/escape.ts';
import { cellName } from '../../workbook/formulas/reference.ts';
import { wrappedLines } from '../../workbook/print/wrapped-lines.ts';
import type { FindingList, ListedFinding } from './marks.ts';

/** Styles of the sheet in front, by their numbers in the workbook. */
export interface ListStyles {
  readonly title: number;
  readonly head: number;
  readonly text: number;
  readonly number: number;
  readonly link: number;
}

/** Width of the columns in characters, half of a Chinese one each. */
const widths = [6, 18, 9, 28, 44, 44];

/** The sheet with all findings: a line each, with a link to its cell; `sheets` are the names that links may lead to. */
export function findingSheet(
  list: FindingList,
  styles: ListStyles,
  sheets: ReadonlySet<string>,
  relations: string,
): string {
  const isStrict = relations.includes('purl.oclc.org');
  const namespace = isStrict
    ? 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const columns = widths
    .map(
      (width, at) =>
        `<col min="${String(at + 1)}" max="${String(at + 1)}" width="${String(width)}" customWidth="1"/>`,
    )
    .join('');
  const links: string[] = [];
  const rows = list.rows.map((finding, index) => {
    const row = index + 3;
    const isLinked = finding.place !== undefined && sheets.has(finding.sheet);
    if (isLinked) links.push(linkXml(row, finding));
    return rowXml(row, index + 1, finding, styles, isLinked);
  });
  const heads = list.heads.map((head, at) => textCell(2, at + 1, head, styles.head)).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${namespace}"><sheetPr><tabColor rgb="FFFF0000"/><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData><row r="1" ht="30" customHeight="1">${textCell(1, 1, list.title, styles.title)}</row><row r="2" ht="24" customHeight="1">${heads}</row>${rows.join('')}</sheetData><mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells>${links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

function rowXml(
  row: number,
  number: number,
  finding: ListedFinding,
  styles: ListStyles,
  isLinked: boolean,
): string {
  const cell = finding.place ? cellName(finding.place.row, finding.place.column) : '';
  const texts = [finding.sheet, cell, finding.content, finding.problem, finding.remedy];
  const lines = Math.max(...texts.map((text, at) => wrappedLines(text, (widths[at + 1] ?? 10) - 3)));
  const height = Math.min(409.5, Math.max(18, lines * 16 + 6));
  const cells = texts.map((text, at) =>
    textCell(row, at + 2, text, at === 1 && isLinked ? styles.link : styles.text),
  );
  return `<row r="${String(row)}" ht="${String(height)}" customHeight="1"><c r="${cellName(row, 1)}" s="${String(styles.number)}"><v>${String(number)}</v></c>${cells.join('')}</row>`;
}

/** Text, never a formula: what a clerk's cell says stands here as it is. */
function textCell(row: number, column: number, text: string, style: number): string {
  const start = `<c r="${cellName(row, column)}" s="${String(style)}"`;
  return text === ''
    ? `${start}/>`
    : `${start} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(text)}</t></is></c>`;
}

function linkXml(row: number, { sheet, place }: ListedFinding): string {
  const cell = place ? cellName(place.row, place.column) : 'A1';
  const location = `'${sheet.replaceAll("'", "''")}'!${cell}`;
  return `<hyperlink ref="${cellName(row, 3)}" location="${escapeMarkup(location, true)}" display="${cell}"/>`;
}
