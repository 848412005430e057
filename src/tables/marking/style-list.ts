import { PLAIN_STYLES } from './csv-workbook.ts';
import { growingLists } from './growing-lists.ts';
import { prefixed, Splice } from './splice.ts';

/** The styles that a marked copy needs beside those that are there: what is there keeps its number. */
export interface MarkStyles {
  /** The style with a red ground for a cell that has a style now. */
  readonly red: (style: number) => number;
  /** The look with a red ground for rules. */
  readonly redRule: () => number;
  readonly title: number;
  readonly head: number;
  readonly text: number;
  readonly number: number;
  readonly link: number;
  readonly done: () => Uint8Array;
}

const red = 'FFFF9999';
const redFill = fill(red);
/** The ground of a rule is its background, whatever else it says. */
const redLook = `<dxf><fill><patternFill patternType="solid"><fgColor rgb="${red}"/><bgColor rgb="${red}"/></patternFill></fill></dxf>`;
const greyFill = fill('FFE7E6E6');
const side = (name: string): string => `<${name} style="thin"><color indexed="64"/></${name}>`;
const border = `<border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border>`;

/** Opens the styles of a workbook to add those of the marks. */
export function markStyles(bytes: Uint8Array): MarkStyles {
  const splice = new Splice(bytes);
  const found = growingLists(splice);
  const { lists, formats, prefix, put } = found;
  if (found.end === undefined) return markStyles(new TextEncoder().encode(PLAIN_STYLES));
  const reds = new Map<number, number>();
  const add = (name: Parameters<typeof put>[0], xml: string): number => put(name, prefixed(xml, prefix));
  // What a format builds on is said only where there are styles of cells.
  const ofStyle = lists.has('cellStyleXfs') ? ' xfId="0"' : '';
  let redRule: number | undefined;
  const [redGround, greyGround] = [add('fills', redFill), add('fills', greyFill)];
  const lined = add('borders', border);
  const font = add('fonts', '<font><sz val="11"/><name val="宋体"/><charset val="134"/></font>');
  const boldFont = add('fonts', '<font><b/><sz val="11"/><name val="宋体"/><charset val="134"/></font>');
  const titleFont = add('fonts', '<font><b/><sz val="16"/><name val="宋体"/><charset val="134"/></font>');
  const linkFont = add(
    'fonts',
    '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="宋体"/><charset val="134"/></font>',
  );
  const format = (fontId: number, fillId: number, borderId: number, alignment: string): number =>
    add(
      'cellXfs',
      `<xf numFmtId="49" fontId="${String(fontId)}" fillId="${String(fillId)}" borderId="${String(borderId)}"${ofStyle} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment} wrapText="1"/></xf>`,
    );

  return {
    red: (style) => {
      const known = reds.get(style);
      if (known !== undefined) return known;
      const plain = prefixed('<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>', prefix);
      const made = put('cellXfs', withFill(formats[style] ?? formats[0] ?? plain, redGround));
      reds.set(style, made);
      return made;
    },
    redRule: () => (redRule ??= add('dxfs', redLook)),
    title: format(titleFont, 0, 0, 'horizontal="left" vertical="center"'),
    head: format(boldFont, greyGround, lined, 'horizontal="center" vertical="center"'),
    text: format(font, 0, lined, 'horizontal="left" vertical="center"'),
    number: format(font, 0, lined, 'horizontal="center" vertical="center"'),
    link: format(linkFont, 0, lined, 'horizontal="center" vertical="center"'),
    done: () => {
      found.place();
      return splice.done();
    },
  };
}

function fill(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

/** A format's own XML with another fill. */
function withFill(xml: string, fillId: number): string {
  const end = xml.search(/\/?>/);
  const head = xml
    .slice(0, end)
    .replace(/\s(fillId|applyFill)\s*=\s*("[^"]*"|'[^']*')/g, '')
    .trimEnd();
  return `${head} fillId="${String(fillId)}" applyFill="1"${xml.slice(end)}`;
}
