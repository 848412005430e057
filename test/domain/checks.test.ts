import { workdaysFrom } from '../../src/domain/workdays.ts';
import { describe, expect, test } from 'vitest';
import { checkEntry, checkLedger, type CheckContext } from '../../src/domain/checks.ts';
import { placeKey } from '../../src/domain/place-key.ts';
import type { Entry } from '../../src/domain/entry.ts';
import type { FieldValue } from '../../src/domain/fields/field-type.ts';
import { day as dayField } from '../../src/domain/fields/day.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { visit } from '../../src/domain/kinds/visit.ts';
import { aJudge, aLedger, aRoster, aTown, aVisit, day, serving, withField } from '../support/builders.ts';

const context: CheckContext = {
  kind: visit,
  roster: aRoster(),
  today: day('2024-09-18'),
  language: 'zh',
  judge: 'li-min',
  workdays: workdaysFrom([]),
  reportWithinWorkdays: 5,
  others: [],
};

function found(entry: Entry, over: Partial<CheckContext> = {}) {
  return checkEntry(entry, { ...context, ...over }).map(({ severity, problem, where }) => ({
    severity,
    ...problem,
    ...(where.field === undefined ? {} : { field: where.field }),
  }));
}

test('a sound entry has no findings', () => {
  expect(found(aVisit({ reportedOn: '2024-07-03', source: 'department', sourceDepartment: '民庭' }))).toEqual(
    [],
  );
});

test('findings name judge and entry', () => {
  const [finding] = checkEntry(aVisit({ findings: undefined }, { id: 'first' }), context);
  expect(finding?.where).toEqual({ judge: 'li-min', entry: 'first', field: 'findings' });
});

describe('errors', () => {
  const required = { severity: 'error', code: 'field-required' };
  const table: readonly [string, Record<string, FieldValue | undefined>, readonly object[]][] = [
    [
      'no findings',
      { findings: undefined },
      [{ ...required, label: '社情民意及矛盾纠纷情况', field: 'findings' }],
    ],
    [
      'nothing that is required',
      { date: undefined, town: undefined, form: undefined, findings: undefined },
      ['日期', '挂点镇', '方式', '社情民意及矛盾纠纷情况'].map((label) => ({ ...required, label })),
    ],
    [
      'a department where none told',
      { sourceDepartment: '民庭' },
      [{ severity: 'error', code: 'field-out-of-place', label: '告知部门', field: 'sourceDepartment' }],
    ],
    [
      'a report before the visit',
      { reportedOn: '2024-07-02' },
      [
        {
          severity: 'error',
          code: 'day-order',
          label: '报告联系领导日期',
          after: '日期',
          day: '2024-07-02',
          earliest: '2024-07-03',
          field: 'reportedOn',
        },
      ],
    ],
    [
      'a control character',
      { note: 'a\u0000' },
      [{ code: 'text-control', codePoint: 'U+0000', field: 'note' }],
    ],
    ['a line break in a short field', { met: '一\n二' }, [{ code: 'text-line-break', field: 'met' }]],
    ['a line break in a town', { town: '太平\n镇' }, [{ code: 'text-line-break', field: 'town' }]],
    ['a text that is too long', { findings: 'x'.repeat(5001) }, [{ code: 'text-too-long', length: 5001 }]],
  ];
  test.each(table)('%s', (_, values, expected) => {
    expect(found(aVisit(values))).toMatchObject(expected);
    expect(found(aVisit(values))).toHaveLength(expected.length);
  });

  test('labels are of the language asked for', () => {
    expect(found(aVisit({ findings: undefined }), { language: 'en' })).toMatchObject([{ label: 'findings' }]);
  });

  test('a line break in a long field is none', () => {
    expect(found(aVisit({ findings: '一\n二', note: '三\n四' }))).toEqual([]);
  });
});

describe('days after today', () => {
  test('are warnings, today is none', () => {
    expect(found(aVisit({ date: '2024-09-19', reportedOn: '2024-09-20' }))).toEqual([
      {
        severity: 'warning',
        code: 'day-after-today',
        label: '日期',
        day: '2024-09-19',
        today: '2024-09-18',
        field: 'date',
      },
      {
        severity: 'warning',
        code: 'day-after-today',
        label: '报告联系领导日期',
        day: '2024-09-20',
        today: '2024-09-18',
        field: 'reportedOn',
      },
    ]);
    expect(found(aVisit({ date: '2024-09-18' }))).toEqual([]);
  });

  test('are sound for a time limit', () => {
    const kind = withField(visit, 'reportedOn', { type: dayField({ ahead: true }) });
    expect(found(aVisit({ reportedOn: '2024-12-31' }), { kind })).toEqual([]);
  });

  test('are no failure however far off', () => {
    for (const date of ['3024-07-03', '9999-12-31', '2000-01-01']) {
      expect(() => found(aVisit({ date }))).not.toThrow();
    }
  });
});

