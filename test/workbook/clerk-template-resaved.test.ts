import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { fillTemplate } from '../../src/workbook/fill.ts';
import { Book } from './clerk-template/book.ts';
import { FEATURES, faultsOf } from './clerk-template/features.ts';
import { movedOnSheets } from './clerk-template/moved-rows.ts';
import { contacts, withSecondList } from './clerk-template/second-list.ts';
import { dataOf, someVisits, visits } from './templates.ts';

/** The template as another program saved it; test/real-programs/run has LibreOffice do that. */
const path = process.env['RESAVED_TEMPLATE'];
const template = path === undefined ? new Uint8Array() : new Uint8Array(await readFile(path));
const still = movedOnSheets(1, 1);
const resaved = path === undefined ? undefined : await Book.open(template);
/** What the other program kept of the template, where it was. */
const kept = FEATURES.filter((feature) => resaved && faultsOf(feature, resaved, still, still).length === 0);

/** Rows of the first list and of a second; without a template to fill there is nothing to prepare. */
const fillings: (readonly [number, number | undefined])[] = resaved
  ? [
      [0, undefined],
      [1, undefined],
      [5000, undefined],
      [0, 0],
      [1, 1],
      [5000, 7],
    ]
  : [];

describe.runIf(resaved)('a template that another program saved', () => {
  test('still has at least 50 features', () => {
    const dropped = FEATURES.filter((feature) => !kept.includes(feature)).map(({ name }) => name);
    console.log(
      `${String(kept.length)} of ${String(FEATURES.length)} kept; not kept by that program itself:\n  ${dropped.join('\n  ')}`,
    );
    expect(kept.length).toBeGreaterThanOrEqual(50);
  });

  describe.each(fillings)('filled with %i rows, and in a second list %s', async (count, second) => {
    const visited = count === 0 ? visits([]) : someVisits(count);
    const { bytes } = await (second === undefined
      ? fillTemplate(template, dataOf(visited))
      : fillTemplate(await withSecondList(template), dataOf(visited, contacts(second))));
    const book = await Book.open(bytes);
    test.each(kept)('keeps $name', (feature) => {
      expect(faultsOf(feature, book, movedOnSheets(count, second ?? 1), still)).toEqual([]);
    });
  });
});
