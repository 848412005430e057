import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asKnownOn,
  casesOf,
  closedOn,
  openedOn,
  rowsIn,
  uncounted,
  type Row,
} from '../../src/domain/cases.ts';
import type { Entry } from '../../src/domain/entry.ts';
import { kindOf } from '../../src/domain/kinds/kind.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { periodOf } from '../../src/domain/quarter.ts';
import { day, quarter } from '../support/builders.ts';
import { anEntry } from '../support/sound-entries.ts';

const trial = kindOf(KINDS, 'trial');
const Q3 = periodOf(quarter('2024Q3'), () => 'calendar');

function row(judge: string, entry: Entry): Row {
  return { judge: { id: judge }, entry };
}

/** A hearing under a number of its own, or one that is said. */
function hearing(id: string, values: Parameters<typeof anEntry>[1] = {}, judge = 'li-min'): Row {
  return row(judge, anEntry('trial', values, { id }));
}

function idsOf(rows: readonly Row[]): readonly string[] {
  return rows.map(({ entry }) => entry.id);
}

describe('a case', () => {
  const first = hearing('first', { heldOn: '2024-07-03', town: '太平镇' });
  const second = hearing('second', { heldOn: '2024-08-05', town: '大江镇' }, 'chen');
  const last = hearing('last', { heldOn: '2024-09-02', closure: 'judged', closedOn: '2024-09-10' });

  test('is all hearings of its number, of whichever judges and in whatever order they come', () => {
    for (const rows of [
      [first, second, last],
      [last, first, second],
    ]) {
      const [one, ...others] = casesOf(trial, rows);
      expect(others).toEqual([]);
      expect(idsOf(one?.rows ?? [])).toEqual(['first', 'second', 'last']);
      expect(one).toMatchObject({ opened: '2024-07-03', closed: '2024-09-10' });
      expect(one?.first.entry.values['town']).toBe('太平镇');
      expect(one?.last).toBe(last);
    }
  });

  test('closes once, on the first day that closes it', () => {
    const again = hearing('again', { heldOn: '2024-09-20', closure: 'mediated', closedOn: '2024-09-21' });
    const [one] = casesOf(trial, [first, again, last]);
    expect(one).toMatchObject({ closed: '2024-09-10' });
    expect(one?.last).toBe(last);
  });

  test('that is open has no closing day, and its last hearing stands for it', () => {
    const [one] = casesOf(trial, [second, first]);
    expect(one?.closed).toBeUndefined();
    expect(one?.last).toBe(second);
  });

  test('of one day in two ledgers is of the town of the judge’s own row', () => {
    const told = hearing('told', { town: '大江镇', source: 'department' }, 'an');
    const [one] = casesOf(trial, [told, hearing('own', { town: '太平镇' })]);
    expect(one?.first.entry.id).toBe('own');
  });

  test('is another under another number', () => {
    const other = hearing('other', { caseNumber: '（2024）粤5321民初124号' });
    expect(casesOf(trial, [first, other, last]).map(({ rows }) => idsOf(rows))).toEqual([
      ['first', 'last'],
      ['other'],
    ]);
  });

  test('of other kinds is an entry each', () => {
    const dispute = kindOf(KINDS, 'dispute');
    const rows = [
      row('an', anEntry('dispute')),
      row('an', anEntry('dispute')),
      row('chen', anEntry('dispute')),
    ];
    expect(casesOf(dispute, rows)).toHaveLength(3);
  });

  test('that a file closes before it opened is closed as it opens', () => {
    const odd = hearing('odd', { heldOn: '2024-07-03', closure: 'ruled', closedOn: '2024-05-01' });
    expect(casesOf(trial, [odd])).toMatchObject([{ opened: '2024-07-03', closed: '2024-07-03' }]);
  });
});

describe('opening and closing', () => {
  const closes = (kind: string, values: Parameters<typeof anEntry>[1]): unknown =>
    closedOn(kindOf(KINDS, kind), anEntry(kind, values));
  const opens = (kind: string, values: Parameters<typeof anEntry>[1] = {}): unknown =>
    openedOn(kindOf(KINDS, kind), anEntry(kind, values));

  test('what is kept stable or unsettled is not closed, whatever day a file gives', () => {
    expect(closes('dispute', { outcome: 'settled', closedOn: '2024-08-01' })).toBe('2024-08-01');
    expect(closes('dispute', { outcome: 'transferred', closedOn: '2024-08-01' })).toBe('2024-08-01');
    expect(closes('dispute', { outcome: 'stable', closedOn: '2024-08-01' })).toBeUndefined();
    expect(closes('dispute', { outcome: 'settled' })).toBeUndefined();
    expect(closes('visit', {})).toBeUndefined();
  });

  test('an event opens nothing, nor does a contact without an opinion, nor an application not made', () => {
    expect(opens('visit')).toBeUndefined();
    expect(opens('outreach')).toBeUndefined();
    expect(opens('deputy', { opinion: '无' })).toBeUndefined();
    expect(opens('deputy')).toBe('2024-07-03');
    expect(opens('confirmation')).toBeUndefined();
    expect(opens('confirmation', { appliedOn: '2024-07-10' })).toBe('2024-07-10');
  });

  test('guidance opens where it was asked for, else where it was given', () => {
    expect(opens('guidance', { guidedOn: '2024-07-08' })).toBe('2024-07-03');
    expect(opens('guidance', { requestedOn: undefined, guidedOn: '2024-07-08' })).toBe('2024-07-08');
  });
});

