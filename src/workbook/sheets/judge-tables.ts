import type { Consolidation } from '../../domain/consolidation.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import { judgesNamed, townsOf, type Roster } from '../../domain/roster.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import { figuresOver, isNothing, type TownFigures } from '../../domain/town-figures.ts';
import type { DataList } from '../../marks/template-data.ts';
import { TOWN_TABLES, townTable, type TownTableFacts } from './town-tables.ts';

/** What a judge's tables are worked out from. */
export interface JudgeTableFacts {
  readonly judge: { readonly id: string };
  /** Of this judge's ledger alone. */
  readonly consolidation: Consolidation;
  readonly roster: Roster;
  readonly kinds: readonly Kind[];
  readonly words: SheetWords;
}

/** 表一 and 表二 of one judge: a row for each of the judge's towns, and for others in which the judge registered something. */
export function judgeTables(facts: JudgeTableFacts): readonly DataList[] {
  const { consolidation, roster, kinds, words } = facts;
  const { period, asOf } = consolidation;
  const about: TownTableFacts = { roster, kinds, period, asOf, isYear: false, words: ownWords(words) };
  const towns = ownTowns(facts);
  return TOWN_TABLES.map((table) => townTable(table, towns, about));
}

function ownTowns({ judge: { id }, consolidation, roster, kinds }: JudgeTableFacts): readonly TownFigures[] {
  const { quarters, asOf, period, sources, snapshot } = consolidation;
  const ledgers = sources.flatMap(({ ledger }) => (ledger ? [ledger] : []));
  const { towns } = figuresOver({ roster, kinds, ledgers }, quarters, asOf, snapshot);
  const [judge] = judgesNamed(roster, id);
  const own = judge ? townsOf(roster, judge, period) : [];
  return (
    towns
      .filter((row) => (row.town !== undefined && own.includes(row.town)) || !isNothing(row))
      // The judge's ledger is here, so that nothing of it is 未报.
      .map((row) => ({ ...row, unreported: false, unreportedIn: [] }))
  );
}

/** A colleague of the same town reports apart: what is not in these figures is not 未报. */
function ownWords(words: SheetWords): SheetWords {
  return { ...words, notes: { ...words.notes, shared: words.notes.colleague } };
}
