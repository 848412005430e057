import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportRow } from '../../../src/domain/imports/import-row.ts';
import { planImport, type ImportPlan } from '../../../src/domain/imports/plan.ts';
import type { FieldValue } from '../../../src/domain/fields/field-type.ts';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import { kindOf } from '../../../src/domain/kinds/kind.ts';
import { addEntries, removeEntry, restoreEntry, type Ledger } from '../../../src/domain/ledger.ts';
import { nextStep, reversalsOf, reversed } from '../../../src/domain/undoing.ts';
import { workdaysFrom } from '../../../src/domain/workdays.ts';
import { aLedger, aVisit, present } from '../../support/builders.ts';
import { QUESTION } from './tables.ts';

const AT = '2024-09-18T10:00:00+08:00';
const KEYS = ['date', 'town', 'village', 'form', 'findings'];
const VISIT = {
  date: '2024-07-03',
  town: '太平镇',
  village: '马山社区',
  form: 'visit',
  findings: '村民反映巷道排水',
};

let number = 0;

function aRow(
  values: Readonly<Record<string, FieldValue | undefined>> = {},
  over: Partial<ImportRow> = {},
): ImportRow {
  number += 1;
  return {
    kind: kindOf(KINDS, 'visit'),
    file: 'a.xlsx',
    sheet: '走访',
    number,
    values: present({ ...VISIT, ...values }),
    keys: KEYS,
    failed: new Set(),
    refused: false,
    columns: columnsOf(KEYS),
    ...over,
  };
}

function columnsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map(keys.map((key, at) => [key, at + 1]));
}

function planned(rows: readonly ImportRow[], ledger: Ledger = aLedger()): ImportPlan {
  let drawn = 0;
  const random = (length: number): string => String((drawn += 1)).padStart(length, '0');
  return planImport(rows, ledger, { ...QUESTION, workdays: workdaysFrom([]), random });
}

function codes({ findings }: ImportPlan): readonly string[] {
  return findings.map(({ problem, where }) => `${where.cell ?? '-'} ${problem.code}`);
}

/** Values of few sorts, so that many coincide. */
const someValues = fc.record({
  date: fc.constantFrom('2024-07-03', '2024-07-04'),
  findings: fc.constantFrom('甲', '乙'),
  village: fc.constantFrom('马山社区', undefined),
});

