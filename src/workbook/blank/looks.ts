import { escapeMarkup } from '../../package/escape.ts';
import { typefaces, type Typeface } from '../print/typefaces.ts';

/** How a cell looks. */
export interface Look {
  readonly face: Typeface;
  readonly align: 'left' | 'center' | 'right';
  /** Thin lines all around. */
  readonly lines?: true;
  /** A number format; General unless said. */
  readonly format?: string;
}

/** The styles of a workbook as they are drawn: looks by their numbers, and the part that holds them. */
export interface LookBook {
  /** The number that a cell of this look carries. */
  numberOf(look: Look): number;
  /** The part `xl/styles.xml`, with every look that was asked for by then. */
  part(): string;
}

const faces: readonly Typeface[] = ['notice', 'title', 'line', 'head', 'body'];

/** What the file format has a number for already (ECMA-376 18.8.30). */
const builtIn: ReadonlyMap<string, number> = new Map([
  ['General', 0],
  ['0', 1],
  ['#,##0.00', 4],
  ['@', 49],
]);
const firstOwn = 164;

/** An empty book of looks. */
export function lookBook(): LookBook {
  const looks = new Map<string, string>();
  const formats = new Map(builtIn);
  return {
    numberOf: (look) => {
      const key = JSON.stringify([look.face, look.align, look.lines, look.format]);
      if (!looks.has(key)) looks.set(key, xf(look, formats));
      // The first number is the look of a cell that says nothing.
      return [...looks.keys()].indexOf(key) + 1;
    },
    part: () => partOf([...looks.values()], formats),
  };
}

function xf({ face, align, lines, format = 'General' }: Look, formats: Map<string, number>): string {
  const format_ = formats.get(format) ?? firstOwn + formats.size - builtIn.size;
  formats.set(format, format_);
  return (
    `<xf numFmtId="${String(format_)}" fontId="${String(faces.indexOf(face) + 1)}" fillId="0" borderId="${lines ? '1' : '0'}" xfId="0"` +
    ' applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">' +
    `<alignment horizontal="${align}" vertical="center" wrapText="1"/></xf>`
  );
}

/**
 * 宋体 12 is the Normal font, as in the built-in templates, so that widths mean the same in every program. What is required
 * and missing is shown by the only fill.
 */
function partOf(xfs: readonly string[], formats: ReadonlyMap<string, number>): string {
  const own = [...formats].filter(([, id]) => id >= firstOwn);
  const fonts = [{ name: '宋体', size: 12 }, ...faces.map((face) => typefaces[face])].map(
    ({ name, size }) =>
      `<font><sz val="${String(size)}"/><name val="${name}"/><family val="3"/><charset val="134"/></font>`,
  );
  const side = (name: string): string => `<${name} style="thin"><color rgb="FF000000"/></${name}>`;
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    own.length === 0
      ? ''
      : `<numFmts count="${String(own.length)}">${own.map(([code, id]) => `<numFmt numFmtId="${String(id)}" formatCode="${escapeMarkup(code, true)}"/>`).join('')}</numFmts>`,
    `<fonts count="${String(fonts.length)}">${fonts.join('')}</fonts>`,
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${String(xfs.length + 1)}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xfs.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>',
    '<dxfs count="1"><dxf><fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/><bgColor rgb="FFFFF2CC"/></patternFill></fill></dxf></dxfs>',
    '</styleSheet>',
  ].join('');
}
