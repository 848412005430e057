import type { Kind } from '../../domain/kinds/kind.ts';
import { headLines } from '../print/head-lines.ts';
import { typefaces } from '../print/typefaces.ts';
import { wrappedLines } from '../print/wrapped-lines.ts';
import { firstRow, type BlankColumn } from './columns.ts';
import type { Drawing } from './drawing.ts';
import type { BlankFacts } from './facts.ts';
import type { Look } from './looks.ts';

/** The rows above the heads: what the sheet is, and how it is filled in, as high as its text needs. */
export function topRows(
  { ledger }: Kind,
  { court, words }: BlankFacts,
  { looks, texts }: Drawing,
  seen: readonly BlankColumn[],
  width: number,
): string {
  const hints = seen.flatMap(({ head, hint }) => (hint === undefined ? [] : [{ head, hint }]));
  const guidance = words.guidance(hints);
  const row = (number: number, height: number, text: string, look: Look): string =>
    rowXml(
      number,
      height,
      seen.map(({ letters }, at) =>
        cellXml(
          `${letters}${String(number)}`,
          looks.numberOf(look),
          at === 0 ? texts.numberOf(text) : undefined,
        ),
      ),
    );
  const perLine = Math.floor((width * 8 - 6) / ((typefaces.line.size * 96) / 72 / 2) / 1.04);
  const height = Math.max(24, wrappedLines(guidance, perLine) * typefaces.line.size * 1.45 + 6);
  return (
    row(1, 42, words.title(court, ledger.zh), { face: 'title', align: 'center' }) +
    row(2, height, guidance, { face: 'line', align: 'left' })
  );
}

/** The row of the heads, each in lines that break where words end, a red star before what is required. */
export function headRow(columns: readonly BlankColumn[], { looks, texts }: Drawing): string {
  const style = looks.numberOf({ face: 'head', align: 'center', lines: true });
  const lines = columns.map(({ head, width, isRequired }) => {
    const character = (typefaces.head.size * 96) / 72 / 8;
    const room = width - 0.7 - (isRequired ? character / 2 : 0);
    return headLines(head, Math.max(1, Math.floor(room / character)));
  });
  const height = Math.max(26, Math.max(...lines.map(({ length }) => length)) * typefaces.head.size * 1.4 + 6);
  return rowXml(
    firstRow - 1,
    height,
    columns.map(({ letters, isRequired }, at) => {
      const text = (lines[at] ?? []).join('\n');
      const shared = texts.numberOf(text, isRequired);
      return cellXml(`${letters}${String(firstRow - 1)}`, style, shared);
    }),
  );
}

function rowXml(number: number, height: number, cells: readonly string[]): string {
  return `<row r="${String(number)}" ht="${String(height)}" customHeight="1">${cells.join('')}</row>`;
}

function cellXml(place: string, style: number, text: number | undefined): string {
  const cell = `<c r="${place}" s="${String(style)}"`;
  return text === undefined ? `${cell}/>` : `${cell} t="s"><v>${String(text)}</v></c>`;
}
