import { definedNames } from '../formulas/defined-names.ts';
import { tokensOf, type Reference } from '../formulas/formula-tokens.ts';
import { columnNumber, lastColumn } from '../formulas/reference.ts';
import type { Sheet, Workbook } from '../workbook.ts';
import { attributeOf, setText, textOf } from '../../package/xml.ts';

/** Where the lowest area that a sheet prints ends, and over which columns. */
export interface PrintedArea {
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Lets the area reach down to a row. */
  readonly growTo: (row: number) => void;
}

/** Parts of a print area that have no last row: commas between areas, and whole columns. */
const ENDLESS = /^(?:,|\s|(?:'(?:[^']|'')*'|[^'!,\s]+)!|\$?[A-Z]{1,3}:\$?[A-Z]{1,3})*$/iu;

/**
 * What a sheet prints, where a print area limits its rows. An area that is reckoned by a formula can't be made to hold another row: it
 * is taken away, and all of the sheet is printed.
 */
export function printedArea(workbook: Workbook, sheet: Sheet): PrintedArea | undefined {
  const index = String(workbook.sheetNames.indexOf(sheet.name));
  const name = definedNames(workbook).find(
    (candidate) =>
      attributeOf(candidate, 'name') === '_xlnm.Print_Area' &&
      attributeOf(candidate, 'localSheetId') === index,
  );
  if (!name) return undefined;
  const tokens = tokensOf(textOf(name));
  if (tokens.some((token) => typeof token === 'string' && !ENDLESS.test(token))) {
    name.parentNode?.removeChild(name);
    return undefined;
  }
  const [lowest] = tokens
    .filter((token) => typeof token !== 'string')
    .sort((one, other) => bottomOf(other) - bottomOf(one));
  if (!lowest) return undefined;
  const columns = lowest.ends.map(({ column }) => columnNumber(column.replace('$', '')));
  return {
    bottom: bottomOf(lowest),
    left: Math.min(...columns.map((column) => column ?? 1)),
    right: Math.max(...columns.map((column) => column ?? lastColumn)),
    growTo: (row) => {
      const grown = tokens.map((token) =>
        typeof token === 'string' ? token : written(token, token === lowest ? row : bottomOf(token)),
      );
      setText(name, grown.join(''));
    },
  };
}

function bottomOf({ ends }: Reference): number {
  return Math.max(...ends.map(({ row }) => row));
}

function written({ prefix, ends }: Reference, bottom: number): string {
  const [first, second = first] = ends;
  const top = Math.min(first.row, second.row);
  const end = ({ column, absolute }: Reference['ends'][0], row: number): string =>
    `${column}${absolute ? '$' : ''}${String(row)}`;
  return `${prefix}${end(first, top)}:${end(second, bottom)}`;
}
