import type { PrintPage } from './print-page.ts';

/** Follows the rows of a sheet as they are written, from the top down, and tells where its pages will break. */
export interface PageWatch {
  /** A copy of a detail row, by the row of the template that it is of, and how high it became. */
  readonly copy: (template: number, height: number) => void;
  /** After the last copy: the row (of the filled sheet) before which a page must begin, if one must. */
  readonly breakBefore: () => number | undefined;
}

/** What is known of the rows of a template: their heights, the last one that prints, and whether a page begins at a row. */
export interface TemplateRows {
  readonly heightOf: (row: number) => number;
  readonly last: number;
  /** Whether the clerk made a page begin at a row of the filled sheet. */
  readonly beginsPage: (row: number) => boolean;
}

/** Pages of programs and printers hold a little more or less than is reckoned; what breaks for any of them is taken as broken. */
const shares = [0.97, 1, 1.02];

/** A page as it fills: its first row, and the points that are used of its room. */
interface FillingPage {
  used: number;
  room: number;
  start: number;
  readonly further: number;
}

/**
 * Keeps what stands under the last list of a sheet, its total and the line of signatures, on one page with the last row of the
 * list: where a page would break between them, one is made to begin with that row. Nothing can be kept together that is higher
 * than a page, or where the list is a single row, and a clerk's own page break is left as it is. The first of the possible pages is how the sheet is meant to be printed:
 * what would be torn only on others is kept together where that makes the first no longer.
 */
export function pageWatch(possible: readonly PrintPage[], rows: TemplateRows): PageWatch {
  const filling = (pages: readonly PrintPage[]): readonly FillingPage[] =>
    pages.flatMap(({ first, further }) =>
      shares.map((share) => ({ used: 0, room: first * share, further: further * share, start: 1 })),
    );
  const meant = filling(possible.slice(0, 1));
  const others = filling(possible.slice(1));
  const pages = [...meant, ...others];
  let next = 1;
  let at = 0;
  let detail = 0;
  let lastCopy = { row: 0, height: 0 };
  let copies = 0;
  const add = (height: number): void => {
    at += 1;
    const begins = rows.beginsPage(at);
    for (const one of pages) {
      if (one.used > 0 && (begins || one.used + height > one.room))
        Object.assign(one, { used: 0, room: one.further, start: at });
      one.used += height;
    }
  };
  const upTo = (row: number): void => {
    for (; next < row; next += 1) add(rows.heightOf(next));
  };
  return {
    copy: (template, height) => {
      if (template !== detail) {
        upTo(template);
        next = template + 1;
        detail = template;
        copies = 0;
      }
      add(height);
      copies += 1;
      lastCopy = { row: at, height };
    },
    breakBefore: () => {
      let below = 0;
      let end = next;
      // What a clerk has begin a page of its own is not torn from the table.
      for (; end <= rows.last && !rows.beginsPage(at + 1 + end - next); end += 1) below += rows.heightOf(end);
      upTo(end);
      const isTorn = ({ start }: FillingPage): boolean => start > lastCopy.row;
      const breaks =
        meant.some(isTorn) || (others.some(isTorn) && meant.every(({ start }) => start === lastCopy.row));
      const fits = pages.every(({ further }) => lastCopy.height + below <= further);
      return breaks && fits && copies > 1 ? lastCopy.row : undefined;
    },
  };
}
