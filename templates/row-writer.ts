import type { CellValue, Worksheet } from 'exceljs';
import { styleOf, type Look } from './official-style.ts';

/** What a drawn cell holds: text with or without marks, nothing, or the sum of the detail row's cell in its column. */
export type Content = string | null | { readonly sumOfRow: number };

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
    cell.value = valueOf(span.content, sheet.getColumn(span.from).letter);
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

function valueOf(content: Content, column: string): CellValue {
  if (content === null || typeof content === 'string') return content;
  const cell = `${column}${String(content.sumOfRow)}`;
  return { formula: `SUM(${cell}:${cell})` };
}
