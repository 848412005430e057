import type { CalendarDate } from '../../domain/calendar-date.ts';
import { figureId } from '../../domain/figures.ts';
import type { Figure } from '../../domain/kinds/figure.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import type { Period } from '../../domain/quarter.ts';
import type { VisitCount } from '../../domain/quota.ts';
import { leadersOf, liaisonsOf, postedOf, rulesFor, type Roster } from '../../domain/roster.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import { COMPARED, type Comparison } from '../../domain/summary.ts';
import type { SpanFigures, TownFigures } from '../../domain/town-figures.ts';
import type { CellValue, Column, DataList } from '../../marks/template-data.ts';
import { servedNames } from './people.ts';
import { column, named, type ListNames } from '../../marks/names.ts';

/** 表一 走访联络 or 表二 审判及诉调衔接. */
export type TownTable = 'contact' | 'trial';

/** Both, in their order. */
export const TOWN_TABLES: readonly TownTable[] = ['contact', 'trial'];

/** What the cells of a table are worked out from, beside the figures. */
export interface TownTableFacts {
  readonly roster: Roster;
  readonly kinds: readonly Kind[];
  /** The days of the quarter or year (`servingPeriod`), for who served when. */
  readonly period: Period;
  readonly asOf: CalendarDate;
  /** Over a year the verdict counts quarters. */
  readonly isYear: boolean;
  readonly words: SheetWords;
}

const TABLES: Readonly<Record<TownTable, readonly [string, string, string]>> = {
  contact: ['表一', '走访联络', 'contactTable'],
  trial: ['表二', '审判及诉调衔接', 'trialTable'],
};

const COMPARISONS: Readonly<Record<Comparison, string>> = {
  lastQuarter: '上季度',
  lastYearQuarter: '上年同期',
  yearToDate: '本年累计',
  lastYear: '上年',
};

/** The names of the table's list and columns: those of the towns' people, of the visits, of every figure that the kinds give to it. */
export function townTableNames(table: TownTable, kinds: readonly Kind[]): ListNames {
  return { ...named(...TABLES[table]), columns: columnsOf(table, kinds).map(({ names }) => names) };
}

/** The names of the one-row lists that the table is set against, with the same columns. */
export function comparisonNames(
  table: TownTable,
  term: 'quarter' | 'year',
  kinds: readonly Kind[],
): readonly ListNames[] {
  return COMPARED[term].map((comparison) => comparisonName(table, comparison, kinds));
}

/** One row a town, in the order given; a town nobody reported for shows 未报, never 0. */
export function townTable(table: TownTable, towns: readonly TownFigures[], facts: TownTableFacts): DataList {
  const columns = columnsOf(table, facts.kinds);
  const rows = towns.map((town, index) => columns.map(({ value }) => value({ town, no: index + 1, facts })));
  return { ...townTableNames(table, facts.kinds), rows };
}

/** The one row of a period that the table is set against; without one, — in every figure. */
export function comparisonRow(
  table: TownTable,
  comparison: Comparison,
  span: SpanFigures | undefined,
  facts: TownTableFacts,
): DataList {
  const cells = wholeRow(table, facts.words.compared[comparison], span, facts);
  return { ...comparisonName(table, comparison, facts.kinds), rows: [cells] };
}

/** The names of 合计 as a list of one row: a document can't add up its rows by a formula, as a sheet does. */
export function totalNames(table: TownTable, kinds: readonly Kind[]): ListNames {
  const [zh, , key] = TABLES[table];
  return { ...named(`${zh}合计`, `${key}Total`), columns: townTableNames(table, kinds).columns };
}

/** 合计 of the towns of a period. */
export function totalRow(table: TownTable, span: SpanFigures, facts: TownTableFacts): DataList {
  return {
    ...totalNames(table, facts.kinds),
    rows: [wholeRow(table, facts.words.total, span, facts)],
  };
}

function wholeRow(
  table: TownTable,
  label: string,
  span: SpanFigures | undefined,
  facts: TownTableFacts,
): readonly CellValue[] {
  return columnsOf(table, facts.kinds).map(({ total }): CellValue => {
    if (total === 'label') return label;
    if (total === undefined) return null;
    if (!span) return total === totalRemarks ? null : facts.words.noFigure;
    return total(span, facts);
  });
}

function comparisonName(table: TownTable, comparison: Comparison, kinds: readonly Kind[]): ListNames {
  const [zh, , key] = TABLES[table];
  const capital = comparison.charAt(0).toUpperCase() + comparison.slice(1);
  return {
    ...named(`${zh}${COMPARISONS[comparison]}`, `${key}${capital}`),
    optional: true,
    columns: townTableNames(table, kinds).columns,
  };
}

interface TownRow {
  readonly town: TownFigures;
  readonly no: number;
  readonly facts: TownTableFacts;
}

