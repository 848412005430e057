import { describe, expect, test } from 'vitest';
import { checkEntry } from '../../src/domain/checks.ts';
import type { Entry } from '../../src/domain/entry.ts';
import { kindOf } from '../../src/domain/kinds/kind.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import type { Finding } from '../../src/domain/problem.ts';
import { NO_COURT_CODE, type Roster } from '../../src/domain/roster.ts';
import { workdaysFrom } from '../../src/domain/workdays.ts';
import { aRoster, day, someRules } from '../support/builders.ts';
import { DOUBTS, ERRORS } from '../support/doubts.ts';
import { anEntry } from '../support/sound-entries.ts';

function found(entry: Entry, others: readonly Entry[] = [], roster: Roster = aRoster()): readonly Finding[] {
  return checkEntry(entry, {
    kind: kindOf(KINDS, entry.kind),
    roster,
    today: day('2027-12-31'),
    language: 'zh',
    judge: 'li-min',
    workdays: workdaysFrom([]),
    others,
  });
}

test.each(KINDS)('a sound entry of $id has no findings', ({ id }) => {
  expect(found(anEntry(id))).toEqual([]);
});

describe.each([
  ['warning', DOUBTS],
  ['error', ERRORS],
] as const)('%s:', (severity, table) => {
  test.each(table)('$why ($code)', ({ kind, code, field, values, sound, other }) => {
    const others = other ? [anEntry(kind, other)] : [];
    const findings = found(anEntry(kind, values), others);
    expect(findings.map((one) => [one.severity, one.problem.code, one.where.field])).toEqual([
      [severity, code, field],
    ]);
    expect(found(anEntry(kind, sound), others)).toEqual([]);
  });
});

describe('rules.silence', () => {
  test.each(DOUBTS)('silences $code: $why', ({ kind, code, values, other }) => {
    const roster = aRoster({ rules: [someRules({ silence: [code] })] });
    expect(found(anEntry(kind, values), other ? [anEntry(kind, other)] : [], roster)).toEqual([]);
  });

  test.each(ERRORS)('silences no error: $why', ({ kind, code, values }) => {
    const roster = aRoster({ rules: [someRules({ silence: [code] })] });
    expect(found(anEntry(kind, values), [], roster)).toMatchObject([{ problem: { code } }]);
  });
});

describe('what is told', () => {
  const told = (kind: string, values: Parameters<typeof anEntry>[1], others: readonly Entry[] = []) =>
    found(anEntry(kind, values), others).map(({ problem }) => problem);

  test('a missing closing day by its label', () => {
    expect(told('dispute', { outcome: 'settled' })).toEqual([
      { code: 'closing-day-missing', label: '销号日期' },
    ]);
  });

  test('what hangs on another field with both labels', () => {
    expect(told('guidance', { closedOn: '2024-07-20' })).toEqual([
      { code: 'field-needs', label: '结束日期', needs: '调解结果' },
    ]);
  });

  test('a number of another court with the court’s own code', () => {
    expect(told('trial', { caseNumber: '（2024）粤5322民初1号' })).toEqual([
      { code: 'case-number-other-court', number: '（2024）粤5322民初1号', court: '粤5321' },
    ]);
    const nameless = aRoster({ court: { name: '新兴县人民法院', code: NO_COURT_CODE } });
    expect(found(anEntry('trial', { caseNumber: '（2024）粤5322民初1号' }), [], nameless)).toEqual([]);
  });

  test('an old number that is too old as both', () => {
    expect(told('trial', { caseNumber: '（2015）云新法民初字第12号' })).toEqual([
      { code: 'case-number-old-form', number: '（2015）云新法民初字第12号' },
      { code: 'case-number-year', number: '（2015）云新法民初字第12号', day: '2024-07-03' },
    ]);
  });

  test('a look-alike name by the other entry, never by the name', () => {
    const other = anEntry('deputy', { name: '粱某', metOn: '2024-06-01' }, { id: 'deputy-other' });
    expect(told('deputy', { name: '梁某' }, [other])).toEqual([
      { code: 'look-alike-name', label: '姓名', of: 'deputy-other' },
    ]);
    expect(told('deputy', { name: '梁某' }, [{ ...other, kind: 'trial' }])).toEqual([]);
  });

  test('what cannot be confirmed by the word', () => {
    expect(told('confirmation', { note: '解除婚姻关系' })).toEqual([
      { code: 'confirmation-excluded', word: '解除婚姻' },
    ]);
  });

  test('time limits by their days', () => {
    expect(told('confirmation', { appliedOn: '2024-08-05' })).toEqual([
      { code: 'applied-late', appliedOn: '2024-08-05', applyBy: '2024-08-02' },
    ]);
    expect(told('mediation', { delegatedOn: '2025-03-03', extendedTo: '2025-05-01' })).toEqual([
      { code: 'extension-too-long', extendedTo: '2025-05-01', most: '2025-04-09' },
    ]);
    expect(
      told('mediation', { basis: 'preFiling', procedure: undefined, delegatedOn: '2025-01-01' }),
    ).toEqual([{ code: 'pre-filing-since-2025', day: '2025-01-01' }]);
  });
});
