import { cellName, placeOf, type Place } from '../../domain/cell-name.ts';

export {
  cellName,
  columnLetters,
  columnNumber,
  lastColumn,
  lastRow,
  placeOf,
  type Place,
} from '../../domain/cell-name.ts';

/** A rectangle of cells, its first corner at the top left. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The area of `B7` or `B7:C9`, or undefined where the text is neither. */
export function areaOf(text: string): Area | undefined {
  const [first = '', second = first] = text.split(':');
  const [one, other] = [placeOf(first), placeOf(second)];
  if (!one || !other) return undefined;
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

/** Whether a place lies in an area. */
export function isIn(area: Area, { row, column }: Place): boolean {
  return area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;
}

/** `B7:C9`, or `B7` for an area of one cell. */
export function areaName(area: Area): string {
  const first = cellName(area.top, area.left);
  const second = cellName(area.bottom, area.right);
  return first === second ? first : `${first}:${second}`;
}
