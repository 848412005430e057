import type { Consolidation } from './consolidation.ts';
import { addQuarters, FIRST_QUARTER, periodOf, quarterParts, quartersOf, type Quarter } from './quarter.ts';
import { basisOf, type Roster } from './roster.ts';
import { figuresOver, isNothing, runningQuarters, type Books, type SpanFigures } from './town-figures.ts';
import type { Kind } from './kinds/kind.ts';

/**
 * What the figures of a period are set against: of a quarter the one before (环比) and the same of last year (同比), each whole
 * and as of its own last day, and the year to date; of a year the year before.
 */
export type Comparison = 'lastQuarter' | 'lastYearQuarter' | 'yearToDate' | 'lastYear';

/** The comparisons of a quarter and of a year, in the order in which tables show them. */
export const COMPARED: Readonly<Record<'quarter' | 'year', readonly Comparison[]>> = {
  quarter: ['lastQuarter', 'lastYearQuarter', 'yearToDate'],
  year: ['lastYear'],
};

/** The figures of a quarter or a year, and those they are set against. */
export interface Summary extends SpanFigures {
  /** Only those that there are: before the programme there is nothing to compare with. */
  readonly compared: ReadonlyMap<Comparison, SpanFigures>;
}

/** Sums up a consolidation. All that it is compared with is worked out from the same ledgers. */
export function summarize(
  { quarter, quarters, year, asOf, sources, snapshot }: Consolidation,
  roster: Roster,
  kinds: readonly Kind[],
): Summary {
  const ledgers = sources.flatMap(({ ledger }) => (ledger ? [ledger] : []));
  const books: Books = { roster, kinds, ledgers };
  const compared = new Map<Comparison, SpanFigures>();
  const compare = (as: Comparison, span: SpanFigures | undefined): void => {
    if (span && isComparable(roster, span)) compared.set(as, span);
  };
  if (year === undefined) {
    compare('lastQuarter', wholeOf(books, quartersBefore(quarter, 1)));
    compare('lastYearQuarter', wholeOf(books, quartersBefore(quarter, 4)));
    const soFar = quartersOf(quarterParts(quarter).year).filter((one) => one <= quarter);
    compare('yearToDate', figuresOver(books, soFar, asOf, snapshot));
  } else {
    compare('lastYear', wholeOf(books, year > quarterParts(FIRST_QUARTER).year ? quartersOf(year - 1) : []));
  }
  return { ...figuresOver(books, quarters, asOf, snapshot), compared };
}

function quartersBefore(quarter: Quarter, count: number): readonly Quarter[] {
  const { year, number } = quarterParts(quarter);
  const { year: first } = quarterParts(FIRST_QUARTER);
  return (year - first) * 4 + number > count ? [addQuarters(quarter, -count)] : [];
}

/** Some quarters as of their own last day. */
function wholeOf(books: Books, quarters: readonly Quarter[]): SpanFigures | undefined {
  const last = quarters.at(-1);
  return last && figuresOver(books, quarters, periodOf(last, basisOf(books.roster)).to);
}

function isComparable(roster: Roster, { quarters, total }: SpanFigures): boolean {
  return runningQuarters(roster, quarters).length > 0 || !isNothing(total);
}
