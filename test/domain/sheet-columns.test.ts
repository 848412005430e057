import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { exportColumns, formColumns } from '../../src/domain/sheet-columns.ts';
import { ledgerHeads } from '../support/ledger-heads.ts';

describe.each(KINDS.map((kind) => [kind.id, kind] as const))('the columns of a form of %s', (_id, kind) => {
  const columns = formColumns(kind);
  const heads = columns.map(({ head }) => head);

  test('hold every field once, each under a head of its own', () => {
    const keys = columns.flatMap((column) => (column.type === 'field' ? [column.field.key] : []));
    expect(keys.sort()).toEqual(kind.fields.map(({ key }) => key).sort());
    expect(new Set(heads).size).toBe(heads.length);
  });

  test('begin as the official sheet does, without the days that the tool works out', () => {
    const worked = (kind.clocks ?? []).map(({ column }) => column?.head.zh);
    const official = ledgerHeads(kind)
      .map(({ head }) => head)
      .filter((head) => !worked.includes(head));
    expect(heads.filter((head) => official.includes(head))).toEqual(official);
    expect(heads.slice(0, official.length - 1)).toEqual(official.slice(0, -1));
  });

  test('end with the id; an export begins with it', () => {
    expect(heads.at(-1)).toBe('编号');
    expect(exportColumns(kind).map(({ head }) => head)).toEqual(['编号', ...heads.slice(0, -1)]);
  });
});
