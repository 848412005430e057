import type { CalendarDate } from '../calendar-date.ts';
import type { FieldValue } from '../fields/field-type.ts';
import { dayIn, dayKeys, type Field, type Kind } from '../kinds/kind.ts';
import { fromPlainCell } from '../plain-cell.ts';
import { error, type Finding, type Problem } from '../problem.ts';
import type { ReadValue } from '../read-table.ts';
import { brokenCell, readCell, type CellContext } from './cell-value.ts';
import type { Head, HeadColumn } from './head-row.ts';
import { placeOf, type ImportRow } from './import-row.ts';
import { isMadeId } from './row-kind.ts';
import { namesOwner, type RowOwner } from './row-owner.ts';
import { readPlaces } from './row-places.ts';
import { lacksYear } from './sheet-day.ts';
import { cellName, textIn, type GridRow } from './sheet-grid.ts';

/** What reading the rows of a section needs to know. */
export interface RowContext extends Omit<CellContext, 'tenThousands' | 'exact' | 'day'> {
  readonly file: string;
  readonly sheet: string;
  readonly owner: RowOwner;
  /** The ids that the ledger has: only by these is one known that was made by hand. */
  readonly entryIds: ReadonlySet<string>;
  /** The town that the title names, where there is no column for it. */
  readonly town: string | undefined;
  /** The cells of a CSV, in which what a spreadsheet program would reckon is neutralised. */
  readonly plain: boolean;
  /** What the official sheet puts in front of the note of a row that counts elsewhere. */
  readonly notCounted: string;
  /** The keys of fields that no row of the section can have, as was told once. */
  readonly failed: readonly string[];
}

/** A row as an entry, everything in it that could not be read, and how many of its days took the year of the sheet. */
export function readRow(
  head: Head,
  row: GridRow,
  context: RowContext,
): { readonly row: ImportRow; readonly findings: readonly Finding[]; readonly yearless: number } {
  const { kind } = head;
  const cells = cellsOf(head, row);
  const base = { file: context.file, sheet: context.sheet, number: row.number, cells };
  const failed = new Set(context.failed);
  const findings: Finding[] = [];
  const tell = (problem: Problem, key: string, said: string): void => {
    findings.push({ ...error(problem, placeOf(base, key)), ...(said === '' ? {} : { value: said }) });
  };
  const identity = readIdentity(head, row, context);
  for (const { problem, key, value } of identity.problems) tell(problem, key, value);
  const exact = identity.id !== undefined;
  const read = readFields(head, row, { ...context, exact });
  for (const { field, problem, value } of read.problems) {
    failed.add(field.key);
    const there = value ?? valueAt(head, row, field);
    tell(problem, field.key, field.personal === true || !there ? '' : textIn(there));
  }
  const keys = new Set([
    ...keysOf(head),
    ...(context.town === undefined ? [] : townKeys(kind)),
    ...read.said,
  ]);
  return {
    row: {
      ...base,
      kind,
      ...(identity.id === undefined ? {} : { id: identity.id }),
      values: read.values,
      keys: [...keys],
      failed,
      refused: identity.problems.length > 0,
    },
    findings,
    yearless: read.yearless,
  };
}

interface ReadFields {
  readonly values: Readonly<Record<string, FieldValue>>;
  /** The keys that a value said something of beside its own. */
  readonly said: readonly string[];
  readonly yearless: number;
  readonly problems: readonly { field: Field; problem: Problem; value?: ReadValue }[];
}

function readFields(head: Head, row: GridRow, context: RowContext & { readonly exact: boolean }): ReadFields {
  const { kind } = head;
  const values: Record<string, FieldValue> = {};
  const said: string[] = [];
  let yearless = 0;
  const problems: { field: Field; problem: Problem; value?: ReadValue }[] = [];
  const town = kind.fields.find(({ type }) => type.offer.type === 'town');
  const village = kind.fields.find(({ type }) => type.offer.type === 'village');
  for (const field of kind.fields) {
    if (field === village && !context.exact) continue;
    const isPlace = field === town && !context.exact;
    const column = isPlace ? undefined : columnOf(head, field);
    const value = column && row.cells.get(column.column)?.value;
    if (isPlace) {
      const places = readPlaces(
        saidPlaces(head, row, { town, village }, context),
        { town, village },
        context,
      );
      Object.assign(values, places.values);
      said.push(...Object.keys(places.values));
      problems.push(...places.problems, ...brokenPlaces(head, row, [town, village]));
      continue;
    }
    if (!column || !value || context.failed.includes(field.key)) continue;
    const day = dayKeys(kind).flatMap((key) => dayIn(values, key) ?? [])[0];
    const cell = readCell(field, meant(field, value, context), {
      ...context,
      tenThousands: column.tenThousands,
      ...(day ? { day } : {}),
    });
    if (!cell) continue;
    if ('problem' in cell) problems.push({ field, problem: cell.problem, value });
    else {
      Object.assign(values, cell.implies, { [field.key]: cell.value });
      said.push(...Object.keys(cell.implies ?? {}));
      if (takesYear(field, value, day, context)) yearless += 1;
    }
  }
  return { values, said, yearless, problems };
}

