import type { CalendarDate } from '../calendar-date.ts';
import type { ValueKind } from '../problems/ledger.ts';
import type { Roster } from '../roster.ts';
import type { Shape } from '../shape.ts';
import type { Problem } from '../problem.ts';
import type { Language, Words } from '../words.ts';

/** A value of an entry, as it stands in the file. */
export type FieldValue = string | number | boolean | readonly string[];

/** What reading a typed value may need to know. */
export interface ReadContext {
  readonly today: CalendarDate;
  readonly roster: Roster;
  readonly language: Language;
  /** The day on which the entry happened or opened, where it is known already. */
  readonly day?: CalendarDate;
}

/** One of the values of a choice: its id in files, its words on screens and sheets. */
export interface Choice {
  readonly id: string;
  readonly label: Words;
}

/** What a form, a question or a drop-down offers for a field. */
export type Offer =
  | { readonly type: 'text'; readonly long: boolean; readonly name: boolean }
  | { readonly type: 'day'; readonly ahead: boolean }
  | {
      readonly type: 'choice';
      readonly choices: readonly Choice[];
      /** Further names that reading understands, each within one of the choices: 相邻纠纷 within 邻里. */
      readonly within?: readonly { readonly name: Words; readonly within: string }[];
    }
  | { readonly type: 'several'; readonly choices: readonly Choice[] }
  | { readonly type: 'yes-no' }
  /** A number or an amount: one short line. */
  | { readonly type: 'line' }
  | { readonly type: 'case-number' }
  | { readonly type: 'town' }
  | { readonly type: 'village' };

/** What a typed value was read as, with what it says of other fields: 相邻纠纷 is 邻里, and the subtype 相邻纠纷. */
export type ReadField =
  | {
      readonly value: FieldValue;
      readonly implies?: Readonly<Record<string, FieldValue>>;
      /** Values of another field that it takes back: 合同 alone no longer says 民间借贷. */
      readonly unsays?: { readonly key: string; readonly values: readonly string[] };
    }
  | { readonly problem: Problem };

/**
 * A type of field: everything that the value of a field can do, whatever kind of entry it stands in. A new type is one
 * file beside this one.
 */
export interface FieldType {
  readonly expects: ValueKind;
  readonly offer: Offer;
  /** How a sheet holds the value: a real day, a number, or text. */
  readonly sheet: 'text' | 'day' | 'number';
  /** A value as it would be typed, for examples in messages and help. */
  readonly example: Words;
  /** The value in a file. */
  readonly shape: Shape<FieldValue>;
  /** The value of what somebody typed. */
  read(typed: string, context: ReadContext): ReadField;
  /** The value as people read it. */
  show(value: FieldValue, language: Language): string;
}
