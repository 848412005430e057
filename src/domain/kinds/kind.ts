import type { FieldType } from '../fields/field-type.ts';
import { isCalendarDate, type CalendarDate } from '../calendar-date.ts';
import type { Clock } from './clock.ts';
import type { Figure } from './figure.ts';
import type { Holds } from './holds.ts';
import type { KindCheck } from './kind-check.ts';
import type { Language, Words } from '../words.ts';
import { choice } from '../fields/choice.ts';
import { text } from '../fields/text.ts';
import type { Values } from './values.ts';

export type { Values };

/** One field of a kind: its key in files and flags, its label, its type, and when it is asked for. */
export interface Field {
  readonly key: string;
  readonly label: Words;
  /** The head of its column, where that differs from the label. */
  readonly head?: Words;
  /** Names that it had in templates of earlier versions, and keeps. */
  readonly formerly?: readonly string[];
  /** What clerks call its column in sheets of their own, beside label and head; brackets, spaces and colons do not matter. */
  readonly otherHeads?: readonly string[];
  /** One line shown with the question and in blank forms. */
  readonly hint?: Words;
  readonly type: FieldType;
  /** Always, or where this holds: who asked for guidance, say, where it was asked for. */
  readonly required?: boolean | ((values: Values) => boolean);
  /** Only where this holds does the field apply: a department's name, say, only for what a department told. */
  readonly appliesWhen?: (values: Values) => boolean;
  /** Only where this holds is the field asked for and offered; it may be given all the same. */
  readonly offeredWhen?: (values: Values) => boolean;
  /** The key of the field without which this one can't stand: no closing day without a result. */
  readonly needs?: string;
  /** The keys of the days that this one may not precede. */
  readonly notBefore?: readonly string[];
  /** Holds persons' data: messages tell kind and length, never the text. */
  readonly personal?: boolean;
  /** What its text holds, which decides what masked editions show of it; free text unless said. */
  readonly holds?: Holds;
  /** The keys of the fields that say what a person is where no name may be: 一名县人大代表. */
  readonly describedBy?: readonly string[];
  /** Asked on a terminal although not required. */
  readonly asked?: boolean;
}

/** A case from its opening to its closing day, carried over while open (旧存、新收、办结、未结). */
export interface CaseSpan {
  readonly type: 'case';
  /** The key of the opening day; of several, the first that has a value. */
  readonly opened: readonly [string, ...string[]];
  /** The key of the day by which the entry is known before it opens, where there is one. */
  readonly known?: string;
  readonly closed: string;
  /** The key of what says how it ended. */
  readonly outcome?: string;
  /** The values of the outcome that end the case; every one does unless said. */
  readonly ending?: readonly string[];
  /** Further keys that are only said once it is over: a snapshot taken before leaves them out. */
  readonly closing?: readonly string[];
  /** Where this doesn't hold, the entry is no case but an event on its day. */
  readonly isCase?: (values: Values) => boolean;
  /** The key that entries of one case share: several hearings under one case number are one case. */
  readonly sharedBy?: string;
}

/** When an entry is: an event on one day, or a case. */
export type Span = { readonly type: 'event'; readonly day: string } | CaseSpan;