describe('rows that the ledger has', () => {
  test('n equal rows over m equal entries add max(0, n - m)', () => {
    fc.assert(
      fc.property(
        fc.array(someValues, { maxLength: 12 }),
        fc.array(someValues, { maxLength: 12 }),
        (had, rows) => {
          const plan = planned(
            rows.map((values) => aRow(values)),
            aLedger({ entries: had.map((values) => aVisit(values)) }),
          );
          const count = (all: readonly object[], one: object): number =>
            all.filter((other) => JSON.stringify(other) === JSON.stringify(one)).length;
          const sorts = [...new Map(rows.map((one) => [JSON.stringify(one), one])).values()];
          const fresh = sorts.reduce((sum, one) => sum + Math.max(0, count(rows, one) - count(had, one)), 0);
          expect([plan.added.length, plan.skipped]).toEqual([fresh, rows.length - fresh]);
        },
      ),
    );
  });

  test('importing twice adds nothing', () => {
    fc.assert(
      fc.property(fc.array(someValues, { maxLength: 12 }), (values) => {
        const rows = values.map((one) => aRow(one));
        const once = addEntries(aLedger(), planned(rows).added, { at: AT });
        expect(planned(rows, once)).toMatchObject({ added: [], skipped: rows.length });
      }),
    );
  });

  test('are known by what the sheet has columns for, places by any of their names', () => {
    const entries = [aVisit({ village: '禤村村', note: '只在台账里', source: 'own' })];
    const row = aRow({ village: '禤村' }, { keys: [...KEYS, 'source'] });
    expect(planned([row], aLedger({ entries }))).toMatchObject({ added: [], skipped: 1 });
    expect(
      planned([aRow({ village: '禤村', note: '又一次' }, { keys: [...KEYS, 'note'] })], aLedger({ entries }))
        .added,
    ).toHaveLength(1);
  });

  test('are known although the ledger has blanks around a text, by what they say and by their id', () => {
    const findings = '\u3000村民反映巷道排水\u2028';
    const written = aLedger({ entries: [aVisit({ ...VISIT, findings }, { id: 'visit-1' })] });
    for (const row of [aRow(), aRow({}, { id: 'visit-1' })])
      expect(planned([row], written)).toMatchObject({ added: [], skipped: 1, findings: [] });
  });

  test('and whose adding was undone are imported again: after undoing an import nothing is in its way', () => {
    const before = addEntries(aLedger(), [{ id: 'visit-1', kind: 'visit', values: present(VISIT) }], {
      at: AT,
    });
    const standing = nextStep(before, 'undo');
    const undone = standing ? reversed(before, reversalsOf(before, standing, 'undo', { at: AT })) : before;
    expect(undone.entries[0]?.removed).toBeDefined();
    expect(planned([aRow()], undone)).toMatchObject({ skipped: 0, findings: [] });
    const restored = restoreEntry(undone, 'visit-1', { at: AT });
    expect(planned([aRow()], restored)).toMatchObject({ added: [], skipped: 1 });
    const removed = removeEntry(restored, 'visit-1', { at: AT, reason: '重复' });
    expect(planned([aRow()], removed)).toMatchObject({ added: [], skipped: 1 });
  });

  test('and were removed do not come back, and are told', () => {
    const entries = [aVisit({}, { id: 'visit-1', removed: { at: AT, reason: '重复' } })];
    const plan = planned([aRow(), aRow()], aLedger({ entries }));
    expect([plan.added.length, plan.skipped]).toEqual([1, 1]);
    expect(plan.findings.map(({ problem }) => problem)).toContainEqual({
      code: 'row-removed',
      id: 'visit-1',
    });
  });
});

describe('a row that leaves empty what an entry says by now', () => {
  const keys = [...KEYS, 'reportedOn', 'note'];
  const entries = [aVisit({ reportedOn: '2024-07-04' }, { id: 'visit-1' })];

  test('is that entry, and is told; the next like it is another', () => {
    const plan = planned([aRow({}, { keys }), aRow({}, { keys })], aLedger({ entries }));
    expect([plan.added.length, plan.skipped]).toEqual([1, 1]);
    expect(plan.findings[0]?.problem).toEqual({
      code: 'row-in-fuller-entry',
      id: 'visit-1',
      fields: ['reported on'],
    });
  });

  test('leaves the entry to a row that is equal to it', () => {
    const rows = [aRow({}, { keys }), aRow({ reportedOn: '2024-07-04' }, { keys })];
    expect(planned(rows, aLedger({ entries })).added.map(({ values }) => values)).toEqual([VISIT]);
  });

  test('is another where it says anything that the entry does not', () => {
    expect(planned([aRow({ note: '同行' }, { keys })], aLedger({ entries })).added).toHaveLength(1);
    expect(planned([aRow({ village: undefined }, { keys })], aLedger({ entries })).added).toHaveLength(1);
    expect(planned([aRow({ findings: '界址' }, { keys })], aLedger({ entries })).added).toHaveLength(1);
  });
});

