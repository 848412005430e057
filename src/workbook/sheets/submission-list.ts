import type { Consolidation, Source } from '../../domain/consolidation.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import { visit } from '../../domain/kinds/visit.ts';
import { judgesNamed, townsOf, type Roster } from '../../domain/roster.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import type { DataList } from '../template-data.ts';
import { column, named, type ListNames } from './vocabulary.ts';

/** 报送情况: the names of its columns. */
export const SUBMISSIONS: ListNames = {
  ...named('报送情况', 'submissions'),
  columns: [
    column('no', '序号'),
    column('ledgerJudge', '联系法官'),
    column('towns', '挂点镇'),
    column('state', '报送状态'),
    column('source', '数据来源'),
    column(visit.id, '走访座谈（条）', '走访座谈'),
    column('note', '备注'),
  ],
};

/** One row a judge: where the entries of the quarter came from. Who handed in nothing is 未报, never 0. */
export function submissionList(
  consolidation: Consolidation,
  roster: Roster,
  unreadable: readonly string[],
  words: SheetWords,
): DataList {
  const rows = consolidation.sources.map((source, index) => {
    const judge = judgesNamed(roster, source.judge.id)[0];
    const state = stateOf(source, unreadable);
    return [
      index + 1,
      source.judge.name,
      judge ? words.joined(townsOf(roster, judge, consolidation.period)) : null,
      words.states[state],
      words.sources[state],
      state === 'ledger' ? entriesOf(consolidation, source.judge.id, visit) : words.unreported,
      judge ? null : words.offRosterJudge,
    ];
  });
  return { ...SUBMISSIONS, rows };
}

/** How many rows of a kind a judge's ledger gave to the quarter. */
export function entriesOf({ rows }: Consolidation, judge: string, kind: Kind): number {
  return (rows.get(kind.id) ?? []).filter((row) => row.judge.id === judge).length;
}

function stateOf(
  { source, judge }: Source,
  unreadable: readonly string[],
): 'ledger' | 'missing' | 'unreadable' {
  if (source === 'ledger') return 'ledger';
  return unreadable.includes(judge.id) ? 'unreadable' : 'missing';
}