/** Whether a day got its year from the sheet: it has none of its own, and is no time limit, which follows from its row. */
function takesYear(
  { type: { offer } }: Field,
  value: ReadValue,
  day: CalendarDate | undefined,
  { exact }: { readonly exact: boolean },
): boolean {
  return offer.type === 'day' && !exact && !(offer.ahead && day) && lacksYear(value);
}

function saidPlaces(
  head: Head,
  row: GridRow,
  fields: { readonly town: Field | undefined; readonly village: Field | undefined },
  context: RowContext,
): Parameters<typeof readPlaces>[0] {
  const textOf = (field: Field | undefined): string => {
    const column = field && columnOf(head, field);
    const value = column && row.cells.get(column.column)?.value;
    const text = value && value.type !== 'error' ? textIn(meant(field, value, context)).trim() : '';
    return /^(?:[/／\\—–-]+|无)$/u.test(text) ? '' : text;
  };
  return { town: textOf(fields.town), village: textOf(fields.village), ofSheet: context.town };
}

/** Formulas in the cells of a place that came to nothing. */
function brokenPlaces(
  head: Head,
  row: GridRow,
  fields: readonly (Field | undefined)[],
): readonly { field: Field; problem: Problem; value: ReadValue }[] {
  return fields.flatMap((field) => {
    const column = field && columnOf(head, field);
    const value = column && row.cells.get(column.column)?.value;
    const problem = value && brokenCell(value);
    return field && value && problem ? [{ field, problem, value }] : [];
  });
}

/** A cell's value as the one who wrote the sheet meant it: without the marks that the tool itself puts in front. */
function meant(field: Field, value: ReadValue, { plain, notCounted }: RowContext): ReadValue {
  if (value.type !== 'text') return value;
  const text = plain ? fromPlainCell(value.text) : value.text;
  const isMarked = field.key === 'note' && text.startsWith(notCounted);
  return { type: 'text', text: isMarked ? text.slice(notCounted.length).replace(/^；/u, '') : text };
}

/** Who the row's judge is, and which entry it is, where the sheet has columns for that. */
function readIdentity(
  head: Head,
  row: GridRow,
  { owner, entryIds }: RowContext,
): { readonly id?: string; readonly problems: readonly { problem: Problem; key: string; value: string }[] } {
  const textOf = (type: 'judge' | 'id'): string => {
    const column = head.columns.find(({ meaning }) => meaning?.type === type);
    const value = column && row.cells.get(column.column)?.value;
    return value ? textIn(value).trim() : '';
  };
  const [judge, id] = [textOf('judge'), textOf('id')];
  const problems: { problem: Problem; key: string; value: string }[] = [];
  if (judge !== '' && !namesOwner(judge, owner))
    problems.push({
      problem: { code: 'row-of-another', judge: judge.slice(0, 20), owner: owner.name, rows: [row.number] },
      key: 'ledgerJudge',
      value: judge,
    });
  // 3, 第3号 and zf003 are counts of somebody's own sheet; one that is only written otherwise than the tool does is a slip.
  const isKnown = isMadeId(id, head.kind) || entryIds.has(id);
  if (!isKnown && id.toLowerCase().startsWith(`${head.kind.id}-`))
    problems.push({ problem: { code: 'entry-id-invalid', id: id.slice(0, 64) }, key: 'id', value: id });
  return { ...(isKnown ? { id } : {}), problems };
}

function columnOf(head: Head, field: Field): HeadColumn | undefined {
  return head.columns.find(({ meaning }) => meaning?.type === 'field' && meaning.field === field);
}

function keysOf(head: Head): readonly string[] {
  return head.columns.flatMap(({ meaning }) => (meaning?.type === 'field' ? [meaning.field.key] : []));
}

function townKeys(kind: Kind): readonly string[] {
  return kind.fields.filter(({ type }) => type.offer.type === 'town').map(({ key }) => key);
}

function valueAt(head: Head, row: GridRow, field: Field): ReadValue | undefined {
  const column = columnOf(head, field);
  return column && row.cells.get(column.column)?.value;
}

/** The cells of a row by what they hold. */
function cellsOf(head: Head, row: GridRow): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const { column, meaning } of head.columns) {
    const name = cellName(column, row.number);
    if (meaning?.type === 'field') cells.set(meaning.field.key, name);
    if (meaning?.type === 'judge') cells.set('ledgerJudge', name);
    if (meaning?.type === 'id') cells.set('id', name);
  }
  return cells;
}
