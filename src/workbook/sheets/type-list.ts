import type { Kind } from '../../domain/kinds/kind.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import { typeColumns, type TypeColumn, type TypeFigures, type TypeRow } from '../../domain/type-figures.ts';
import type { CellValue, Column, DataList } from '../../marks/template-data.ts';
import { column, named, type ListNames } from '../../marks/names.ts';

/** 按纠纷类型: the names of its columns, those that the kinds give to it. */
export function typeListNames(kinds: readonly Kind[]): ListNames {
  return { ...named('按纠纷类型', 'byType'), columns: columnsOf(kinds).map(({ names }) => names) };
}

/** 按纠纷类型合计: one row over all types, with the same columns. */
export function typeTotalNames(kinds: readonly Kind[]): ListNames {
  return {
    ...named('按纠纷类型合计', 'byTypeTotal'),
    optional: true,
    columns: typeListNames(kinds).columns,
  };
}

/** The rows of 按纠纷类型: a row with 序号 for every type, a row without for each 其中, which the row above it holds. */
export function typeLists(
  { rows, total }: TypeFigures,
  kinds: readonly Kind[],
  words: SheetWords,
): readonly DataList[] {
  const columns = columnsOf(kinds);
  const numbered = rows.filter(({ of }) => of !== 'subtype');
  const cellsOf = (row: TypeRow): readonly CellValue[] =>
    columns.map(({ value }) => value({ row, no: numbered.indexOf(row) + 1, words }));
  return [
    { ...typeListNames(kinds), rows: rows.map(cellsOf) },
    { ...typeTotalNames(kinds), rows: [cellsOf(total)] },
  ];
}

interface RowFacts {
  readonly row: TypeRow;
  /** 0 for a row that is not counted by itself. */
  readonly no: number;
  readonly words: SheetWords;
}

interface ListColumn {
  readonly names: Column;
  readonly value: (facts: RowFacts) => CellValue;
}

function columnsOf(kinds: readonly Kind[]): readonly ListColumn[] {
  const shown = typeColumns(kinds);
  return [
    { names: column('no', '序号'), value: ({ no }) => (no === 0 ? null : no) },
    { names: column('type', '纠纷类型'), value: nameCell },
    ...shown.map(({ head, id }) => ({
      names: column(id, head.zh),
      value: ({ row, words }: RowFacts): CellValue => row.figures.get(id) ?? words.noFigure,
    })),
    ...shown.filter(({ isShared }) => isShared).flatMap(weightColumns),
  ];
}

/** A figure's share and change, by their own names too: no second kind asks for them so far. */
function weightColumns({ head, id }: TypeColumn): readonly ListColumn[] {
  return [
    {
      names: column(`${id}Share`, '占比', `${head.zh}占比`),
      value: ({ row, words }) => row.weights.get(id)?.share ?? words.noFigure,
    },
    {
      names: column(`${id}Change`, '环比增减', '同比增减', `${head.zh}环比增减`),
      value: ({ row, words }) => row.weights.get(id)?.change ?? words.noFigure,
    },
  ];
}

function nameCell({ row: { of, name }, words }: RowFacts): CellValue {
  if (of === 'none') return words.untyped;
  return of === 'subtype' ? words.ofWhich(name) : name || null;
}
