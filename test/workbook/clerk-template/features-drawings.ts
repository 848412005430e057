import { childrenOf, descendantsOf, textOf, type Element } from '../../../src/package/xml.ts';
import { all, attribute, first, type Book } from './book.ts';
import type { Feature } from './features.ts';
import type { Moved } from './moved-rows.ts';

const MAIN = '走访座谈';

/** Where the things on a sheet begin, by their names: `印章@11`. */
function anchors(book: Book): string[] {
  return book
    .related(book.sheetPart(MAIN), 'drawing')
    .flatMap((drawing) =>
      [...descendantsOf(drawing)]
        .filter(({ localName }) => /^(one|two)CellAnchor$/.test(localName ?? ''))
        .map(
          (anchor) =>
            `${attribute(all(anchor, 'cNvPr')[0], 'name')}@${String(Number(first(all(anchor, 'from')[0], 'row')) + 1)}`,
        ),
    );
}

/** What the charts of a sheet show: their ranges in order. */
function ranges(sheet: string, kind: 'chart' | 'chartEx' = 'chart'): (book: Book) => string[] {
  return (book) =>
    book
      .relations(book.sheetPart(sheet), 'drawing')
      .flatMap(({ target }) => book.related(target, kind))
      .flatMap((chart) => all(chart, 'f').filter((range) => childrenOf(range).length === 0))
      .map((range: Element) => textOf(range).replaceAll("'", ''));
}

/** The list's places and numbers; a list of one row is a cell, whether or not it is written as a range. */
function shownBy({ main }: Moved): string[] {
  const list = (column: string): string => {
    const [start, end] = [main.first(5), main.last(5)].map(String);
    return start === end
      ? `走访座谈!$${column}$${start ?? ''}`
      : `走访座谈!$${column}$${start ?? ''}:$${column}$${end ?? ''}`;
  };
  return [list('C'), list('E')];
}

const oneCell = (range: string): string => range.replace(/(\$[A-Z]+\$\d+):\1$/, '$1');
const at = (name: string, row: number) => (moved: Moved) => [`${name}@${String(moved.main.first(row))}`];

export const drawingFeatures: readonly Feature[] = [
  { name: 'a picture above', read: anchors, expected: () => ['院徽@1'] },
  { name: 'a stamp below', read: anchors, expected: at('印章', 11) },
  { name: 'a text box', read: anchors, expected: at('填表说明', 12) },
  { name: 'a frame', read: anchors, expected: at('边框', 12) },
  { name: 'a line', read: anchors, expected: at('直线', 12) },
  { name: 'a connector', read: anchors, expected: at('连线', 48) },
  { name: 'a group of shapes', read: anchors, expected: at('组合', 20) },
  { name: 'a chart below', read: anchors, expected: at('人数图', 24) },
  { name: 'a chart of 2016', read: anchors, expected: at('瀑布图', 37) },
  { name: 'a check box', read: anchors, expected: at('已核对', 10) },
  {
    name: 'a text box that shows a cell',
    read: (book) =>
      book
        .related(book.sheetPart(MAIN), 'drawing')
        .flatMap((drawing) =>
          all(drawing, 'sp').map((shape) => attribute(shape, 'textlink').replace(/^.*!/, '')),
        ),
    expected: ({ main }) => [`$E$${String(main.first(6))}`],
  },
  {
    name: 'what a chart shows',
    read: (book) => ranges(MAIN)(book).map(oneCell),
    expected: (moved) => shownBy(moved),
  },
  {
    name: 'what a chart on another sheet shows',
    read: (book) => ranges('汇总')(book).map(oneCell),
    expected: (moved) => shownBy(moved),
  },
  {
    name: 'what a sheet that is a chart shows',
    read: (book) => ranges('图表')(book).map(oneCell),
    expected: (moved) => shownBy(moved),
  },
  {
    name: 'what a chart of 2016 shows',
    read: ranges(MAIN, 'chartEx'),
    expected: (moved) => shownBy(moved),
  },
];
