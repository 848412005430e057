import { Buffer } from 'node:buffer';
import type { Finding } from '../domain/problem.ts';
import { cellXml, filledRuns, innerOf, shellOf, valueXml, valuesOf } from './cell-content.ts';
import { prefixOf, type CellShell, type ValueContext } from './cell-content.ts';
import { fitFindings, fittedText, type TextRoom } from './print/fitted-text.ts';
import { areaName, areaOf, columnLetters, lastRow } from './formulas/reference.ts';
import { escapeMarkup } from '../package/escape.ts';
import { repeatFormula, type FormulaPlace } from './formulas/formula.ts';
import type { GridCell, GridRow } from './grid.ts';
import { heightLimit, neededHeight, roundedHeight } from './print/row-height.ts';
import { joined, runsOfCell, type Run } from './rich-text.ts';
import type { MarkedCell } from './sheet-marks.ts';
import type { CellValue, TemplateData } from '../marks/template-data.ts';
import { typedWriter } from './typed-cell.ts';
import { attributeOf, childOf, textOf } from '../package/xml.ts';
import { fixedXml, XmlBytes } from './xml-bytes.ts';
import type { Workbook } from './workbook.ts';

/** All that the copies of one detail row are made from. */
export interface DetailSource {
  readonly workbook: Workbook;
  readonly data: TemplateData;
  readonly context: ValueContext;
  readonly place: FormulaPlace;
  readonly template: GridRow;
  readonly marked: ReadonlyMap<number, MarkedCell>;
  /** The rows of the list that come here, and how many they are. */
  readonly rows: Iterable<readonly CellValue[]>;
  readonly count: number;
  /** How many rows of the list stand above these. */
  readonly from: number;
  /** The row of the first copy in the filled sheet. */
  readonly firstRow: number;
  /** Where 无 goes when there are no rows. */
  readonly noneColumn: number | undefined;
  /** Points of a row that has no height of its own. */
  readonly standardHeight: number;
  /** Told of every copy, once it is made, how many points high it is. */
  readonly written: (height: number) => void;
  /** What room a cell has for text, or undefined where nobody looks. */
  readonly roomOf: (cell: GridCell) => TextRoom | undefined;
}

/** One cell of one copy: the runs of a text, or anything else as XML, with its text where that can need height. */
type Made = { readonly runs: readonly Run[] } | { readonly xml: string; readonly text: string };

type Maker = (name: string, index: number, values: readonly CellValue[] | undefined) => Made;

/** Writes one cell of the copy with that index and gives the points of height that it needs. */
type CellWriter = (
  xml: XmlBytes,
  row: number,
  index: number,
  values: readonly CellValue[] | undefined,
) => number;

/** Bytes of rows that are handed on at a time. */
const chunkLength = 262_144;

/** The copies of a detail row as XML, many at a time, made as they are asked for; what doesn't fit goes to `findings`. */
export function* detailRows(source: DetailSource, findings: Finding[]): Generator<Uint8Array> {
  const writers = source.template.cells.map((cell) => cellWriter(source, cell, findings));
  const close = rowCloser(source);
  const xml = new XmlBytes();
  let row = source.firstRow;
  for (const values of source.count > 0 ? source.rows : [undefined]) {
    const place = xml.leave(close.room);
    let height = 0;
    for (const write of writers) height = Math.max(height, write(xml, row, row - source.firstRow, values));
    source.written(close.row(xml, place, row, height));
    row += 1;
    if (xml.length >= chunkLength) yield xml.take();
  }
  yield xml.take();
}

function cellWriter(source: DetailSource, cell: GridCell, findings: Finding[]): CellWriter {
  const { sheet } = source.place;
  const { styles } = source.context;
  const letters = columnLetters(cell.column);
  const shell = shellOf(cell.element);
  const room = source.roomOf(cell);
  const make = makerOf(source, cell);
  const marked = source.marked.get(cell.column);
  const typed =
    marked?.text.alone === undefined ? undefined : typedWriter(shell, letters, room, source.context);
  const [target] = marked?.targets ?? [];
  const typedColumn = typed && target?.kind === 'column' ? target.column : undefined;
  return (xml, row, index, values) => {
    if (typed && values && typedColumn !== undefined) {
      const value = typedColumn < 0 ? source.from + index + 1 : (values[typedColumn] ?? null);
      const height = typed(xml, row, value);
      if (height !== undefined) return height;
    }
    const name = `${letters}${String(row)}`;
    const made = make(name, index, values);
    if (!('runs' in made)) {
      xml.xml(made.xml);
      return room && made.text !== '' ? neededHeight(made.text, room.pixels, room.look) : 0;
    }
    const fitted = fittedText(shell, name, made.runs, room, styles);
    xml.xml(fitted.xml);
    findings.push(...fitFindings(fitted, { sheet, cell: name }));
    return fitted.fit.height;
  };
}

