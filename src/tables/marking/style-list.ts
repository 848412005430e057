import { unreadable } from '../../workbook/unreadable.ts';
import { prefixAt, prefixed, Splice } from './splice.ts';

/** The lists of a part of styles that grow, in the order of the standard (ECMA-376 18.8.39). */
type ListName = 'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs';

interface StyleList {
  count: number;
  readonly countAt: { readonly from: number; readonly to: number } | undefined;
  /** Where a further element goes. */
  end: number;
}

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
  const { lists, formats, prefix, looksAt } = listsIn(splice);
  const reds = new Map<number, number>();
  let redRule: number | undefined;

  const add = (name: ListName, xml: string): number => {
    const list = lists.get(name);
    if (!list) throw unreadable('broken-part');
    splice.insert(list.end, prefixed(xml, prefix));
    list.count += 1;
    return list.count - 1;
  };
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
      `<xf numFmtId="49" fontId="${String(fontId)}" fillId="${String(fillId)}" borderId="${String(borderId)}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment} wrapText="1"/></xf>`,
    );

  return {
    red: (style) => {
      const known = reds.get(style);
      if (known !== undefined) return known;
      const model = formats[style] ?? formats[0];
      if (model === undefined) throw unreadable('broken-part');
      // The copy has its prefix already.
      const list = lists.get('cellXfs');
      if (!list) throw unreadable('broken-part');
      splice.insert(list.end, withFill(model, redGround));
      list.count += 1;
      reds.set(style, list.count - 1);
      return list.count - 1;
    },
    redRule: () => {
      if (redRule === undefined && lists.has('dxfs')) redRule = add('dxfs', redLook);
      if (redRule !== undefined) return redRule;
      // There is no list of looks yet, or one without any.
      splice.replace(looksAt.from, looksAt.to, prefixed(`<dxfs count="1">${redLook}</dxfs>`, prefix));
      return (redRule = 0);
    },
    title: format(titleFont, 0, 0, 'horizontal="left" vertical="center"'),
    head: format(boldFont, greyGround, lined, 'horizontal="center" vertical="center"'),
    text: format(font, 0, lined, 'horizontal="left" vertical="center"'),
    number: format(font, 0, lined, 'horizontal="center" vertical="center"'),
    link: format(linkFont, 0, lined, 'horizontal="center" vertical="center"'),
    done: () => {
      for (const { countAt, count } of lists.values())
        if (countAt) splice.replace(countAt.from, countAt.to, String(count));
      return splice.done();
    },
  };
}

/** Lists that stand before that of the looks of rules. */
const beforeLooks = new Set([
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
]);

function listsIn(splice: Splice): {
  lists: Map<string, StyleList>;
  formats: string[];
  prefix: string;
  /** Where looks of rules go, or the empty list of them that stands there. */
  looksAt: { from: number; to: number };
} {
  const lists = new Map<string, StyleList>();
  const formats: string[] = [];
  let prefix = '';
  let list = '';
  let counted = { count: 0, at: splice.bytes.length };
  let formatAt = 0;
  let countAt: StyleList['countAt'];
  let looksAt = { from: 0, to: 0 };
  splice.scan((token, scan) => {
    const { level, name } = scan;
    if (level === 2 && token !== 'text' && beforeLooks.has(name)) looksAt = { from: scan.end, to: scan.end };
    if (level === 2 && token === 'start' && name === 'dxfs') looksAt = { from: scan.start, to: scan.end };
    if (token === 'start' && level === 1) prefix = prefixAt(splice, scan.start);
    else if (level === 2 && token === 'start') {
      list = name;
      counted = { count: 0, at: scan.end };
      countAt = scan.tag.range('count');
    } else if (level === 2 && token === 'end')
      lists.set(name, { count: counted.count, countAt, end: scan.start });
    else if (level === 3 && token === 'start') {
      counted.count += 1;
      formatAt = scan.start;
      if (list === 'cellXfs' && scan.isEmpty) formats.push(splice.text(formatAt, scan.end));
    } else if (level === 3 && token === 'end' && list === 'cellXfs')
      formats.push(splice.text(formatAt, scan.end));
  });
  return { lists, formats, prefix, looksAt };
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
