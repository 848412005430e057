import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry.ts';
import type { FieldValue } from '../../src/domain/fields/field-type.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { countsAsVisit, quotaRows, type QuotaQuestion, type QuotaRow } from '../../src/domain/quota.ts';
import type { Roster, Rules } from '../../src/domain/roster.ts';
import { aRoster, aTown, aVillage, aVisit, day, ledgerOf, quarter, someRules } from '../support/builders.ts';

type Said = Readonly<Record<string, FieldValue | undefined>>;

function rowsOf(over: Partial<QuotaQuestion> & { readonly ledgers: readonly Ledger[] }): readonly QuotaRow[] {
  return quotaRows({ quarter: quarter('2024Q3'), asOf: day('2024-09-30'), roster: aRoster(), ...over });
}

/** The row of 太平镇 for li-min's visits under some rules. */
function rowOf(
  visits: readonly (Said | Entry)[],
  rules: Partial<Rules> = {},
  roster: Partial<Roster> = {},
): QuotaRow {
  const entries = visits.map((one) => (isEntry(one) ? one : aVisit(one)));
  const [row] = rowsOf({
    roster: aRoster({ rules: [someRules(rules)], ...roster }),
    ledgers: [ledgerOf('li-min', ...entries)],
  });
  if (!row) throw new Error('no row');
  return row;
}

function isEntry(one: Said | Entry): one is Entry {
  return 'values' in one;
}

const DAYS = ['2024-07-01', '2024-08-15', '2024-09-30'];

test('three visits on three days are enough, two are not', () => {
  const three = rowOf(DAYS.map((date) => ({ date })));
  expect(three).toMatchObject({
    town: '太平镇',
    judges: ['li-min'],
    required: 3,
    done: 3,
    raw: 3,
    missing: 0,
    met: true,
    talks: 0,
    shared: false,
    daysLeft: 0,
    inVillages: 3,
  });
  expect(three.visits.map(({ day: on, judge }) => [on, judge])).toEqual(DAYS.map((date) => [date, 'li-min']));
  expect(rowOf([{ date: '2024-07-01' }, { date: '2024-07-02' }])).toMatchObject({
    done: 2,
    missing: 1,
    met: false,
  });
  expect(rowOf([])).toMatchObject({ done: 0, missing: 3, met: false, visits: [] });
});

describe('what counts', () => {
  const table: readonly [string, Said | Entry, number, number][] = [
    ['a visit', {}, 1, 0],
    ['a talk, shown beside it', { form: 'talk' }, 0, 1],
    ['another form', { form: 'other' }, 0, 0],
    ['a visit that a department told', { source: 'department' }, 0, 0],
    ['a talk that a department told', { form: 'talk', source: 'department' }, 0, 0],
    ['the judge’s own entry', { source: 'own' }, 1, 0],
    ['a removed entry', aVisit({}, { removed: { at: 'x', reason: 'y' } }), 0, 0],
    ['an entry of another kind', aVisit({}, { kind: 'service' }), 0, 0],
    ['an entry without its day', { date: undefined }, 0, 0],
    ['a visit to another town', { town: '大江镇' }, 0, 0],
    ['a visit to a town off the roster', { town: '外地镇' }, 0, 0],
    ['a visit to an alias', { town: '太平' }, 1, 0],
    ['a visit to an unlisted village', { village: '没有的村' }, 1, 0],
    ['a visit to the town itself', { village: undefined }, 1, 0],
    ['the day before the quarter', { date: '2024-06-30' }, 0, 0],
    ['its first day', { date: '2024-07-01' }, 1, 0],
    ['its last day', { date: '2024-09-30' }, 1, 0],
    ['the day after it', { date: '2024-10-01' }, 0, 0],
  ];
  test.each(table)('%s', (_, visit, done, talks) => {
    const towns = [...aRoster().towns, aTown('大江镇')];
    expect(rowOf([visit], {}, { towns })).toMatchObject({ done, raw: done, talks });
  });

  test('countsAsVisit asks for the form, who told it, and that it is there', () => {
    expect(countsAsVisit(aVisit(), ['visit'])).toBe(true);
    expect(countsAsVisit(aVisit(), [])).toBe(false);
    expect(countsAsVisit(aVisit({}, { removed: { at: 'x', reason: 'y' } }), ['visit'])).toBe(false);
    expect(countsAsVisit(aVisit({ source: 'department' }), ['visit'])).toBe(false);
    expect(countsAsVisit(aVisit({ form: undefined }), ['visit'])).toBe(false);
  });
});

