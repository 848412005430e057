import { cellName, columnLetters } from '../cell-name.ts';
import { dayKeys, type Field, type Kind } from '../kinds/kind.ts';
import { nearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import type { Language } from '../words.ts';
import type { GridRow } from './grid-row.ts';
import { hasOpeningDay, type Head } from './head-row.ts';
import { headKeys } from './head-text.ts';
import type { SheetNotes } from './sheet-notes.ts';
import { saysSomething, textIn } from './value-text.ts';

/** A head that nobody knows, above cells that say something. */
export interface UnknownHead {
  readonly file: string;
  readonly sheet: string;
  readonly kind: Kind;
  readonly head: string;
  /** The fields that no column of the sheet has taken. */
  readonly free: readonly Field[];
  /** Up to three different texts of the column, for the one who is asked about it. */
  readonly samples: readonly string[];
}

/** That a row may be the heads of a ledger, and which of them nobody knows. */
export function headsUnknown({ kind, row, columns }: Head, language: Language): Problem {
  const taken = columns.flatMap(({ meaning }) => (meaning?.type === 'field' ? [meaning.field] : []));
  const free = kind.fields.filter((field) => !taken.includes(field));
  const unknown = columns.filter(({ meaning }) => meaning === undefined).map(({ head }) => head);
  const known = columns.length - unknown.length;
  const heads = headsOf(free, language);
  return { code: 'sheet-heads-unknown', ledger: kind.ledger[language], row, known, unknown, heads };
}

/** What the columns of fields may be called. */
function headsOf(fields: readonly Field[], language: Language): readonly string[] {
  return fields.map(({ head, label }) => (language === 'zh' ? (head ?? label).zh : label.en));
}

/** The columns that must be there, told once and not for every row. Gives the keys of their fields. */
export function missingColumns(
  head: Head,
  town: string | undefined,
  language: Language,
  notes: SheetNotes,
): readonly string[] {
  const { kind } = head;
  const lacking = kind.fields.filter((field) => {
    if (head.columns.some(({ meaning }) => meaning?.type === 'field' && meaning.field === field))
      return false;
    if (field.type.offer.type === 'town') return town === undefined;
    return field.required === true || (field.key === dayKeys(kind)[0] && !hasOpeningDay(head));
  });
  for (const { label } of lacking)
    notes.tell(
      { code: 'column-missing', label: label[language], ledger: kind.ledger[language] },
      cellName(head.row, head.columns[0]?.column ?? 1),
    );
  return lacking.map(({ key }) => key);
}

/** Fields that several columns claim: no row can be read there. Gives their keys. */
export function claimedColumns(head: Head, language: Language, notes: SheetNotes): readonly string[] {
  for (const { field, columns } of head.claimed)
    notes.tell(
      {
        code: 'column-twice',
        label: field.label[language],
        columns: columns.map(columnLetters),
      },
      cellName(head.row, columns.at(-1) ?? 1),
    );
  return head.claimed.map(({ field }) => field.key);
}

/** Tells of every column that is left out although it says something. */
export function unknownHeads(
  head: Head,
  rows: readonly GridRow[],
  where: { readonly file: string; readonly sheet: string },
  language: Language,
  notes: SheetNotes,
): readonly UnknownHead[] {
  const { kind } = head;
  const taken = head.columns.flatMap(({ meaning }) => (meaning?.type === 'field' ? [meaning.field] : []));
  const free = kind.fields.filter((field) => !taken.includes(field));
  const known = new Map(head.columns.map((column) => [column.column, column]));
  return filledColumns(rows).flatMap((column) => {
    const found = known.get(column);
    if (found?.meaning && found.meaning.type !== 'left-out') return [];
    const text = found?.head ?? '';
    const letter = columnLetters(column);
    const cell = cellName(head.row, column);
    if (found?.meaning) {
      notes.doubt({ code: 'column-left-out-again', head: text, column: letter }, cell);
      return [];
    }
    const heads = headsOf(free, 'zh');
    const close = text === '' ? undefined : nearest(headKeys(text)[0] ?? '', heads);
    const labels = headsOf(free, language);
    notes.doubt(
      {
        code: 'column-left-out',
        head: text,
        column: letter,
        fields: labels,
        ...(close ? { nearest: close } : {}),
      },
      cell,
    );
    return text === '' ? [] : [{ ...where, kind, head: text, free, samples: samplesOf(rows, column) }];
  });
}

const SAMPLES = 3;

function samplesOf(rows: readonly GridRow[], column: number): readonly string[] {
  const samples = new Set<string>();
  for (const { own } of rows) {
    const value = own.find((cell) => cell.column === column)?.value;
    const text = value ? textIn(value).trim() : '';
    if (text !== '') samples.add(text);
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}

/** The columns in which any of the rows says something. */
function filledColumns(rows: readonly GridRow[]): readonly number[] {
  const filled = new Set<number>();
  for (const { own } of rows)
    for (const { column, value } of own) if (!filled.has(column) && saysSomething(value)) filled.add(column);
  return [...filled].sort((one, other) => one - other);
}

/** Whether the sheet has a column for the town. */
export function hasTown(head: Head): boolean {
  return head.columns.some(
    ({ meaning }) => meaning?.type === 'field' && meaning.field.type.offer.type === 'town',
  );
}
