import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../src/documents/csv.ts';
import { exportedRows } from '../../src/domain/exported.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { fromPlainCell } from '../../src/domain/plain-cell.ts';
import { exportColumns } from '../../src/domain/sheet-columns.ts';
import { parseCsv } from '../support/csv.ts';
import { anyValues, READING } from '../support/kind-values.ts';

const judge = { id: 'li-min', name: '李敏' };

describe.each(KINDS.map((kind) => [kind.id, kind] as const))('a CSV of %s', (_id, kind) => {
  const entries = fc.array(anyValues(kind), { minLength: 1, maxLength: 5 }).map((all) =>
    all.map((values, at) => ({
      judge,
      entry: { id: `${kind.id}-240703-${String(at)}abc`, kind: kind.id, rev: 1, values },
    })),
  );

  test('gives back exactly the values that went into it, each read from its cell', () => {
    fc.assert(
      fc.property(entries, (owned) => {
        const text = csvText(exportedRows(kind, owned));
        expect(text.startsWith('\uFEFF')).toBe(true);
        const [heads = [], ...rows] = parseCsv(text.slice(1));
        expect(heads).toEqual(exportColumns(kind).map(({ head }) => head));
        expect(rows).toHaveLength(owned.length);
        rows.forEach((row, at) => {
          const values = exportColumns(kind).flatMap((column, index) => {
            const cell = fromPlainCell(row[index] ?? '');
            if (column.type !== 'field' || cell === '') return [];
            const read = column.field.type.read(cell, READING);
            return [[column.field.key, 'value' in read ? read.value : read.problem] as const];
          });
          expect(Object.fromEntries(values)).toEqual(owned[at]?.entry.values);
          expect(row.slice(0, 2)).toEqual([owned[at]?.entry.id, String(at + 1)]);
          expect(row[heads.indexOf('联系法官')]).toBe('李敏');
        });
      }),
    );
  });

  test('has no cell that a spreadsheet program would reckon', () => {
    fc.assert(
      fc.property(entries, (owned) =>
        exportedRows(kind, owned)
          .flat()
          .every((cell) => !/^[=+\-@＝＋－＠\t\r]/u.test(cell)),
      ),
    );
  });
});