describe('the rows of a quarter', () => {
  const listed = (kind: string, values: Parameters<typeof anEntry>[1]): boolean =>
    rowsIn(kindOf(KINDS, kind), [row('an', anEntry(kind, values))], Q3).length === 1;

  test.each<readonly [string, string, Parameters<typeof anEntry>[1], boolean]>([
    ['an event of it', 'outreach', { heldOn: '2024-09-30' }, true],
    ['an event before it', 'outreach', { heldOn: '2024-06-30' }, false],
    ['an event after it', 'outreach', { heldOn: '2024-10-01' }, false],
    ['a case that opened in it', 'dispute', { foundOn: '2024-09-30' }, true],
    ['a case that was carried into it', 'dispute', { foundOn: '2023-01-01' }, true],
    [
      'one closed on its first day',
      'dispute',
      { foundOn: '2023-01-01', outcome: 'settled', closedOn: '2024-07-01' },
      true,
    ],
    [
      'one closed the day before',
      'dispute',
      { foundOn: '2023-01-01', outcome: 'settled', closedOn: '2024-06-30' },
      false,
    ],
    ['a case after it', 'dispute', { foundOn: '2024-10-01' }, false],
    ['a contact without an opinion in it', 'deputy', { metOn: '2024-07-01', opinion: '无' }, true],
    ['one before it', 'deputy', { metOn: '2024-06-30', opinion: '无' }, false],
    ['an opinion before it that waits for its answer', 'deputy', { metOn: '2024-06-30' }, true],
    ['an application in it', 'confirmation', { effectiveOn: '2024-06-20', appliedOn: '2024-07-01' }, true],
    [
      'an agreement in it that is applied for later',
      'confirmation',
      { effectiveOn: '2024-09-25', appliedOn: '2024-10-08' },
      false,
    ],
    ['an agreement that nobody has applied for', 'confirmation', { effectiveOn: '2024-07-05' }, false],
  ])('%s', (_name, kind, values, isListed) => {
    expect(listed(kind, values)).toBe(isListed);
  });

  test('hearings before it stand in it while their case is open; those after it do not', () => {
    const rows = [
      hearing('before', { heldOn: '2024-05-01' }),
      hearing('in', { heldOn: '2024-08-01' }),
      hearing('after', { heldOn: '2024-10-08', closure: 'judged', closedOn: '2024-10-09' }),
    ];
    expect(idsOf(rowsIn(trial, rows, Q3))).toEqual(['before', 'in']);
  });

  test('a hearing of it stands in it even where its case was closed before', () => {
    const rows = [
      hearing('closed', { heldOn: '2024-05-01', closure: 'mediated', closedOn: '2024-05-02' }),
      hearing('visited', { heldOn: '2024-08-01' }),
    ];
    expect(idsOf(rowsIn(trial, rows, Q3))).toEqual(['visited']);
  });
});

