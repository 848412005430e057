import { wrappedLines } from '../../workbook/print/wrapped-lines.ts';

/** Where a comment stands, row and column from 1, and what it says: its box is as high as its text needs. */
export interface Shape {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const type =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** A new drawing (VML, ECMA-376 part 4) with the boxes of comments; `block` is one that no other sheet's drawing has. */
export function shapesPart(shapes: readonly Shape[], block: number): string {
  const own = shapes.map((shape, index) => shapeXml(shape, block * 1_024 + 1 + index)).join('');
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${String(block)}"/></o:shapelayout>${type}${own}</xml>`;
}

/**
 * A sheet's drawing with our boxes behind its own, or undefined where it has no end that we know: such drawings are HTML
 * of the nineties, and none that can be scanned as XML.
 */
export function extendedShapes(drawing: string, shapes: readonly Shape[]): string | undefined {
  const end = /<\/xml\s*>\s*$/i.exec(drawing)?.index;
  if (end === undefined) return undefined;
  let last = 1_024;
  for (const [, id] of drawing.matchAll(/_x0000_s(\d{1,9})/g)) last = Math.max(last, Number(id));
  const own = shapes.map((shape, index) => shapeXml(shape, last + 1 + index)).join('');
  const known = /id\s*=\s*["']_x0000_t202["']/.test(drawing) ? '' : type;
  // The prefixes are declared once more, since other programs may have chosen others.
  const spaces =
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
  const declared = (known + own).replace(/<v:(shapetype|shape) /g, `<v:$1 ${spaces} `);
  return drawing.slice(0, end) + declared + drawing.slice(end);
}

function shapeXml({ row, column, text }: Shape, id: number): string {
  const lines = Math.min(20, wrappedLines(text, 30) + 1);
  // Column, its pixels, row, its pixels, of the upper left and the lower right corner; counted from 0.
  const anchor = [column, 15, Math.max(0, row - 2), 4, column + 3, 15, Math.max(0, row - 2) + lines, 4];
  return `<v:shape id="_x0000_s${String(id)}" type="#_x0000_t202" style="position:absolute;width:190pt;height:${String(lines * 15)}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${String(row - 1)}</x:Row><x:Column>${String(column - 1)}</x:Column></x:ClientData></v:shape>`;
}
