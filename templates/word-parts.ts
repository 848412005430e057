import { Buffer } from 'node:buffer';
import { faces } from './word-xml.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const names = `xmlns:w="${word}" xmlns:r="${office}/relationships"`;

/** Fonts of every office that stand in for those of official documents, and how Word takes them for the same. */
const substitutes: Readonly<Record<keyof typeof faces, string | undefined>> = {
  title: '华文中宋',
  body: '仿宋',
  heading: undefined,
  subheading: '楷体',
  page: undefined,
};

/** What a document says of itself; a fixed day keeps today out of the file. */
export interface WordBody {
  /** The content of `w:body`, with the properties of its last section. */
  readonly body: string;
  /** The paragraphs of the footers of odd and even pages, whose relationships are rId1 and rId2. */
  readonly footers: readonly [string, string];
  readonly title: string;
  readonly drawn: Date;
}

/** The parts of a document (ECMA-376 part 1, 11.2) by their names. */
export function wordParts({
  body,
  footers: [odd, even],
  title,
  drawn,
}: WordBody): ReadonlyMap<string, Buffer> {
  const time = drawn.toISOString().replace(/\.\d+Z$/u, 'Z');
  const texts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes()],
    [
      '_rels/.rels',
      relationships([
        [`${office}/relationships/officeDocument`, 'word/document.xml'],
        [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
        [`${office}/relationships/extended-properties`, 'docProps/app.xml'],
      ]),
    ],
    [
      'docProps/app.xml',
      `<Properties xmlns="${office}/extended-properties"><Application>liaison-ledger</Application></Properties>`,
    ],
    [
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dc:creator>liaison-ledger</dc:creator><cp:lastModifiedBy>liaison-ledger</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`,
    ],
    [
      'word/_rels/document.xml.rels',
      relationships([
        [`${office}/relationships/footer`, 'footer1.xml'],
        [`${office}/relationships/footer`, 'footer2.xml'],
        [`${office}/relationships/styles`, 'styles.xml'],
        [`${office}/relationships/settings`, 'settings.xml'],
        [`${office}/relationships/fontTable`, 'fontTable.xml'],
      ]),
    ],
    ['word/document.xml', `<w:document ${names}><w:body>${body}</w:body></w:document>`],
    ['word/fontTable.xml', fontTable()],
    ['word/footer1.xml', `<w:ftr ${names}>${odd}</w:ftr>`],
    ['word/footer2.xml', `<w:ftr ${names}>${even}</w:ftr>`],
    ['word/settings.xml', settings()],
    ['word/styles.xml', styles()],
  ];
  return new Map(texts.map(([name, text]) => [name, Buffer.from(declaration + text)]));
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], at) => `<Relationship Id="rId${String(at + 1)}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`;
}

function contentTypes(): string {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const parts = [
    ['word/document.xml', `${main}.document.main+xml`],
    ['word/footer1.xml', `${main}.footer+xml`],
    ['word/footer2.xml', `${main}.footer+xml`],
    ['word/styles.xml', `${main}.styles+xml`],
    ['word/settings.xml', `${main}.settings+xml`],
    ['word/fontTable.xml', `${main}.fontTable+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ].map(([name = '', type = '']) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  return `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}

function fontTable(): string {
  const fonts = Object.entries(faces).map(([face, name]) => {
    const other = Object.entries(substitutes).find(([key]) => key === face)?.[1];
    const alternative = other === undefined ? '' : `<w:altName w:val="${other}"/>`;
    return `<w:font w:name="${name}">${alternative}<w:charset w:val="86"/></w:font>`;
  });
  return `<w:fonts ${names}>${fonts.join('')}</w:fonts>`;
}

/** Footers of odd and even pages differ, punctuation may hang over the line as Chinese sets it, and Word opens it in its own mode. */
function settings(): string {
  return `<w:settings ${names}><w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;
}

function styles(): string {
  const side = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('');
  const margin = (name: string): string => `<w:${name} w:w="17" w:type="dxa"/>`;
  return [
    `<w:styles ${names}>`,
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${faces.body}" w:eastAsia="${faces.body}" w:hAnsi="${faces.body}" w:cs="Times New Roman"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    `<w:style w:type="table" w:default="1" w:styleId="Plain"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar>${margin('left')}${margin('right')}</w:tblCellMar></w:tblPr></w:style>`,
    `<w:style w:type="table" w:styleId="Lines"><w:name w:val="Table Grid"/><w:basedOn w:val="Plain"/><w:tblPr><w:tblBorders>${lines}</w:tblBorders></w:tblPr></w:style>`,
    '</w:styles>',
  ].join('');
}
