import type { FieldValue } from '../fields/field-type.ts';

/** The values of an entry by the keys of its kind's fields; what is not there has not been said. */
export type Values = Readonly<Record<string, FieldValue>>;