describe('as it could be known on a day', () => {
  const known = (kind: string, values: Parameters<typeof anEntry>[1], asOf: string): unknown =>
    asKnownOn(kindOf(KINDS, kind), anEntry(kind, values), day(asOf))?.values;

  test('an entry after it is not there, nor one that was removed', () => {
    expect(known('visit', { date: '2024-07-03' }, '2024-07-02')).toBeUndefined();
    const removed = { at: '2024-07-05T08:40:00+08:00', reason: '重复' };
    const entry = anEntry('visit', {}, { removed });
    expect(asKnownOn(kindOf(KINDS, 'visit'), entry, day('2024-09-30'))).toBeUndefined();
  });

  test('nothing later: the entry itself', () => {
    const entry = anEntry('dispute', { outcome: 'settled', closedOn: '2024-09-30', dueOn: '2024-12-31' });
    expect(asKnownOn(kindOf(KINDS, 'dispute'), entry, day('2024-09-30'))).toBe(entry);
  });

  test.each<readonly [string, string, Parameters<typeof anEntry>[1], string, readonly string[]]>([
    [
      'a dispute that was settled later is open, its limit ahead stays',
      'dispute',
      { outcome: 'settled', closedOn: '2024-08-01', dueOn: '2024-08-31' },
      '2024-07-31',
      ['dueOn'],
    ],
    [
      'a mediation that ended later lacks result and what follows',
      'mediation',
      { signedOn: '2024-07-05', result: 'agreed', closedOn: '2024-08-01', next: 'performed', amount: '5.00' },
      '2024-07-31',
      ['signedOn', 'amount'],
    ],
    [
      'a deputy who was answered later lacks class and satisfaction',
      'deputy',
      { channel: 'motion', repliedOn: '2024-08-01', category: 'A', satisfaction: 'fair' },
      '2024-07-31',
      ['channel'],
    ],
    [
      'an agreement that was applied for later has nothing of the application',
      'confirmation',
      {
        ...{ appliedOn: '2024-07-10', caseNumber: '（2024）粤5321诉前调确1号', acceptedOn: '2024-07-11' },
        ...{ extendedTo: '2024-08-20', result: 'confirmed', closedOn: '2024-08-15', performance: '已履行' },
      },
      '2024-07-09',
      [],
    ],
    [
      'one that was confirmed later has been applied for',
      'confirmation',
      {
        ...{ appliedOn: '2024-07-10', caseNumber: '（2024）粤5321诉前调确1号', acceptedOn: '2024-07-11' },
        ...{ extendedTo: '2024-08-20', result: 'confirmed', closedOn: '2024-08-15', performance: '已履行' },
      },
      '2024-08-14',
      ['appliedOn', 'caseNumber', 'acceptedOn', 'extendedTo'],
    ],
    [
      'guidance that ended later lacks result, amount and what hangs on an agreement',
      'guidance',
      {
        guidedOn: '2024-07-08',
        result: 'agreed',
        closedOn: '2024-08-01',
        amount: '5.00',
        confirmationApplied: true,
      },
      '2024-07-31',
      ['guidedOn'],
    ],
    ['a visit told to the leader later', 'visit', { reportedOn: '2024-07-05' }, '2024-07-04', []],
  ])('%s', (_name, kind, values, asOf, kept) => {
    const sound = anEntry(kind).values;
    const seen = asKnownOn(kindOf(KINDS, kind), anEntry(kind, values), day(asOf))?.values ?? {};
    expect(
      Object.keys(seen)
        .filter((key) => !Object.hasOwn(sound, key))
        .sort(),
    ).toEqual([...kept].sort());
    expect(seen).toMatchObject(sound);
  });

  test('looked at twice it is the same, and an earlier day knows no more', () => {
    const days = fc.constantFrom('2024-07-01', '2024-07-10', '2024-08-01', '2024-08-15', '2024-10-01');
    const values = fc.record({
      appliedOn: days,
      acceptedOn: days,
      closedOn: days,
      result: fc.constant('confirmed'),
    });
    const confirmation = kindOf(KINDS, 'confirmation');
    fc.assert(
      fc.property(values, days, days, (said, one, other) => {
        const [early, late] = [one, other].sort();
        const entry = anEntry('confirmation', { effectiveOn: '2024-06-20', ...said });
        const seen = asKnownOn(confirmation, entry, day(late ?? ''));
        const again = seen && asKnownOn(confirmation, seen, day(late ?? ''));
        expect(again?.values).toEqual(seen?.values);
        const before = asKnownOn(confirmation, entry, day(early ?? ''));
        expect(Object.keys(seen?.values ?? {})).toEqual(
          expect.arrayContaining(Object.keys(before?.values ?? {})),
        );
      }),
    );
  });
});

describe('what counts once', () => {
  const told = { source: 'department', sourceDepartment: '民事审判庭' };
  const namesOf = (rows: readonly Row[]): readonly (readonly [string, string])[] =>
    [...uncounted(trial, rows)].map(([shown, counted]) => [shown.entry.id, counted.entry.id]);

  test('of one hearing in two ledgers the one that a department told does not count', () => {
    const rows = [hearing('told', told, 'an'), hearing('own', {}, 'chen')];
    expect(namesOf(rows)).toEqual([['told', 'own']]);
    expect(namesOf([...rows].reverse())).toEqual([['told', 'own']]);
  });

  test('where a department told both, the first judge’s counts', () => {
    const rows = [hearing('late', told, 'chen'), hearing('early', told, 'an'), hearing('latest', told, 'su')];
    expect(namesOf(rows)).toEqual([
      ['late', 'early'],
      ['latest', 'early'],
    ]);
  });

  test.each<readonly [string, readonly Row[]]>([
    [
      'two judges’ own rows are likely twins, and stay',
      [hearing('one', {}, 'an'), hearing('two', {}, 'chen')],
    ],
    [
      'another day is another hearing',
      [hearing('one', {}, 'an'), hearing('two', { ...told, heldOn: '2024-07-04' }, 'chen')],
    ],
    [
      'another number is another case',
      [hearing('one', {}, 'an'), hearing('two', { ...told, caseNumber: '（2024）粤5321民初9号' }, 'chen')],
    ],
    ['one judge’s two rows stay', [hearing('one', told, 'an'), hearing('two', told, 'an')]],
  ])('%s', (_name, rows) => {
    expect(namesOf(rows)).toEqual([]);
  });

  test('of other kinds everything counts', () => {
    const visits = [row('an', anEntry('visit', told)), row('chen', anEntry('visit'))];
    expect(uncounted(kindOf(KINDS, 'visit'), visits).size).toBe(0);
  });
});