describe('the settings', () => {
  test('visitForms: talks count where the court says so, and are still shown as talks', () => {
    const visits = [
      { form: 'talk' },
      { form: 'talk', date: '2024-07-04' },
      { form: 'other', date: '2024-07-05' },
    ];
    expect(rowOf(visits, { visitForms: ['visit', 'talk'] })).toMatchObject({ done: 2, raw: 2, talks: 2 });
    expect(rowOf(visits, { visitForms: ['visit', 'talk', 'other'] })).toMatchObject({ done: 3, talks: 2 });
    expect(rowOf(visits, { visitForms: [] })).toMatchObject({ done: 0, raw: 0, talks: 2 });
  });

  test('countDistinct: a day and a place are one, by name or alias; another place or day is another', () => {
    const visits = [
      { village: '禤村村' },
      { village: '禤村' },
      { village: '禤 村', town: '太平' },
      { village: '马山社区' },
      { village: undefined },
      { village: '禤村村', date: '2024-07-04' },
    ];
    expect(rowOf(visits)).toMatchObject({ raw: 6, done: 4, inVillages: 3 });
    expect(rowOf(visits, { countDistinct: false })).toMatchObject({ raw: 6, done: 6, inVillages: 5 });
  });

  test('a renamed village is one village, a merged one is not', () => {
    const villages = [aVillage('新村', { aliases: ['旧村'] }), aVillage('并村', { to: day('2024-07-31') })];
    const towns = [aTown('太平镇', { villages })];
    expect(
      rowOf([{ village: '新村' }, { village: '旧村' }, { village: '并村' }], {}, { towns }),
    ).toMatchObject({ raw: 3, done: 2 });
  });

  test('visitScope: both the town itself and a village must be among them', () => {
    const town = DAYS.map((date) => ({ date, village: undefined }));
    const village = DAYS.map((date) => ({ date }));
    const scope = { visitScope: 'townAndVillage' } as const;
    expect(rowOf(town, scope)).toMatchObject({ done: 3, missing: 1, met: false, inVillages: 0 });
    expect(rowOf(village, scope)).toMatchObject({ done: 3, missing: 1, met: false });
    expect(rowOf([...town.slice(1), ...village.slice(0, 1)], scope)).toMatchObject({
      done: 3,
      missing: 0,
      met: true,
    });
    expect(rowOf([], { ...scope, visitsPerQuarter: 1 })).toMatchObject({ missing: 2 });
    expect(rowOf(town, { visitScope: 'any' })).toMatchObject({ met: true });
  });

  test('visitsPerQuarter, and the old quarter keeps its old rules', () => {
    const roster = aRoster({
      rules: [
        someRules({ from: quarter('2024Q3'), visitsPerQuarter: 3 }),
        someRules({
          from: quarter('2024Q4'),
          visitsPerQuarter: 4,
          visitForms: ['visit', 'talk'],
          countDistinct: false,
        }),
      ],
    });
    const visits = ['2024-09-30', '2024-10-01'].flatMap((date) =>
      ['visit', 'visit', 'talk'].map((form) => aVisit({ date, form })),
    );
    const ask = (text: string) =>
      rowsOf({
        roster,
        quarter: quarter(text),
        asOf: day('2024-12-31'),
        ledgers: [ledgerOf('li-min', ...visits)],
      });
    expect(ask('2024Q3')).toMatchObject([{ required: 3, done: 1, raw: 2, missing: 2 }]);
    expect(ask('2024Q4')).toMatchObject([{ required: 4, done: 3, raw: 3, missing: 1 }]);
  });

  test.each([
    ['2024-06-20', '2024Q2'],
    ['2024-06-21', '2024Q3'],
    ['2024-09-20', '2024Q3'],
    ['2024-09-21', '2024Q4'],
  ])('quarterBasis cutoff20: %s counts in %s', (date, counted) => {
    const roster = aRoster({ rules: [someRules({ quarterBasis: 'cutoff20' })] });
    const done = ['2024Q2', '2024Q3', '2024Q4'].filter((text) => {
      const [row] = rowsOf({
        roster,
        quarter: quarter(text),
        asOf: day('2024-12-31'),
        ledgers: [ledgerOf('li-min', aVisit({ date }))],
      });
      return row?.done === 1;
    });
    expect(done).toEqual([counted]);
  });
});

test('as of a day, what lies after it is not there yet', () => {
  const ledgers = [
    ledgerOf('li-min', ...DAYS.map((date) => aVisit({ date })), aVisit({ form: 'talk', date: '2024-09-01' })),
  ];
  const ask = (asOf: string) => rowsOf({ asOf: day(asOf), ledgers })[0];
  expect(ask('2024-08-14')).toMatchObject({ done: 1, missing: 2, talks: 0, daysLeft: 47 });
  expect(ask('2024-08-15')).toMatchObject({ done: 2, daysLeft: 46 });
  expect(ask('2024-09-29')).toMatchObject({ done: 2, talks: 1, daysLeft: 1 });
  expect(ask('2024-09-30')).toMatchObject({ done: 3, daysLeft: 0 });
  expect(ask('2025-01-01')).toMatchObject({ done: 3, daysLeft: 0 });
});
