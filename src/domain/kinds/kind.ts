import type { FieldType, FieldValue } from '../fields/field-type.ts';
import type { Language, Words } from '../words.ts';
import { choice } from '../fields/choice.ts';
import { text } from '../fields/text.ts';

/** The values of an entry by the keys of its kind's fields; what is not there has not been said. */
export type Values = Readonly<Record<string, FieldValue>>;

/** One field of a kind: its key in files and flags, its label, its type, and when it is asked for. */
export interface Field {
  readonly key: string;
  readonly label: Words;
  /** The head of its column, where that differs from the label. */
  readonly head?: Words;
  /** One line shown with the question and in blank forms. */
  readonly hint?: Words;
  readonly type: FieldType;
  readonly required?: boolean;
  /** Only where this holds does the field apply: a department's name, say, only for what a department told. */
  readonly appliesWhen?: (values: Values) => boolean;
  /** The key of the day that this one may not precede. */
  readonly notBefore?: string;
  /** Holds persons' data: messages tell kind and length, never the text. */
  readonly personal?: boolean;
  /** Asked on a terminal although not required. */
  readonly asked?: boolean;
}

/**
 * When an entry is: an event on one day, or a case from its opening to its closing day, carried over while open
 * (旧存、新收、办结、未结).
 */
export type Span =
  | { readonly type: 'event'; readonly day: string }
  | { readonly type: 'case'; readonly opened: string; readonly closed: string };

/** What a kind says of itself; `defineKind` adds what every kind has. */
export interface KindDefinition {
  readonly id: string;
  /** The short name on screens: 走访座谈. */
  readonly name: Words;
  /** The title of its ledger, which is also the name of its sheet: 走访座谈台账. */
  readonly ledger: Words;
  readonly span: Span;
  readonly fields: readonly Field[];
  /** The columns of the official sheet between 序号 and the last three (联系法官, 登记来源, 备注), as keys of fields. */
  readonly heads: readonly string[];
  /** The keys shown by `list`, the last one cut to what the screen leaves. */
  readonly listed: readonly string[];
  /** The day the contact leader was told, where entries of this kind are reported (二(二)2): it gives the kind a `report` command. */
  readonly reported?: string;
  /** What an entry is, in a few words, for messages: `走访太平镇马山社区`. */
  readonly headline: (values: Values, language: Language) => string;
  /** The field that tells twins apart: much the same text on one day at one place is likely one event written twice. */
  readonly gist: string;
}

/**
 * One of the ledgers, as data. The schema of the file, the flags, the questions, lists, sheets and templates all come from
 * here, so that a new ledger is one definition.
 */
export interface Kind extends KindDefinition {
  /** All fields, the common ones last, in the order of the file. */
  readonly fields: readonly Field[];
}

/** A kind with the fields that every kind has: where the entry came from, and a note. */
export function defineKind(definition: KindDefinition): Kind {
  return { ...definition, fields: [...definition.fields, ...COMMON_FIELDS] };
}

/** The kind with this id. */
export function kindOf(kinds: readonly Kind[], id: string): Kind {
  const kind = kinds.find((candidate) => candidate.id === id);
  if (!kind) throw new RangeError(`no kind ${id}`);
  return kind;
}

/** The field with this key. */
export function fieldOf(kind: Kind, key: string): Field {
  const field = kind.fields.find((candidate) => candidate.key === key);
  if (!field) throw new RangeError(`no field ${key} in ${kind.id}`);
  return field;
}

/** The value of a field as people read it, empty where it has none. */
export function showField(field: Field, values: Values, language: Language): string {
  const value = values[field.key];
  return value === undefined ? '' : field.type.show(value, language);
}

/** The key of the day an entry of this kind happened or was opened. */
export function dayKey(kind: Kind): string {
  return kind.span.type === 'event' ? kind.span.day : kind.span.opened;
}

/** What a department reported is listed and marked, but a department's visit never counts toward the quota (三(三)3). */
export const FROM_DEPARTMENT = 'department';

const COMMON_FIELDS: readonly Field[] = [
  {
    key: 'source',
    label: { zh: '登记来源', en: 'source' },
    type: choice([
      { id: 'own', label: { zh: '联系法官登记', en: 'own entry' } },
      { id: FROM_DEPARTMENT, label: { zh: '部门告知', en: 'told by a department' } },
    ]),
  },
  {
    key: 'sourceDepartment',
    label: { zh: '告知部门', en: 'department' },
    type: text({ example: { zh: '民事审判庭', en: '民事审判庭' } }),
    appliesWhen: (values) => values['source'] === FROM_DEPARTMENT,
  },
  {
    key: 'note',
    label: { zh: '备注', en: 'note' },
    type: text({ long: true, example: { zh: '与综治中心主任同行', en: 'with the head of the centre' } }),
    personal: true,
  },
];
