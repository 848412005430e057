import type { Kind } from '../../domain/kinds/kind.ts';
import { COMPARED, type Summary } from '../../domain/summary.ts';
import { servingPeriod } from '../../domain/town-figures.ts';
import type { ListNames } from '../../marks/names.ts';
import type { DataList } from '../../marks/template-data.ts';
import type { QuarterFacts } from './quarter-facts.ts';
import {
  comparisonNames,
  comparisonRow,
  totalNames,
  totalRow,
  TOWN_TABLES,
  townTable,
  townTableNames,
  type TownTableFacts,
} from './town-tables.ts';

/** What both tables of a quarter or a year are made from. */
export type TownListFacts = Pick<QuarterFacts, 'consolidation' | 'roster' | 'kinds' | 'words'>;

/** The names of both tables by towns and of the rows that each is set against. */
export function townListNames(term: 'quarter' | 'year', kinds: readonly Kind[]): readonly ListNames[] {
  return TOWN_TABLES.flatMap((table) => [
    townTableNames(table, kinds),
    ...comparisonNames(table, term, kinds),
  ]);
}

/** 表一 and 表二 with the rows that each is set against. */
export function townLists(facts: TownListFacts, summary: Summary): readonly DataList[] {
  const tableFacts = tableFactsOf(facts);
  return TOWN_TABLES.flatMap((table) => [
    townTable(table, summary.towns, tableFacts),
    ...COMPARED[tableFacts.isYear ? 'year' : 'quarter'].map((comparison) =>
      comparisonRow(table, comparison, summary.compared.get(comparison), tableFacts),
    ),
  ]);
}

/** The names of both rows of totals. */
export function townTotalNames(kinds: readonly Kind[]): readonly ListNames[] {
  return TOWN_TABLES.map((table) => totalNames(table, kinds));
}

/** The totals of 表一 and 表二. */
export function townTotals(facts: TownListFacts, summary: Summary): readonly DataList[] {
  return TOWN_TABLES.map((table) => totalRow(table, summary, tableFactsOf(facts)));
}

function tableFactsOf({ consolidation, roster, kinds, words }: TownListFacts): TownTableFacts {
  const { asOf, year, quarters } = consolidation;
  const period = servingPeriod(roster, quarters, consolidation.period);
  return { roster, kinds, period, asOf, isYear: year !== undefined, words };
}
