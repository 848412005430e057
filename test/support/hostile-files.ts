import { constants, deflateRawSync } from 'node:zlib';
import type { UnreadableReason } from '../../src/domain/problems/workbook.ts';
import { rawZip, type RawEntry } from './raw-zip.ts';
import {
  relsXml,
  sheetOf,
  sheetXml,
  stringsXml,
  workbookOf,
  workbookParts,
  workbookXml,
  type PartTexts,
} from './workbook-parts.ts';

/** A file made to do harm or damaged, and what it must be refused for: a reason, or another problem's code. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  readonly refused: UnreadableReason | 'workbook-too-large' | 'workbook-too-full';
  /** Only readers of content can tell: as a template, the file is an ordinary one or refused for something else. */
  readonly isContent?: true;
}

const sheet = 'xl/worksheets/sheet1.xml';
const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
const doctype = '<!DOCTYPE worksheet [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';

function withType(type: string): Uint8Array {
  return workbookOf({
    '[Content_Types].xml': `<Types xmlns="a"><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
  });
}

/** A workbook whose sheet is an entry of its own making. */
function withSheetEntry(entry: Partial<RawEntry>): Uint8Array {
  const content = sheetXml(one);
  return rawZip(
    workbookParts().map((part) => (part.name === sheet ? { name: sheet, content, ...entry } : part)),
  );
}

function compound(...streams: string[]): Uint8Array {
  const header = Buffer.alloc(512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  return Buffer.concat([header, ...streams.map((name) => Buffer.from(name.padEnd(32, '\0'), 'utf16le'))]);
}

const text = (content: string) => (): Uint8Array => Buffer.from(content);
const parts = (changes: PartTexts) => (): Uint8Array => workbookOf(changes);

/** Files that are no workbook of the format, whatever their name says. */
export const OTHER_FILES: readonly HostileFile[] = [
  { name: 'nothing', bytes: () => new Uint8Array(), refused: 'empty' },
  { name: 'zero bytes', bytes: () => new Uint8Array(10_000), refused: 'empty' },
  {
    name: 'an xlsx with a password',
    bytes: () => compound('EncryptionInfo', 'EncryptedPackage'),
    refused: 'encrypted',
  },
  { name: 'an old .xls, or an .et', bytes: () => compound('Workbook'), refused: 'xls' },
  { name: 'an old .doc', bytes: () => compound('WordDocument'), refused: 'document' },
  { name: 'an .xls of the nineties', bytes: () => Buffer.from([9, 8, 6, 0, 0, 0, 16, 0]), refused: 'xls' },
  {
    name: 'a web page',
    bytes: text('\ufeff <html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'),
    refused: 'html',
  },
  { name: 'a web page with its type', bytes: text('<!DOCTYPE html><html></html>'), refused: 'html' },
  {
    name: 'a web archive',
    bytes: text('MIME-Version: 1.0\r\nContent-Type: multipart/related'),
    refused: 'mht',
  },
  { name: 'an RTF', bytes: text('{\\rtf1\\ansi'), refused: 'rtf' },
  { name: 'a PDF', bytes: text('%PDF-1.7'), refused: 'pdf' },
  { name: 'a CSV', bytes: text('序号,日期\r\n1,2024.7.3\r\n'), refused: 'text' },
  { name: 'a text in UTF-16', bytes: () => Buffer.from('\ufeff序号\t日期', 'utf16le'), refused: 'text' },
  {
    name: 'a picture',
    bytes: () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    refused: 'other',
  },
  {
    name: 'a zip of something else',
    bytes: () => rawZip([{ name: 'a.jpg', content: 'x' }]),
    refused: 'other',
  },
  {
    name: 'an .xlsb',
    bytes: () => withType('application/vnd.ms-excel.sheet.binary.macroEnabled.main'),
    refused: 'xlsb',
  },
  {
    name: 'an .xlsm',
    bytes: () => withType('application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
    refused: 'xlsm',
  },
  {
    name: 'a .docx',
    bytes: () => withType('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
    refused: 'document',
  },
  {
    name: 'an .ods',
    bytes: () =>
      rawZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
        { name: 'content.xml', content: '<a/>' },
      ]),
    refused: 'ods',
  },
];

/** Packages that no spreadsheet program writes, refused by their directory or while a part is inflated. */
export const HOSTILE_PACKAGES: readonly HostileFile[] = [
  { name: 'cut in the middle', bytes: () => sheetOf(one).subarray(0, 900), refused: 'cut' },
  { name: 'cut by its last byte', bytes: () => sheetOf(one).subarray(0, -1), refused: 'cut' },
  { name: 'with a password on its parts', bytes: () => withSheetEntry({ flags: 1 }), refused: 'encrypted' },
  {
    name: 'of 100,000 parts',
    bytes: () =>
      rawZip([
        ...workbookParts(),
        ...Array.from({ length: 100_000 }, (_, at) => ({ name: `a/${String(at)}`, content: '', method: 0 })),
      ]),
    refused: 'too-many-parts',
  },
  {
    name: 'of a million parts by its zip64 record',
    bytes: () => rawZip(workbookParts(), { zip64Entries: 1_000_000 }),
    refused: 'too-many-parts',
  },
  {
    name: 'of fewer parts than it says',
    bytes: () => rawZip(workbookParts(), { entries: 900 }),
    refused: 'cut',
  },
  {
    name: 'with ../ in a name',
    bytes: () => rawZip([...workbookParts(), { name: '../../a', content: '' }]),
    refused: 'unsafe-path',
  },
  {
    name: 'with ..\\ in a name',
    bytes: () => rawZip([...workbookParts(), { name: 'xl\\..\\..\\a', content: '' }]),
    refused: 'unsafe-path',
  },
  {
    name: 'with an absolute name',
    bytes: () => rawZip([...workbookParts(), { name: '/etc/passwd', content: '' }]),
    refused: 'unsafe-path',
  },
  {
    name: 'with a drive in a name',
    bytes: () => rawZip([...workbookParts(), { name: 'C:/a', content: '' }]),
    refused: 'unsafe-path',
  },
  {
    name: 'with a part twice',
    bytes: () => rawZip([...workbookParts(), { name: 'XL/Worksheets/sheet1.xml', content: sheetXml('') }]),
    refused: 'duplicate-part',
  },
  {
    name: 'with two parts in one place',
    bytes: () => rawZip([...workbookParts(), { name: 'xl/worksheets/sheet2.xml', content: '', sameAs: 3 }]),
    refused: 'overlap',
  },
  {
    name: 'with a bomb in an entry',
    bytes: () => withSheetEntry(bomb(600)),
    refused: 'workbook-too-large',
  },
  {
    name: 'with a bomb below every limit of size',
    bytes: () => withSheetEntry(bomb(100)),
    refused: 'ratio',
  },
  {
    name: 'that inflates to more than it says',
    bytes: () => withSheetEntry({ content: sheetXml(`${one}${' '.repeat(5_000_000)}`), declared: 1_000 }),
    refused: 'false-size',
  },
  {
    name: 'that inflates to less than it says',
    bytes: () => withSheetEntry({ declared: 9_000_000 }),
    refused: 'false-size',
  },
  {
    name: 'that says it is huge',
    bytes: () => withSheetEntry({ declared: 4_000_000_000 }),
    refused: 'workbook-too-large',
  },
  { name: 'whose bytes were changed', bytes: () => withSheetEntry({ crc: 1 }), refused: 'damaged' },
  {
    name: 'that cannot be inflated',
    bytes: () => withSheetEntry({ packed: Buffer.alloc(500, 0xff) }),
    refused: 'damaged',
  },
  { name: 'compressed in another way', bytes: () => withSheetEntry({ method: 14 }), refused: 'damaged' },
];

/** Workbooks whose parts are not what the standard says. */
export const HOSTILE_PARTS: readonly HostileFile[] = [
  { name: 'without its workbook', bytes: parts({ 'xl/workbook.xml': undefined }), refused: 'no-sheets' },
  { name: 'without its relationships', bytes: parts({ '_rels/.rels': undefined }), refused: 'no-sheets' },
  { name: 'without sheets', bytes: parts({ 'xl/workbook.xml': workbookXml('') }), refused: 'no-sheets' },
  { name: 'without its sheet', bytes: parts({ [sheet]: undefined }), refused: 'missing-part' },
  {
    name: 'whose sheet lies outside',
    bytes: parts({ 'xl/_rels/workbook.xml.rels': relsXml({ rId1: ['worksheet', '../../../etc/passwd'] }) }),
    refused: 'missing-part',
  },
  {
    name: 'whose sheet is an address',
    bytes: parts({
      'xl/_rels/workbook.xml.rels': relsXml({ rId1: ['worksheet', 'http://a/" TargetMode="External'] }),
    }),
    refused: 'missing-part',
  },
  {
    name: 'with one sheet listed a thousand times',
    bytes: parts({
      'xl/workbook.xml': workbookXml('<sheet name="a" sheetId="1" r:id="rId1"/>'.repeat(1_000)),
    }),
    refused: 'broken-part',
    isContent: true,
  },
  {
    name: 'with a document type',
    bytes: parts({ [sheet]: sheetXml(one).replace('?>', `?>${doctype}`) }),
    refused: 'doctype',
  },
  {
    name: 'with a document type in its strings',
    bytes: parts({ 'xl/sharedStrings.xml': `${doctype}${stringsXml('<si><t>&b;</t></si>')}` }),
    refused: 'doctype',
  },
  {
    name: 'with a document type in UTF-16',
    bytes: parts({ [sheet]: Buffer.from(`\ufeff${doctype}${sheetXml(one).slice(39)}`, 'utf16le') }),
    refused: 'doctype',
  },
  {
    name: 'with an entity of its own',
    bytes: () => sheetOf('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>'),
    refused: 'entity',
    isContent: true,
  },
  {
    name: 'with a bare ampersand',
    bytes: () => sheetOf('<row r="1"><c r="A1" t="str"><v>a & b</v></c></row>'),
    refused: 'entity',
    isContent: true,
  },
  {
    name: '200,000 levels deep',
    bytes: parts({ [sheet]: sheetXml('<a>'.repeat(200_000) + '</a>'.repeat(200_000)) }),
    refused: 'too-deep',
  },
  {
    name: 'with an attribute of megabytes',
    bytes: () => sheetOf(`<row r="1" spans="${noise(3_000_000)}"/>`),
    refused: 'too-long',
    isContent: true,
  },
  {
    name: 'with thousands of attributes',
    bytes: () => sheetOf(`<row ${Array.from({ length: 5_000 }, (_, at) => `a${String(at)}=""`).join(' ')}/>`),
    refused: 'too-long',
    isContent: true,
  },
  {
    name: 'with a text of megabytes',
    bytes: () => sheetOf(`<row r="1"><c r="A1" t="str"><v>${noise(3_000_000)}</v></c></row>`),
    refused: 'too-long',
    isContent: true,
  },
  {
    name: 'with a text in a million runs',
    bytes: parts({
      'xl/sharedStrings.xml': stringsXml(
        `<si>${Array.from({ length: 1_000_000 }, (_, at) => `<r><t>${String(at)}</t></r>`).join('')}</si>`,
      ),
    }),
    refused: 'too-long',
    isContent: true,
  },
  {
    name: 'with bytes that are no UTF-8',
    bytes: parts({
      [sheet]: Buffer.from(sheetXml('<row r="1"><c r="A1" t="str"><v>\xb4\xf3</v></c></row>'), 'latin1'),
    }),
    refused: 'encoding',
    isContent: true,
  },
  {
    name: 'in another encoding',
    bytes: parts({ [sheet]: sheetXml(one).replace('UTF-8', 'GBK') }),
    refused: 'encoding',
    isContent: true,
  },
  ...['\u0001', '&#1;', '&#xD800;', '&#x110000;', '\uffff'].map((character) => ({
    name: `with the character ${JSON.stringify(character)}`,
    bytes: () => sheetOf(`<row r="1"><c r="A1" t="str"><v>a${character}</v></c></row>`),
    refused: 'broken-part' as const,
    isContent: true as const,
  })),
  {
    name: 'with a sheet cut short',
    bytes: parts({ [sheet]: sheetXml(one).slice(0, -20) }),
    refused: 'broken-part',
  },
  {
    name: 'with tags that cross',
    bytes: parts({ [sheet]: sheetXml(one).replace('</c></row>', '</row></c>') }),
    refused: 'broken-part',
  },
  { name: 'with two roots', bytes: parts({ [sheet]: `${sheetXml(one)}<a/>` }), refused: 'broken-part' },
  ...['XFE1', 'A0', 'A1048577', 'ZZZZ1', 'A', '1', '', '-A1'].map((place) => ({
    name: `with a cell at ${place}`,
    bytes: () => sheetOf(`<row r="1"><c r="${place}"><v>1</v></c></row>`),
    refused: 'bad-reference' as const,
    isContent: true as const,
  })),
  ...['0', '1048577', '-1', 'x', '1e3'].map((row) => ({
    name: `with a row ${row}`,
    bytes: () => sheetOf(`<row r="${row}"/>`),
    refused: 'bad-reference' as const,
    isContent: true as const,
  })),
  {
    name: 'with a cell of another row',
    bytes: () => sheetOf('<row r="1"><c r="A2"><v>1</v></c></row>'),
    refused: 'out-of-order',
    isContent: true,
  },
  {
    name: 'with a cell twice',
    bytes: () => sheetOf('<row r="1"><c r="A1"/><c r="A1"/></row>'),
    refused: 'out-of-order',
    isContent: true,
  },
  {
    name: 'with rows backwards',
    bytes: () => sheetOf('<row r="2"/><row r="1"/>'),
    refused: 'out-of-order',
    isContent: true,
  },
  ...['9', '-1', '1.5', 'x', ''].map((index) => ({
    name: `with the shared string ${index}`,
    bytes: () =>
      sheetOf(`<row r="1"><c r="A1" t="s"><v>${index}</v></c></row>`, {
        'xl/sharedStrings.xml': stringsXml('<si><t>a</t></si>'),
      }),
    refused: 'bad-string' as const,
    isContent: true as const,
  })),
];

/** So many megabytes of empty rows, made of one megabyte deflated once. */
function bomb(megabytes: number): Partial<RawEntry> {
  const block = deflateRawSync(Buffer.alloc(1_000_000, '<row/>'), { finishFlush: constants.Z_FULL_FLUSH });
  const last = deflateRawSync('');
  const packed = Buffer.concat([...Array.from({ length: megabytes }, () => block), last]);
  return { packed, declared: megabytes * 1_000_000 };
}

/** Text that doesn't shrink, so that only its length is unusual. */
function noise(length: number): string {
  let state = 1;
  let made = '';
  for (let at = 0; at < length; at += 1) {
    state = (state * 48_271) % 2_147_483_647;
    made += String.fromCharCode(97 + (state % 26));
  }
  return made;
}
