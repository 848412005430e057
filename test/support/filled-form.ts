import type { Entry } from '../../src/domain/entry.ts';
import { fieldOf, kindOf, showField } from '../../src/domain/kinds/kind.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { formColumns } from '../../src/domain/sheet-columns.ts';
import { escapeCellText } from '../../src/package/escape.ts';
import { readPackage, writePackage } from '../../src/package/package.ts';
import { serialOf } from '../../src/domain/serial-day.ts';
import { day } from './builders.ts';

/** Fills the sheets of a blank form with entries, as a program does that puts strings and numbers into the cells below the heads. */
export async function filledForm(form: Uint8Array, entries: readonly Entry[]): Promise<Uint8Array> {
  const parts = await readPackage(form);
  const workbook = textOf(parts.get('xl/workbook.xml'));
  for (const [at, name] of [...workbook.matchAll(/<sheet name="([^"]+)"/gu)]
    .map((match) => match[1])
    .entries()) {
    const kind = KINDS.find(({ ledger }) => ledger.zh === name);
    if (!kind) continue;
    const path = `xl/worksheets/sheet${String(at + 1)}.xml`;
    const rows = entries.filter((entry) => entry.kind === kind.id).map(rowOf);
    const sheet = textOf(parts.get(path)).replace(
      /<row r="4".*<\/sheetData>/su,
      () => `${rows.join('')}</sheetData>`,
    );
    parts.set(path, Buffer.from(sheet));
  }
  return (await writePackage(parts)).bytes;
}

function textOf(part: Uint8Array | undefined): string {
  if (!part) throw new Error('a part is missing');
  return Buffer.from(part).toString('utf8');
}

function rowOf(entry: Entry, at: number): string {
  const kind = kindOf(KINDS, entry.kind);
  const cells = formColumns(kind).map((column, index) => {
    const cell = `${letters(index)}${String(at + 4)}`;
    if (column.type !== 'field')
      return column.type === 'number' ? `<c r="${cell}"><v>${String(at + 1)}</v></c>` : '';
    const { key, type } = fieldOf(kind, column.field.key);
    const value = entry.values[key];
    if (value === undefined) return '';
    if (type.sheet === 'number') return `<c r="${cell}"><v>${String(Number(value))}</v></c>`;
    if (type.sheet === 'day')
      return `<c r="${cell}" s="9"><v>${String(serialOf(day(String(value)), false))}</v></c>`;
    const text = escapeCellText(showField(column.field, entry.values, 'zh'));
    return `<c r="${cell}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  });
  return `<row r="${String(at + 4)}">${cells.join('')}</row>`;
}

function letters(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : `${letters(Math.floor(index / 26) - 1)}${String.fromCharCode(65 + (index % 26))}`;
}
