import { tellsOf } from '../../domain/ledger.ts';
import type { Consolidation } from '../../domain/consolidation.ts';
import { textOf, type Entry } from '../../domain/entry.ts';
import type { Masking } from '../../domain/masking/masking.ts';
import { visitsOffRoster, type QuotaRow } from '../../domain/quota.ts';
import { judgeName, liaisonsOf, postedOf, townNamed, type Roster } from '../../domain/roster.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import type { CellValue, DataList } from '../../marks/template-data.ts';
import { servedNames } from './people.ts';
import { column, named, type ListNames } from '../../marks/names.ts';

/** The visits that have a column of their own: the three that the rules ask for. */
const SHOWN_VISITS = 3;

/** 走访达标核对: the names of its columns. */
export const VISIT_CHECK: ListNames = {
  ...named('走访达标核对', 'visitCheck'),
  columns: [
    column('no', '序号'),
    column('town', '镇'),
    column('posted', '挂点法官'),
    column('liaisons', '联系法官'),
    ...[1, 2, 3].flatMap((index) => [
      column(`visit${String(index)}On`, `第${String(index)}次日期`),
      column(`visit${String(index)}At`, `第${String(index)}次地点`),
    ]),
    column('done', '合计'),
    column('verdict', '核对结果'),
    column('remarks', '说明'),
  ],
};

/** One row a town: who, when and where, how many, and whether that is enough. A town nobody reported for shows 未报, never 0. */
export function visitCheckList(
  consolidation: Consolidation,
  roster: Roster,
  words: SheetWords,
  masking?: Masking,
): DataList {
  const rows = consolidation.quota.map((row, index) => [
    index + 1,
    row.town ?? words.joined(row.judges.map((id) => judgeName(roster, id))),
    row.town === null
      ? null
      : servedNames(postedOf(roster, row.town, consolidation.period), consolidation.period, words),
    row.town === null
      ? words.joined(row.judges.map((id) => judgeName(roster, id)))
      : servedNames(liaisonsOf(roster, row.town, consolidation.period), consolidation.period, words),
    ...visitCells(row, roster, masking),
    ...(isUnreported(row, consolidation)
      ? [words.unreported, words.unreported, null]
      : [row.done, words.verdict(row, consolidation.asOf), words.noted(notesOn(row, words))]),
  ]);
  return { ...VISIT_CHECK, rows: [...rows, ...offRosterRow(consolidation, roster, words)] };
}

/** Visits to towns that the roster does not know stand under 名册外, so that they are in 合计 and are seen. */
function offRosterRow(
  { sources, quota, quarter, snapshot }: Consolidation,
  roster: Roster,
  words: SheetWords,
): readonly (readonly CellValue[])[] {
  const ledgers = sources.flatMap(({ ledger }) => (ledger ? [ledger] : []));
  const { visits: off, done } = visitsOffRoster({ quarter, asOf: snapshot.asOf, roster, ledgers });
  if (off.length === 0) return [];
  const towns = [...new Set(off.map(({ entry }) => textOf(entry, 'town')))].sort();
  const judges = sources.filter(({ judge }) => off.some((visit) => visit.judge === judge.id));
  const visits = Array.from({ length: SHOWN_VISITS * 2 }, () => null);
  return [
    [
      quota.length + 1,
      words.offRosterTown,
      null,
      words.joined(judges.map(({ judge }) => judge.name)),
      ...visits,
      done,
      words.noFigure,
      words.joined(towns),
    ],
  ];
}

/** Whether all the town's judges are missing from a quarter. */
export function isUnreported(
  row: QuotaRow,
  { sources, quarter: own }: Consolidation,
  quarter = own,
): boolean {
  return !row.judges.some((id) => sources.some(({ ledger }) => ledger && tellsOf(ledger, id, quarter)));
}

/** Where a visit went: the village, else the town by the roster's name, as in the ledger itself. */
function placeOf(entry: Entry, roster: Roster, masking: Masking | undefined): string {
  const typed = textOf(entry, 'town');
  const [village, town] = [textOf(entry, 'village'), townNamed(roster, typed)?.name ?? typed];
  return masking ? masking.place(village, town) : village || town;
}

function visitCells(row: QuotaRow, roster: Roster, masking: Masking | undefined): readonly CellValue[] {
  return Array.from({ length: SHOWN_VISITS }, (_, index) => row.visits[index]).flatMap(
    (visit): CellValue[] =>
      visit ? [{ day: visit.day }, placeOf(visit.entry, roster, masking)] : [null, null],
  );
}

function notesOn(row: QuotaRow, { notes }: SheetWords): readonly string[] {
  return [
    ...(row.raw === row.done ? [] : [notes.raw(row.raw, row.done)]),
    ...(row.done > SHOWN_VISITS ? [notes.further(row.done - SHOWN_VISITS)] : []),
    ...(row.done > 0 && row.inVillages === 0 ? [notes.noVillage] : []),
    ...(row.shared ? [notes.shared] : []),
  ];
}