interface TableColumn {
  readonly names: Column;
  readonly value: (row: TownRow) => CellValue;
  /** What a row that is compared shows of the whole; 上季度 itself stands under the towns. */
  readonly total?: 'label' | ((span: SpanFigures, facts: TownTableFacts) => CellValue);
}

function columnsOf(table: TownTable, kinds: readonly Kind[]): readonly TableColumn[] {
  const figures = kinds.flatMap((kind) =>
    (kind.figures ?? [])
      .filter((figure) => figure.table === table)
      .map((figure) => figureColumn(kind, figure)),
  );
  const filedOn: TableColumn = { names: column('filedOn', '立案庭收件日期'), value: () => null };
  return [
    ...PEOPLE,
    ...(table === 'contact' ? VISITS : []),
    ...figures,
    ...(table === 'contact' ? [filedOn] : []),
    { names: column('remarks', '备注'), value: remarks(table), total: totalRemarks },
  ];
}

const PEOPLE: readonly TableColumn[] = [
  { names: column('no', '序号'), value: ({ no }) => no },
  {
    names: column('town', '镇'),
    value: ({ town: { town }, facts: { words } }) => town ?? words.offRosterTown,
    total: 'label',
  },
  { names: column('leaders', '联系领导'), value: people(leadersOf) },
  { names: column('posted', '挂点法官'), value: people(postedOf) },
  { names: column('liaisons', '联系法官'), value: people(liaisonsOf) },
];

const VISITS: readonly TableColumn[] = [
  visitColumn('done', 'visitsDone', '走访次数'),
  visitColumn('inVillages', 'visitsInVillages', '其中村（社区）'),
  visitColumn('talks', 'talks', '座谈次数'),
  {
    names: column('verdict', '走访座谈核对结果', '核对结果'),
    value: verdict,
    total: ({ total: { met } }, { words }) => words.metTowns(met.done, met.all),
  },
];

function people(of: typeof leadersOf | typeof postedOf | typeof liaisonsOf): TableColumn['value'] {
  return ({ town: { town }, facts: { roster, period, words } }) =>
    town === undefined ? null : servedNames(of(roster, town, period), period, words);
}

function visitColumn(of: keyof VisitCount, key: string, label: string): TableColumn {
  return {
    names: column(key, `走访座谈${label}`, label),
    value: ({ town, facts }) => figureCell(town.visits[of], town, facts),
    total: ({ total }) => total.visits[of],
  };
}

function figureColumn(kind: Kind, figure: Figure): TableColumn {
  const id = figureId(kind, figure);
  return {
    names: column(id, `${figure.group.zh}${figure.label.zh}`),
    value: ({ town, facts }) => figureCell(town.figures.get(id), town, facts),
    total: ({ total }, { words }) => total.figures.get(id) ?? words.noFigure,
  };
}

/** What others registered for a town whose own judges reported nothing is not left out of the sum. */
function figureCell(
  value: number | undefined,
  { unreported }: TownFigures,
  { words }: TownTableFacts,
): CellValue {
  if (unreported && (value ?? 0) === 0) return words.unreported;
  return value ?? words.noFigure;
}

function verdict({ town, facts: { roster, asOf, isYear, words } }: TownRow): CellValue {
  if (town.town === undefined) return words.noFigure;
  if (town.unreported) return words.unreported;
  // Where the court counts per judge, 走访达标核对 has the verdict on each.
  const isPerTown = town.quarters.every((quarter) => rulesFor(roster, quarter).quotaPer === 'town');
  if (!isPerTown) return null;
  if (isYear) return words.metQuarters(town.quotas.filter(({ met }) => met).length, town.quotas.length);
  const [quota] = town.quotas;
  return quota ? words.verdict(quota, asOf) : null;
}

function remarks(table: TownTable): TableColumn['value'] {
  return ({ town, facts: { words } }) => {
    const { notes } = words;
    const { raw, done } = town.visits;
    const others = town.unreported && [...town.figures.values()].some((figure) => (figure ?? 0) > 0);
    const found = [
      ...(table === 'contact' && raw !== done ? [notes.raw(raw, done)] : []),
      ...(others ? [notes.others] : []),
      ...(!town.unreported && town.unreportedIn.length > 0 ? [notes.unreportedIn(town.unreportedIn)] : []),
      ...(!town.unreported && town.quotas.some(({ shared }) => shared) ? [notes.shared] : []),
    ];
    return found.length === 0 ? null : words.noted(found);
  };
}

/** Names the towns whose figures are missing from the sum. */
function totalRemarks({ quarters, total }: SpanFigures, { words }: TownTableFacts): CellValue {
  const found = quarters.flatMap((quarter) => {
    const towns = total.unreported.filter((one) => one.quarters.includes(quarter)).map(({ town }) => town);
    if (towns.length === 0) return [];
    return [quarters.length > 1 ? words.notes.without(towns, quarter) : words.notes.without(towns)];
  });
  return found.length === 0 ? null : words.noted(found);
}
