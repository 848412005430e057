import type { Consolidation } from '../../domain/consolidation.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import { judgeName, type Roster } from '../../domain/roster.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import { trendFigures, type TrendPoint } from '../../domain/trend.ts';
import { typeColumns, type TypeFigures } from '../../domain/type-figures.ts';
import type { CellValue, Column, DataList } from '../../marks/template-data.ts';
import { isUnreported } from './visit-check-list.ts';
import { column, named, type ListNames } from '../../marks/names.ts';

// A chart draws whatever stands in its cells: a word in a cell of numbers as 0. So what is not known is an empty cell here, which
// no chart draws, and the name beside it says why.

/** 走访图: visits against the quota, town by town. */
const VISIT_CHART: ListNames = {
  ...named('走访图', 'visitChart'),
  optional: true,
  columns: [column('town', '镇'), column('done', '走访次数'), column('required', '应走访次数')],
};

/** The names of the lists that charts are drawn from. */
export function chartListNames(kinds: readonly Kind[]): readonly ListNames[] {
  return [VISIT_CHART, typeChartNames(kinds), trendNames(kinds)];
}

/** What the lists are worked out from. */
export interface ChartFacts {
  readonly consolidation: Consolidation;
  readonly roster: Roster;
  readonly kinds: readonly Kind[];
  readonly types: TypeFigures;
  readonly trend: readonly TrendPoint[];
  readonly words: SheetWords;
}

/** The lists that charts are drawn from. */
export function chartLists(facts: ChartFacts): readonly DataList[] {
  return [visitChart(facts), typeChart(facts), trend(facts)];
}

function visitChart({ consolidation, roster, words }: ChartFacts): DataList {
  const rows = consolidation.quota.map((row): readonly CellValue[] => {
    const name = row.town ?? words.joined(row.judges.map((id) => judgeName(roster, id)));
    return isUnreported(row, consolidation)
      ? [words.unreportedTown(name), null, row.required]
      : [name, row.done, row.required];
  });
  return { ...VISIT_CHART, rows };
}

/** 纠纷类型图: the types with any of the leading figure, those with most first. */
function typeChart({ types, kinds, words }: ChartFacts): DataList {
  const shown = leadingColumns(kinds);
  const [leading] = shown;
  const numberOf = (row: TypeFigures['rows'][number]): number =>
    (leading && row.figures.get(leading.id)) ?? 0;
  const rows = types.rows
    .filter((row) => row.of !== 'subtype' && numberOf(row) > 0)
    .sort((one, other) => numberOf(other) - numberOf(one))
    .map((row): readonly CellValue[] => [
      row.of === 'none' ? words.untyped : row.name,
      ...shown.map(({ id }) => row.figures.get(id) ?? null),
    ]);
  return { ...typeChartNames(kinds), rows };
}

function typeChartNames(kinds: readonly Kind[]): ListNames {
  return {
    ...named('纠纷类型图', 'typeChart'),
    optional: true,
    columns: [
      column('type', '纠纷类型'),
      ...leadingColumns(kinds).map(({ head, id }) => column(id, head.zh)),
    ],
  };
}

function leadingColumns(kinds: readonly Kind[]) {
  return typeColumns(kinds).filter(({ isShared }) => isShared);
}

/** 季度走势: the last four quarters. */
function trend({ trend: points, kinds, words }: ChartFacts): DataList {
  const shown = trendFigures(kinds);
  const rows = points.map(({ quarter, counts, unreported, runsOn }): readonly CellValue[] => [
    words.trendQuarter(quarter, counts ? unreported.length : 0, runsOn),
    counts?.visits ?? null,
    ...shown.map(({ id }) => counts?.figures.get(id) ?? null),
  ]);
  return { ...trendNames(kinds), rows };
}

function trendNames(kinds: readonly Kind[]): ListNames {
  const figures = trendFigures(kinds).map(({ id, figure }): Column =>
    column(id, `${figure.group.zh}${figure.label.zh}`),
  );
  return {
    ...named('季度走势', 'trend'),
    optional: true,
    columns: [column('quarter', '季度'), column('visits', '走访次数'), ...figures],
  };
}
