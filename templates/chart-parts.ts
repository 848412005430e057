import { Buffer } from 'node:buffer';
import { chartXml, type Chart } from './chart-xml.ts';

/** A chart over cells of a sheet: it grows with the rows between its corners. Columns and rows count from 1, `to` is the last. */
export interface PlacedChart extends Chart {
  readonly from: { readonly column: number; readonly row: number };
  readonly to: { readonly column: number; readonly row: number };
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument';

/** Adds charts to a sheet that exceljs drew, which has no drawing yet: exceljs itself writes no charts. */
export function withCharts(
  parts: ReadonlyMap<string, Buffer>,
  sheetNumber: number,
  charts: readonly PlacedChart[],
): ReadonlyMap<string, Buffer> {
  const changed = new Map(parts);
  const set = (name: string, text: string): void => void changed.set(name, Buffer.from(text));
  const edit = (name: string, change: (text: string) => string): void => {
    const before = parts.get(name)?.toString('utf8');
    if (before === undefined) throw new Error(`no part ${name}`);
    set(name, change(before));
  };
  const sheet = `sheet${String(sheetNumber)}.xml`;
  edit(`xl/worksheets/${sheet}`, (text) =>
    text.replace('</worksheet>', '<drawing r:id="rIdCharts"/></worksheet>'),
  );
  set(`xl/worksheets/_rels/${sheet}.rels`, relations([['rIdCharts', 'drawing', '../drawings/drawing1.xml']]));
  set('xl/drawings/drawing1.xml', drawingXml(charts));
  set(
    'xl/drawings/_rels/drawing1.xml.rels',
    relations(
      charts.map((_, at) => [`rId${String(at + 1)}`, 'chart', `../charts/chart${String(at + 1)}.xml`]),
    ),
  );
  charts.forEach((chart, at) => {
    set(`xl/charts/chart${String(at + 1)}.xml`, chartXml(chart));
  });
  const overrides = [
    `<Override PartName="/xl/drawings/drawing1.xml" ContentType="${types}.drawing+xml"/>`,
    ...charts.map(
      (_, at) =>
        `<Override PartName="/xl/charts/chart${String(at + 1)}.xml" ContentType="${types}.drawingml.chart+xml"/>`,
    ),
  ];
  edit('[Content_Types].xml', (text) => text.replace('</Types>', `${overrides.join('')}</Types>`));
  return changed;
}

function drawingXml(charts: readonly PlacedChart[]): string {
  const anchors = charts.map(({ title, from, to }, at) => {
    const id = String(at + 1);
    const corner = (name: string, column: number, row: number) =>
      `<xdr:${name}><xdr:col>${String(column)}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${String(row)}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
    const frame = `<xdr:nvGraphicFramePr><xdr:cNvPr id="${String(at + 2)}" name="${title}" descr="${title}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>`;
    const graphic = `<a:graphic><a:graphicData uri="${drawing}/chart"><c:chart xmlns:c="${drawing}/chart" r:id="rId${id}"/></a:graphicData></a:graphic>`;
    return `<xdr:twoCellAnchor>${corner('from', from.column - 1, from.row - 1)}${corner('to', to.column, to.row)}<xdr:graphicFrame macro="">${frame}${graphic}</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
  });
  return `${head}<xdr:wsDr xmlns:xdr="${drawing}/spreadsheetDrawing" xmlns:a="${drawing}/main" xmlns:r="${office}">${anchors.join('')}</xdr:wsDr>`;
}

function relations(entries: readonly (readonly [string, string, string])[]): string {
  const lines = entries.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packageRelations}">${lines.join('')}</Relationships>`;
}
