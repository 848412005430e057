import { describe, expect, test } from 'vitest';
import { consolidate, consolidateYear } from '../../src/domain/consolidation.ts';
import { figuresByDepartment } from '../../src/domain/department-figures.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import type { Roster } from '../../src/domain/roster.ts';
import { summarize, type Summary } from '../../src/domain/summary.ts';
import { figuresByType, typeColumns } from '../../src/domain/type-figures.ts';
import { workdaysFrom } from '../../src/domain/workdays.ts';
import {
  aJudge,
  aRoster,
  aTown,
  aVisit,
  day,
  ledgerOf,
  quarter,
  serving,
  someRules,
} from '../support/builders.ts';
import { anEntry } from '../support/entries.ts';

const roster = aRoster({
  rules: [someRules({ visitsPerQuarter: 1 })],
  towns: [aTown('太平镇'), aTown('大江镇')],
  judges: [
    aJudge('an', { assignments: [serving('太平镇', '2024-04-01')] }),
    aJudge('bai', { assignments: [serving('大江镇', '2024-07-01')] }),
  ],
});

function merging(ledgers: readonly Ledger[], asOf: string, court: Roster) {
  const read = ledgers.map((ledger) => ({ file: `ledgers/${ledger.judge.id}.json`, ledger }));
  return { asOf: day(asOf), roster: court, kinds: KINDS, ledgers: read };
}

function ofQuarter(ledgers: readonly Ledger[], of = '2024Q3', asOf = '2024-09-30', court = roster): Summary {
  const consolidation = consolidate({ quarter: quarter(of), ...merging(ledgers, asOf, court) });
  return summarize(consolidation, court, KINDS);
}

function ofYear(ledgers: readonly Ledger[], asOf = '2024-12-31', court = roster): Summary {
  return summarize(consolidateYear({ year: 2024, ...merging(ledgers, asOf, court) }), court, KINDS);
}

describe('towns', () => {
  test('stand in the roster’s order with their visits and figures, 名册外 last where there is anything', () => {
    const an = ledgerOf(
      'an',
      aVisit(),
      aVisit({ form: 'talk' }),
      anEntry('dispute', { foundOn: '2024-05-01' }),
      anEntry('service', { town: '外地镇' }),
      aVisit({ town: '外地镇' }),
      aVisit({ town: '外地镇' }),
    );
    const { towns, total } = ofQuarter([an, ledgerOf('bai')]);
    expect(towns.map(({ town, visits }) => [town, visits])).toEqual([
      ['太平镇', { done: 1, raw: 1, inVillages: 1, talks: 1 }],
      ['大江镇', { done: 0, raw: 0, inVillages: 0, talks: 0 }],
      [undefined, { done: 1, raw: 2, inVillages: 1, talks: 0 }],
    ]);
    expect(towns.map(({ figures }) => [figures.get('disputeCarried'), figures.get('serviceFiling')])).toEqual(
      [
        [1, 0],
        [0, 0],
        [0, 1],
      ],
    );
    expect(total.visits.done).toBe(2);
    expect(total.met).toEqual({ done: 1, all: 2 });
    expect(ofQuarter([]).towns).toHaveLength(2);
  });

  test('nobody reported for are unreported, which is not the same as nothing done', () => {
    const { towns, total } = ofQuarter([ledgerOf('bai')]);
    expect(towns.map(({ unreported }) => unreported)).toEqual([true, false]);
    expect(total.unreported).toEqual([{ town: '太平镇', quarters: ['2024Q3'] }]);
  });

  test('before the programme nobody is unreported', () => {
    const { towns, total } = ofQuarter([], '2024Q1', '2024-03-31');
    expect(towns.map(({ unreported }) => unreported)).toEqual([false, false]);
    expect(total.unreported).toEqual([]);
  });

  test('met the quota of a year where they met that of every quarter', () => {
    const an = ledgerOf('an', aVisit({ date: '2024-07-03' }));
    const bai = ledgerOf('bai', aVisit({ town: '大江镇' }));
    expect(ofYear([an, bai], '2024-09-30').total.met).toEqual({ done: 0, all: 2 });
    const more = ledgerOf('an', aVisit({ date: '2024-05-01' }), aVisit({ date: '2024-07-03' }));
    expect(ofYear([more, bai], '2024-09-30').total.met).toEqual({ done: 1, all: 2 });
  });

  test('a year marks the quarters in which they were unreported, and only those of the programme', () => {
    const { towns, total } = ofYear([ledgerOf('bai')]);
    expect(towns.map(({ unreported, unreportedIn }) => [unreported, unreportedIn])).toEqual([
      [true, ['2024Q2', '2024Q3', '2024Q4']],
      [false, ['2024Q2']],
    ]);
    expect(total.unreported.map(({ town }) => town)).toEqual(['太平镇', '大江镇']);
  });

  test('are counted also where the court counts visits per judge', () => {
    const perJudge = aRoster({ ...roster, rules: [someRules({ quotaPer: 'judge', visitsPerQuarter: 1 })] });
    const { towns, total } = ofQuarter([ledgerOf('an', aVisit())], '2024Q3', '2024-09-30', perJudge);
    expect(towns.map(({ visits }) => visits.done)).toEqual([1, 0]);
    expect(total.met).toEqual({ done: 1, all: 2 });
  });
});

