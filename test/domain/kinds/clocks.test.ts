import { describe, expect, test } from 'vitest';
import { confirmation } from '../../../src/domain/kinds/confirmation.ts';
import { deputy } from '../../../src/domain/kinds/deputy.ts';
import { dispute } from '../../../src/domain/kinds/dispute.ts';
import { dueBy, type ClockId, type Due } from '../../../src/domain/kinds/clock.ts';
import { isCalendarDate } from '../../../src/domain/calendar-date.ts';
import { checkEntry } from '../../../src/domain/checks.ts';
import { workdaysFrom } from '../../../src/domain/workdays.ts';
import type { Kind, Values } from '../../../src/domain/kinds/kind.ts';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import { matter } from '../../../src/domain/kinds/matter.ts';
import { mediation } from '../../../src/domain/kinds/mediation.ts';
import { visit } from '../../../src/domain/kinds/visit.ts';
import { aRoster, day } from '../../support/builders.ts';
import { SHIPPED } from '../../support/holidays.ts';

/** The clock of a kind. */
function clockOf(kind: Kind, id: ClockId) {
  const clock = kind.clocks?.find((one) => one.id === id);
  if (!clock) throw new Error(`${kind.id} has no clock ${id}`);
  return clock;
}

/** When the clock of a kind ends for these values, by the tables that ship with the program. */
function dueOf(kind: Kind, id: ClockId, values: Values, reportWithinWorkdays = 5): Due | undefined {
  return clockOf(kind, id).due(values, { workdays: SHIPPED, reportWithinWorkdays });
}

describe('a visit is told to the contact leader within so many working days (二(二)2)', () => {
  test.each<readonly [string, number, string]>([
    ['2024-09-18', 5, '2024-09-25'],
    // The Sunday of 29 September is worked, 1 to 7 October are off.
    ['2024-09-27', 5, '2024-10-10'],
    ['2024-09-27', 1, '2024-09-29'],
    ['2024-09-28', 1, '2024-09-29'],
    ['2024-09-18', 0, '2024-09-18'],
  ])('of %s, within %i: %s', (date, within, due) => {
    expect(dueOf(visit, 'visitReport', { date }, within)).toEqual({ on: due });
  });

  test('it is done once it was told, and a department tells of its own visit', () => {
    const { done } = clockOf(visit, 'visitReport');
    expect(done({ date: '2024-09-18' })).toBe(false);
    expect(done({ date: '2024-09-18', source: 'own' })).toBe(false);
    expect(done({ date: '2024-09-18', reportedOn: '2024-09-19' })).toBe(true);
    expect(done({ date: '2024-09-18', source: 'department' })).toBe(true);
  });
});

describe.each<readonly [string, Kind, ClockId, string]>([
  ['a matter', matter, 'matterDue', 'repliedOn'],
  ['a dispute', dispute, 'disputeDue', 'closedOn'],
])('%s has the day that somebody set, never moved', (_name, kind, id, closed) => {
  test('a Saturday stays', () => {
    expect(dueOf(kind, id, { dueOn: '2024-09-21' })).toEqual({ on: '2024-09-21' });
  });

  test('without such a day there is no clock; with the closing day it is done', () => {
    expect(dueOf(kind, id, {})).toBeUndefined();
    expect(clockOf(kind, id).done({ dueOn: '2024-09-21' })).toBe(false);
    const over = { dueOn: '2024-09-21', [closed]: '2024-09-20', outcome: 'settled' };
    expect(clockOf(kind, id).done(over)).toBe(true);
  });
});

