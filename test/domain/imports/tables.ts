import {
  readSheet,
  type SheetQuestion,
  type SheetRead,
  type SheetSource,
} from '../../../src/domain/imports/read-sheet.ts';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import type { ReadMerge, ReadTable, ReadValue } from '../../../src/domain/read-table.ts';
import { aJudge, aRoster, day } from '../../support/builders.ts';

/** What a test says of a cell: a text, a number, a day, or a value as it is; null where it is empty. */
export type Said = string | number | ReadValue | null;

/** A sheet as a reader gives it; rows without content are not there. */
export function tableOf(
  rows: readonly (readonly Said[])[],
  over: Partial<ReadTable> & { readonly hiddenRows?: readonly number[] } = {},
): ReadTable {
  const { hiddenRows = [], ...rest } = over;
  return {
    name: 'Sheet1',
    hidden: false,
    merges: [],
    rows: rows
      .map((row, at) => ({
        number: at + 1,
        hidden: hiddenRows.includes(at + 1),
        cells: row.flatMap((said, column) =>
          said === null || said === '' ? [] : [{ column: column + 1, value: valueOf(said) }],
        ),
      }))
      .filter(({ cells }) => cells.length > 0),
    ...rest,
  };
}

function valueOf(said: Exclude<Said, null>): ReadValue {
  if (typeof said === 'string') return { type: 'text', text: said };
  return typeof said === 'number' ? { type: 'number', value: said, text: String(said) } : said;
}

/** A real day. */
export function dayCell(text: string): ReadValue {
  return { type: 'day', day: day(text) };
}

/** The area from one corner to the other. */
export function merge(top: number, left: number, bottom: number, right: number): ReadMerge {
  return { top, left, bottom, right };
}

/** Who asks and what is known: 李敏 of 太平镇; 王强 is another judge. */
export const QUESTION: SheetQuestion = {
  kinds: KINDS,
  roster: aRoster({ judges: [aJudge('li-min', { name: '李敏' }), aJudge('wang', { name: '王强' })] }),
  owner: { id: 'li-min', name: '李敏' },
  entryIds: new Set(['by-hand']),
  today: day('2024-09-18'),
  language: 'en',
  learnt: new Map(),
  year: undefined,
  notCounted: '〔不计数〕',
};

/** A workbook whose name tells nothing. */
export const SOURCE: SheetSource = { file: 'a.xlsx', name: 'a', date1904: false, plain: false, form: false };

/** Reads a sheet of 李敏's. */
export function read(
  table: ReadTable,
  over: Partial<SheetQuestion> = {},
  source: Partial<SheetSource> = {},
): SheetRead {
  return readSheet(table, { ...SOURCE, ...source }, { ...QUESTION, ...over });
}

/** The values of the rows that were read. */
export function valuesIn(sheet: SheetRead): readonly unknown[] {
  return sheet.rows.map(({ values }) => values);
}

/** The findings as code and cell. */
export function found(sheet: SheetRead): readonly string[] {
  return sheet.findings.map(({ problem, where }) => `${where.cell ?? '-'} ${problem.code}`);
}
