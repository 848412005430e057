import { error, type Finding, type Problem } from '../problem.ts';
import type { GridRow } from './grid-row.ts';
import { whereOf, type ImportRow } from './import-row.ts';
import { readFields, type FieldsContext } from './read-fields.ts';
import { readIdentity, type IdentityContext } from './read-identity.ts';
import type { SectionColumns } from './section-columns.ts';
import { textIn } from './value-text.ts';

/** What reading the rows of a section needs to know. */
export interface RowContext extends IdentityContext {
  readonly file: string;
  readonly sheet: string;
  /** The keys of the fields that every row of the section says something of, by its column or the title. */
  readonly keys: readonly string[];
  /** How cells are read of rows that people wrote, and of those that the tool wrote, which bear an id. */
  readonly typed: FieldsContext;
  readonly exact: FieldsContext;
}

/** A row as an entry, everything in it that could not be read, and how many of its days took the year of the sheet. */
export function readRow(
  columns: SectionColumns,
  row: GridRow,
  context: RowContext,
): { readonly row: ImportRow; readonly findings: readonly Finding[]; readonly yearless: number } {
  const { file, sheet } = context;
  const base = { file, sheet, number: row.number, columns: columns.byKey };
  const findings: Finding[] = [];
  const tell = (problem: Problem, key: string, said: string): void => {
    findings.push({ ...error(problem, whereOf(base, key)), ...(said === '' ? {} : { value: said }) });
  };
  const { id, problems } = readIdentity(columns, row, context);
  for (const { problem, key, value } of problems) tell(problem, key, value);
  const read = readFields(columns, row, id === undefined ? context.typed : context.exact);
  for (const { field, problem, value } of read.problems) {
    const there = value ?? columns.valueIn(row, field);
    tell(problem, field.key, field.personal === true || !there ? '' : textIn(there));
  }
  const { failed } = context.typed;
  return {
    row: {
      kind: columns.head.kind,
      file,
      sheet,
      number: row.number,
      id,
      values: read.values,
      keys: withMore(context.keys, read.said),
      failed:
        read.problems.length === 0
          ? failed
          : new Set([...failed, ...read.problems.map(({ field }) => field.key)]),
      refused: problems.length > 0,
      columns: columns.byKey,
    },
    findings,
    yearless: read.yearless,
  };
}

/** The keys with others: the same list for the many rows that say no more. */
function withMore(keys: readonly string[], more: readonly string[]): readonly string[] {
  return more.every((key) => keys.includes(key)) ? keys : [...new Set([...keys, ...more])];
}
