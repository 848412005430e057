import papaparse from 'papaparse';
import { refusal } from '../domain/problem.ts';
import type { ReadCell, ReadRow, ReadTable } from '../domain/read-table.ts';
import { lastColumn } from '../workbook/formulas/reference.ts';
import { longestText } from './string-item.ts';
import { tooLarge, unreadable } from '../package/unreadable.ts';
import { Budget } from './budget.ts';
import { delimiterOf } from './csv-delimiter.ts';
import { csvText } from './csv-text.ts';

const sizeLimit = 32_000_000;

/** Fields, empty ones too, that a file may have: every sign between fields makes one. */
const fieldLimit = 5_000_000;

/**
 * Reads a CSV (RFC 4180) with commas, semicolons or tabs; every value is a text, just as it stands there, with line
 * breaks as LF. A row's number is the line on which its record begins. Throws a Refusal `invalid`.
 */
export function readCsv(name: string, bytes: Uint8Array): ReadTable {
  if (bytes.length > sizeLimit) throw tooLarge(bytes.length, sizeLimit);
  const text = csvText(bytes).replace(/\r\n?/g, '\n');
  if (text.trim() === '') throw refusal('invalid', { code: 'text-empty', backups: [] });
  const { delimiter, start } = delimiterOf(text);
  refuseTooManyFields(text, delimiter);
  refuseLongFields(text, delimiter, start);
  return { name, hidden: false, rows: recordsIn(text, delimiter, start), merges: [] };
}

function recordsIn(text: string, delimiter: string, start: number): ReadRow[] {
  const budget = new Budget();
  const rows: ReadRow[] = [];
  let line = start === 0 ? 1 : 2;
  papaparse.parse<string[]>(text.slice(start), {
    delimiter,
    newline: '\n',
    step: ({ data, errors: [wrong] }) => {
      if (wrong)
        throw refusal('invalid', { code: 'csv-quotes' }, { line: lineAt(text, start + (wrong.index ?? 0)) });
      const cells = cellsOf(data, budget);
      budget.row(cells.length);
      if (cells.length > 0) rows.push({ number: line, hidden: false, cells });
      line += 1 + data.reduce((breaks, field) => breaks + countOf('\n', field), 0);
    },
  });
  return rows;
}

function cellsOf(fields: readonly string[], budget: Budget): ReadCell[] {
  const cells: ReadCell[] = [];
  fields.forEach((text, index) => {
    if (text === '') return;
    if (index >= lastColumn)
      throw refusal('invalid', { code: 'workbook-unreadable', reason: 'bad-reference' });
    budget.value(text);
    cells.push({ column: index + 1, value: { type: 'text', text } });
  });
  return cells;
}

/** The parser makes every field of a record before it hands over the first. */
function refuseTooManyFields(text: string, delimiter: string): void {
  const fields = countOf(delimiter, text) + countOf('\n', text);
  if (fields > fieldLimit) throw refusal('invalid', { code: 'workbook-too-full' });
}

/** The parser takes a field apart at every quote within it: of one with millions that costs more than the whole file. */
function refuseLongFields(text: string, delimiter: string, start: number): void {
  const [quote, between, end] = ['"', delimiter, '\n'].map((sign) => sign.charCodeAt(0));
  let [from, isQuoted] = [start, false];
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (isQuoted && unit === quote) {
      if (text.charCodeAt(at + 1) === quote) at += 1;
      else isQuoted = false;
      // A quote that nothing closes is the parser's to tell.
      if (!isQuoted && at - from > longestText) throw unreadable('too-long', { line: lineAt(text, from) });
    } else if (unit === quote && at === from) isQuoted = true;
    else if (!isQuoted && (unit === between || unit === end)) from = at + 1;
  }
}

function lineAt(text: string, index: number): number {
  return countOf('\n', text.slice(0, index)) + 1;
}

function countOf(sign: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}
