import { cellName } from '../cell-name.ts';
import type { Kind, Values } from '../kinds/kind.ts';
import type { Where } from '../problem.ts';

/** A row of a sheet as it was read: an entry, as far as it could be. */
export interface ImportRow {
  readonly kind: Kind;
  readonly file: string;
  readonly sheet: string;
  /** The number of the row on its sheet. */
  readonly number: number;
  /** The id of the entry, where the sheet has it. */
  readonly id?: string | undefined;
  readonly values: Values;
  /** The keys of the fields that the sheet has columns for, or its title tells. */
  readonly keys: readonly string[];
  /** The keys of fields that could not be read, or are not there though they must be. */
  readonly failed: ReadonlySet<string>;
  /** Whether it is another judge's, or bears an id that is none. */
  readonly refused: boolean;
  /** The columns of its fields by key, which all rows below one head share. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Where a field of a row stands: its own cell, else the first of the row. */
export function whereOf(row: Pick<ImportRow, 'file' | 'sheet' | 'number' | 'columns'>, key?: string): Where {
  const column = key === undefined ? undefined : row.columns.get(key);
  const { file, sheet, number } = row;
  return { file, sheet, cell: cellName(number, column ?? 1), ...(key === undefined ? {} : { field: key }) };
}

/** A row as a reference that needs no words: 7月!A5. */
export function rowReference({ sheet, number }: ImportRow): string {
  return `${sheet}!A${String(number)}`;
}
