import { filledRuns, valuesOf, type ValueContext } from '../cell-content.ts';
import { mustBreak, type TextRoom } from './fitted-text.ts';
import type { ListRows } from '../list-rows.ts';
import { joined } from '../rich-text.ts';
import type { MarkedCell } from '../sheet-marks.ts';
import type { CellValue, TemplateData } from '../../marks/template-data.ts';
import { attributeOf } from '../../package/xml.ts';

interface Context extends ValueContext {
  readonly data: TemplateData;
  readonly rows: ReadonlyMap<number, ListRows>;
}

/**
 * Adds the styles that a cell with marks will need once it is filled, before any part is written: the part of the styles may
 * come before the sheet's. `room` is that of a cell in a detail row.
 */
export function prepareStyles(marked: MarkedCell, room: TextRoom | undefined, context: Context): void {
  const style = Number(attributeOf(marked.cell.element, 's') ?? 0);
  if (showsDay(marked, context)) context.styles?.dayStyle(style);
  if (room && mustBreakAnywhere(marked, room, context)) context.styles?.wrappingStyle(style);
}

function showsDay({ targets: [target], text }: MarkedCell, { data, rows }: Context): boolean {
  if (!text.alone || !target) return false;
  const isDay = (value: CellValue | undefined): boolean => typeof value === 'object' && value !== null;
  return target.kind === 'single'
    ? isDay(data.singles[target.single]?.value)
    : (rows.get(target.list)?.days.has(target.column) ?? false);
}

/** Whether the text of any row has to break into lines in a cell that doesn't ask for it. */
function mustBreakAnywhere(marked: MarkedCell, room: TextRoom, { data, rows }: Context): boolean {
  const [target] = marked.targets;
  const list = target?.kind === 'column' ? rows.get(target.list) : undefined;
  if (room.look.wraps || !list) return false;
  for (const row of list.take(0, list.count)) {
    const values = valuesOf(marked, data, row, 0);
    const isTyped = marked.text.alone !== undefined && typeof values[0] !== 'string';
    if (!isTyped && mustBreak(joined(filledRuns(marked, values)), room)) return true;
  }
  return false;
}
