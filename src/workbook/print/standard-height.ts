import { attributeOf, childOf, type Element } from '../../package/xml.ts';

/** A row without a height of its own is as high as the sheet says, or a line of the default font. */
export function standardHeight(sheet: Element): number {
  const format = childOf(sheet, 'sheetFormatPr');
  return Number((format && attributeOf(format, 'defaultRowHeight')) ?? 13.5);
}
