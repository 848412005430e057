import { makeShape } from './entry-format.ts';
import type { FieldValue } from './fields/field-type.ts';
import { fieldOf, type Field, type Kind } from './kinds/kind.ts';
import { LEDGER_FORMAT, ledgerShapeWith } from './ledger-format.ts';
import { ROSTER_FORMAT, rosterShape } from './roster-format.ts';
import { SUBMISSION_FORMAT } from './submission.ts';
import { submissionShape } from './submission-format.ts';
import { valueOf, type JsonSchema, type Shape } from './shape.ts';

/** The dialect of the schemas. */
const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * The JSON Schema of a ledger's file, for editors and for programs that write ledgers: what the program reads is what it
 * accepts. What one field asks of another (a closing day of its result) stands in the descriptions and is found by `check`.
 */
export function ledgerSchema(kinds: readonly Kind[]): JsonSchema {
  const entry = valueOf('object', isAnything, () => ({ anyOf: kinds.map(entrySchema) }));
  return {
    $schema: DRAFT,
    title: `法官进综治中心工作台账（${LEDGER_FORMAT}）`,
    description: '一位联系法官一个文件，文件名为联系法官的代号。字段之间的要求由 ledger check 核对。',
    ...ledgerShapeWith(entry).schema(),
  };
}

/** The JSON Schema of `roster.json`. */
export function rosterSchema(): JsonSchema {
  return {
    $schema: DRAFT,
    title: `挂点名册（${ROSTER_FORMAT}）`,
    description: '法院、规则、联系领导、镇、法官。名册自身是否矛盾由 ledger roster check 核对。',
    ...rosterShape.schema(),
  };
}

/** The JSON Schema of a submission's file. */
export function submissionSchema(): JsonSchema {
  return {
    $schema: DRAFT,
    title: `报送件（${SUBMISSION_FORMAT}）`,
    description: '一位联系法官一个季度的一次报送。内容由 seal 封存，任何改动都会被发现。',
    ...submissionShape.schema(),
  };
}

/** An entry of one kind; one that was removed may lack any of its values. */
function entrySchema(kind: Kind): JsonSchema {
  const required = kind.fields.filter((field) => field.required === true).map(({ key }) => key);
  return {
    title: kind.ledger.zh,
    ...makeShape(kind, true, (field) => titled(kind, field)).schema(),
    anyOf: [{ required }, { required: ['removed'] }],
  };
}

function titled(kind: Kind, field: Field): Shape<FieldValue> {
  const description = [choicesOf(field), whenOf(kind, field), field.hint?.zh ?? '']
    .filter((part) => part !== '')
    .join('。');
  return {
    ...field.type.shape,
    schema: () => ({
      title: field.label.zh,
      ...(description === '' ? {} : { description }),
      ...field.type.shape.schema(),
    }),
  };
}

function choicesOf({ type: { offer } }: Field): string {
  if (offer.type !== 'choice' && offer.type !== 'several') return '';
  return offer.choices.map(({ id, label }) => (id === label.zh ? id : `${id} ${label.zh}`)).join('、');
}

/** What a schema cannot say of a field: what it hangs on, and whether it is required under conditions. */
function whenOf(kind: Kind, { required, needs, appliesWhen, notBefore }: Field): string {
  return [
    ...(typeof required === 'function' ? ['视其他各项而定，有时必填'] : []),
    ...(needs === undefined ? [] : [`填了“${fieldOf(kind, needs).label.zh}”才填`]),
    ...(appliesWhen && needs === undefined && typeof required !== 'function'
      ? ['视其他各项而定，有时不填']
      : []),
    ...(notBefore ?? []).map((key) => `不早于“${fieldOf(kind, key).label.zh}”`),
  ].join('，');
}

function isAnything(value: unknown): value is unknown {
  return value !== undefined;
}
