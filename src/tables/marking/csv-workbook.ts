import type { ReadTable } from '../../domain/read-table.ts';
import { escapeCellText, escapeMarkup } from '../../package/escape.ts';
import { cellName } from '../../workbook/formulas/reference.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Styles of a workbook that has none of its own; style 1 is that of texts. */
export const PLAIN_STYLES = `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** A plain workbook with the cells of a CSV as texts, each on the row that its line has in the file. */
export function csvWorkbook(table: ReadTable): Map<string, Uint8Array> {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escapeMarkup(table.name, true)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': PLAIN_STYLES,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><cols><col min="1" max="40" width="14" style="1" customWidth="1"/></cols><sheetData>${table.rows.map(rowXml).join('')}</sheetData></worksheet>`,
  };
  const encoder = new TextEncoder();
  return new Map(Object.entries(parts).map(([name, xml]) => [name, encoder.encode(head + xml)]));
}

function rowXml({ number, cells }: ReadTable['rows'][number]): string {
  const made = cells.map(({ column, value }) =>
    value.type === 'text'
      ? `<c r="${cellName(number, column)}" s="1" t="inlineStr"><is><t xml:space="preserve">${escapeCellText(value.text)}</t></is></c>`
      : '',
  );
  return `<row r="${String(number)}">${made.join('')}</row>`;
}

/** A name that a sheet may have: at most 31 units, none of `* ? : \ / [ ]`, no apostrophe at its ends. */
export function sheetNameFrom(name: string): string {
  const clean = name
    .replace(/[*?:\\/[\]\u0000-\u001f]/g, '_')
    .slice(0, 31)
    .replace(/^'+|'+$/g, '_')
    .trim();
  return clean === '' ? 'CSV' : clean;
}
