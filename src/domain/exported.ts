import { entryDay, type Entry } from './entry.ts';
import { showField, type Kind } from './kinds/kind.ts';
import { toPlainCell } from './plain-cell.ts';
import { exportColumns } from './sheet-columns.ts';

/** An entry that is exported, and whose it is. */
export interface ExportedEntry {
  readonly judge: { readonly id: string; readonly name: string };
  readonly entry: Entry;
}

/** Entries of a kind in the order in which they are exported: by day, judge and id. */
export function inExportOrder<
  Owned extends { readonly judge: { readonly id: string }; readonly entry: Entry },
>(kind: Kind, owned: readonly Owned[]): readonly Owned[] {
  const key = ({ judge, entry }: Owned): string =>
    [entryDay(kind, entry) ?? '', judge.id, entry.id].join('\n');
  return owned
    .map((one) => ({ one, key: key(one) }))
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    .map(({ one }) => one);
}

/**
 * The rows of a kind's CSV, the heads first: values as people read them, in Chinese, and nothing that a spreadsheet program would
 * reckon. A field that an entry doesn't have is empty: it is not said what the official sheet would show in its place.
 */
export function exportedRows(kind: Kind, owned: readonly ExportedEntry[]): readonly (readonly string[])[] {
  const columns = exportColumns(kind);
  const cellsOf = ({ judge, entry }: ExportedEntry, at: number): readonly string[] =>
    columns.map((column) => {
      if (column.type === 'field') return showField(column.field, entry.values, 'zh');
      return { id: entry.id, number: String(at + 1), judge: judge.name }[column.type];
    });
  return [columns.map(({ head }) => head), ...owned.map(cellsOf)].map((row) => row.map(toPlainCell));
}
