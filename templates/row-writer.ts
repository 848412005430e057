import type { CellValue, Worksheet } from 'exceljs';
import { styleOf, type Look } from './official-style.ts';

/** The sum of the detail row's cell in its column; with `unless`, without the rows whose text in that column begins so. */
export interface Sum {
  readonly sumOfRow: number;
  readonly unless?: { readonly column: number; readonly begins: string };
}

/** What a drawn cell holds: text with or without marks, a number, nothing, a sum, or any formula. */
export type Content = string | number | null | Sum | { readonly formula: string };

/** Columns `from` to `to` (counted from 1) of one row, as one cell. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly content: Content;
  readonly look: Look;
}

/** Writes one row of spans, merged where they cover more than one column; `height` is in points. */
export function writeRow(sheet: Worksheet, row: number, height: number, spans: readonly Span[]): void {
  sheet.getRow(row).height = height;
  for (const span of spans) {
    const cell = sheet.getCell(row, span.from);
    cell.style = styleOf(span.look);
    cell.value = valueOf(span.content, sheet, span.from);
    if (span.to > span.from) sheet.mergeCells(row, span.from, row, span.to);
  }
}

/** Lays contents side by side from the first column on; `runs` says how many columns each takes. */
export function sideBySide(
  runs: readonly number[],
  contents: readonly { readonly content: Content; readonly look: Look }[],
): readonly Span[] {
  let next = 1;
  return contents.map(({ content, look }, at) => {
    const from = next;
    next += runs[at] ?? 1;
    return { from, to: next - 1, content, look };
  });
}

function valueOf(content: Content, sheet: Worksheet, column: number): CellValue {
  if (content === null || typeof content !== 'object') return content;
  if ('formula' in content) return content;
  const { sumOfRow, unless } = content;
  const range = (of: number): string => {
    const cell = `${sheet.getColumn(of).letter}${String(sumOfRow)}`;
    return `${cell}:${cell}`;
  };
  if (!unless) return { formula: `SUM(${range(column)})` };
  return { formula: `SUMIF(${range(unless.column)},"<>${unless.begins}*",${range(column)})` };
}
