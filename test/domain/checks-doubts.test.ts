import { workdaysFrom } from '../../src/domain/workdays.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkEntry, type CheckContext } from '../../src/domain/checks.ts';
import type { Entry } from '../../src/domain/entry.ts';
import type { FieldValue } from '../../src/domain/fields/field-type.ts';
import { visit } from '../../src/domain/kinds/visit.ts';
import { hostileText } from '../support/arbitraries.ts';
import { aRoster, aVisit, day, quarter, someRules } from '../support/builders.ts';

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

describe('numbers in text', () => {
  test.each([
    ['身份证110101199001011234', 'identity', 18],
    ['身份证11010119900101123x。', 'identity', 18],
    ['１１０１０１１９９００１０１１２３４', 'identity', 18],
    ['电话13800138000', 'phone', 11],
    ['卡号6222021234567890', 'bank-card', 16],
    ['卡号6222021234567890123', 'bank-card', 19],
  ])('%s', (findings, looksLike, length) => {
    const finding = {
      severity: 'warning',
      code: 'number-in-text',
      label: '社情民意及矛盾纠纷情况',
      looksLike,
      length,
      field: 'findings',
    };
    expect(found(aVisit({ findings }))).toEqual([finding]);
  });

  test.each([
    '案号（2024）粤5321民初123号',
    '金额12000.50元',
    '2024年7月3日',
    '12345678901234',
    '23800138000',
  ])('%s is none', (findings) => {
    expect(found(aVisit({ findings }))).toEqual([]);
  });

  test('several, in several fields, are all named', () => {
    const entry = aVisit({ met: '13800138000', note: '13900139000、110101199001011234' });
    expect(found(entry).map((one) => [one.field, 'looksLike' in one && one.looksLike])).toEqual([
      ['met', 'phone'],
      ['note', 'identity'],
      ['note', 'phone'],
    ]);
  });
});

describe('twins', () => {
  const entry = aVisit({ findings: '村民反映巷道排水引发相邻纠纷两宗' });
  const twin = { findings: '村民反映巷道排水引发相邻纠纷三宗' };
  const table: readonly [string, Record<string, FieldValue>, boolean][] = [
    ['much the same text', {}, true],
    ['another form', { form: 'talk' }, true],
    ['the place under an alias', { town: '太平' }, true],
    ['another day', { date: '2024-07-04' }, false],
    ['another village', { village: '禤村村' }, false],
    ['another text', { findings: '社区反映物业费拖欠' }, false],
  ];
  test.each(table)('%s on the same day at the same place', (_, values, isTwin) => {
    const other = aVisit({ ...twin, ...values }, { id: 'the-other' });
    const others = [aVisit({ date: '2024-01-01' }), other];
    expect(found(entry, { others })).toEqual(
      isTwin ? [{ severity: 'warning', code: 'likely-twin', of: 'the-other' }] : [],
    );
  });

  test('an entry of another kind is none', () => {
    expect(found(entry, { others: [aVisit(twin, { kind: 'service' })] })).toEqual([]);
  });
});

describe('warnings that the rules silence', () => {
  const rules = [
    someRules({ silence: ['number-in-text', 'day-order'] }),
    someRules({ from: quarter('2024Q4'), silence: [] }),
  ];
  const roster = aRoster({ rules });

  test('are not shown in the quarters of those rules', () => {
    expect(found(aVisit({ note: '13800138000', date: '2024-09-18' }), { roster })).toEqual([]);
    const later = aVisit({ note: '13800138000', date: '2024-10-01' });
    expect(found(later, { roster, today: day('2024-10-01') })).toMatchObject([{ code: 'number-in-text' }]);
  });

  test('errors are shown all the same', () => {
    expect(found(aVisit({ reportedOn: '2024-07-02' }), { roster })).toMatchObject([{ code: 'day-order' }]);
  });

  test('an entry without a day is silenced by nothing', () => {
    const entry = aVisit({ date: undefined, note: '13800138000' });
    expect(found(entry, { roster }).map(({ code }) => code)).toEqual(['field-required', 'number-in-text']);
  });
});

test('no finding quotes a personal field', () => {
  const secret = fc.oneof(
    hostileText,
    fc.constantFrom('13800138000', '110101199001011234', 'x'.repeat(5001)),
  );
  const text = secret.map((one) => `§${one}§`);
  fc.assert(
    fc.property(text, text, text, (findings, met, note) => {
      const values = { findings, met, note, date: '2024-09-30', reportedOn: '2024-09-01', village: '无此村' };
      const entry = aVisit({ ...values, sourceDepartment: note, form: undefined });
      const findingsFound = checkEntry(entry, { ...context, others: [aVisit(values)] });
      expect(findingsFound.length).toBeGreaterThan(0);
      expect(JSON.stringify(findingsFound)).not.toContain('§');
    }),
  );
});
