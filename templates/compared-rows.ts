import { markName, type Column } from './column.ts';
import type { BelowRow, Frame } from './official-sheet.ts';
import type { Content } from './row-writer.ts';

/** A period that a table is set against: its row, and the two rows that say how the total differs from it. */
export interface Compared {
  /** The head of the row, which is also the end of its list's name: 上季度. */
  readonly name: string;
  /** What the rows of the difference are called: 环比 or 同比; without it there are none. */
  readonly change?: string;
}

const height = 24;
const change = '+0;-0;0';
const percent = '+0.0%;-0.0%;0.0%';

/**
 * The rows under a table of numbers: 合计 by sums, then each period that it is set against, filled by a list of one row, with
 * the difference and its share by formulas. Where there is nothing to compare with, or 0, there is “—”. `fixed` are contents of
 * the 合计 row under columns that are not summed, by their heads.
 */
export function comparedRows(
  list: string,
  columns: readonly Column[],
  compared: readonly Compared[],
  fixed: Readonly<Record<string, string>>,
): (frame: Frame) => readonly BelowRow[] {
  const first = columns.findIndex(({ total }) => total !== undefined);
  const row = (
    label: string,
    contentOf: (column: Column, letter: string) => Content,
    frame: Frame,
    format?: string,
  ): BelowRow => ({
    height,
    cells: [
      { columns: first, content: label },
      ...columns.slice(first).map((column, index) => {
        const shown = format ?? column.format;
        return {
          columns: 1,
          content: contentOf(column, frame.letter(first + index + 1)),
          ...(shown !== undefined && { format: shown }),
        };
      }),
    ],
  });
  return (frame) => {
    const total = frame.detail + 1;
    const rows = [
      row(
        '合计',
        (column) => (column.total === undefined ? (fixed[column.head] ?? null) : { sumOfRow: frame.detail }),
        frame,
      ),
    ];
    for (const { name, change: called } of compared) {
      const base = frame.detail + rows.length + 1;
      const ofSummed =
        (formula: (letter: string) => string) =>
        (column: Column, letter: string): Content =>
          column.total === undefined ? null : { formula: formula(letter) };
      rows.push(row(name, (column) => markOf(`${list}${name}`, column, fixed), frame));
      if (called === undefined) continue;
      const difference = (letter: string) => `${letter}${String(total)}-${letter}${String(base)}`;
      rows.push(
        row(
          `${called}增减`,
          ofSummed((letter) => `IF(ISNUMBER(${letter}${String(base)}),${difference(letter)},"—")`),
          frame,
          change,
        ),
        row(
          `${called}增减（%）`,
          ofSummed((letter) => {
            const cell = `${letter}${String(base)}`;
            return `IF(N(${cell})=0,"—",(${difference(letter)})/${cell})`;
          }),
          frame,
          percent,
        ),
      );
    }
    return rows;
  };
}

/** A period has figures, a verdict and remarks, but no day of receipt. */
function markOf(list: string, column: Column, fixed: Readonly<Record<string, string>>): string | null {
  const isShown = column.total !== undefined || column.head in fixed || column.head === '备注';
  return isShown ? `{${list}.${markName(column)}}` : null;
}
