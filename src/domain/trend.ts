import type { CalendarDate } from './calendar-date.ts';
import type { Consolidation } from './consolidation.ts';
import { figureId } from './figures.ts';
import type { Figure } from './kinds/figure.ts';
import type { Kind } from './kinds/kind.ts';
import { addQuarters, FIRST_QUARTER, periodOf, type Quarter } from './quarter.ts';
import { basisOf, type Roster } from './roster.ts';
import { figuresOver, isNothing, runningQuarters, type Books } from './town-figures.ts';

/** As many quarters as a year has. */
const SHOWN = 4;

/** One quarter of the trend. */
export interface TrendPoint {
  readonly quarter: Quarter;
  /** Undefined before the programme: nothing was to be done, which is not 0. */
  readonly counts:
    { readonly visits: number; readonly figures: ReadonlyMap<string, number | undefined> } | undefined;
  /** Towns whose judges reported nothing: what they did is not in the counts. */
  readonly unreported: readonly string[];
  /** The last day that was counted, where the quarter goes on. */
  readonly runsOn: CalendarDate | undefined;
}

/** A figure that the trend shows beside the visits, with its id. */
export interface TrendFigure {
  readonly id: string;
  readonly figure: Figure;
}

/** What came in and what was closed of the cases that lead the table of dispute types. */
export function trendFigures(kinds: readonly Kind[]): readonly TrendFigure[] {
  return kinds.flatMap((kind) => {
    const figures = kind.figures ?? [];
    const leading = figures.find(({ shared }) => shared === true);
    return figures
      .filter(
        (figure) =>
          figure === leading || (figure.standing === 'closed' && figure.group.zh === leading?.group.zh),
      )
      .map((figure) => ({ id: figureId(kind, figure), figure }));
  });
}

/** The quarter of a consolidation and the three before it, the oldest first: those before as of their own last day. */
export function trendOf(
  { quarter, asOf, sources, snapshot }: Consolidation,
  roster: Roster,
  kinds: readonly Kind[],
): readonly TrendPoint[] {
  const ledgers = sources.flatMap(({ ledger }) => (ledger ? [ledger] : []));
  const books: Books = { roster, kinds, ledgers };
  const quarters: Quarter[] = [quarter];
  for (let before = quarter; quarters.length < SHOWN && before !== FIRST_QUARTER;) {
    before = addQuarters(before, -1);
    quarters.unshift(before);
  }
  return quarters.map((one) => {
    const { to } = periodOf(one, basisOf(roster));
    const { total } =
      one === quarter ? figuresOver(books, [one], asOf, snapshot) : figuresOver(books, [one], to);
    const isShown = runningQuarters(roster, [one]).length > 0 || !isNothing(total);
    return {
      quarter: one,
      counts: isShown ? { visits: total.visits.done, figures: total.figures } : undefined,
      unreported: total.unreported.map(({ town }) => town),
      runsOn: one === quarter && asOf < to ? asOf : undefined,
    };
  });
}
