import { escapeMarkup } from '../../package/escape.ts';

/** The day of the rules that the ledgers serve; a fixed day keeps today out of the file. */
const drawn = '2024-06-20T00:00:00Z';

/** The version of the form's shape, which a workbook bears as the custom property `ledgerForm`. */
const formVersion = '1';

/** The part `docProps/app.xml`: which program made the workbook. */
export function appProperties(): string {
  return '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>liaison-ledger</Application></Properties>';
}

/** The part `docProps/core.xml`. */
export function coreProperties(): string {
  return [
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    '<dc:creator>liaison-ledger</dc:creator><cp:lastModifiedBy>liaison-ledger</cp:lastModifiedBy>',
    ...['created', 'modified'].map(
      (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${drawn}</dcterms:${name}>`,
    ),
    '</cp:coreProperties>',
  ].join('');
}

/** The part `docProps/custom.xml`: the versions of the form and of the program, by which an import knows the form. */
export function customProperties(version: string): string {
  const properties = [
    ['ledgerForm', formVersion],
    ['ledgerTool', version],
  ].map(
    ([name = '', value = ''], at) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${String(at + 2)}" name="${name}"><vt:lpwstr>${escapeMarkup(value)}</vt:lpwstr></property>`,
  );
  return `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${properties.join('')}</Properties>`;
}
