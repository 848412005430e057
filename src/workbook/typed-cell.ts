import { serialOf } from '../domain/serial-day.ts';
import { afterName, type CellShell, type ValueContext } from './cell-content.ts';
import { columnsOnLine, heightLimit, heightOfLines } from './print/row-height.ts';
import type { TextRoom } from './print/fitted-text.ts';
import { roomyWidth } from './print/display-width.ts';
import { wrappedLines } from './print/wrapped-lines.ts';
import type { CellValue } from '../marks/template-data.ts';
import { fixedXml, type FixedXml, type XmlBytes } from './xml-bytes.ts';

/**
 * Writes a value as the whole content of a cell in a row and gives the points of height that it needs; undefined where it isn't
 * as simple as nearly all are: then nothing was written.
 */
export type TypedWriter = (xml: XmlBytes, row: number, value: CellValue) => number | undefined;

/**
 * Writes numbers, days, and texts that can stand as they are, byte by byte as `valueXml` and `fittedText` would: a long list
 * consists of little else.
 */
export function typedWriter(
  shell: CellShell,
  letters: string,
  room: TextRoom | undefined,
  { date1904, styles }: ValueContext,
): TypedWriter {
  const { prefix } = shell;
  const heightOf = simpleHeight(styles ? room : undefined);
  const start = fixedXml(`<${prefix}c r="${letters}`);
  const before = (inner: string, type?: string, style?: number): FixedXml =>
    fixedXml(`"${afterName(shell, type, style)}${inner}`);
  const empty = before('/>');
  const beforeText = before(`><${prefix}is><${prefix}t>`, 'inlineStr');
  const afterText = fixedXml(`</${prefix}t></${prefix}is></${prefix}c>`);
  const beforeNumber = before(`><${prefix}v>`);
  const afterNumber = fixedXml(`</${prefix}v></${prefix}c>`);
  let beforeDay: FixedXml | undefined;
  const serials = new Map<string, number>();

  const number = (xml: XmlBytes, row: number, head: FixedXml, value: number): number => {
    xml.fixed(start);
    xml.row(row);
    xml.fixed(head);
    xml.number(value);
    xml.fixed(afterNumber);
    return 0;
  };

  return (xml, row, value) => {
    if (typeof value === 'string' && value !== '') {
      const height = heightOf(value);
      if (height === undefined) return undefined;
      const from = xml.length;
      xml.fixed(start);
      xml.row(row);
      xml.fixed(beforeText);
      if (xml.plainText(value)) {
        xml.fixed(afterText);
        return height;
      }
      xml.cut(from);
      return undefined;
    }
    if (value === null || value === '') {
      xml.fixed(start);
      xml.row(row);
      xml.fixed(empty);
      return 0;
    }
    if (typeof value === 'number')
      return Number.isFinite(value) ? number(xml, row, beforeNumber, value) : undefined;
    if (typeof value === 'string' || !styles) return undefined;
    let serial = serials.get(value.day);
    if (serial === undefined) serials.set(value.day, (serial = serialOf(value.day, date1904)));
    beforeDay ??= before(`><${prefix}v>`, '', styles.dayStyle(shell.style ?? 0));
    return number(xml, row, beforeDay, serial);
  };
}

/** The height of a text that stands level in its cell, at its own size and without another style; undefined where it can't. */
function simpleHeight(room: TextRoom | undefined): (text: string) => number | undefined {
  if (!room) return () => 0;
  const { look, pixels, highest } = room;
  if (look.turned !== 0) return () => undefined;
  const columns = columnsOnLine(pixels, look);
  const most = Math.min(highest, heightLimit);
  return (text) => {
    if (!look.wraps && roomyWidth(text) > columns) return undefined;
    const height = heightOfLines(look.wraps ? wrappedLines(text, columns) : 1, look);
    return height <= most ? height : undefined;
  };
}