/** What a kind says of itself; `defineKind` adds what every kind has. */
export interface KindDefinition {
  readonly id: string;
  /** The short name on screens: 走访座谈. */
  readonly name: Words;
  /** The title of its ledger, which is also the name of its sheet: 走访座谈台账. */
  readonly ledger: Words;
  /** What clerks call it in sheets of their own, without 台账 or 登记表 behind it: 走访. */
  readonly otherTitles?: readonly string[];
  readonly span: Span;
  readonly fields: readonly Field[];
  /** The columns of the official sheet between 序号 and the last three (联系法官, 登记来源, 备注), as keys of fields. */
  readonly heads: readonly string[];
  /** The keys shown by `list`, the last one cut to what the screen leaves. */
  readonly listed: readonly string[];
  /** The day the contact leader was told, where entries of this kind are reported (二(二)2): it gives the kind a `report` command. */
  readonly reported?: string;
  /** What an entry is, in a few words, for messages: keys of fields, and words between them: `走访太平镇马山社区`. */
  readonly headline: readonly (string | Words)[];
  /** The field that tells twins apart: much the same text on one day at one place is likely one event written twice. */
  readonly gist: string;
  /** The numbers of a quarter that the summary tables show. */
  readonly figures?: readonly Figure[];
  /** What must be done by when. */
  readonly clocks?: readonly Clock[];
  /** Doubts that only this kind has. */
  readonly checks?: readonly KindCheck[];
  /**
   * Whether the numbers of its cases may be told outside of the court. Where a kind doesn't say so they are not: mediation,
   * confirmation and private prosecution have none that may.
   */
  readonly tellsCase?: (values: Values) => boolean;
  /** The key of the department that has to answer: it gives the kind its lines in 联系事项按部门 (三(三)2). */
  readonly answeredBy?: string;
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

/** What an entry is, in a few words. */
export function headline(kind: Kind, values: Values, language: Language): string {
  const parts = kind.headline.map((part) =>
    typeof part === 'string' ? showField(fieldOf(kind, part), values, language) : part[language],
  );
  return language === 'zh' ? parts.join('') : parts.filter((part) => part !== '').join(' ');
}

/** The value of a field as people read it, empty where it has none. */
export function showField(field: Field, values: Values, language: Language): string {
  const value = values[field.key];
  return value === undefined ? '' : field.type.show(value, language);
}

/** The day of a field among values, or undefined where it has none. */
export function dayIn(values: Values, key: string): CalendarDate | undefined {
  const value = values[key];
  return typeof value === 'string' && isCalendarDate(value) ? value : undefined;
}

/** The keys of the day an entry of this kind is known by, the first that has a value being the one. */
export function dayKeys(kind: Kind): readonly [string, ...string[]] {
  const { span } = kind;
  if (span.type === 'event') return [span.day];
  return span.known === undefined ? span.opened : [span.known];
}

/** The key of the day that these values are known by. */
export function dayKey(kind: Kind, values: Values): string {
  const keys = dayKeys(kind);
  return keys.find((key) => values[key] !== undefined) ?? keys[0];
}

/** Whether a field must have a value beside these. */
export function isRequired(field: Field, values: Values): boolean {
  return typeof field.required === 'function' ? field.required(values) : field.required === true;
}

/** Whether a field makes sense beside these values, and what it hangs on has been said. */
export function applies(field: Field, values: Values): boolean {
  return field.appliesWhen?.(values) !== false && !lacks(field, values);
}

/** Whether a field is asked for and offered beside these values. */
export function isOffered(field: Field, values: Values): boolean {
  return applies(field, values) && field.offeredWhen?.(values) !== false;
}

/** Whether the field that this one can't stand without is empty. */
export function lacks(field: Field, values: Values): boolean {
  return field.needs !== undefined && values[field.needs] === undefined;
}

/** The key of where an entry came from. */
export const SOURCE_KEY = 'source';

/** The key of the note, in front of which the official sheet marks what counts elsewhere. */
export const NOTE_KEY = 'note';

/** What a department reported is listed and marked, but a department's visit never counts toward the quota (三(三)3). */
export const FROM_DEPARTMENT = 'department';

/** What an entry that does not say where it came from is. */
export const OWN_SOURCE = 'own';

/** Where an entry came from. The official sheet names the department behind it, which then is read too: 部门告知（民事审判庭）. */
function sourceType(): FieldType {
  const base = choice([
    { id: OWN_SOURCE, label: { zh: '联系法官登记', en: 'own entry' } },
    { id: FROM_DEPARTMENT, label: { zh: '部门告知', en: 'told by a department' } },
  ]);
  return {
    ...base,
    read: (typed, context) => {
      const [, label, department] = /^([^（(]+)[（(](.+)[）)]$/su.exec(typed.trim()) ?? [];
      if (label === undefined || department === undefined) return base.read(typed, context);
      const read = base.read(label, context);
      return 'value' in read && read.value === FROM_DEPARTMENT
        ? { ...read, implies: { sourceDepartment: department } }
        : base.read(typed, context);
    },
  };
}

/** The fields that every kind has, in the order of its sheet: where the entry came from, and a note. */
export const COMMON_FIELDS: readonly Field[] = [
  {
    key: SOURCE_KEY,
    label: { zh: '登记来源', en: 'source' },
    otherHeads: ['信息来源', '来源'],
    type: sourceType(),
  },
  {
    key: 'sourceDepartment',
    label: { zh: '告知部门', en: 'department' },
    type: text({ name: true, example: { zh: '民事审判庭', en: '民事审判庭' } }),
    holds: 'body',
    appliesWhen: (values) => values[SOURCE_KEY] === FROM_DEPARTMENT,
  },
  {
    key: NOTE_KEY,
    label: { zh: '备注', en: 'note' },
    type: text({ long: true, example: { zh: '与综治中心主任同行', en: 'with the head of the centre' } }),
    personal: true,
  },
];
