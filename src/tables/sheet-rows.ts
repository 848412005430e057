import type { ReadCell, ReadRow, ReadValue } from '../domain/read-table.ts';
import { areaOf, cellName, lastColumn, lastRow, placeOf, type Area } from '../workbook/formulas/reference.ts';
import { unreadable } from '../package/unreadable.ts';
import type { Budget } from './budget.ts';
import type { RawCell } from './cell-value.ts';
import { joined, keepsBlanks, StringItem, withoutEnds } from './string-item.ts';
import type { Token, XmlScan } from '../package/xml-scan.ts';
import { unescapeCellText } from '../package/xml-text.ts';

/** More merges than a million belong to no sheet of an office. */
const mergeLimit = 1_000_000;

/** Levels of elements in a sheet (ECMA-376 18.3.1): worksheet, sheetData, row, c, v. */
const [listLevel, rowLevel, cellLevel, contentLevel] = [2, 3, 4, 5];

/**
 * Collects the rows of one worksheet from its tokens. Rows and cells without content, however many and however
 * formatted, are passed by and never kept. Refuses places outside of a sheet and those that don't follow each other.
 */
export class SheetRows {
  readonly rows: ReadRow[] = [];
  readonly merges: Area[] = [];
  readonly #valueOf: (cell: RawCell) => ReadValue | undefined;
  readonly #budget: Budget;

  #isData = false;
  #row = 0;
  #isHidden = false;
  readonly #cells: ReadCell[] = [];

  #column = 0;
  #isCell = false;
  #type = 'n';
  #style = 0;
  #hasFormula = false;
  #value: string | undefined;
  #index = NaN;
  #isValue = false;
  #keeps = false;
  readonly #inline = new StringItem();

  constructor(valueOf: (cell: RawCell) => ReadValue | undefined, budget: Budget) {
    this.#valueOf = valueOf;
    this.#budget = budget;
  }

  /** The cell whose content is at hand, for messages. */
  get place(): { readonly cell?: string } {
    return this.#isCell ? { cell: cellName(this.#row, this.#column) } : {};
  }

  /** Takes the next token of the sheet. */
  take(token: Token, scan: XmlScan): void {
    const { level } = scan;
    if (level >= contentLevel && this.#isData) this.#content(token, scan);
    else if (token === 'start') this.#start(scan);
    else if (token === 'end' && this.#isData) this.#end(scan);
  }

  #start(scan: XmlScan): void {
    const { name, level, isEmpty } = scan;
    if (level === cellLevel && this.#isData) {
      if (name === 'c') this.#beginCell(scan);
    } else if (level === rowLevel && this.#isData) {
      if (name === 'row') this.#beginRow(scan);
    } else if (level === listLevel) this.#isData = name === 'sheetData' && !isEmpty;
    else if (level === rowLevel && name === 'mergeCell') this.#merge(scan.tag.text('ref') ?? '');
  }

  #end(scan: XmlScan): void {
    if (scan.level === cellLevel && scan.name === 'c') this.#endCell();
    else if (scan.level === rowLevel && scan.name === 'row') this.#endRow();
    else if (scan.level === listLevel) this.#isData = false;
  }

  #beginRow(scan: XmlScan): void {
    const row = scan.tag.integer('r') ?? this.#row + 1;
    if (!(row >= 1 && row <= lastRow)) throw unreadable('bad-reference');
    if (row <= this.#row) throw unreadable('out-of-order');
    this.#row = row;
    this.#column = 0;
    if (scan.isEmpty) return;
    this.#isHidden = isOn(scan.tag.word('hidden'));
  }

  #endRow(): void {
    const cells = this.#cells;
    this.#column = 0;
    if (cells.length === 0) return;
    this.#budget.row(cells.length);
    // A copy has no more room than it needs.
    this.rows.push({ number: this.#row, hidden: this.#isHidden, cells: cells.slice() });
    cells.length = 0;
  }

  #beginCell(scan: XmlScan): void {
    const column = scan.tag.column(this.#row) ?? this.#column + 1;
    if (!(column <= lastColumn))
      throw unreadable(isPlace(scan.tag.text('r')) ? 'out-of-order' : 'bad-reference');
    if (column <= this.#column) throw unreadable('out-of-order');
    this.#column = column;
    if (scan.isEmpty) return;
    this.#type = scan.tag.word('t') ?? 'n';
    this.#style = scan.tag.integer('s') ?? 0;
    this.#hasFormula = false;
    this.#value = undefined;
    this.#isCell = true;
  }

  #endCell(): void {
    const value = this.#valueOf({
      type: this.#type,
      style: this.#style,
      hasFormula: this.#hasFormula,
      value: this.#value,
      index: this.#index,
      inline: this.#type === 'inlineStr' ? this.#inline.done() : '',
    });
    this.#isCell = false;
    if (value) this.#cells.push({ column: this.#column, value });
  }

  /** What stands in a cell: its formula, its value, an inline string. */
  #content(token: Token, scan: XmlScan): void {
    const { name, level } = scan;
    if (this.#isValue && level === contentLevel) {
      if (token !== 'text') this.#endValue();
      else if (this.#type === 's') this.#takeIndex(scan);
      else this.#value = joined(this.#value ?? '', scan.text());
    } else if (level > contentLevel) {
      if (this.#type === 'inlineStr') this.#inline.take(token, scan);
    } else if (token === 'start' && name === 'v') this.#beginValue(scan);
    else if (token === 'start' && name === 'f') this.#hasFormula = true;
  }

  /** The index of a shared string, which stands in one piece. */
  #takeIndex(scan: XmlScan): void {
    this.#index = this.#value === '' ? scan.textInteger() : NaN;
    this.#value = 's';
  }

  #beginValue(scan: XmlScan): void {
    this.#value = '';
    this.#index = NaN;
    this.#isValue = !scan.isEmpty;
    this.#keeps = this.#type === 'str' && keepsBlanks(scan);
  }

  #endValue(): void {
    this.#isValue = false;
    if (this.#type !== 'str' || this.#value === undefined) return;
    this.#value = unescapeCellText(this.#keeps ? this.#value : withoutEnds(this.#value));
  }

  #merge(reference: string): void {
    const area = areaOf(reference);
    if (!area) throw unreadable('bad-reference');
    if (this.merges.push(area) > mergeLimit) throw unreadable('broken-part');
  }
}

function isPlace(name: string | undefined): boolean {
  return name !== undefined && placeOf(name) !== undefined;
}

/** How the standard writes yes. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
