import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consolidate, consolidateYear } from '../../src/domain/consolidation.ts';
import { figuresByDepartment } from '../../src/domain/department-figures.ts';
import { figureId } from '../../src/domain/figures.ts';
import type { Figure, Standing } from '../../src/domain/kinds/figure.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { summarize, type Summary } from '../../src/domain/summary.ts';
import type { Figures, SpanFigures } from '../../src/domain/town-figures.ts';
import { figuresByType } from '../../src/domain/type-figures.ts';
import { workdaysFrom } from '../../src/domain/workdays.ts';
import { anyCounting, nearRoster } from '../support/arbitraries.ts';
import { day, quarter } from '../support/builders.ts';
import { allKindsLedgers } from '../support/entries.ts';

const quarters = fc.constantFrom('2024Q1', '2024Q2', '2024Q3', '2024Q4').map(quarter);
const context = { roster: nearRoster(), workdays: workdaysFrom([]) };

function merging(ledgers: readonly Ledger[], roster = nearRoster()) {
  const read = ledgers.map((ledger) => ({ file: `ledgers/${ledger.judge.id}.json`, ledger }));
  return { asOf: day('2024-12-31'), roster, kinds: KINDS, ledgers: read };
}

function summaryOf(ledgers: readonly Ledger[], of = quarter('2024Q3'), roster = nearRoster()): Summary {
  return summarize(consolidate({ quarter: of, ...merging(ledgers, roster) }), roster, KINDS);
}

function yearOf(ledgers: readonly Ledger[], year = 2024): Summary {
  return summarize(consolidateYear({ year, ...merging(ledgers) }), nearRoster(), KINDS);
}

/** The four of each group that has them, by the group. */
function standings(figures: Figures): readonly Readonly<Partial<Record<Standing, number>>>[] {
  const groups = new Map<string, Partial<Record<Standing, number>>>();
  for (const kind of KINDS) {
    for (const figure of kind.figures ?? []) {
      if (figure.standing === undefined) continue;
      const group = groups.get(figure.group.zh) ?? {};
      group[figure.standing] = figures.get(figureId(kind, figure)) ?? 0;
      groups.set(figure.group.zh, group);
    }
  }
  return [...groups.values()];
}

function valuesOf({ total }: SpanFigures): unknown {
  return { visits: total.visits, met: total.met, figures: [...total.figures], unreported: total.unreported };
}

test('旧存 + 新收 = 办结 + 未结 in every row, of a quarter and of a year', () => {
  fc.assert(
    fc.property(allKindsLedgers, quarters, (ledgers, of) => {
      const spans = [summaryOf(ledgers, of), yearOf(ledgers)];
      for (const span of spans.flatMap((summary) => [summary, ...summary.compared.values()])) {
        for (const { figures } of [...span.towns, span.total]) {
          const found = standings(figures);
          expect(found).toHaveLength(8);
          for (const { carried = 0, opened = 0, closed = 0, open = 0 } of found) {
            expect(carried + opened).toBe(closed + open);
          }
        }
      }
    }),
  );
});

test('合计 is what the rows of the ledgers’ sheets say', () => {
  fc.assert(
    fc.property(allKindsLedgers, quarters, (ledgers, of) => {
      const consolidation = consolidate({ quarter: of, ...merging(ledgers) });
      const { figures } = summarize(consolidation, nearRoster(), KINDS).total;
      const rows = (kind: string) => consolidation.rows.get(kind) ?? [];
      const sum = (...ids: readonly string[]): number =>
        ids.reduce((all, id) => all + (figures.get(id) ?? 0), 0);
      for (const kind of ['matter', 'dispute', 'guidance', 'confirmation', 'deputy']) {
        expect(sum(`${kind}Carried`, `${kind}Opened`), kind).toBe(rows(kind).length);
      }
      const mediations = ['PreFilingCarried', 'PreFilingOpened', 'PostFilingCarried', 'PostFilingOpened'];
      expect(sum(...mediations.map((id) => `mediation${id}`))).toBe(rows('mediation').length);
      expect(sum('serviceFiling', 'serviceLeader', 'serviceOther')).toBe(rows('service').length);
      expect(sum('outreachEvents')).toBe(rows('outreach').length);
      const { from, to } = consolidation.period;
      const heard = rows('trial').filter(({ entry, counted }) => {
        const day = String(entry.values['heldOn']);
        return counted && day >= from && day <= to;
      });
      expect(sum('trialHearings')).toBe(heard.length);
      // A hearing after the closing is shown and counts as a hearing, but its case is over.
      const numbers = new Set(rows('trial').map(({ entry }) => entry.values['caseNumber']));
      expect(sum('trialCarried', 'trialOpened')).toBeLessThanOrEqual(numbers.size);
    }),
  );
});

