import type { Consolidation } from '../../domain/consolidation.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import type { Roster } from '../../domain/roster.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import type { Named, Single } from '../../marks/template-data.ts';
import { named } from '../../marks/names.ts';

const COURT = named('法院', 'court');
const TERM = named('季度', '年度', 'quarter', 'year');
const PERIOD = named('统计期', 'period');
const AS_OF = named('截至日', 'asOf');
const FILING_OFFICE = named('立案庭', 'filingOffice');
const RESEARCH_OFFICE = named('研究室', 'researchOffice');

/** What single values are made from: the term, its days, and how many rows each ledger has in it. */
export interface TermFacts extends Pick<Consolidation, 'quarter' | 'period' | 'asOf'> {
  readonly year?: Consolidation['year'];
  readonly rows: ReadonlyMap<string, readonly unknown[]>;
}

/** The names of the single values that every workbook of a quarter or a year has. */
export function quarterSingleNames(kinds: readonly Kind[]): readonly Named[] {
  return [COURT, TERM, PERIOD, AS_OF, FILING_OFFICE, RESEARCH_OFFICE, ...kinds.map(totalNames)];
}

/** The single values of a quarter or a year: who, when, as of which day, and how many rows each ledger has. */
export function quarterSingles(
  { quarter, year, period, asOf, rows }: TermFacts,
  roster: Roster,
  kinds: readonly Kind[],
  words: SheetWords,
): readonly Single[] {
  return [
    { ...COURT, value: roster.court.name },
    { ...TERM, value: year === undefined ? words.quarter(quarter) : words.year(year) },
    { ...PERIOD, value: words.period(period.from, period.to) },
    { ...AS_OF, value: words.day(asOf) },
    { ...FILING_OFFICE, value: roster.offices.filing },
    { ...RESEARCH_OFFICE, value: roster.offices.research },
    ...kinds.map((kind) => ({ ...totalNames(kind), value: rows.get(kind.id)?.length ?? 0 })),
  ];
}

function totalNames(kind: Kind): Named {
  const short = kind.ledger.zh.replace(/台账$/u, '');
  return named(...[short, kind.name.zh, kind.ledger.zh].map((name) => `合计.${name}`), `total.${kind.id}`);
}
