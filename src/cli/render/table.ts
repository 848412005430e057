import { show } from './show.ts';
import { displayWidth } from './width.ts';

/** One column of a table. Numbers stand right, all else left. */
export interface TableColumn {
  readonly head: string;
  readonly right?: boolean;
}

/** A last column is not cut below this. */
const LEAST = 20;

/**
 * Rows under heads, aligned by the width they have on a screen (a Chinese character takes two columns), ASCII only in its rules;
 * a cell is one line.
 * Where the width of the screen is said, the last column is cut to what the others leave, and marked.
 */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  screen?: number,
): string {
  const last = screen === undefined ? undefined : Math.max(screen - widthBefore(columns, rows), LEAST);
  const cells = rows.map((row) =>
    columns.map((_, index) => fit(show(row[index] ?? ''), index === columns.length - 1 ? last : undefined)),
  );
  const widths = columns.map(({ head }, index) =>
    Math.max(displayWidth(head), ...cells.map((row) => displayWidth(row[index] ?? ''))),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.right === true))
      .join('  ')
      .trimEnd();
  return [
    line(columns.map(({ head }) => head)),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...cells.map(line),
  ].join('\n');
}

/** Text padded with spaces to a width on the screen. */
export function pad(text: string, width: number, right = false): string {
  const gap = ' '.repeat(Math.max(width - displayWidth(text), 0));
  return right ? gap + text : text + gap;
}

/** What all columns but the last take, with the gaps behind them. */
function widthBefore(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): number {
  return columns
    .slice(0, -1)
    .map(({ head }, index) =>
      Math.max(displayWidth(head), ...rows.map((row) => displayWidth(row[index] ?? ''))),
    )
    .reduce((sum, width) => sum + width + 2, 0);
}

function fit(text: string, most: number | undefined): string {
  if (most === undefined || displayWidth(text) <= most) return text;
  let kept = '';
  for (const character of text) {
    if (displayWidth(kept + character) > most - 3) break;
    kept += character;
  }
  return `${kept}...`;
}
