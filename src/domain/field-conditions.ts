import type { FieldValue } from './fields/field-type.ts';
import { fieldOf, type Field, type Kind, type Values } from './kinds/kind.ts';

/** What another field must say for a field to be filled in. */
export type FieldCondition =
  | { readonly field: Field; readonly is: 'one-of'; readonly values: readonly FieldValue[] }
  | { readonly field: Field; readonly is: 'given' }
  /** Nothing is to be filled in where the other field says this: 无. */
  | { readonly field: Field; readonly is: 'not'; readonly values: readonly FieldValue[] };

/** What a text says where there is nothing to say. */
const NOTHING = '无';

/** What must hold beside it for the field to be asked for; nothing where it always is, or where no single field decides. */
export function conditionsOf(kind: Kind, field: Field): readonly FieldCondition[] {
  const needed: readonly FieldCondition[] =
    field.needs === undefined ? [] : [{ field: fieldOf(kind, field.needs), is: 'given' }];
  const found = [field.appliesWhen, field.offeredWhen].flatMap((holds) =>
    holds ? conditionsFor(kind, field, holds) : [],
  );
  return [...found, ...needed.filter((one) => !found.some((other) => other.field === one.field))];
}

/** What must hold beside it for the field to be required, where it is not always. */
export function requiredBeside(kind: Kind, { required, ...field }: Field): readonly FieldCondition[] {
  return typeof required === 'function' ? conditionsFor(kind, field, required) : [];
}

/** The definitions say it as functions; what they ask for is found by trying the values of each other field alone. */
function conditionsFor(
  kind: Kind,
  { key }: Field,
  holds: (values: Values) => boolean,
): readonly FieldCondition[] {
  return kind.fields
    .filter((other) => other.key !== key)
    .flatMap((other) => conditionOn(other, (value) => holds({ [other.key]: value }), holds({})));
}

function conditionOn(
  field: Field,
  holdsFor: (value: FieldValue) => boolean,
  holdsWithout: boolean,
): readonly FieldCondition[] {
  const values = valuesOf(field);
  const fitting = values.filter(holdsFor);
  if (fitting.length > 0 && fitting.length < values.length) return [{ field, is: 'one-of', values: fitting }];
  if (fitting.length > 0) return holdsWithout ? [] : [{ field, is: 'given' }];
  return holdsWithout && field.type.sheet === 'text' ? [{ field, is: 'not', values }] : [];
}

/** The values that a definition may ask about; of free text what says that there is nothing, else any. */
function valuesOf({ type }: Field): readonly FieldValue[] {
  const { offer } = type;
  if (offer.type === 'choice') return offer.choices.map(({ id }) => id);
  if (offer.type === 'several') return offer.choices.map(({ id }) => [id]);
  if (offer.type === 'yes-no') return [true, false];
  return [offer.type === 'text' && offer.long ? NOTHING : type.example.zh];
}
