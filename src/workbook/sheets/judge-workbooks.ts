import type { Consolidation } from '../../domain/consolidation.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import { assignmentsIn, judgesNamed, partOf, type Roster } from '../../domain/roster.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import type { Workdays } from '../../domain/workdays.ts';
import type { Named, Single, TemplateData } from '../../marks/template-data.ts';
import { ledgerList, ledgerListNames } from './ledger-list.ts';
import { quarterSingleNames, quarterSingles } from './quarter-singles.ts';
import { judgeTables } from './judge-tables.ts';
import type { OfficialTemplate } from '../../marks/official-template.ts';
import { COUNTING_NOTE, countingNote } from './counting-note.ts';
import { TOWN_TABLES, townTableNames } from './town-tables.ts';
import { named } from '../../marks/names.ts';

/** Everything that the workbooks of one judge's quarter say. */
export interface JudgeFacts {
  readonly judge: { readonly id: string; readonly name: string };
  /** Of this judge's ledger alone, so that it says the same in the judge's own workspace and in the office's. */
  readonly consolidation: Consolidation;
  readonly roster: Roster;
  readonly workdays: Workdays;
  readonly kinds: readonly Kind[];
  readonly words: SheetWords;
}

/** A workbook that one judge signs and hands in. */
export interface JudgeWorkbook extends OfficialTemplate {
  file(judge: string): string;
  data(facts: JudgeFacts): TemplateData;
}

const PREPARED_BY = named('填报人', 'preparedBy');
const TOWNS = named('挂点镇', 'towns');

/** 台账: the judge's ledgers, a sheet each, with the columns of 汇总台账. */
const ledgers: JudgeWorkbook = {
  name: '法官台账.xlsx',
  purpose: 'judge-ledgers',
  file: (judge) => `${judge}-台账.xlsx`,
  singles: judgeSingleNames,
  lists: (kinds) => kinds.map(ledgerListNames),
  data: (facts) => ({
    singles: judgeSingles(facts),
    lists: facts.kinds.map((kind) => ledgerList(kind, facts)),
    none: facts.words.none,
  }),
};

/** 报表: 表一 and 表二, a row a town. */
const tables: JudgeWorkbook = {
  name: '法官报表.xlsx',
  purpose: 'judge-report',
  file: (judge) => `${judge}-报表.xlsx`,
  singles: (kinds) => [...judgeSingleNames(kinds), COUNTING_NOTE],
  lists: (kinds) => TOWN_TABLES.map((table) => townTableNames(table, kinds)),
  data: (facts) => ({
    singles: [...judgeSingles(facts), countingNote(facts)],
    lists: judgeTables(facts),
    none: facts.words.none,
  }),
};

/** The workbooks that `report` makes for a judge. */
export const JUDGE_WORKBOOKS: readonly JudgeWorkbook[] = [ledgers, tables];

function judgeSingleNames(kinds: readonly Kind[]): readonly Named[] {
  return [...quarterSingleNames(kinds), PREPARED_BY, TOWNS];
}

function judgeSingles({ judge, consolidation, roster, kinds, words }: JudgeFacts): readonly Single[] {
  return [
    ...quarterSingles(consolidation, roster, kinds, words),
    { ...PREPARED_BY, value: judge.name },
    { ...TOWNS, value: townsServed(judge.id, consolidation, roster, words) },
  ];
}

/** The judge's towns, with their days where one was served for a part of the quarter only: `河头镇（至8月16日）`. */
function townsServed(id: string, { period }: Consolidation, roster: Roster, words: SheetWords): string {
  const [judge] = judgesNamed(roster, id);
  if (!judge) return words.offRosterJudge;
  const towns = assignmentsIn(roster, judge, period).map((assignment) => {
    const { from, to } = partOf(assignment, period);
    return words.served(assignment.town, from, to);
  });
  return words.joined(towns);
}
