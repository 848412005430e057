import type { DepartmentFigures, DepartmentSummary } from '../../domain/department-figures.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import type { CellValue, DataList } from '../../marks/template-data.ts';
import { column, named, type ListNames } from '../../marks/names.ts';

const columns = [
  column('no', '序号'),
  column('department', '部门'),
  column('carried', '旧存'),
  column('opened', '转达', '新收'),
  column('closed', '办结'),
  column('open', '未结'),
  column('overdue', '其中超期', '超期'),
  column('meanDays', '平均办理天数'),
];

/** 联系事项按部门: the names of its columns. */
export const DEPARTMENTS: ListNames = { ...named('联系事项按部门', 'departments'), columns };

/** 联系事项按部门合计: one row over all departments. */
export const DEPARTMENTS_TOTAL: ListNames = {
  ...named('联系事项按部门合计', 'departmentsTotal'),
  optional: true,
  columns,
};

/** One row a department, those who were asked most first. */
export function departmentLists({ rows, total }: DepartmentSummary, words: SheetWords): readonly DataList[] {
  const cellsOf = (one: DepartmentFigures, no: number | null, name: string | null): readonly CellValue[] => [
    no,
    name,
    one.carried,
    one.opened,
    one.closed,
    one.open,
    one.overdue,
    one.meanDays === undefined ? words.noFigure : Math.round(one.meanDays * 10) / 10,
  ];
  return [
    {
      ...DEPARTMENTS,
      rows: rows.map((row, index) => cellsOf(row, index + 1, row.department || words.noDepartment)),
    },
    { ...DEPARTMENTS_TOTAL, rows: [cellsOf(total, null, null)] },
  ];
}
