import type ExcelJS from 'exceljs';
import { draw, edit, ledger } from './templates.ts';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A row and a column of an anchor's marker, from 0, with offsets of 0 unless the row's is given in EMU. */
export function marker(name: 'from' | 'to', row: number, column = 0, offset = 0): string {
  return `<xdr:${name}><xdr:col>${String(column)}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${String(row)}</xdr:row><xdr:rowOff>${String(offset)}</xdr:rowOff></xdr:${name}>`;
}

/** What stands on cells of two rows (from 0) and moves with them as `editAs` says. */
export function anchor(from: number, to: number, content: string, editAs = 'twoCell'): string {
  return `<xdr:twoCellAnchor editAs="${editAs}">${marker('from', from)}${marker('to', to, 4)}${content}<xdr:clientData/></xdr:twoCellAnchor>`;
}

export const chartFrame =
  '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图表"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame>';

/** A shape: a text box, or only a frame; `link` is the cell whose text it shows. */
export function shape(box: boolean, link = ''): string {
  const attribute = link === '' ? '' : ` textlink="${link}"`;
  return `<xdr:sp macro=""${attribute}><xdr:nvSpPr><xdr:cNvPr id="3" name="框"/><xdr:cNvSpPr${box ? ' txBox="1"' : ''}/></xdr:nvSpPr><xdr:spPr/></xdr:sp>`;
}

export const connector =
  '<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="4" name="线"/><xdr:cNvCxnSpPr/></xdr:nvCxnSpPr><xdr:spPr/></xdr:cxnSp>';

/** A chart part with one series of these. */
export function chartXml(series: string): string {
  return `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:plotArea><c:barChart><c:ser><c:idx val="0"/><c:order val="0"/>${series}</c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`;
}

/**
 * A ledger on 走访座谈 and a second sheet 图, with a drawing on the first or second of them, and what its chart rId1 is.
 * A chart of 2016 has another kind of relationship.
 */
export async function withDrawing(
  sheet: 1 | 2,
  content: string,
  chart = chartXml(''),
  {
    kind = 'chart',
    more = () => undefined,
  }: { kind?: string; more?: (sheet: ExcelJS.Worksheet) => void } = {},
): Promise<Uint8Array> {
  const template = await draw((workbook) => {
    const first = workbook.addWorksheet('走访座谈');
    ledger(first);
    more(first);
    workbook.addWorksheet('图').getCell('A1').value = '图表';
  });
  return edit(template, {
    [`xl/worksheets/sheet${String(sheet)}.xml`]: (xml) =>
      xml.replace('</worksheet>', '<drawing r:id="rId7"/></worksheet>'),
    [`xl/worksheets/_rels/sheet${String(sheet)}.xml.rels`]: () =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="${relationships}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
    'xl/drawings/drawing1.xml': () =>
      `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${relationships}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${content}</xdr:wsDr>`,
    'xl/drawings/_rels/drawing1.xml.rels': () =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.example.org/relationships/${kind}" Target="/xl/charts/chart1.xml"/></Relationships>`,
    'xl/charts/chart1.xml': () => chart,
  });
}
