import { escapeMarkup } from '../src/package/escape.ts';

/** Measures of WordprocessingML: a point is 20 twips, a millimetre 56.7; sizes of type are in half points (ECMA-376 17.18). */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
const twipsOfPoints = (points: number): number => Math.round(points * 20);

/** The typefaces of official documents (GB/T 9704-2012, 7.3), and what stands in their place where an office lacks them. */
export const faces = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  page: '宋体',
} as const;

/** How a stretch of text looks. */
export interface TextLook {
  readonly face: keyof typeof faces;
  /** In points. */
  readonly size: number;
  readonly bold?: true;
  readonly colour?: string;
}

/** How a paragraph stands; indents count the characters of its own size. */
export interface ParagraphLook extends TextLook {
  readonly align?: 'left' | 'center' | 'right' | 'both';
  readonly firstIndent?: number;
  readonly rightIndent?: number;
  readonly leftIndent?: number;
  /** By how much the first line begins in front of the others. */
  readonly hanging?: number;
  /** The fixed height of a line in points; none is that of the type. */
  readonly line?: number;
  /** Blank points above. */
  readonly before?: number;
  readonly keepsWithNext?: true;
  readonly breaksPage?: true;
  /** 1 and 2 are 一、 and （一）, by which Word lists what the document has. */
  readonly level?: 1 | 2;
}

/** The properties of a run. */
export function runProperties({ face, size, bold, colour }: TextLook): string {
  const font = faces[face];
  const half = String(Math.round(size * 2));
  return [
    `<w:rFonts w:ascii="${font}" w:eastAsia="${font}" w:hAnsi="${font}" w:cs="Times New Roman"/>`,
    bold ? '<w:b/>' : '',
    colour === undefined ? '' : `<w:color w:val="${colour}"/>`,
    `<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`,
  ].join('');
}

/** A run of text. */
export function run(text: string, look: TextLook): string {
  return `<w:r><w:rPr>${runProperties(look)}</w:rPr><w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r>`;
}

/** The properties of a paragraph, in the order that the standard wants (17.3.1). */
function paragraphProperties(look: ParagraphLook, section = ''): string {
  const {
    align = 'both',
    firstIndent = 0,
    rightIndent = 0,
    leftIndent = 0,
    hanging = 0,
    line,
    before = 0,
    level,
  } = look;
  const indent = [
    indented('left', leftIndent, look),
    indented('right', rightIndent, look),
    indented('firstLine', firstIndent, look),
    indented('hanging', hanging, look),
  ].join('');
  const height = line === undefined ? '' : ` w:line="${String(twipsOfPoints(line))}" w:lineRule="exact"`;
  return [
    '<w:pPr>',
    look.keepsWithNext ? '<w:keepNext/>' : '',
    look.breaksPage ? '<w:pageBreakBefore/>' : '',
    '<w:widowControl w:val="0"/>',
    '<w:snapToGrid w:val="0"/>',
    `<w:spacing w:before="${String(twipsOfPoints(before))}" w:after="0"${height}/>`,
    indent === '' ? '' : `<w:ind${indent}/>`,
    `<w:jc w:val="${align}"/>`,
    level === undefined ? '' : `<w:outlineLvl w:val="${String(level - 1)}"/>`,
    `<w:rPr>${runProperties(look)}</w:rPr>`,
    section,
    '</w:pPr>',
  ].join('');
}

/** An indent in hundredths of a character and, for programs that don't count these, in twips. */
function indented(
  side: 'left' | 'right' | 'firstLine' | 'hanging',
  count: number,
  { size }: TextLook,
): string {
  if (count === 0) return '';
  return ` w:${side}Chars="${String(count * 100)}" w:${side}="${String(twipsOfPoints(count * size))}"`;
}

/** A paragraph of one look. */
export function paragraph(text: string, look: ParagraphLook, section = ''): string {
  return `<w:p>${paragraphProperties(look, section)}${text === '' ? '' : run(text, look)}</w:p>`;
}

/** A paragraph of stretches of several looks. */
export function spans(
  stretches: readonly { readonly text: string; readonly look: TextLook }[],
  look: ParagraphLook,
): string {
  return `<w:p>${paragraphProperties(look)}${stretches.map((one) => run(one.text, one.look)).join('')}</w:p>`;
}

/** A paragraph with the page's number as GB/T 9704-2012 7.5 wants it: — 1 —. */
export function pageNumber(look: ParagraphLook): string {
  const field = (type: string): string =>
    `<w:r><w:rPr>${runProperties(look)}</w:rPr><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = `<w:r><w:rPr>${runProperties(look)}</w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>`;
  const number = `${field('begin')}${code}${field('separate')}${run('1', look)}${field('end')}`;
  return `<w:p>${paragraphProperties(look)}${run('— ', look)}${number}${run(' —', look)}</w:p>`;
}

/** A page of A4 and its margins in mm; `footer` is the distance of the page's number from the paper's lower edge. */
export interface Page {
  readonly lies: 'upright' | 'across';
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  readonly footer: number;
}

/** The properties of a section whose pages are like this, with the footers of odd and even pages by their relationships. */
export function section({ lies, top, right, bottom, left, footer }: Page, odd: string, even: string): string {
  const [short, long] = [String(twips(210)), String(twips(297))];
  const size =
    lies === 'upright' ? `w:w="${short}" w:h="${long}"` : `w:w="${long}" w:h="${short}" w:orient="landscape"`;
  const margins = Object.entries({ top, right, bottom, left, header: 15, footer })
    .map(([side, mm]) => ` w:${side}="${String(twips(mm))}"`)
    .join('');
  return [
    '<w:sectPr>',
    `<w:footerReference w:type="default" r:id="${odd}"/><w:footerReference w:type="even" r:id="${even}"/>`,
    `<w:type w:val="nextPage"/><w:pgSz ${size}/><w:pgMar${margins} w:gutter="0"/>`,
    '</w:sectPr>',
  ].join('');
}
