import { rawZip, type RawEntry } from './raw-zip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of a workbook, as text or bytes, by their names; undefined takes one away. */
export type PartTexts = Readonly<Record<string, Uint8Array | string | undefined>>;

/** A sheet's part with rows, and what follows them. */
export function sheetXml(rows: string, tail = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${main}" xmlns:r="${office}"><sheetData>${rows}</sheetData>${tail}</worksheet>`;
}

/** A table of shared strings with these items. */
export function stringsXml(items: string): string {
  return `<sst xmlns="${main}">${items}</sst>`;
}

/** Styles: number formats by their ids, and the format of each style. */
export function stylesXml(codes: Readonly<Record<number, string>>, formats: readonly number[]): string {
  const listed = Object.entries(codes).map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const styles = formats.map(
    (id) => `<xf numFmtId="${String(id)}" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
  );
  return `<styleSheet xmlns="${main}"><numFmts>${listed.join('')}</numFmts><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="${String(formats.length)}">${styles.join('')}</cellXfs></styleSheet>`;
}

/** The parts of a workbook with one sheet 走访. */
export function workbookParts(changes: PartTexts = {}): RawEntry[] {
  const parts: PartTexts = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': relsXml({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': workbookXml('<sheet name="走访" sheetId="1" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': relsXml({
      rId1: ['worksheet', 'worksheets/sheet1.xml'],
      rId2: ['sharedStrings', 'sharedStrings.xml'],
      rId3: ['styles', 'styles.xml'],
    }),
    'xl/sharedStrings.xml': stringsXml(''),
    'xl/styles.xml': stylesXml({}, [0]),
    'xl/worksheets/sheet1.xml': sheetXml(''),
    ...changes,
  };
  return Object.entries(parts).flatMap(([name, content]) =>
    content === undefined ? [] : [{ name, content }],
  );
}

/** A workbook with one sheet 走访, some of its parts as given. */
export function workbookOf(changes: PartTexts = {}): Uint8Array {
  return rawZip(workbookParts(changes));
}

/** A workbook with rows in its sheet. */
export function sheetOf(rows: string, changes: PartTexts = {}): Uint8Array {
  return workbookOf({ 'xl/worksheets/sheet1.xml': sheetXml(rows), ...changes });
}

/** The workbook's own part: what it lists, and what else it says. */
export function workbookXml(sheets: string, more = '', properties = ''): string {
  return `<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${sheets}</sheets>${more}</workbook>`;
}

/** A part of relationships: kind and target by id. */
export function relsXml(
  relations: Readonly<Record<string, readonly [kind: string, target: string]>>,
): string {
  const listed = Object.entries(relations).map(
    ([id, [kind, target]]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packaged}/relationships">${listed.join('')}</Relationships>`;
}
