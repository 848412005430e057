import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillTemplate } from '../../../src/workbook/fill.ts';
import { pageWatch } from '../../../src/workbook/print/page-watch.ts';
import { dataOf, draw, edit, ledger, partText, someVisits } from '../templates.ts';

const page = { first: 100, further: 80 };
const heads = [10, 10];
const foot = [15, 15];

/** What is said of a sheet with two heads, rows of these heights, and two lines below them. */
function watched(
  copies: readonly number[],
  pages = [page],
  breaks: readonly number[] = [],
): number | undefined {
  const watch = pageWatch(pages, {
    heightOf: (row) => [...heads, 0, ...foot][row - 1] ?? 0,
    last: 5,
    beginsPage: (row) => breaks.includes(row),
  });
  for (const height of copies) watch.copy(3, height);
  return watch.breakBefore();
}

/** The number of the page that each row comes to lie on, as a program does it that holds this share of what is reckoned. */
function pagesOf(heights: readonly number[], share: number, breakBefore: number | undefined): number[] {
  let number = 1;
  let used = 0;
  return heights.map((height, at) => {
    const room = (number === 1 ? page.first : page.further) * share;
    if (used > 0 && (used + height > room || at + 1 === breakBefore)) {
      number += 1;
      used = 0;
    }
    used += height;
    return number;
  });
}

describe('the page on which a table ends', () => {
  test.each([
    // 20 + 3·20 + 30 are more than 100: the last row goes with the two lines.
    ['the lines below would stand alone', [20, 20, 20], 5],
    ['one of them would', [15, 15, 15, 15], 6],
    ['everything has room', [20, 20], undefined],
    ['they begin a page together with a row anyway', [20, 20, 20, 20, 20], undefined],
    ['there is one row, which can’t leave its heads', [60], undefined],
    ['the last row and they need more than a page', [20, 20, 55], undefined],
  ])('%s: %j breaks before row %j', (_, copies, row) => {
    expect(watched(copies)).toBe(row);
  });

  test('a break of the clerk’s counts', () => {
    expect(watched([20, 20, 20], [page], [4])).toBeUndefined();
    // Behind the last row: what is below begins a page because the clerk wants it so.
    expect(watched([20, 20, 20], [page], [6])).toBeUndefined();
    // Between the two lines below: only the first of them stays with the table.
    expect(watched([20, 20, 20], [page], [7])).toBeUndefined();
    expect(watched([25, 25, 20], [page], [7])).toBe(5);
  });

  test('a page of another program counts where the one that is meant becomes no longer', () => {
    const other = { first: 80, further: 60 };
    // Meant: 20 + 20 + 20 + 30 on one page. The other tears them, and a break would make two pages of one.
    expect(watched([20, 20], [page, other])).toBeUndefined();
    // Meant: the fourth row begins a page anyway. The other has room for all rows and one of the two lines below.
    expect(watched([25, 25, 25, 20], [page])).toBeUndefined();
    expect(watched([25, 25, 25, 20], [page, { first: 125, further: 80 }])).toBe(6);
  });

  test('whatever the rows, the last of them and what stands below are on one page', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 5, max: 45 }), { minLength: 2, maxLength: 40 }),
        fc.constantFrom(0.97, 1, 1.02),
        (copies, share) => {
          const numbers = pagesOf([...heads, ...copies, ...foot], share, watched(copies));
          const end = numbers.slice(-3);
          expect(new Set(end).size).toBe(1);
        },
      ),
    );
  });
});

describe('a filled sheet', () => {
  const template = (setup: string) =>
    draw((workbook) => {
      const sheet = workbook.addWorksheet('走访座谈');
      ledger(sheet);
      for (const row of [1, 2, 3, 4, 5]) sheet.getRow(row).height = 60;
      sheet.pageSetup.printTitlesRow = '1:2';
    }).then((bytes) =>
      edit(bytes, {
        'xl/worksheets/sheet1.xml': (xml) => xml.replace(/<pageSetup[^>]*\/>/, setup),
      }),
    );
  const breaksIn = async (setup: string, rows: number): Promise<string | undefined> => {
    const { bytes } = await fillTemplate(await template(setup), dataOf(someVisits(rows)));
    return /<rowBreaks.*<\/rowBreaks>/.exec(await partText(bytes))?.[0];
  };
  const broken = (id: number) =>
    `<rowBreaks count="1" manualBreakCount="1"><brk id="${String(id)}" max="16383" man="1"/></rowBreaks>`;

  test('has a page break before the last row where the signatures would stand alone', async () => {
    // A4 upright less an inch and a half: 734 points, twelve rows of 60, or eleven where a printer takes more for itself.
    expect(await breaksIn('<pageSetup paperSize="9"/>', 9)).toBe(broken(10));
    expect(await breaksIn('<pageSetup paperSize="9"/>', 8)).toBe(broken(9));
    expect(await breaksIn('<pageSetup paperSize="9"/>', 7)).toBeUndefined();
    expect(await breaksIn('<pageSetup paperSize="9" scale="50"/>', 9)).toBeUndefined();
    expect(await breaksIn('<pageSetup paperSize="9" orientation="landscape"/>', 5)).toBe(broken(6));
  });

  test('has the clerk’s breaks and its own in the order of the rows', async () => {
    const own = (id: number) => `<brk id="${String(id)}" max="16383" man="1"/>`;
    const setup = `<pageSetup paperSize="9"/><rowBreaks count="1" manualBreakCount="1">${own(4)}</rowBreaks>`;
    expect(await breaksIn(setup, 9)).toBe(
      `<rowBreaks count="2" manualBreakCount="2">${own(10)}${own(12)}</rowBreaks>`,
    );
  });

  test('has none where all of it goes on one page', async () => {
    const template = await draw((workbook) => {
      const sheet = workbook.addWorksheet('走访座谈', { pageSetup: { fitToPage: true, fitToHeight: 1 } });
      ledger(sheet);
    });
    const { bytes } = await fillTemplate(template, dataOf(someVisits(60)));
    expect(await partText(bytes)).not.toContain('rowBreaks');
  });
});
