import type { CalendarDate } from './calendar-date.ts';
import { snapshotOf, type ConsolidatedRow, type Snapshot } from './consolidation.ts';
import { addUp, apart, countable, figureId, figureIn, type Countable } from './figures.ts';
import type { Figure } from './kinds/figure.ts';
import type { Kind } from './kinds/kind.ts';
import { tellsOf, type Ledger } from './ledger.ts';
import { periodOf, periodOver, type Period, type Quarter } from './quarter.ts';
import { quotaRows, townQuotaRows, visitsOffRoster, type QuotaRow, type VisitCount } from './quota.ts';
import { basisOf, liaisonsIn, rulesFor, type Roster } from './roster.ts';

/** Figures by `figureId`: numbers of things, people or yuan; a rate is undefined where nothing was closed. */
export type Figures = ReadonlyMap<string, number | undefined>;

/** What one town did in some quarters, a row of 表一 and 表二. */
export interface TownFigures {
  /** undefined is 名册外: what was registered for towns that the roster does not know. */
  readonly town: string | undefined;
  readonly quarters: readonly Quarter[];
  /** Those in which none of the town's liaison judges has a ledger here: 未报, never 0. */
  readonly unreportedIn: readonly Quarter[];
  /** Whether those are all in which there was anything to report. */
  readonly unreported: boolean;
  readonly visits: VisitCount;
  /** The town's visits against the quota, one row a quarter. */
  readonly quotas: readonly QuotaRow[];
  readonly figures: Figures;
}

/** 合计: the sums of all towns and of what is off the roster. */
export interface CountyFigures {
  readonly visits: VisitCount;
  /** Towns (by `quotaPer`, judges) that met the quota in every quarter, out of how many. */
  readonly met: { readonly done: number; readonly all: number };
  readonly unreported: readonly { readonly town: string; readonly quarters: readonly Quarter[] }[];
  readonly figures: Figures;
}

/** The figures of some quarters that follow one another, as of a day. */
export interface SpanFigures {
  readonly quarters: readonly Quarter[];
  /** The days that were counted, the as-of day being the last. */
  readonly period: Period;
  readonly snapshot: Snapshot;
  /** The roster's towns in their order, 名册外 last where there is anything. */
  readonly towns: readonly TownFigures[];
  readonly total: CountyFigures;
}

/** What figures are counted from. */
export interface Books {
  readonly roster: Roster;
  readonly kinds: readonly Kind[];
  readonly ledgers: readonly Ledger[];
}

/** Counts every figure of every kind for each town over some quarters, as far as they could be known on the as-of day. */
export function figuresOver(
  books: Books,
  quarters: readonly Quarter[],
  asOf: CalendarDate,
  known?: Snapshot,
): SpanFigures {
  const { roster, kinds, ledgers } = books;
  const whole = periodOver(quarters, basisOf(roster));
  const period = { from: whole.from, to: asOf < whole.to ? asOf : whole.to };
  const snapshot = known ?? snapshotOf({ ledgers, kinds, roster, asOf: period.to });
  const counted = kinds.map((kind) => countable(kind, snapshot.rows.get(kind.id) ?? []));
  const byTown = counted.map((one) => ({ kind: one.kind, towns: apart(one, ({ town }) => town) }));
  const running = runningQuarters(roster, quarters);
  const visits = running.map((quarter) => visitsIn(books, quarter, period.to));
  const towns = roster.towns.map(({ name }): TownFigures => {
    const quotas = visits.flatMap(({ byTown: rows }) => rows.filter(({ town }) => town === name));
    const unreportedIn = running.filter(
      (quarter, index) =>
        !quotas[index]?.judges.some((id) => ledgers.some((ledger) => tellsOf(ledger, id, quarter))),
    );
    return {
      town: name,
      quarters,
      unreportedIn,
      unreported: running.length > 0 && unreportedIn.length === running.length,
      visits: sumOfVisits(quotas),
      quotas,
      figures: figuresOf(byTown, name, period),
    };
  });
  const off: TownFigures = {
    town: undefined,
    quarters,
    unreportedIn: [],
    unreported: false,
    visits: sumOfVisits(visits.map(({ offRoster }) => offRoster)),
    quotas: [],
    figures: figuresOf(byTown, undefined, period),
  };
  const rows = isNothing(off) ? towns : [...towns, off];
  return {
    quarters,
    period,
    snapshot,
    towns: rows,
    total: {
      visits: sumOfVisits(rows.map((row) => row.visits)),
      met: metIn(visits.map(({ quota }) => quota)),
      unreported: towns.flatMap(({ town, unreportedIn }) =>
        town === undefined || unreportedIn.length === 0 ? [] : [{ town, quarters: unreportedIn }],
      ),
      figures: new Map(
        counted.flatMap((one) =>
          figuresOfKind(one.kind).map((figure): [string, number | undefined] => {
            const id = figureId(one.kind, figure);
            // A share can't be added up; all else is the sum of the rows above it, whatever two towns share.
            if (figure.measure.of === 'rate') return [id, figureIn(one, figure, period)];
            return [id, addUp(rows.map(({ figures }) => figures.get(id)))];
          }),
        ),
      ),
    },
  };
}

