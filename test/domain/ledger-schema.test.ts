import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { ledgerSchema, rosterSchema, submissionSchema } from '../../src/domain/ledger-schema.ts';

/** What lies at a path of keys in a plain value. */
function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

const SCHEMA: unknown = JSON.parse(JSON.stringify(ledgerSchema(KINDS)));

describe.each(KINDS.map((kind, index) => [kind.id, kind, index] as const))('%s', (id, kind, index) => {
  const entry = at(SCHEMA, 'properties', 'entries', 'items', 'anyOf', index);

  test('is told from the others by its id, and has its fields under their labels', () => {
    expect(at(entry, 'title')).toBe(kind.ledger.zh);
    expect(at(entry, 'properties', 'kind')).toEqual({ enum: [id] });
    expect(at(entry, 'additionalProperties')).toBe(false);
    for (const { key, label } of kind.fields) expect(at(entry, 'properties', key, 'title')).toBe(label.zh);
  });

  test('asks for what is always required, unless it was removed', () => {
    const required = kind.fields.filter((field) => field.required === true).map(({ key }) => key);
    expect(at(entry, 'anyOf')).toEqual([{ required }, { required: ['removed'] }]);
  });

  test('says of every field what its values are', () => {
    for (const { key, type } of kind.fields) {
      const schema = at(entry, 'properties', key);
      const says = [at(schema, 'type'), at(schema, 'enum'), at(schema, 'anyOf')].filter(Boolean);
      expect(says, `${id} ${key} ${type.expects}`).toHaveLength(1);
    }
  });
});

test('the roster’s schema names its parts and takes no others', () => {
  const schema: unknown = JSON.parse(JSON.stringify(rosterSchema()));
  expect(at(schema, 'required')).toEqual(['format', 'court', 'towns', 'judges']);
  expect(at(schema, 'additionalProperties')).toBe(false);
  expect(at(schema, 'properties', 'judges', 'items', 'required')).toEqual(['id', 'name', 'assignments']);
});

test('the schema of a submission demands the seal, and entries that are known', () => {
  const schema = submissionSchema();
  expect(schema['required']).toEqual(expect.arrayContaining(['seal', 'entries', 'entryDigests']));
  expect(schema).toMatchObject({
    type: 'object',
    properties: { entries: { items: { required: ['id', 'kind'] } }, counts: { type: 'object' } },
  });
});
