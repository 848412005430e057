import type { Consolidation, Source } from '../../domain/consolidation.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import type { StatusRow } from '../../domain/receiving/status.ts';
import { judgesNamed, owesLedger, townsOf } from '../../domain/roster.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import type { DataList } from '../../marks/template-data.ts';
import { column, named, type ListNames } from '../../marks/names.ts';
import type { QuarterFacts } from './quarter-facts.ts';

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
      column('receivedOn', '收件日'),
      ...kinds.map(({ id, name: { zh } }) => column(id, `登记数（条）${zh}`, zh, `${zh}（条）`)),
      column('entries', '登记数（条）合计', '合计'),
      column('note', '备注'),
    ],
  };
}

/** One row a judge: where the entries of the quarter came from. Who handed in nothing is 未报, never 0. */
export function submissionList(facts: QuarterFacts): DataList {
  const { consolidation, roster, kinds, unreadable, status, words } = facts;
  const shown = consolidation.sources.filter(
    ({ judge }) => owesLedger(roster, judge.id, consolidation.period) || hasRows(judge.id, consolidation),
  );
  const rows = shown.map((source, index) => {
    const judge = judgesNamed(roster, source.judge.id)[0];
    const row = status.find((one) => one.judge.id === source.judge.id);
    const from = sourceOf(source, unreadable);
    const entries = kinds.map((kind) => entriesOf(consolidation, source.judge.id, kind));
    const counts = [...entries, entries.reduce((sum, one) => sum + one, 0)];
    return [
      index + 1,
      source.judge.name,
      judge ? words.joined(townsOf(roster, judge, consolidation.period)) : null,
      row ? stateText(row, words, from) : words.states[from],
      words.sources[from],
      row?.receivedOn === undefined ? null : { day: row.receivedOn },
      ...(from === 'ledger' || from === 'submission' ? counts : counts.map(() => words.unreported)),
      notesOn(source, judge !== undefined, row, facts),
    ];
  });
  return { ...submissionNames(kinds), rows };
}

/** 报送状态. What is returned or to be decided is neither handed in nor missing, whatever counts in its place. */
export function stateText(
  { state, attempt }: StatusRow,
  words: SheetWords,
  from: SourceWord = SOURCE_OF[state],
): string {
  const word = state === 'returned' || state === 'conflict' ? words.states[state] : words.states[from];
  const isHandedIn = attempt !== undefined && state !== 'draft' && state !== 'missing';
  return isHandedIn ? words.submittedAs(word, attempt) : word;
}

function notesOn(
  { judge, source }: Source,
  isKnown: boolean,
  row: StatusRow | undefined,
  { consolidation, words }: QuarterFacts,
): string | null {
  const { asOf, period } = consolidation;
  const last = asOf < period.to ? asOf : period.to;
  const isIn = row?.receivedOn !== undefined;
  const notes = [
    ...(isKnown ? [] : [words.offRosterJudge]),
    ...(isIn && row.daysLate > 0 ? [words.late(row.daysLate)] : []),
    ...(isIn && row.receivedBy === 'office' ? [words.byOffice] : []),
    ...(source === 'submission' && row?.asOf !== undefined && row.asOf < last ? [words.upTo(row.asOf)] : []),
    ...(source === 'missing' && hasRows(judge.id, consolidation) ? [words.carried] : []),
  ];
  return notes.length === 0 ? null : words.noted(notes);
}

/** Whose ledger gave nothing to the period stands on no list of it, unless it was owed or can't be placed. */
function hasRows(judge: string, { rows }: Consolidation): boolean {
  return [...rows.values()].some((list) => list.some((row) => row.judge.id === judge));
}

/** How many rows of a kind a judge's ledger gave to the quarter. */
export function entriesOf({ rows }: Consolidation, judge: string, kind: Kind): number {
  return (rows.get(kind.id) ?? []).filter((row) => row.judge.id === judge).length;
}

const SOURCE_OF: Readonly<Record<StatusRow['state'], SourceWord>> = {
  submitted: 'submission',
  draft: 'ledger',
  missing: 'missing',
  returned: 'missing',
  conflict: 'missing',
};

type SourceWord = Source['source'] | 'unreadable';

function sourceOf({ source, judge }: Source, unreadable: readonly string[]): SourceWord {
  return source === 'missing' && unreadable.includes(judge.id) ? 'unreadable' : source;
}
