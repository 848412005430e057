import type { Consolidation } from '../../domain/consolidation.ts';
import { quartersOf, type Quarter } from '../../domain/quarter.ts';
import { visitsOffRoster, type QuotaRow } from '../../domain/quota.ts';
import { judgeName, liaisonsOf, postedOf, type Roster } from '../../domain/roster.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import { runningQuarters, servingPeriod } from '../../domain/town-figures.ts';
import type { CellValue, DataList } from '../../marks/template-data.ts';
import { servedNames } from './people.ts';
import { isUnreported } from './visit-check-list.ts';
import { column, named, type ListNames } from '../../marks/names.ts';

/** 走访达标核对 of a year: the names of its columns. */
export const VISIT_CHECK_YEAR: ListNames = {
  ...named('走访达标核对', 'visitCheck'),
  columns: [
    column('no', '序号'),
    column('town', '镇'),
    column('posted', '挂点法官'),
    column('liaisons', '联系法官'),
    column('q1', '走访次数第一季度', '第一季度'),
    column('q2', '走访次数第二季度', '第二季度'),
    column('q3', '走访次数第三季度', '第三季度'),
    column('q4', '走访次数第四季度', '第四季度'),
    column('done', '合计'),
    column('met', '达标季度数'),
    column('remarks', '说明'),
  ],
};

/** One row a town: its visits of each quarter, — before the programme and for what is still to come, and in how many it met the quota. */
export function visitYearList(
  consolidation: Consolidation,
  year: number,
  roster: Roster,
  words: SheetWords,
): DataList {
  const keys = [...new Set(consolidation.quotas.flatMap(({ rows }) => rows.map(keyOf)))];
  const running = runningQuarters(roster, consolidation.quarters);
  const rows = keys.map((key, index): readonly CellValue[] => {
    const found = new Map<Quarter, QuotaRow>();
    for (const { quarter, rows: all } of consolidation.quotas) {
      const row = all.find((one) => keyOf(one) === key);
      if (row && running.includes(quarter)) found.set(quarter, row);
    }
    const reported = [...found].flatMap(([quarter, row]) =>
      isUnreported(row, consolidation, quarter) ? [] : [row],
    );
    const all = [...found.values()];
    // Where nobody reported, 0 quarters would look like a judgement on the town.
    const unreported = reported.length === 0 && all.length > 0;
    return [
      index + 1,
      ...peopleOf(key, all, consolidation, roster, words),
      ...quartersOf(year).map((quarter): CellValue => {
        const row = found.get(quarter);
        if (!row) return words.noFigure;
        return reported.includes(row) ? row.done : words.unreported;
      }),
      unreported ? words.unreported : sum(reported, 'done'),
      unreported ? words.unreported : reported.filter(({ met }) => met).length,
      words.noted(
        sum(reported, 'raw') === sum(reported, 'done')
          ? []
          : [words.notes.raw(sum(reported, 'raw'), sum(reported, 'done'))],
      ),
    ];
  });
  return { ...VISIT_CHECK_YEAR, rows: [...rows, ...offRosterRow(consolidation, year, roster, words)] };
}

/** Visits to towns that the roster does not know, in a row of their own. */
function offRosterRow(
  { quarters, quotas, sources, snapshot: { asOf } }: Consolidation,
  year: number,
  roster: Roster,
  words: SheetWords,
): readonly (readonly CellValue[])[] {
  const ledgers = sources.flatMap(({ ledger }) => (ledger ? [ledger] : []));
  const running = runningQuarters(roster, quarters);
  const done = quartersOf(year).map((quarter) => {
    const found = visitsOffRoster({ quarter, asOf, roster, ledgers }).done;
    return running.includes(quarter) || found > 0 ? found : undefined;
  });
  const all = done.reduce<number>((total, one) => total + (one ?? 0), 0);
  if (all === 0) return [];
  const towns = new Set(quotas.flatMap(({ rows }) => rows.map(keyOf)));
  const cells = done.map((one) => one ?? words.noFigure);
  return [[towns.size + 1, words.offRosterTown, null, null, ...cells, all, words.noFigure, null]];
}

/** The town, or the judge where the court counts per judge. */
function keyOf({ town, judges }: QuotaRow): string {
  return town ?? judges.join(' ');
}

function peopleOf(
  key: string,
  rows: readonly QuotaRow[],
  { period: whole, quarters }: Consolidation,
  roster: Roster,
  words: SheetWords,
): readonly CellValue[] {
  const period = servingPeriod(roster, quarters, whole);
  if (roster.towns.some(({ name }) => name === key)) {
    return [
      key,
      servedNames(postedOf(roster, key, period), period, words),
      servedNames(liaisonsOf(roster, key, period), period, words),
    ];
  }
  const judges = [...new Set(rows.flatMap((row) => row.judges))];
  const names = words.joined(judges.map((id) => judgeName(roster, id)));
  return [names, null, names];
}

function sum(rows: readonly QuotaRow[], of: 'done' | 'raw'): number {
  return rows.reduce((total, row) => total + row[of], 0);
}