/** The quarters in which anybody owed a ledger: before the programme there is nothing to report. */
export function runningQuarters(roster: Roster, quarters: readonly Quarter[]): readonly Quarter[] {
  return quarters.filter((quarter) => liaisonsIn(roster, periodOf(quarter, basisOf(roster))).length > 0);
}

/** The days in which somebody could serve a town: of a year, those from the first quarter of the programme on. */
export function servingPeriod(roster: Roster, quarters: readonly Quarter[], period: Period): Period {
  const [first] = runningQuarters(roster, quarters);
  return first === undefined ? period : { from: periodOf(first, basisOf(roster)).from, to: period.to };
}

/** Whether there is nothing to be shown of a row. */
export function isNothing({ visits, figures }: Pick<TownFigures, 'visits' | 'figures'>): boolean {
  return visits.raw + visits.talks === 0 && [...figures.values()].every((figure) => (figure ?? 0) === 0);
}

function figuresOfKind({ figures = [] }: Kind): readonly Figure[] {
  return figures;
}

interface KindByTown {
  readonly kind: Kind;
  readonly towns: ReadonlyMap<string | undefined, Countable<ConsolidatedRow>>;
}

function figuresOf(byTown: readonly KindByTown[], town: string | undefined, period: Period): Figures {
  return new Map(
    byTown.flatMap(({ kind, towns }) => {
      const there = towns.get(town) ?? countable<ConsolidatedRow>(kind, []);
      return figuresOfKind(kind).map((figure): [string, number | undefined] => [
        figureId(kind, figure),
        figureIn(there, figure, period),
      ]);
    }),
  );
}

interface VisitsIn {
  readonly byTown: readonly QuotaRow[];
  readonly offRoster: VisitCount;
  readonly quota: readonly QuotaRow[];
}

function visitsIn({ roster, ledgers }: Books, quarter: Quarter, asOf: CalendarDate): VisitsIn {
  const { to } = periodOf(quarter, basisOf(roster));
  const question = { quarter, asOf: asOf < to ? asOf : to, roster, ledgers };
  const byTown = townQuotaRows(question);
  const isPerTown = rulesFor(roster, quarter).quotaPer === 'town';
  return {
    byTown,
    offRoster: visitsOffRoster(question),
    quota: isPerTown ? byTown : quotaRows(question),
  };
}

function sumOfVisits(counts: readonly VisitCount[]): VisitCount {
  const sum = (of: keyof VisitCount): number => counts.reduce((total, count) => total + count[of], 0);
  return { done: sum('done'), raw: sum('raw'), inVillages: sum('inVillages'), talks: sum('talks') };
}

/** Who met the quota in every quarter in which there was one to meet. */
function metIn(quotas: readonly (readonly QuotaRow[])[]): CountyFigures['met'] {
  const met = new Map<string, boolean>();
  for (const row of quotas.flat()) {
    const key = row.town ?? row.judges.join(' ');
    met.set(key, row.met && met.get(key) !== false);
  }
  return { done: [...met.values()].filter(Boolean).length, all: met.size };
}