describe('what a period is compared with', () => {
  test('before the programme there is nothing', () => {
    expect([...ofQuarter([], '2024Q2', '2024-06-30').compared.keys()]).toEqual(['yearToDate']);
    expect([...ofQuarter([], '2000Q1', '2000-03-31').compared.keys()]).toEqual([]);
    expect([...ofYear([]).compared.keys()]).toEqual([]);
  });

  test('unless something was registered', () => {
    const an = ledgerOf('an', anEntry('dispute', { foundOn: '2023-08-01' }));
    expect([...ofQuarter([an]).compared.keys()]).toEqual(['lastQuarter', 'lastYearQuarter', 'yearToDate']);
  });

  test('the quarter before is whole, as of its own last day', () => {
    const closed = { foundOn: '2024-06-30', closedOn: '2024-07-02', outcome: 'settled' };
    const last = ofQuarter([ledgerOf('an', anEntry('dispute', closed))], '2024Q3', '2024-07-31').compared.get(
      'lastQuarter',
    );
    expect(last?.period).toEqual({ from: '2024-04-01', to: '2024-06-30' });
    expect(last?.total.figures.get('disputeOpen')).toBe(1);
    expect(last?.total.figures.get('disputeClosed')).toBe(0);
  });

  test('the year to date ends on the as-of day', () => {
    const an = ledgerOf('an', aVisit({ date: '2024-05-01' }), aVisit({ date: '2024-09-01' }));
    const toDate = ofQuarter([an], '2024Q3', '2024-08-31').compared.get('yearToDate');
    expect(toDate?.period).toEqual({ from: '2024-01-01', to: '2024-08-31' });
    expect(toDate?.total.visits.done).toBe(1);
  });

  test('a year that is not over has the quarters that have begun', () => {
    expect(ofYear([], '2024-08-01').quarters).toEqual(['2024Q1', '2024Q2', '2024Q3']);
    expect(ofYear([], '2023-08-01').quarters).toEqual(['2024Q1']);
  });
});