describe('mediation (特邀调解规定 27, 民事诉讼法 85)', () => {
  const before: Values = { basis: 'preFiling', nature: 'civil' };
  const after: Values = { basis: 'postFiling', nature: 'civil', procedure: 'summary' };

  test.each<readonly [string, Values, string]>([
    ['before filing, ending in National Day', { ...before, signedOn: '2024-09-01' }, '2024-10-08'],
    [
      'before filing, ending on a Saturday that is worked',
      { ...before, signedOn: '2024-08-15' },
      '2024-09-14',
    ],
    ['before filing, ending on a plain Saturday', { ...before, signedOn: '2024-08-08' }, '2024-09-09'],
    ['summary, ending in Spring Festival', { ...after, signedOn: '2025-01-24' }, '2025-02-05'],
    ['small claims', { ...after, procedure: 'smallClaims', signedOn: '2024-09-02' }, '2024-09-09'],
    ['ordinary', { ...after, procedure: 'ordinary', signedOn: '2024-09-02' }, '2024-09-18'],
    ['special', { ...after, procedure: 'special', signedOn: '2024-09-03' }, '2024-09-18'],
    ['with days that do not count', { ...before, signedOn: '2024-09-02', excludedDays: 10 }, '2024-10-12'],
    [
      'signed after it was delegated',
      { ...before, delegatedOn: '2024-08-01', signedOn: '2024-08-05' },
      '2024-09-04',
    ],
    ['extended', { ...before, signedOn: '2024-09-01', extendedTo: '2024-11-30' }, '2024-11-30'],
  ])('%s', (_name, values, due) => {
    expect(dueOf(mediation, 'mediationDue', values)).toEqual({ on: due });
  });

  test('without the day of signature it is counted from the delegation, and said', () => {
    const due = dueOf(mediation, 'mediationDue', { ...before, delegatedOn: '2024-09-01' });
    expect(due?.on).toBe('2024-10-08');
    expect(due?.note?.zh).toBe('未填材料签收日期，自委派（委托）之日起算');
    expect(due?.note?.en).toBe('counted from the delegation: no day of signature');
  });

  test('without a procedure it is counted as 7 days, and said', () => {
    const due = dueOf(mediation, 'mediationDue', {
      basis: 'postFiling',
      nature: 'civil',
      delegatedOn: '2024-09-02',
    });
    expect(due?.on).toBe('2024-09-09');
    expect(due?.note?.zh).toBe('未填材料签收日期，自委派（委托）之日起算；未填适用程序，按7日计算');
  });

  test('with neither day there is no clock', () => {
    expect(dueOf(mediation, 'mediationDue', before)).toBeUndefined();
  });

  test.each(['privateProsecution', 'incidentalCivil', 'enforcement'])(
    'in a case of %s the letter sets the day, and nothing else',
    (nature) => {
      const values = { basis: 'postFiling', nature, signedOn: '2024-09-01' };
      expect(dueOf(mediation, 'mediationDue', values)).toBeUndefined();
      expect(dueOf(mediation, 'mediationDue', { ...values, dueOn: '2024-10-05' })).toEqual({
        on: '2024-10-05',
      });
    },
  );

  test('it is done when it is over', () => {
    const { done } = clockOf(mediation, 'mediationDue');
    expect(done({ ...before, signedOn: '2024-09-01', extendedTo: '2024-11-30' })).toBe(false);
    expect(done({ ...before, closedOn: '2024-09-20' })).toBe(true);
  });
});

describe('confirmation (民事诉讼法 205, 187, 法释〔2011〕5号)', () => {
  test.each([
    ['2024-08-31', '2024-09-30'],
    ['2024-09-01', '2024-10-08'],
  ])('of an agreement in force on %s is applied for by %s', (effectiveOn, due) => {
    expect(dueOf(confirmation, 'applyBy', { document: 'ruling', effectiveOn })).toEqual({ on: due });
  });

  test('only a ruling is applied for in 30 days', () => {
    expect(dueOf(confirmation, 'applyBy', { document: 'writ', effectiveOn: '2024-08-31' })).toBeUndefined();
  });

  test.each([
    ['2024-09-09', '2024-09-12'],
    ['2024-09-12', '2024-09-18'],
  ])('applied for on %s is accepted or not by %s', (appliedOn, due) => {
    expect(dueOf(confirmation, 'acceptBy', { appliedOn })).toEqual({ on: due });
    expect(dueOf(confirmation, 'acceptBy', {})).toBeUndefined();
  });

  test.each<readonly [string, Values, Due | undefined]>([
    ['30 days, warned of at 15', { acceptedOn: '2024-08-05' }, dueLike('2024-09-04', '2024-08-20')],
    ['both move to working days', { acceptedOn: '2024-09-01' }, dueLike('2024-10-08', '2024-09-18')],
    ['extended', { acceptedOn: '2024-08-05', extendedTo: '2024-10-04' }, dueLike('2024-10-04', '2024-08-20')],
    ['not before it is accepted', { appliedOn: '2024-08-05' }, undefined],
  ])('the review: %s', (_name, values, due) => {
    expect(dueOf(confirmation, 'reviewBy', values)).toEqual(due);
  });

  test('each step ends one clock, and the end ends all', () => {
    const isDone = (values: Values) =>
      (['applyBy', 'acceptBy', 'reviewBy'] as const).map((id) => clockOf(confirmation, id).done(values));
    expect(isDone({})).toEqual([false, false, false]);
    expect(isDone({ appliedOn: '2024-09-09' })).toEqual([true, false, false]);
    expect(isDone({ appliedOn: '2024-09-09', acceptedOn: '2024-09-10' })).toEqual([true, true, false]);
    expect(isDone({ closedOn: '2024-09-20' })).toEqual([true, true, true]);
  });
});