describe('rows that bear an id', () => {
  const entries = [aVisit({}, { id: 'visit-1' }), aVisit({ findings: '界址' }, { id: 'visit-2' })];

  test('are skipped where the entry says the same, and differ where it does not', () => {
    const rows = [aRow({}, { id: 'visit-1' }), aRow({ findings: '别的', form: 'talk' }, { id: 'visit-2' })];
    const plan = planned(rows, aLedger({ entries }));
    expect([plan.added, plan.skipped, plan.refused]).toEqual([[], 1, 1]);
    expect(plan.findings.map(({ problem }) => problem)).toEqual([
      { code: 'row-differs', id: 'visit-2', fields: ['form', 'findings'] },
    ]);
  });

  test('are added under it where the ledger has none, once', () => {
    const rows = [aRow({}, { id: 'visit-9' }), aRow({}, { id: 'visit-9' })];
    const plan = planned(rows);
    expect(plan.added.map(({ id }) => id)).toEqual(['visit-9']);
    expect(plan.findings.map(({ problem }) => problem.code)).toEqual(['entry-id-twice']);
  });

  test('take their entry, so that an equal row without one is another', () => {
    const plan = planned([aRow(), aRow({}, { id: 'visit-1' })], aLedger({ entries }));
    expect([plan.added.length, plan.skipped]).toEqual([1, 1]);
  });

  test('are refused where it is an entry of another ledger', () => {
    const row = aRow({}, { id: 'visit-1', kind: kindOf(KINDS, 'service') });
    expect(planned([row], aLedger({ entries })).findings.map(({ problem }) => problem.code)).toContain(
      'entry-id-taken',
    );
  });

  test('never get the id of another row', () => {
    const plan = planned([aRow(), aRow({}, { id: 'visit-240703-0001' })]);
    expect(new Set(plan.added.map(({ id }) => id)).size).toBe(2);
  });
});

describe('new rows', () => {
  test('become entries by one step', () => {
    const ledger = addEntries(aLedger({ seq: 4 }), planned([aRow(), aRow({ findings: '界址' })]).added, {
      at: AT,
    });
    expect(ledger.seq).toBe(5);
    expect(ledger.entries.map(({ id, history }) => [id, history])).toEqual([
      ['visit-240703-0001', [{ rev: 1, at: AT, op: 'add', step: 5 }]],
      ['visit-240703-0002', [{ rev: 1, at: AT, op: 'add', step: 5 }]],
    ]);
    expect(addEntries(ledger, [], { at: AT })).toBe(ledger);
  });

  test('are checked as add would check them, with the cell', () => {
    const keys = [...KEYS, 'reportedOn'];
    const columns = columnsOf(keys);
    const rows = [
      aRow({ form: undefined }, { number: 7, columns }),
      aRow({ reportedOn: '2024-07-01' }, { number: 7, keys, columns }),
      aRow({ village: '没有的村' }, { number: 7, columns }),
    ];
    const plan = planned(rows);
    expect(codes(plan)).toEqual(['D7 field-required', 'F7 day-order', 'C7 village-not-listed']);
    expect([plan.added.length, plan.refused]).toEqual([1, 2]);
  });

  test('whose cells could not be read are not told of what hangs on them', () => {
    const guidance = kindOf(KINDS, 'guidance');
    const values = { town: '太平镇', method: ['law'], requestedBy: '综治中心' };
    const row = {
      ...aRow(),
      kind: guidance,
      values,
      keys: Object.keys(values),
      failed: new Set(['origin', 'type']),
    };
    expect(codes(planned([row]))).toEqual([]);
  });

  test('name their twins, of the ledger by its id and of the sheet by its row', () => {
    const entries = [aVisit({ findings: '村民反映巷道排水问题' }, { id: 'visit-1' })];
    const rows = [
      aRow({}, { number: 5 }),
      aRow({ date: '2024-08-01' }, { number: 6 }),
      aRow({ date: '2024-08-01' }, { number: 7 }),
    ];
    const plan = planned(rows, aLedger({ entries }));
    expect(plan.findings.map(({ problem }) => problem)).toEqual([
      { code: 'likely-twin', of: 'visit-1' },
      { code: 'likely-twin', of: '走访!A6' },
    ]);
  });

  test('name names that look alike, wherever they stand', () => {
    const service = kindOf(KINDS, 'service');
    const row = (served: string, at: number): ImportRow => ({
      ...aRow({}, { number: at }),
      kind: service,
      values: {
        date: `2024-07-0${String(at)}`,
        town: '太平镇',
        category: 'other',
        served,
        content: `第${String(at)}件`,
      },
    });
    expect(codes(planned([row('未央', 1), row('末央', 2), row('伍某', 3)]))).toEqual(['A2 look-alike-name']);
  });
});
