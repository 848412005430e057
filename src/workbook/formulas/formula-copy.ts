import { mapReferences } from './formula-tokens.ts';
import { columnLetters, columnNumber, lastColumn, lastRow } from './reference.ts';

/** The formula as it reads when its cell is copied so many rows and columns away: how shared formulas are told apart. */
export function copyFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(
    formula,
    (reference) => {
      const moved = reference.ends.map((end) => ({
        ...end,
        column: moveColumn(end.column, columns),
        row: end.absolute ? end.row : wrap(end.row + rows, lastRow),
      }));
      const [first, second] = moved;
      if (!first) return reference;
      return { ...reference, ends: second ? [first, second] : [first] };
    },
    (text) => moveWholeColumns(text, columns),
  );
}

/** `A:C` and `$A:C` are text to the rows, but not to a copy that goes sideways. */
function moveWholeColumns(text: string, columns: number): string {
  if (columns === 0) return text;
  const pattern =
    /("(?:[^"]|"")*")|(?<![\p{L}\p{N}_.$:\\])(\$?[A-Z]{1,3}):(\$?[A-Z]{1,3})(?![\p{L}\p{N}_.(!:\\])/gu;
  return text.replace(pattern, (whole: string, string: string | undefined, from: string, to: string) =>
    string === undefined ? `${moveColumn(from, columns)}:${moveColumn(to, columns)}` : whole,
  );
}

function moveColumn(column: string, by: number): string {
  if (column === '' || column.startsWith('$')) return column;
  const number = columnNumber(column);
  return number === undefined ? column : columnLetters(wrap(number + by, lastColumn));
}

/** Excel counts round the sheet's edge. */
function wrap(number: number, limit: number): number {
  return ((((number - 1) % limit) + limit) % limit) + 1;
}
