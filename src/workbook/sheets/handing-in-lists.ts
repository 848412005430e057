import type { SubmissionChange } from '../../domain/receiving/changes.ts';
import { judgesNamed, townsOf, type Roster } from '../../domain/roster.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import { fieldOf } from '../../domain/kinds/kind.ts';
import type { CellValue, DataList } from '../../marks/template-data.ts';
import type { QuarterFacts } from './quarter-facts.ts';
import { column, named, type ListNames } from '../../marks/names.ts';

type Rows = readonly (readonly CellValue[])[];

const CHANGE_COLUMNS = [
  column('no', '序号'),
  column('ledgerJudge', '联系法官'),
  column('quarter', '所属季度', '季度'),
  column('town', '镇'),
  column('ledger', '台账'),
  column('entry', '登记编号'),
  column('day', '日期'),
  column('change', '情况'),
  column('fields', '修改项目'),
];

/** 上季补报: what was handed in for the quarter before since it was first handed in. */
export const SUPPLEMENTS: ListNames = { ...named('上季补报', 'supplements'), columns: CHANGE_COLUMNS };

/** 报送后修改: what later submissions tell otherwise than earlier ones. */
export const CHANGES: ListNames = { ...named('报送后修改', 'changes'), columns: CHANGE_COLUMNS };

/** 工作问题及建议: what judges said of problems met at work (rules, 三(二)). */
export const PROBLEMS: ListNames = {
  ...named('工作问题及建议', 'problems'),
  columns: [
    column('no', '序号'),
    column('ledgerJudge', '联系法官'),
    column('towns', '挂点镇'),
    column('problems', '工作中遇到的问题及建议', '问题及建议'),
    column('handled', '办理意见'),
  ],
};

/** The lists of what was handed in beside the entries themselves. */
export function handingInLists(facts: QuarterFacts): readonly DataList[] {
  const { handing, roster, consolidation, words, masking } = facts;
  const problems = handing.problems.map(({ judge, text }, index) => {
    const [known] = judgesNamed(roster, judge.id);
    const towns = known ? words.joined(townsOf(roster, known, consolidation.period)) : null;
    // Outside of the court no free text is shown.
    return [
      index + 1,
      judge.name,
      towns,
      masking?.edition === 'external' ? words.masked.notShown : text,
      null,
    ];
  });
  return [
    listOf(SUPPLEMENTS, changeRows(handing.supplements, roster, words)),
    listOf(CHANGES, changeRows(handing.changes, roster, words)),
    listOf(PROBLEMS, problems),
  ];
}

/** A template from before there were these lists lacks nothing where they are empty. */
function listOf(names: ListNames, rows: Rows): DataList {
  return { ...names, rows, ...(rows.length === 0 ? { optional: true } : {}) };
}

/** Only what changed where, never the texts themselves: they stand in the ledger. */
function changeRows(changes: readonly SubmissionChange[], roster: Roster, words: SheetWords): Rows {
  return changes.map(({ judge, quarter, kind, entry, day, town, change, fields }, index) => [
    index + 1,
    judge.name,
    words.quarter(quarter),
    roster.towns.some(({ name }) => name === town) ? town : words.offRosterTown,
    kind.name.zh,
    entry,
    day === undefined ? null : { day },
    words.changes[change],
    fields.length === 0 ? null : words.joined(fields.map((key) => fieldOf(kind, key).label.zh)),
  ]);
}
