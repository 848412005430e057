import type { Finding } from '../domain/problem.ts';
import { cellXml, filledRuns, innerOf, shellOf, valueXml, valuesOf } from './cell-content.ts';
import { prefixOf, type CellShell, type ValueContext } from './cell-content.ts';
import { fitFindings, fittedText, type TextRoom } from './print/fitted-text.ts';
import { areaName, areaOf, columnLetters } from './formulas/reference.ts';
import { escapeMarkup } from './escape.ts';
import { repeatFormula, type FormulaPlace } from './formulas/formula.ts';
import type { GridCell, GridRow } from './grid.ts';
import { heightLimit, neededHeight, roundedHeight } from './print/row-height.ts';
import { joined, runsOfCell, type Run } from './rich-text.ts';
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

/** The copies of a detail row as XML, one piece a row, made as they are asked for; what doesn't fit goes to `findings`. */
export function* detailRows(source: DetailSource, findings: Finding[]): Generator<string> {
  const { styles } = source.context;
  const makers = source.template.cells.map((cell) => ({
    letters: columnLetters(cell.column),
    shell: shellOf(cell.element),
    room: source.roomOf(cell),
    make: makerOf(source, cell),
  }));
  const row = rowShell(source);
  const { sheet } = source.place;
  let index = 0;
  for (const values of source.count > 0 ? source.rows : [undefined]) {
    const number = source.firstRow + index;
    let cells = '';
    let height = 0;
    for (const { letters, shell, room, make } of makers) {
      const name = `${letters}${String(number)}`;
      const made = make(name, index, values);
      if ('runs' in made) {
        const fitted = fittedText(shell, name, made.runs, room, styles);
        cells += fitted.xml;
        height = Math.max(height, fitted.fit.height);
        findings.push(...fitFindings(fitted, { sheet, cell: name }));
      } else {
        cells += made.xml;
        if (room && made.text !== '')
          height = Math.max(height, neededHeight(made.text, room.pixels, room.look));
      }
    }
    const made = row(number, height, cells);
    source.written(made.height);
    yield made.xml;
    index += 1;
  }
}

function rowShell(
  source: DetailSource,
): (number: number, height: number, cells: string) => { xml: string; height: number } {
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
  return (number, height, cells) => {
    const grown = Math.min(heightLimit, roundedHeight(height));
    const size = grown > least ? ` ht="${String(grown)}" customHeight="1"` : own.join('');
    const start = `<${prefix}row r="${String(number)}"${other.join('')}${size}`;
    return {
      xml: cells === '' ? `${start}/>` : `${start}>${cells}</${prefix}row>`,
      height: isHidden ? 0 : Math.max(grown, least),
    };
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
