import { Buffer } from 'node:buffer';
import { escapeMarkup } from '../../package/escape.ts';
import { shiftFormula, type FormulaPlace } from '../formulas/formula.ts';
import { firstRowOf, type RowShift } from './row-shift.ts';

/**
 * The legacy drawing of a sheet after rows were added: boxes of comments go with their cells, controls and embedded files
 * with the cells under them, and what controls are linked to follows. Undefined where nothing moves. It is edited as
 * text, since Excel itself writes VML that is no well-formed XML.
 */
export function movedVml(bytes: Uint8Array, place: FormulaPlace, own: RowShift): Uint8Array | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const moved = text.replace(/<(\w+:)?ClientData\b[\s\S]*?<\/\1ClientData>/g, (shape) =>
    movedShape(shape, place, own),
  );
  return moved === text ? undefined : Buffer.from(moved);
}

function movedShape(shape: string, place: FormulaPlace, own: RowShift): string {
  const cellRow = /<(?:\w+:)?Row>\s*(\d+)\s*</.exec(shape)?.[1];
  // Present, it says that the object does not move; a comment's box goes where its cell goes all the same.
  const fixed =
    cellRow === undefined && /<(?:\w+:)?MoveWithCells\s*(\/>|>\s*<|>\s*(t|true)\s*<)/i.test(shape);
  return shape
    .replace(
      /(<(?:\w+:)?Row>\s*)(\d+)(?=\s*<)/g,
      (_, start: string, row: string) => start + String(movedRow(own, row)),
    )
    .replace(/(<(?:\w+:)?Anchor>)([^<]*)(?=<)/g, (whole, start: string, anchor: string) => {
      const places = anchor.split(',').map((number) => number.trim());
      const [top, bottom] = [places[2], places[6]];
      if (fixed || top === undefined || bottom === undefined) return whole;
      const row = cellRow ?? top;
      const by = movedRow(own, row) - Number(row);
      if (by === 0) return whole;
      places[2] = String(Number(top) + by);
      places[6] = String(Number(bottom) + by);
      return start + places.join(', ');
    })
    .replace(
      /(<(?:\w+:)?Fmla(?:Link|Range|Group|Pict|Txbx)>)([^<]*)(?=<)/g,
      (_, start: string, formula: string) => {
        return start + escapeMarkup(shiftFormula(unescapeMarkup(formula), place));
      },
    );
}

/** Rows count from 0 here. */
function movedRow(own: RowShift, row: string): number {
  return firstRowOf(own, Number(row) + 1) - 1;
}

function unescapeMarkup(text: string): string {
  const named = new Map([
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
    ['amp', '&'],
  ]);
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => named.get(name) ?? whole);
}
