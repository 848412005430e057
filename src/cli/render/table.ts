import { show } from './show.ts';
import { displayWidth } from './width.ts';

/** One column of a table. Numbers stand right, all else left. */
export interface TableColumn {
  readonly head: string;
  readonly right?: boolean;
  /** The widest it may become, in columns of the terminal; longer text is cut and marked. */
  readonly most?: number;
}

/** Rows under heads, aligned by the width they have on a screen (a Chinese character takes two columns), ASCII only in its rules; a cell is one line. */
export function table(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => columns.map(({ most }, index) => fit(show(row[index] ?? ''), most)));
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

function fit(text: string, most: number | undefined): string {
  if (most === undefined || displayWidth(text) <= most) return text;
  let kept = '';
  for (const character of text) {
    if (displayWidth(kept + character) > most - 3) break;
    kept += character;
  }
  return `${kept}...`;
}