describe('a deputy’s proposal (代表法 51)', () => {
  const proposal: Values = { opinion: '建议增加圩日巡回审判次数', channel: 'proposal' };

  test.each<readonly [string, Values, string]>([
    ['three months', { assignedOn: '2024-06-18' }, '2024-09-18'],
    ['a Saturday stays', { assignedOn: '2024-06-21' }, '2024-09-21'],
    ['the last day of a shorter month', { assignedOn: '2024-11-30' }, '2025-02-28'],
    ['six months where it is complex', { assignedOn: '2024-08-31', complex: true }, '2025-02-28'],
    ['three where it is said not to be', { assignedOn: '2024-06-18', complex: false }, '2024-09-18'],
  ])('%s', (_name, values, due) => {
    expect(dueOf(deputy, 'proposalDue', { ...proposal, ...values })).toEqual({ on: due });
  });

  test('before it is assigned, and in other channels, only a day that was set counts', () => {
    expect(dueOf(deputy, 'proposalDue', proposal)).toBeUndefined();
    const motion = { ...proposal, channel: 'motion', assignedOn: '2024-06-18' };
    expect(dueOf(deputy, 'proposalDue', motion)).toBeUndefined();
    expect(dueOf(deputy, 'proposalDue', { ...motion, dueOn: '2024-08-31' })).toEqual({ on: '2024-08-31' });
  });

  test('a contact without an opinion has none; an answer ends it', () => {
    const contact = { opinion: '无', dueOn: '2024-08-31' };
    expect(dueOf(deputy, 'proposalDue', contact)).toBeUndefined();
    expect(clockOf(deputy, 'proposalDue').done(proposal)).toBe(false);
    expect(clockOf(deputy, 'proposalDue').done({ ...proposal, repliedOn: '2024-09-01' })).toBe(true);
  });
});

function dueLike(on: string, warnOn: string): Due {
  return { on: day(on), warnOn: day(warnOn) };
}

const CLOCKS = KINDS.flatMap((kind) =>
  (kind.clocks ?? []).map((clock) => [kind.id, clock.id, clock] as const),
);

test('these kinds have clocks', () => {
  expect(CLOCKS.map(([kind, clock]) => `${kind}.${clock}`)).toEqual([
    'visit.visitReport',
    'matter.matterDue',
    'dispute.disputeDue',
    'deputy.proposalDue',
    'mediation.mediationDue',
    'confirmation.applyBy',
    'confirmation.acceptBy',
    'confirmation.reviewBy',
  ]);
});

test.each(CLOCKS)(
  '%s, %s says in both languages what is to be done and by which article',
  (_kind, _id, clock) => {
    for (const { zh, en } of [clock.what, clock.basis]) {
      expect(zh).toMatch(/\p{Script=Han}{2}/u);
      expect(en).toMatch(/[a-z]{2}/);
    }
    expect(clock.due({}, { workdays: SHIPPED, reportWithinWorkdays: 5 })).toBeUndefined();
  },
);

test('a dispute that is only kept stable is not done, whatever day stands beside it', () => {
  const stable = { dueOn: '2024-09-21', closedOn: '2024-09-20', outcome: 'stable' };
  expect(clockOf(dispute, 'disputeDue').done(stable)).toBe(false);
});

test('days that do not count lengthen a mediation before filing only', () => {
  const values = { nature: 'civil', signedOn: '2024-09-02', excludedDays: 10 };
  expect(dueOf(mediation, 'mediationDue', { ...values, basis: 'preFiling' })).toEqual({ on: '2024-10-12' });
  expect(dueOf(mediation, 'mediationDue', { ...values, basis: 'postFiling', procedure: 'summary' })).toEqual({
    on: '2024-09-09',
  });
});

test('no clock fails, whatever its kind’s shape takes: a day past the calendar is none', () => {
  const lastDays = { effectiveOn: '9999-12-15', appliedOn: '9999-12-30', acceptedOn: '9999-12-30' };
  const values: Values = {
    ...{ ...lastDays, document: 'ruling', assignedOn: '9999-12-01', channel: 'proposal', opinion: '建议' },
    ...{
      basis: 'preFiling',
      nature: 'civil',
      signedOn: '9999-12-30',
      excludedDays: 3650,
      date: '9999-12-30',
    },
  };
  for (const kind of KINDS) {
    for (const clock of kind.clocks ?? []) {
      const due = dueBy(clock, values, { workdays: workdaysFrom([]), reportWithinWorkdays: 90 });
      if (due) expect(isCalendarDate(due.on)).toBe(true);
    }
    const entry = { id: `${kind.id}-last`, kind: kind.id, rev: 1, values };
    const context = {
      workdays: workdaysFrom([]),
      today: day('2025-07-01'),
      language: 'zh',
      judge: 'li-min',
    } as const;
    expect(() => checkEntry(entry, { ...context, kind, roster: aRoster(), others: [] })).not.toThrow();
  }
});
