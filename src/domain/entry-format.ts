import * as z from 'zod/mini';
import type { Entry } from './entry.ts';
import type { FieldValue } from './fields/field-type.ts';
import type { Kind } from './kinds/kind.ts';
import { entryIdSchema, textSchema, timestampSchema, wholeNumberSchema } from './schema.ts';

const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const change = z.strictObject({
  field: textSchema(40),
  from: z.nullable(fieldValue),
  to: z.nullable(fieldValue),
});

const historyItem = z.strictObject({
  rev: wholeNumberSchema(1, 1e9),
  at: timestampSchema,
  op: z.enum(['add', 'edit', 'remove', 'restore']),
  step: wholeNumberSchema(0, 1e9),
  reason: z.optional(textSchema(5000)),
  changes: z.optional(z.array(change)),
});

/** What every entry has in front of and behind its kind's fields. */
const envelope = {
  id: entryIdSchema,
  rev: z._default(wholeNumberSchema(1, 1e9), 1),
  removed: z.optional(z.strictObject({ at: timestampSchema, reason: textSchema(5000) })),
  createdAt: z.optional(timestampSchema),
  updatedAt: z.optional(timestampSchema),
  history: z.optional(z.array(historyItem)),
};

/** Keys that no field of a kind may have, since every entry has them. */
export const ENTRY_KEYS: readonly string[] = ['kind', ...Object.keys(envelope)];

/** The shape of an entry of one kind. A removed entry may lack any of its values: they may have been erased by law. */
export function entrySchema(kind: Kind, removed: boolean) {
  const fields = Object.fromEntries(
    kind.fields.map((field) => [
      field.key,
      field.required === true && !removed ? field.type.schema() : z.optional(field.type.schema()),
    ]),
  );
  return z.strictObject({ ...fields, kind: z.literal(kind.id), ...envelope });
}

/** An entry out of a parsed document of `entrySchema`. */
export function entryFromDocument(kind: Kind, document: z.output<ReturnType<typeof entrySchema>>): Entry {
  const { id, rev, removed, createdAt, updatedAt, history, ...rest } = document;
  const given = new Map<string, unknown>(Object.entries(rest));
  const values: Record<string, FieldValue> = {};
  for (const { key } of kind.fields) {
    const value = z.safeParse(fieldValue, given.get(key));
    if (value.success) values[key] = value.data;
  }
  return { id, kind: kind.id, rev, removed, createdAt, updatedAt, values, history };
}

/** The entry as it stands in the file, keys in their fixed order, absent ones left out. */
export function entryToDocument(kind: Kind, entry: Entry): Record<string, unknown> {
  const { id, rev, removed, createdAt, updatedAt, values, history } = entry;
  const fields = kind.fields.map(({ key }) => [key, values[key]]);
  const pairs = Object.entries({ id, kind: kind.id, rev, removed, createdAt, updatedAt });
  return Object.fromEntries(
    [...pairs, ...fields, ['history', history]].filter(([, value]) => value !== undefined),
  );
}
