import { describe, expect, test } from 'vitest';
import { conditionsOf, requiredBeside, type FieldCondition } from '../../src/domain/field-conditions.ts';
import { fieldOf, kindOf } from '../../src/domain/kinds/kind.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';

function said(conditions: readonly FieldCondition[]): readonly unknown[] {
  return conditions.map((condition) => [
    condition.field.key,
    condition.is,
    ...('values' in condition ? condition.values : []),
  ]);
}

describe('when a field is to be filled in', () => {
  test.each([
    ['mediation', 'procedure', [['basis', 'one-of', 'postFiling']]],
    ['dispute', 'closedOn', [['outcome', 'one-of', 'settled', 'transferred']]],
    ['matter', 'repliedOn', [['result', 'given']]],
    [
      'deputy',
      'dueOn',
      [
        ['opinion', 'not', '无'],
        ['channel', 'one-of', 'contact', 'motion', 'party'],
      ],
    ],
    [
      'deputy',
      'category',
      [
        ['channel', 'one-of', 'proposal', 'motion'],
        ['repliedOn', 'given'],
      ],
    ],
    ['visit', 'sourceDepartment', [['source', 'one-of', 'department']]],
    ['visit', 'note', []],
  ])('%s %s: %j', (id, key, expected) => {
    const kind = kindOf(KINDS, id);
    expect(said(conditionsOf(kind, fieldOf(kind, key)))).toEqual(expected);
  });

  test('is found for every field of every ledger that has a condition', () => {
    const conditional = KINDS.flatMap((kind) =>
      kind.fields
        .filter(({ appliesWhen, offeredWhen, needs }) => appliesWhen ?? offeredWhen ?? needs)
        .map((field) => ({ name: `${kind.id} ${field.key}`, found: conditionsOf(kind, field).length })),
    );
    expect(conditional.length).toBeGreaterThan(30);
    expect(conditional.filter(({ found }) => found === 0)).toEqual([]);
  });

  test('and when it must be', () => {
    const guidance = kindOf(KINDS, 'guidance');
    expect(said(requiredBeside(guidance, fieldOf(guidance, 'requestedOn')))).toEqual([
      ['origin', 'one-of', 'request'],
    ]);
    expect(requiredBeside(guidance, fieldOf(guidance, 'subtype'))).toEqual([]);
  });
});
