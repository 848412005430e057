import type { CalendarDate } from './calendar-date.ts';
import { isCalendarDate } from './calendar-date.ts';
import type { FieldValue } from './fields/field-type.ts';
import { dayKey, type Kind, type Values } from './kinds/kind.ts';
import { entryIdShape } from './shape.ts';

/** What one field was before a change and is after it; null where it had or has no value. */
export interface Change {
  readonly field: string;
  readonly from: FieldValue | null;
  readonly to: FieldValue | null;
}

/** What can happen to an entry. */
export type Op = 'add' | 'edit' | 'remove' | 'restore' | 'undo' | 'redo' | 'merge' | 'redact';

/**
 * One thing that happened to an entry. `step` is the `seq` of the ledger's version that did it. Undo and redo say by
 * themselves what they did: with `changes` they changed fields, with a `reason` they took the entry out, with neither they
 * put it back.
 */
export interface HistoryItem {
  readonly rev: number;
  readonly at: string;
  readonly op: Op;
  readonly step: number;
  readonly reason?: string | undefined;
  readonly changes?: readonly Change[] | undefined;
}

/** When and why an entry was taken out; it stays in the file and can be restored. */
export interface Removal {
  readonly at: string;
  readonly reason: string;
}

/** 登记: one row of a ledger. A file written by hand may lack times and history. */
export interface Entry {
  readonly id: string;
  readonly kind: string;
  /** Rises by one with every change; the first version is 1. */
  readonly rev: number;
  readonly removed?: Removal | undefined;
  readonly createdAt?: string | undefined;
  readonly updatedAt?: string | undefined;
  readonly values: Values;
  readonly history?: readonly HistoryItem[] | undefined;
}

/** The id of a new entry: kind, day and four characters, `visit-240703-7kq2`. It never changes. */
export function newEntryId(kind: Kind, day: CalendarDate, random: string): string {
  return `${kind.id}-${day.slice(2).replaceAll('-', '')}-${random}`;
}

/** Whether a text may be the id of an entry, made by the tool or by hand. */
export function isEntryId(text: string): boolean {
  return entryIdShape.accepts(text);
}

/** The text of a field, empty where it has none. */
export function textOf(entry: Entry, key: string): string {
  const value = entry.values[key];
  return value === undefined ? '' : String(value);
}

/** The day of a field, or undefined where it has none. */
export function dayOf(entry: Entry, key: string): CalendarDate | undefined {
  const value = textOf(entry, key);
  return isCalendarDate(value) ? value : undefined;
}

/** The day the entry happened or was opened; undefined only for a removed entry that was stripped of its values. */
export function entryDay(kind: Kind, entry: Entry): CalendarDate | undefined {
  return dayOf(entry, dayKey(kind, entry.values));
}

/** What an undo or redo did, by the word for it had it been done at first: it says by what it has whether fields, or the entry. */
export function deedOf({ op, reason, changes }: HistoryItem): Op {
  if (op !== 'undo' && op !== 'redo') return op;
  if (changes !== undefined) return 'edit';
  return reason === undefined ? 'restore' : 'remove';
}
