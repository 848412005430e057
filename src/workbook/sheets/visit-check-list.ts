import type { Consolidation } from '../../domain/consolidation.ts';
import { textOf, type Entry } from '../../domain/entry.ts';
import type { Period } from '../../domain/quarter.ts';
import { placeKey } from '../../domain/checks.ts';
import { visit } from '../../domain/kinds/visit.ts';
import { countsAsVisit, type QuotaRow } from '../../domain/quota.ts';
import {
  judgesNamed,
  liaisonsOf,
  partOf,
  postedOf,
  rulesFor,
  townNamed,
  type Roster,
  type Service,
} from '../../domain/roster.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import type { CellValue, DataList } from '../template-data.ts';
import { column, named, type ListNames } from './vocabulary.ts';

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
export function visitCheckList(consolidation: Consolidation, roster: Roster, words: SheetWords): DataList {
  const rows = consolidation.quota.map((row, index) => [
    index + 1,
    row.town ?? words.joined(row.judges.map((id) => nameOf(roster, id))),
    row.town === null
      ? null
      : served(postedOf(roster, row.town, consolidation.period), consolidation.period, words),
    row.town === null
      ? words.joined(row.judges.map((id) => nameOf(roster, id)))
      : served(liaisonsOf(roster, row.town, consolidation.period), consolidation.period, words),
    ...visitCells(row, roster),
    ...(isUnreported(row, consolidation)
      ? [words.unreported, words.unreported, null]
      : [row.done, words.verdict(row, consolidation.asOf), words.noted(notesOn(row, words))]),
  ]);
  return { ...VISIT_CHECK, rows: [...rows, ...offRosterRow(consolidation, roster, words)] };
}

/** Visits to towns that the roster does not know stand under 名册外, so that they are in 合计 and are seen. */
function offRosterRow(
  { rows, quota, quarter }: Consolidation,
  roster: Roster,
  words: SheetWords,
): readonly (readonly CellValue[])[] {
  const { visitForms, countDistinct } = rulesFor(roster, quarter);
  const off = (rows.get(visit.id) ?? []).filter(
    ({ town, entry }) => town === undefined && countsAsVisit(entry, visitForms),
  );
  if (off.length === 0) return [];
  const places = new Set(off.map(({ entry }) => `${textOf(entry, 'date')}\n${placeKey(roster, entry)}`));
  const towns = [...new Set(off.map(({ entry }) => textOf(entry, 'town')))];
  const judges = [...new Set(off.map(({ judge }) => judge.name))];
  const visits = Array.from({ length: SHOWN_VISITS * 2 }, () => null);
  return [
    [
      quota.length + 1,
      words.offRosterTown,
      null,
      words.joined(judges),
      ...visits,
      countDistinct ? places.size : off.length,
      '—',
      words.joined(towns),
    ],
  ];
}

/** Whether the ledgers of all the town's judges are missing. */
export function isUnreported(row: QuotaRow, { sources }: Consolidation): boolean {
  return !row.judges.some((id) =>
    sources.some(({ judge, ledger }) => judge.id === id && ledger !== undefined),
  );
}

/** Names with their days where they served for a part of the period only: `赵某（至8月15日）、钱某`. */
function served(
  services: readonly Service<{ readonly name: string }>[],
  period: Period,
  words: SheetWords,
): string {
  return words.joined(
    services.map((service) => {
      const { from, to } = partOf(service, period);
      return words.served(service.person.name, from, to);
    }),
  );
}

/** Where a visit went: the village, else the town by the roster's name, as in the ledger itself. */
function placeOf(entry: Entry, roster: Roster): string {
  const town = textOf(entry, 'town');
  return textOf(entry, 'village') || (townNamed(roster, town)?.name ?? town);
}

function visitCells(row: QuotaRow, roster: Roster): readonly CellValue[] {
  return Array.from({ length: SHOWN_VISITS }, (_, index) => row.visits[index]).flatMap(
    (visit): CellValue[] => (visit ? [{ day: visit.day }, placeOf(visit.entry, roster)] : [null, null]),
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

function nameOf(roster: Roster, id: string): string {
  return judgesNamed(roster, id)[0]?.name ?? id;
}
