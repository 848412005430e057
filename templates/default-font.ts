import { Buffer } from 'node:buffer';

const styles = 'xl/styles.xml';
const written =
  '<font><color theme="1"/><family val="2"/><scheme val="minor"/><sz val="11"/><name val="Calibri"/></font>';
const wanted = '<font><sz val="12"/><name val="宋体"/><family val="3"/><charset val="134"/></font>';

/**
 * Makes 宋体 12 the font of the workbook's Normal style. Its digit is the unit of all column widths, 8 pixels in Excel, WPS
 * and LibreOffice alike; the theme's font that exceljs always writes is another one in a Chinese Excel, of another width.
 */
export function withDefaultFont(parts: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> {
  const text = parts.get(styles)?.toString('utf8') ?? '';
  return new Map(parts).set(styles, Buffer.from(text.replace(written, wanted)));
}
