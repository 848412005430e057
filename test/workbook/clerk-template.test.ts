import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillTemplate } from '../../src/workbook/fill.ts';
import { dataOf, someVisits, visits } from './templates.ts';
import { Book } from './clerk-template/book.ts';
import { FEATURES, faultsOf } from './clerk-template/features.ts';
import { movedOnSheets } from './clerk-template/moved-rows.ts';
import { contacts, withSecondList } from './clerk-template/second-list.ts';

const template = new Uint8Array(await readFile(join(import.meta.dirname, 'clerk-template/template.xlsx')));

const two = await withSecondList(template);
const still = movedOnSheets(1, 1);

test('the template has at least 50 features, and each is where its check looks for it', async () => {
  const book = await Book.open(template);
  expect(FEATURES.length).toBeGreaterThanOrEqual(50);
  expect(new Set(FEATURES.map(({ name }) => name)).size).toBe(FEATURES.length);
  expect(
    FEATURES.flatMap((feature) =>
      faultsOf(feature, book, still, still).map((fault) => [feature.name, fault]),
    ),
  ).toEqual([]);
});

const lists = (count: number, second?: number) =>
  dataOf(count === 0 ? visits([]) : someVisits(count), ...(second === undefined ? [] : [contacts(second)]));

describe.each([
  ['no row', 0, undefined],
  ['one row', 1, undefined],
  ['5,000 rows', 5000, undefined],
  ['no rows in two lists', 0, 0],
  ['one row in each of two lists', 1, 1],
  ['5,000 rows in one list and 7 in another', 5000, 7],
  ['no row in one list and 5,000 in another', 0, 5000],
] as const)('filled with %s', async (_, count, second) => {
  const { bytes, findings } = await fillTemplate(second === undefined ? template : two, lists(count, second));
  const book = await Book.open(bytes);

  test('nothing is to be remarked', () => {
    expect(findings).toEqual([]);
  });

  test.each(FEATURES)('the workbook keeps $name', (feature) => {
    expect(faultsOf(feature, book, movedOnSheets(count, second ?? 1), still)).toEqual([]);
  });
});
