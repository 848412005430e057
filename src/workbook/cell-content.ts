import type { TemplateData, CellValue } from '../marks/template-data.ts';
import { serialOf } from '../domain/serial-day.ts';
import { escapeMarkup } from '../package/escape.ts';
import type { Replacement } from '../marks/replaced.ts';
import { inlineRuns, joined, replaceIn, type Run } from './rich-text.ts';
import type { MarkedCell } from './sheet-marks.ts';
import type { Styles } from './styles.ts';
import { attributeOf, childrenOf, xmlOf, type Element } from '../package/xml.ts';

/** The fixed part of a cell's start tag, and the style it carries; its place and type are written anew. */
export interface CellShell {
  /** The prefix of the sheet's elements, `x:` or nothing. */
  readonly prefix: string;
  /** Attributes other than place, type and style, with a blank before each. */
  readonly attributes: string;
  readonly style: number | undefined;
}

/** What values are written with: the workbook's date system and its styles. */
export interface ValueContext {
  readonly date1904: boolean;
  readonly styles: Styles | undefined;
}

/** The shell of a template's cell. */
export function shellOf(cell: Element): CellShell {
  let attributes = '';
  for (const attribute of cell.attributes) {
    if (/^[rts]$/.test(attribute.name)) continue;
    attributes += ` ${attribute.name}="${escapeMarkup(attribute.value, true)}"`;
  }
  const style = attributeOf(cell, 's');
  return { prefix: prefixOf(cell), attributes, style: style === undefined ? undefined : Number(style) };
}

/** The prefix of an element with its colon, or nothing. */
export function prefixOf(element: Element): string {
  return element.prefix ? `${element.prefix}:` : '';
}

/** A cell's XML with inner XML made already. */
export function cellXml(
  shell: CellShell,
  name: string,
  inner: string,
  type = '',
  style = shell.style,
): string {
  const start = `<${shell.prefix}c r="${name}"${afterName(shell, type, style)}`;
  return inner === '' ? `${start}/>` : `${start}>${inner}</${shell.prefix}c>`;
}

/** What follows the place in a cell's start tag, to before its end. */
export function afterName(shell: CellShell, type = '', style = shell.style): string {
  const said = style === undefined ? '' : ` s="${String(style)}"`;
  return `${said}${shell.attributes}${type === '' ? '' : ` t="${type}"`}`;
}

/** A cell with a value of its own type. Strings are inline strings, so that nothing in them can be read as a formula. */
export function valueXml(shell: CellShell, name: string, value: CellValue, context: ValueContext): string {
  if (value === null || value === '') return cellXml(shell, name, '');
  if (typeof value === 'string') return runsXml(shell, name, [{ text: value }]);
  if (typeof value === 'number') return cellXml(shell, name, number(shell, value));
  if (!context.styles) return runsXml(shell, name, [{ text: value.day }]);
  const style = context.styles.dayStyle(shell.style ?? 0);
  return cellXml(shell, name, number(shell, serialOf(value.day, context.date1904)), '', style);
}

/** A cell with text in its runs. */
export function runsXml(shell: CellShell, name: string, runs: readonly Run[]): string {
  if (joined(runs) === '') return cellXml(shell, name, '');
  const inner = `<${shell.prefix}is>${inlineRuns(runs, shell.prefix)}</${shell.prefix}is>`;
  return cellXml(shell, name, inner, 'inlineStr');
}

/** A value inside of text: days as yyyy-mm-dd. */
export function valueText(value: CellValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.day : String(value);
}

/** A marked cell's runs with its marks replaced; `values` are those of its marks, in order. */
export function filledRuns(marked: MarkedCell, values: readonly CellValue[]): Run[] {
  const pieces: Replacement[] = marked.text.marks.map((mark, index) => ({
    start: mark.start,
    end: mark.end,
    text: valueText(values[index] ?? null),
  }));
  for (const place of marked.text.doubled) pieces.push({ start: place, end: place + 1, text: '' });
  return replaceIn(
    marked.runs,
    pieces.sort((one, other) => one.start - other.start),
  );
}

/** The values of a marked cell's marks for one row of its list, whose running number counts from 1. */
export function valuesOf(
  marked: MarkedCell,
  data: TemplateData,
  row: readonly CellValue[] | undefined,
  number: number,
): CellValue[] {
  return marked.targets.map((target) => {
    if (target.kind === 'single') return data.singles[target.single]?.value ?? null;
    if (row === undefined) return null;
    return target.column < 0 ? number : (row[target.column] ?? null);
  });
}

/** What a cell holds besides its shell, and its type: taken over as it is. */
export function innerOf(cell: Element): { inner: string; type: string } {
  const inner = childrenOf(cell).map(xmlOf).join('');
  return { inner, type: attributeOf(cell, 't') ?? '' };
}

function number(shell: CellShell, value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('only finite numbers can stand in a cell');
  return `<${shell.prefix}v>${String(value)}</${shell.prefix}v>`;
}
