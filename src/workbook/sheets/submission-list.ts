import type { Consolidation, Source } from '../../domain/consolidation.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import { judgesNamed, owesLedger, townsOf, type Roster } from '../../domain/roster.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import type { DataList } from '../template-data.ts';
import { column, named, type ListNames } from './vocabulary.ts';

/** 报送情况: the names of its columns, one for every kind's ledger. */
export function submissionNames(kinds: readonly Kind[]): ListNames {
  return {
    ...named('报送情况', 'submissions'),
    columns: [
      column('no', '序号'),
      column('ledgerJudge', '联系法官'),
      column('towns', '挂点镇'),
      column('state', '报送状态'),
      column('source', '数据来源'),
      ...kinds.map(({ id, name: { zh } }) => column(id, `登记数（条）${zh}`, zh, `${zh}（条）`)),
      column('entries', '登记数（条）合计', '合计'),
      column('note', '备注'),
    ],
  };
}

/** One row a judge: where the entries of the quarter came from. Who handed in nothing is 未报, never 0. */
export function submissionList(
  consolidation: Consolidation,
  roster: Roster,
  kinds: readonly Kind[],
  unreadable: readonly string[],
  words: SheetWords,
): DataList {
  const shown = consolidation.sources.filter(
    ({ judge }) => owesLedger(roster, judge.id, consolidation.period) || hasRows(judge.id, consolidation),
  );
  const rows = shown.map((source, index) => {
    const judge = judgesNamed(roster, source.judge.id)[0];
    const state = stateOf(source, unreadable);
    const entries = kinds.map((kind) => entriesOf(consolidation, source.judge.id, kind));
    const counts = [...entries, entries.reduce((sum, one) => sum + one, 0)];
    return [
      index + 1,
      source.judge.name,
      judge ? words.joined(townsOf(roster, judge, consolidation.period)) : null,
      words.states[state],
      words.sources[state],
      ...(state === 'ledger' ? counts : counts.map(() => words.unreported)),
      judge ? null : words.offRosterJudge,
    ];
  });
  return { ...submissionNames(kinds), rows };
}

/** Whose ledger gave nothing to the period stands on no list of it, unless it was owed or can't be placed. */
function hasRows(judge: string, { rows }: Consolidation): boolean {
  return [...rows.values()].some((list) => list.some((row) => row.judge.id === judge));
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
