import { lookingNames } from './defined-names.ts';
import { formulaCells } from './formula-cells.ts';
import { tokensOf, type ReferenceEnd } from './formula-tokens.ts';
import { columnNumber } from './reference.ts';
import { foldSheet } from '../sheet-name.ts';
import { textOf } from '../../package/xml.ts';
import type { Workbook } from '../workbook.ts';

/**
 * Whether any formula of the template looks at a cell, alone or in a range: what is written there could then change a
 * result, as a 无 changes what COUNTA counts.
 */
export function isLookedAt(workbook: Workbook, sheet: string, row: number, column: number): boolean {
  const wanted = foldSheet(sheet);
  const own = workbook.sheets.flatMap((candidate) =>
    formulaCells(candidate.rows).map(({ formula }) => ({ sheet: candidate.name, formula: textOf(formula) })),
  );
  return [...own, ...lookingNames(workbook)].some((from) =>
    tokensOf(from.formula).some((token) => {
      if (typeof token === 'string') return wholeColumnCovers(token, column);
      const sheets = token.sheets.length === 0 ? [from.sheet] : token.sheets;
      if (sheets.length === 1 && foldSheet(sheets[0] ?? '') !== wanted) return false;
      const [start, end = start] = token.ends;
      return covers(start, end, row, column);
    }),
  );
}

function covers(start: ReferenceEnd, end: ReferenceEnd, row: number, column: number): boolean {
  const rows = [start.row, end.row].sort((one, other) => one - other);
  const columns = [start, end]
    .map((one) => columnNumber(one.column.replace('$', '')))
    .map((number, index) => number ?? (index === 0 ? 1 : Infinity))
    .sort((one, other) => one - other);
  return inside(row, rows) && inside(column, columns);
}

/** `B:D` on any sheet: close enough for a doubt that costs only a word in a cell. */
function wholeColumnCovers(text: string, column: number): boolean {
  return [...text.matchAll(/(?<![\p{L}\p{N}_.])\$?([A-Z]{1,3}):\$?([A-Z]{1,3})(?![\p{L}\p{N}_.(!])/gu)].some(
    ([, from = '', to = '']) => inside(column, [columnNumber(from) ?? 0, columnNumber(to) ?? 0]),
  );
}

function inside(number: number, [low = 0, high = 0]: readonly number[]): boolean {
  return low <= number && number <= high;
}