describe('by type', () => {
  const typesOf = (...entries: Parameters<typeof ledgerOf>[1][]) => {
    const summary = ofQuarter([ledgerOf('an', ...entries)]);
    const { rows, total } = figuresByType(KINDS, summary, summary.compared.get('lastQuarter'));
    const row = (name: string) => rows.find((one) => one.name === name);
    return { rows, total, row };
  };

  test('the rules’ own types stand under the class that holds them', () => {
    const { rows } = typesOf();
    expect(rows.map(({ of, name }) => (of === 'subtype' ? `其中 ${name}` : name)).slice(0, 9)).toEqual([
      ...['婚姻家庭', '邻里', '其中 相邻纠纷', '房屋宅基地', '合同', '其中 民间借贷'],
      ...['生产经营', '损害赔偿', '其中 人身损害赔偿'],
    ]);
    expect(rows).toHaveLength(21);
  });

  test('a subtype counts within its own type only', () => {
    const { row } = typesOf(
      anEntry('dispute', { type: '合同', subtype: '民间借贷纠纷' }),
      anEntry('dispute', { type: '合同' }),
      anEntry('dispute', { type: '其他', subtype: '民间借贷' }),
    );
    expect(row('合同')?.figures.get('disputeOpened')).toBe(2);
    expect(row('民间借贷')?.figures.get('disputeOpened')).toBe(1);
    expect(row('合同')?.weights.get('disputeOpened')).toEqual({ share: 2 / 3, change: 2 });
  });

  test('amounts of guidance and mediation are one column, to the fen; those of confirmations are the same money', () => {
    const agreed = { type: '合同', result: 'agreed', closedOn: '2024-08-01' };
    const { row, total } = typesOf(
      anEntry('guidance', { ...agreed, amount: '0.10' }),
      anEntry('mediation', { ...agreed, amount: '0.20' }),
      anEntry('mediation', { ...agreed, result: 'failed', amount: '5.00' }),
      anEntry('confirmation', { amount: '9.00' }),
    );
    expect(row('合同')?.figures.get('guidanceAgreedAmount')).toBe(0.3);
    expect(total.figures.get('guidanceAgreedAmount')).toBe(0.3);
    expect(row('合同')?.figures.get('confirmationOpened')).toBe(1);
  });

  test('what has no type stands in a row of its own', () => {
    const training = { origin: 'training', type: undefined, requestedOn: undefined, guidedOn: '2024-08-01' };
    const { rows, total } = typesOf(anEntry('guidance', training));
    expect(rows.at(-1)).toMatchObject({ of: 'none', name: '' });
    expect(rows.at(-1)?.figures.get('guidanceOpened')).toBe(1);
    expect(total.figures.get('guidanceOpened')).toBe(1);
  });

  test('a rate and a share without a base are nothing, and so is a change without a quarter before', () => {
    const summary = ofQuarter([], '2024Q2', '2024-06-30');
    const { total } = figuresByType(KINDS, summary, summary.compared.get('lastQuarter'));
    expect(total.figures.get('disputeSettledRate')).toBeUndefined();
    expect(total.weights.get('disputeOpened')).toEqual({ share: undefined, change: undefined });
  });

  test('the columns are those of the kinds', () => {
    expect(typeColumns(KINDS).map(({ head }) => head.zh)).toEqual([
      ...['排查旧存', '排查新收', '排查办结', '排查未结', '化解率', '巡回审判', '指导调解', '涉及金额（元）'],
      ...['委派调解', '委托调解', '司法确认'],
    ]);
  });
});

describe('by department', () => {
  const departments = (...entries: Parameters<typeof ledgerOf>[1][]) =>
    figuresByDepartment(KINDS, ofQuarter([ledgerOf('an', ...entries)]), {
      roster,
      workdays: workdaysFrom([]),
    });

  test('most matters first, then by name, and last those that name none', () => {
    const { rows } = departments(
      anEntry('matter'),
      anEntry('matter'),
      anEntry('matter'),
      anEntry('matter', { department: '立案庭' }),
      anEntry('matter', { department: '民事审判庭' }),
      anEntry('matter', { department: ' 民事审判庭', direction: 'toTown' }),
    );
    expect(rows.map(({ department, opened }) => [department, opened])).toEqual([
      ['民事审判庭', 2],
      ['立案庭', 1],
      ['', 3],
    ]);
  });

  test('overdue is what was closed after its limit, or is open past it', () => {
    const limit = { department: '立案庭', dueOn: '2024-07-10' };
    const { total } = departments(
      anEntry('matter', { ...limit, result: '已复', repliedOn: '2024-07-10' }),
      anEntry('matter', { ...limit, result: '已复', repliedOn: '2024-07-11' }),
      anEntry('matter', limit),
      anEntry('matter', { ...limit, dueOn: '2024-09-30' }),
      anEntry('matter', { ...limit, dueOn: undefined }),
      anEntry('matter', { ...limit, receivedOn: '2024-05-01', result: '已复', repliedOn: '2024-06-01' }),
    );
    expect(total).toMatchObject({ carried: 0, opened: 5, closed: 2, open: 3, overdue: 2, meanDays: 7.5 });
  });

  test('without a reply there is no mean', () => {
    expect(departments(anEntry('matter')).total.meanDays).toBeUndefined();
  });
});
