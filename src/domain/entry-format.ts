import type { Entry, HistoryItem } from './entry.ts';
import type { FieldValue } from './fields/field-type.ts';
import type { Field, Kind } from './kinds/kind.ts';
import {
  choiceShape,
  entryIdShape,
  listOf,
  nullable,
  objectOf,
  optional,
  textShape,
  timestampShape,
  valueOf,
  wholeNumberShape,
  type Members,
  type ObjectOf,
  type Shape,
} from './shape.ts';

const change = objectOf({
  field: textShape(40),
  from: nullable(valueOf('text', isFieldValue)),
  to: nullable(valueOf('text', isFieldValue)),
});

const historyItem = objectOf({
  rev: wholeNumberShape(1, 1e9),
  at: timestampShape,
  op: choiceShape('add', 'edit', 'remove', 'restore', 'undo', 'redo', 'merge', 'redact'),
  step: wholeNumberShape(0, 1e9),
  reason: optional(textShape(5000)),
  changes: optional(listOf(change)),
});

/** What every entry has in front of and behind its kind's fields. */
const envelope = {
  id: entryIdShape,
  rev: optional(wholeNumberShape(1, 1e9)),
  removed: optional(objectOf({ at: timestampShape, reason: textShape(5000) })),
  createdAt: optional(timestampShape),
  updatedAt: optional(timestampShape),
  history: optional(listOf(historyItem)),
};

/** Keys that no field of a kind may have, since every entry has them. */
export const ENTRY_KEYS: ReadonlySet<string> = new Set(['kind', ...Object.keys(envelope)]);

/** An entry as it stands in a file; the values of its kind's fields stand beside these. */
export type EntryDocument = ObjectOf<typeof envelope>;

/** The shapes of a kind are made once: a ledger has hundreds of entries of it. */
const WHOLE = new WeakMap<Kind, Shape<EntryDocument>>();
const REMOVED = new WeakMap<Kind, Shape<EntryDocument>>();

/** The shape of an entry of one kind. A removed entry may lack any of its values: they may have been erased by law. */
export function entryShape(kind: Kind, removed: boolean): Shape<EntryDocument> {
  const shapes = removed ? REMOVED : WHOLE;
  let made = shapes.get(kind);
  if (!made) shapes.set(kind, (made = makeShape(kind, removed)));
  return made;
}

/** The same, with each field's shape made by `shapeOf`: the JSON Schema gives them titles. */
export function makeShape(
  kind: Kind,
  removed: boolean,
  shapeOf: (field: Field) => Shape<FieldValue> = ({ type }) => type.shape,
): Shape<EntryDocument> {
  const fields: Members = Object.fromEntries(
    kind.fields.map((field) => {
      const shape = shapeOf(field);
      return [field.key, field.required === true && !removed ? shape : optional(shape)];
    }),
  );
  return objectOf({ ...fields, kind: choiceShape(kind.id), ...envelope });
}

/** An entry out of a document that its kind's shape accepts. */
export function entryFromDocument(kind: Kind, document: EntryDocument): Entry {
  const { id, rev = 1, removed, createdAt, updatedAt, history } = document;
  const values: Record<string, FieldValue> = {};
  // Where the shape accepts a document, what is none of every entry's keys is a field.
  for (const key in document) {
    if (ENTRY_KEYS.has(key)) continue;
    const value: unknown = Reflect.get(document, key);
    if (isFieldValue(value)) values[key] = value;
  }
  return { id, kind: kind.id, rev, removed, createdAt, updatedAt, values, history };
}

/** The entry as it stands in the file, keys in their fixed order, absent ones left out. */
export function entryToDocument(kind: Kind, entry: Entry): Record<string, unknown> {
  const { id, rev, removed, createdAt, updatedAt, values, history } = entry;
  const document: Record<string, unknown> = { id, kind: kind.id, rev };
  if (removed) document['removed'] = { at: removed.at, reason: removed.reason };
  if (createdAt !== undefined) document['createdAt'] = createdAt;
  if (updatedAt !== undefined) document['updatedAt'] = updatedAt;
  for (const { key } of kind.fields) {
    const value = values[key];
    if (value !== undefined) document[key] = value;
  }
  if (history) document['history'] = history.map(historyToDocument);
  return document;
}

function historyToDocument({ rev, at, op, step, reason, changes }: HistoryItem): object {
  return {
    rev,
    at,
    op,
    step,
    ...(reason === undefined ? {} : { reason }),
    ...(changes === undefined
      ? {}
      : { changes: changes.map(({ field, from, to }) => ({ field, from, to })) }),
  };
}

function isFieldValue(value: unknown): value is FieldValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return true;
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