describe('places', () => {
  test.each([
    ['太平真', { nearest: '太平镇' }],
    ['遥远的地方', {}],
  ])('an unknown town %s is a warning', (town, nearest) => {
    expect(found(aVisit({ town }))).toEqual([
      { severity: 'warning', code: 'town-not-listed', town, field: 'town', ...nearest },
    ]);
  });

  test.each([
    ['马山社区', undefined],
    ['禤村', undefined],
    [' 禤 村 村', undefined],
    ['马山小区', { nearest: '马山社区' }],
    ['遥远的村落', {}],
  ])('the village %s', (village, expected) => {
    const warned = {
      severity: 'warning',
      code: 'village-not-listed',
      town: '太平镇',
      village,
      field: 'village',
    };
    expect(found(aVisit({ village }))).toEqual(expected ? [{ ...warned, ...expected }] : []);
  });

  test('villages of a town without a list are not doubted', () => {
    expect(found(aVisit({ village: '随便' }), { roster: aRoster({ towns: [aTown('太平镇')] }) })).toEqual([]);
  });

  test('an alias is the town, also for who serves it', () => {
    expect(found(aVisit({ town: '太平', village: undefined }))).toEqual([]);
    expect(placeKey(context.roster, aVisit({ town: '太平', village: '禤村' }))).toBe(
      placeKey(context.roster, aVisit({ town: '太平镇', village: '禤村村' })),
    );
  });

  test.each([
    ['2024-07-01', true],
    ['2024-06-30', false],
    ['2024-08-15', true],
    ['2024-08-16', false],
  ])('whether the judge served the town on %s: %s', (date, served) => {
    const judges = [aJudge('li-min', { assignments: [serving('太平镇', '2024-07-01', '2024-08-15')] })];
    expect(found(aVisit({ date }), { roster: aRoster({ judges }) })).toEqual(
      served
        ? []
        : [{ severity: 'warning', code: 'town-not-served', town: '太平镇', day: date, field: 'town' }],
    );
  });

  test('of a judge whom the roster does not have nothing is asked', () => {
    expect(found(aVisit(), { judge: 'gone' })).toEqual([]);
  });
});

describe('a ledger', () => {
  const check = (over: Parameters<typeof aLedger>[0]) =>
    checkLedger(aLedger(over), {
      kinds: KINDS,
      roster: aRoster(),
      workdays: workdaysFrom([]),
      today: day('2024-09-18'),
      language: 'zh',
    }).map(({ problem, where }) => ({
      ...problem,
      ...where,
    }));

  test('that is sound has no findings', () => {
    expect(check({ entries: [aVisit(), aVisit({ date: '2024-07-04' })] })).toEqual([]);
  });

  test('of somebody else, under another name, of another court', () => {
    expect(check({ judge: { id: 'gone', name: '某人' } })).toEqual([
      { code: 'judge-not-on-roster', judge: 'gone' },
    ]);
    expect(check({ judge: { id: 'li-min', name: '李 敏' }, court: '别的法院' })).toEqual([
      { code: 'judge-name-differs', found: '李 敏', roster: '李敏', judge: 'li-min' },
      { code: 'court-differs', found: '别的法院', roster: '新兴县人民法院', judge: 'li-min' },
    ]);
  });

  test('has its twins named on both sides, removed entries left out of it', () => {
    const removed = { at: '2024-09-01T08:00:00+08:00', reason: '重复' };
    const entries = [
      aVisit({}, { id: 'one' }),
      aVisit({}, { id: 'two' }),
      aVisit({ form: undefined }, { id: 'out', removed }),
    ];
    expect(check({ entries })).toEqual([
      { code: 'likely-twin', of: 'two', judge: 'li-min', entry: 'one' },
      { code: 'likely-twin', of: 'one', judge: 'li-min', entry: 'two' },
    ]);
  });
});
