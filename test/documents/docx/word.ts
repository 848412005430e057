import { readPackage, writePackage } from '../../../src/package/package.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A paragraph of runs, each text one of them; properties in front. */
export function p(texts: string | readonly string[], properties = ''): string {
  const runs = (typeof texts === 'string' ? [texts] : texts).map(
    (text, at) => `<w:r><w:rPr><w:sz w:val="${String(20 + at)}"/></w:rPr><w:t>${text}</w:t></w:r>`,
  );
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs.join('<w:proofErr w:type="spellEnd"/>')}</w:p>`;
}

/** A table of rows of cells, each cell a paragraph. */
export function table(...rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string => row.map((text) => `<w:tc>${p(text)}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

/** A document as small as may be, with a footer where one is given, and a part that nobody knows. */
export async function word(body: string, footer = p('page')): Promise<Uint8Array> {
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types"/>`],
    ['_rels/.rels', relationships('officeDocument', 'word/document.xml')],
    ['word/_rels/document.xml.rels', relationships('footer', 'footer1.xml')],
    ['word/document.xml', `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`],
    ['word/footer1.xml', `<w:ftr xmlns:w="${WORD}">${footer}</w:ftr>`],
    ['custom/unknown.bin', 'any bytes {法院}'],
  ];
  return (await writePackage(parts.map(([name, text]) => [name, [text]]))).bytes;
}

function relationships(kind: string, target: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`;
}

/** The text of a part. */
export async function partOf(bytes: Uint8Array, name = 'word/document.xml'): Promise<string> {
  return new TextDecoder().decode((await readPackage(bytes)).get(name));
}

/** The texts of its paragraphs, those of a row of a table on one line. */
export async function linesOf(bytes: Uint8Array, name = 'word/document.xml'): Promise<readonly string[]> {
  const text = (await partOf(bytes, name)).replace(/<w:tr[ >].*?<\/w:tr>/gsu, (row) =>
    row.replaceAll('</w:p>', ' | ').replace(/$/u, '</w:p>'),
  );
  return text
    .split('</w:p>')
    .slice(0, -1)
    .map((one) =>
      one
        .replace(/<[^>]*>/gu, '')
        .replaceAll('&amp;', '&')
        .trim(),
    );
}