/** Puts the start tag of a row before its cells, once they have said how high it is, and the end tag after them. */
interface RowCloser {
  /** Bytes to leave for the start tag. */
  readonly room: number;
  /** Gives the points of height that the row has then. */
  readonly row: (xml: XmlBytes, place: number, number: number, height: number) => number;
}

function rowCloser(source: DetailSource): RowCloser {
  const { element } = source.template;
  const prefix = prefixOf(element);
  const fixed = Number(attributeOf(element, 'ht') ?? 0);
  const other: string[] = [];
  const own: string[] = [];
  for (const attribute of element.attributes) {
    if (attribute.name === 'r') continue;
    const text = ` ${attribute.name}="${escapeMarkup(attribute.value, true)}"`;
    (attribute.name === 'ht' || attribute.name === 'customHeight' ? own : other).push(text);
  }
  const least = fixed > 0 ? fixed : source.standardHeight;
  const isHidden = /^(1|true)$/.test(attributeOf(element, 'hidden') ?? '');
  const [otherText, ownSize] = [other.join(''), own.join('')];
  const startOf = (number: number, size: string): string =>
    `<${prefix}row r="${String(number)}"${otherText}${size}`;
  const grownSize = (points: number): string => ` ht="${String(points)}" customHeight="1"`;
  const room = Buffer.byteLength(startOf(lastRow, ownSize + grownSize(heightLimit - 0.25))) + 2;
  const end = fixedXml(`</${prefix}row>`);
  return {
    room,
    row: (xml, place, number, height) => {
      const grown = Math.min(heightLimit, roundedHeight(height));
      const start = startOf(number, grown > least ? grownSize(grown) : ownSize);
      const isEmpty = xml.length === place + room;
      xml.fill(place, room, isEmpty ? `${start}/>` : `${start}>`);
      if (!isEmpty) xml.fixed(end);
      return isHidden ? 0 : Math.max(grown, least);
    },
  };
}

function makerOf(source: DetailSource, cell: GridCell): Maker {
  const shell = shellOf(cell.element);
  const marked = source.marked.get(cell.column);
  if (marked) return markedMaker(source, shell, marked);
  const formula = childOf(cell.element, 'f');
  if (formula) return formulaMaker(source, shell, cell);
  const { inner, type } = innerOf(cell.element);
  const text = joined(runsOfCell(cell.element, source.workbook.shared) ?? []);
  return (name) => ({ xml: cellXml(shell, name, inner, type), text });
}

function markedMaker(source: DetailSource, shell: CellShell, marked: MarkedCell): Maker {
  const alone = marked.text.alone !== undefined;
  return (name, index, row) => {
    const values = valuesOf(marked, source.data, row, source.from + index + 1);
    const saysNone = row === undefined && marked.cell.column === source.noneColumn;
    if (saysNone) return { runs: [{ text: source.data.none }] };
    const [value = null] = values;
    if (!alone) return { runs: filledRuns(marked, values) };
    if (typeof value === 'string') return { runs: [{ text: value }] };
    return { xml: valueXml(shell, name, value, source.context), text: '' };
  };
}

function formulaMaker(source: DetailSource, shell: CellShell, cell: GridCell): Maker {
  const formula = childOf(cell.element, 'f');
  const text = formula ? textOf(formula) : '';
  const array =
    formula && attributeOf(formula, 't') === 'array' ? areaOf(attributeOf(formula, 'ref') ?? '') : undefined;
  let other = '';
  for (const attribute of formula?.attributes ?? []) {
    if (attribute.name !== 'ref') other += ` ${attribute.name}="${escapeMarkup(attribute.value, true)}"`;
  }
  const tag = `${shell.prefix}f`;
  return (name, index) => {
    const row = source.firstRow + index;
    const range = array ? ` ref="${areaName({ ...array, top: row, bottom: row })}"` : '';
    const moved = repeatFormula(text, source.place, cell.row, index);
    return { xml: cellXml(shell, name, `<${tag}${other}${range}>${escapeMarkup(moved)}</${tag}>`), text: '' };
  };
}
