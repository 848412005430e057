import { expect, test } from 'vitest';
import { fillTemplate } from '../../src/workbook/fill.ts';
import { openRows } from '../../src/workbook/list-rows.ts';
import type { CellValue } from '../../src/marks/template-data.ts';
import { dataOf, day, draw, ledger, readSheet, someVisits, visits } from './templates.ts';

const template = await draw((workbook) => {
  ledger(workbook.addWorksheet('走访座谈'));
});

function* made(count: number): Generator<readonly CellValue[]> {
  for (let index = 1; index <= count; index += 1)
    yield [day('2024-07-01'), `村${String(index)}`, index, null];
}

test('rows are counted with the columns that hold days, and read in part', () => {
  const rows = openRows([...made(5)]);
  expect([rows.count, [...rows.days]]).toEqual([5, [0]]);
  expect([...rows.take(1, 2)].map(([, place]) => place)).toEqual(['村2', '村3']);
  expect([...rows.take(4, Infinity)].map(([, place]) => place)).toEqual(['村5']);
});

test('rows that can be read only once are filled in as well', async () => {
  const sheet = await readSheet((await fillTemplate(template, dataOf(visits(made(3))))).bytes);
  expect([3, 4, 5, 6].map((row) => sheet.getCell(row, 3).value)).toEqual(['村1', '村2', '村3', null]);
  expect(sheet.getCell('D6').formula).toBe('SUM(D3:D5)');
});

test('rows that are made anew each time give the same workbook as rows in memory', async () => {
  const anew = { [Symbol.iterator]: () => made(500) };
  const { bytes } = await fillTemplate(template, dataOf(visits(anew)));
  expect(bytes).toEqual((await fillTemplate(template, dataOf(visits([...made(500)])))).bytes);
});

test('more rows than a sheet holds are refused before anything is filled in', async () => {
  const row: readonly CellValue[] = [null, '村', 1, null];
  const endless = {
    *[Symbol.iterator]() {
      for (let index = 0; index < 1_048_575; index += 1) yield row;
    },
  };
  await expect(fillTemplate(template, dataOf(visits(endless)))).rejects.toMatchObject({
    kind: 'invalid',
    findings: [
      { problem: { code: 'too-many-rows', rows: 1_048_579, limit: 1_048_576 }, where: { sheet: '走访座谈' } },
    ],
  });
});

test('rows are read again, not kept, and when they are fewer then, nothing is filled in', async () => {
  let times = 0;
  const shrinking = {
    [Symbol.iterator]: () => made((times += 1) === 3 ? 2 : 3),
  };
  await expect(fillTemplate(template, dataOf(visits(shrinking)))).rejects.toThrow(RangeError);
});

test('a value that no cell can hold fills nothing, wherever it stands', async () => {
  const rows = [...someVisits(2000).rows];
  rows[1999] = [null, '村', NaN, null];
  await expect(fillTemplate(template, dataOf(visits(rows)))).rejects.toThrow('finite');
});
