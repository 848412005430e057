import type { Worksheet } from 'exceljs';
import { expect, test } from 'vitest';
import { day as dayField } from '../../src/domain/fields/day.ts';
import { town } from '../../src/domain/fields/place.ts';
import { text } from '../../src/domain/fields/text.ts';
import { defineKind, type Kind } from '../../src/domain/kinds/kind.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { fillTemplate } from '../../src/workbook/fill.ts';
import { ledgerListNames } from '../../src/workbook/sheets/ledger-list.ts';
import { ledgerHeads } from '../support/ledger-heads.ts';
import { dataOf, draw, readSheet } from './templates.ts';

/** A ledger that the tool has never heard of. */
const call = defineKind({
  id: 'call',
  name: { zh: '来电', en: 'calls' },
  ledger: { zh: '来电台账', en: 'Ledger of calls' },
  span: { type: 'event', day: 'receivedOn' },
  fields: [
    { key: 'receivedOn', label: { zh: '接听日期', en: 'received on' }, type: dayField(), required: true },
    { key: 'town', label: { zh: '镇', en: 'town' }, type: town(), required: true },
    {
      key: 'content',
      label: { zh: '来电内容', en: 'content' },
      type: text({ long: true, example: { zh: '咨询', en: 'a question' } }),
      required: true,
    },
  ],
  heads: ['receivedOn', 'town', 'content'],
  listed: ['receivedOn', 'town', 'content'],
  headline: ['town'],
  gist: 'content',
});
const ALL = [...KINDS, call];
const thin = { style: 'thin' } as const;
const ENTRIES = 5;

/** An official form as an office has it: a title, heads broken into lines, three empty rows with lines, a total. */
function form(sheet: Worksheet, kind: Kind): void {
  const heads = ledgerHeads(kind).map(({ head }) => head);
  sheet.getCell('A1').value = kind.ledger.zh;
  sheet.mergeCells(1, 1, 1, heads.length);
  heads.forEach((head, at) => {
    sheet.getCell(2, at + 1).value = head.length > 4 ? `${head.slice(0, 4)}\n${head.slice(4)}` : head;
    for (const row of [2, 3, 4, 5])
      sheet.getCell(row, at + 1).border = { top: thin, left: thin, bottom: thin, right: thin };
  });
  sheet.getCell('A6').value = '合计';
}

/** As many rows as ENTRIES, in which every cell says its column and its row. */
function listOf(kind: Kind) {
  const names = ledgerListNames(kind);
  const rows = Array.from({ length: ENTRIES }, (_, row) =>
    names.columns.map((column) => `${column.names[0] ?? ''} ${String(row + 1)}`),
  );
  return { ...names, rows };
}

const template = await draw((workbook) => {
  for (const kind of ALL) form(workbook.addWorksheet(`表${String(ALL.indexOf(kind) + 1)}`), kind);
});
const filled = await fillTemplate(template, dataOf(...ALL.map(listOf)));

test('a form of every ledger without a mark is known by its heads', () => {
  expect(filled.findings).toEqual([]);
  expect(filled.filled).toEqual(ALL.map((kind) => ledgerListNames(kind).names[0]));
});

test.each(ALL)('the form of $id is filled, row by row, column by column', async (kind) => {
  const sheet = await readSheet(filled.bytes, `表${String(ALL.indexOf(kind) + 1)}`);
  const heads = ledgerHeads(kind).map(({ head }) => head);
  for (let entry = 1; entry <= ENTRIES; entry += 1) {
    const cells = heads.map((_, at) => sheet.getCell(entry + 2, at + 1).text);
    expect(cells).toEqual(heads.map((head) => `${head} ${String(entry)}`));
  }
  expect(sheet.getCell(ENTRIES + 3, 1).text).toBe('合计');
});