test('上季度 is 合计 of the quarter before, 上年同期 that of the same quarter of last year, 上年 that of last year', () => {
  fc.assert(
    fc.property(allKindsLedgers, anyCounting, (ledgers, counting) => {
      const roster = nearRoster(counting);
      const now = summaryOf(ledgers, quarter('2024Q3'), roster);
      for (const [comparison, of] of [
        ['lastQuarter', '2024Q2'],
        ['lastYearQuarter', '2023Q3'],
      ] as const) {
        const before = now.compared.get(comparison);
        expect(before && valuesOf(before)).toEqual(valuesOf(summaryOf(ledgers, quarter(of), roster)));
      }
      const lastYear = yearOf(ledgers).compared.get('lastYear');
      expect(lastYear && valuesOf(lastYear)).toEqual(valuesOf(yearOf(ledgers, 2023)));
    }),
  );
});

test('本年累计 opens with the first quarter, ends with the last, and adds up what happened between', () => {
  fc.assert(
    fc.property(allKindsLedgers, (ledgers) => {
      const parts = ['2024Q1', '2024Q2', '2024Q3'].map((of) => summaryOf(ledgers, quarter(of)).total);
      const toDate = summaryOf(ledgers).compared.get('yearToDate')?.total;
      const sum = (id: string): number => parts.reduce((all, { figures }) => all + (figures.get(id) ?? 0), 0);
      const ids = (of: (figure: Figure) => boolean): readonly string[] =>
        KINDS.flatMap((kind) => (kind.figures ?? []).filter(of).map((figure) => figureId(kind, figure)));
      for (const id of ids(({ standing }) => standing === 'carried'))
        expect(toDate?.figures.get(id)).toBe(parts[0]?.figures.get(id));
      for (const id of ids(({ standing }) => standing === 'open'))
        expect(toDate?.figures.get(id)).toBe(parts[2]?.figures.get(id));
      for (const id of ids(({ measure: { of } }) => ['opened', 'closed', 'entries'].includes(of)))
        expect(toDate?.figures.get(id)).toBeCloseTo(sum(id), 6);
      expect(toDate?.visits.done).toBe(parts.reduce((all, { visits }) => all + visits.done, 0));
    }),
  );
});

test('a year is its year to date in the last quarter', () => {
  fc.assert(
    fc.property(allKindsLedgers, (ledgers) => {
      const toDate = summaryOf(ledgers, quarter('2024Q4')).compared.get('yearToDate');
      expect(toDate && valuesOf(toDate)).toEqual(valuesOf(yearOf(ledgers)));
    }),
  );
});

test('no order of ledgers changes a figure', () => {
  const shuffled = allKindsLedgers.chain((ledgers) =>
    fc
      .shuffledSubarray([...ledgers], { minLength: ledgers.length })
      .map((other) => [ledgers, other] as const),
  );
  fc.assert(
    fc.property(shuffled, ([ledgers, other]) => {
      const [one, two] = [summaryOf(ledgers), summaryOf(other)];
      expect(two.towns).toEqual(one.towns);
      expect([...two.compared.values()].map(valuesOf)).toEqual([...one.compared.values()].map(valuesOf));
      expect(figuresByType(KINDS, two, undefined)).toEqual(figuresByType(KINDS, one, undefined));
      expect(figuresByDepartment(KINDS, two, context)).toEqual(figuresByDepartment(KINDS, one, context));
    }),
  );
});

test('types add up to the whole, and 其中 is never more than its type', () => {
  fc.assert(
    fc.property(allKindsLedgers, (ledgers) => {
      const summary = summaryOf(ledgers);
      const { rows, total } = figuresByType(KINDS, summary, summary.compared.get('lastQuarter'));
      for (const [id, whole] of total.figures) {
        if (id === 'disputeSettledRate') continue;
        const sum = rows
          .filter(({ of }) => of !== 'subtype')
          .reduce((all, { figures }) => all + (figures.get(id) ?? 0), 0);
        expect(sum).toBeCloseTo(whole ?? 0, 6);
        for (const [index, row] of rows.entries()) {
          if (row.of !== 'subtype') continue;
          expect(row.figures.get(id) ?? 0).toBeLessThanOrEqual(rows[index - 1]?.figures.get(id) ?? 0);
        }
      }
      expect(total.figures.get('disputeOpened')).toBe(summary.total.figures.get('disputeOpened'));
    }),
  );
});

test('departments add up to the whole', () => {
  fc.assert(
    fc.property(allKindsLedgers, (ledgers) => {
      const summary = summaryOf(ledgers);
      const { rows, total } = figuresByDepartment(KINDS, summary, context);
      for (const key of ['carried', 'opened', 'closed', 'open', 'overdue'] as const) {
        expect(rows.reduce((all, row) => all + row[key], 0)).toBe(total[key]);
      }
      for (const row of [...rows, total]) expect(row.carried + row.opened).toBe(row.closed + row.open);
      expect(total.opened).toBe(summary.total.figures.get('matterOpened'));
    }),
  );
});
