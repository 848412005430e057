import { warning, type Finding } from '../domain/problem.ts';
import {
  cellXml,
  filledRuns,
  innerOf,
  runsXml,
  shellOf,
  valueText,
  valueXml,
  valuesOf,
} from './cell-content.ts';
import { prefixOf, type CellShell, type ValueContext } from './cell-content.ts';
import { areaName, areaOf, columnLetters } from './reference.ts';
import { escapeMarkup } from './escape.ts';
import { repeatFormula, type FormulaPlace } from './formula.ts';
import type { GridCell, GridRow } from './grid.ts';
import { heightLimit, neededHeight, roundedHeight } from './row-height.ts';
import { joined, runsOfCell } from './rich-text.ts';
import type { MarkedCell } from './sheet-marks.ts';
import type { CellValue, TemplateData } from './template-data.ts';
import { attributeOf, childOf, textOf } from './xml.ts';
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
  /** Width in digits that a cell's text has, its merge counted in, or undefined where nobody looks. */
  readonly widthOf: (column: number) => number | undefined;
}

/** One cell of one copy: its XML, and its text where that can need height. */
interface Made {
  readonly xml: string;
  readonly text: string;
}

type Maker = (name: string, index: number, values: readonly CellValue[] | undefined) => Made;

/** The copies of a detail row as XML, one piece a row, made as they are asked for; what doesn't fit goes to `findings`. */
export function* detailRows(source: DetailSource, findings: Finding[]): Generator<string> {
  const makers = source.template.cells.map((cell) => ({
    letters: columnLetters(cell.column),
    column: cell.column,
    width: widthFor(source, cell),
    make: makerOf(source, cell),
  }));
  const row = rowShell(source);
  const points = source.context.styles?.defaultPoints ?? 11;
  let index = 0;
  for (const values of source.count > 0 ? source.rows : [undefined]) {
    const number = source.firstRow + index;
    let cells = '';
    let height = 0;
    let highest = '';
    for (const { letters, width, make } of makers) {
      const made = make(`${letters}${String(number)}`, index, values);
      cells += made.xml;
      if (!width || made.text === '') continue;
      const needed = neededHeight(made.text, width.width, width.look, points);
      if (needed > height) [height, highest] = [needed, letters];
    }
    if (height > heightLimit) {
      const cell = `${highest}${String(number)}`;
      const problem = { code: 'row-too-high', points: Math.ceil(height), limit: heightLimit } as const;
      findings.push(warning(problem, { sheet: source.place.sheet, cell }));
    }
    yield row(number, height, cells);
    index += 1;
  }
}

function widthFor(source: DetailSource, cell: GridCell) {
  const look = source.context.styles?.look(Number(attributeOf(cell.element, 's') ?? 0));
  const width = source.widthOf(cell.column);
  return look?.wraps && width !== undefined && width > 0 ? { look, width } : undefined;
}

function rowShell(source: DetailSource): (number: number, height: number, cells: string) => string {
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
  const least = fixed > 0 ? fixed : standardHeight(source);
  return (number, height, cells) => {
    const grown = Math.min(heightLimit, roundedHeight(height));
    const size = grown > least ? ` ht="${String(grown)}" customHeight="1"` : own.join('');
    const start = `<${prefix}row r="${String(number)}"${other.join('')}${size}`;
    return cells === '' ? `${start}/>` : `${start}>${cells}</${prefix}row>`;
  };
}

/** A row without a height of its own is as high as the sheet says, or a line of the default font. */
function standardHeight(source: DetailSource): number {
  const { parentNode } = source.template.element;
  const sheet = parentNode?.parentElement;
  const format = sheet ? childOf(sheet, 'sheetFormatPr') : undefined;
  return Number((format && attributeOf(format, 'defaultRowHeight')) ?? 13.5);
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
    if (saysNone) return { xml: runsXml(shell, name, [{ text: source.data.none }]), text: source.data.none };
    const [value = null] = values;
    if (alone) {
      return {
        xml: valueXml(shell, name, value, source.context),
        text: typeof value === 'string' ? valueText(value) : '',
      };
    }
    const runs = filledRuns(marked, values);
    return { xml: runsXml(shell, name, runs), text: joined(runs) };
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
