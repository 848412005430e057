import { childrenOf, textOf, type Element } from '../../../src/package/xml.ts';
import { all, attribute, first, isOn, type Book } from './book.ts';
import type { Feature } from './features.ts';

const MAIN = '走访座谈';

const seen = new WeakMap<Book, Map<string, string[]>>();

/** What cells show: `H5=照填`, and of formulas their text. A book is looked through once. */
function shown(book: Book, sheet = MAIN): string[] {
  const known = seen.get(book) ?? new Map<string, string[]>();
  seen.set(book, known);
  const texts = known.get(sheet) ?? textsOf(book, sheet);
  known.set(sheet, texts);
  return texts;
}

function textsOf(book: Book, sheet: string): string[] {
  const shared = new Map<string, { text: string; row: number }>();
  return [...book.cells(sheet)].map(([name, cell]) => {
    const [formula] = childrenOf(cell, 'f');
    if (!formula) {
      const item = book.item(cell);
      return `${name}=${item ? all(item, 't').map(textOf).join('') : first(cell, 'v')}`;
    }
    const row = Number(/\d+$/.exec(name)?.[0]);
    const group = attribute(formula, 'si');
    const text = textOf(formula);
    if (attribute(formula, 't') === 'shared' && text !== '') shared.set(group, { text, row });
    const master = text === '' ? shared.get(group) : undefined;
    const own = master
      ? master.text.replace(
          /(?<!\$)\b([A-Z]+)(\d+)/g,
          (_, column: string, of: string) => column + String(Number(of) + row - master.row),
        )
      : text;
    const array = attribute(formula, 't') === 'array' ? ` in ${attribute(formula, 'ref')}` : '';
    return `${name}=${own}${array}`;
  });
}

/** What a cell's style says, by the cells of a column. */
function styled(book: Book, column: string, look: (format: Element, styles: Element) => string): string[] {
  const { styles } = book;
  const [formats] = all(styles, 'cellXfs');
  if (!styles || !formats) return [];
  const list = childrenOf(formats, 'xf');
  const inColumn = new RegExp(`^${column}\\d+$`);
  return [...book.cells(MAIN)].flatMap(([name, cell]) => {
    if (!inColumn.test(name)) return [];
    const format = list[Number(attribute(cell, 's') || '0')];
    return format ? [`${name} ${look(format, styles)}`] : [];
  });
}

function partOf(styles: Element, list: string, format: Element, id: string): Element | undefined {
  const [found] = all(styles, list);
  return found && childrenOf(found)[Number(attribute(format, id))];
}

/** The code of a number's format without its backslashes, which programs put in as they like. */
function formatCode(format: Element, styles: Element): string {
  const id = attribute(format, 'numFmtId');
  const found = all(styles, 'numFmt').find((code) => attribute(code, 'numFmtId') === id);
  return attribute(found, 'formatCode').toLowerCase().replaceAll('\\', '');
}

function heights(book: Book): string[] {
  return all(book.sheet(MAIN), 'row').map(
    (row) => `${attribute(row, 'r')}: ${String(Math.round(Number(attribute(row, 'ht'))))}`,
  );
}

function merges(book: Book): string[] {
  return all(book.sheet(MAIN), 'mergeCell').map((merge) => attribute(merge, 'ref'));
}

const columns = (book: Book): Element[] => all(book.sheet(MAIN), 'col');

export const cellFeatures: readonly Feature[] = [
  { name: 'merges above the list', read: merges, expected: () => ['A1:H1', 'C3:D3'] },
  {
    name: 'merges below the list',
    read: merges,
    expected: ({ main }) => ['A6:B6', 'A11:B11'].map(main.range),
  },
  {
    name: 'a merge in the list’s row, in every copy',
    read: merges,
    expected: ({ main }) => main.copies(5).map((row) => `C${String(row)}:D${String(row)}`),
  },
  { name: 'the height of a row above', read: heights, expected: () => ['1: 34'] },
  {
    name: 'the height of the list’s row, in every copy',
    read: heights,
    expected: ({ main }) => main.copies(5).map((row) => `${String(row)}: 28`),
  },
  {
    name: 'the heights of rows below',
    read: heights,
    expected: ({ main }) => [`${String(main.first(6))}: 26`, `${String(main.first(11))}: 23`],
  },
  {
    name: 'widths of columns',
    read: (book) =>
      columns(book).map(
        (column) => `${attribute(column, 'min')}: ${String(Math.round(Number(attribute(column, 'width'))))}`,
      ),
    expected: () => ['1: 9', '2: 12', '3: 13', '8: 18'],
  },
  {
    name: 'a hidden column',
    read: (book) =>
      columns(book)
        .filter((column) => isOn(column, 'hidden'))
        .map((column) => attribute(column, 'min')),
    expected: () => ['6'],
  },
  {
    name: 'a grouped column',
    read: (book) =>
      columns(book).map((column) => `${attribute(column, 'min')}: ${attribute(column, 'outlineLevel')}`),
    expected: () => ['7: 1'],
  },
  {
    name: 'grouped rows',
    read: (book) =>
      all(book.sheet(MAIN), 'row').map((row) => `${attribute(row, 'r')}: ${attribute(row, 'outlineLevel')}`),
    expected: ({ main }) => [14, 15, 16].map((row) => `${String(main.first(row))}: 1`),
  },
  {
    name: 'the font of the list’s row',
    read: (book) =>
      styled(book, 'A', (format, styles) =>
        attribute(all(partOf(styles, 'fonts', format, 'fontId'), 'name')[0], 'val'),
      ),
    expected: ({ main }) => main.copies(5).map((row) => `A${String(row)} 仿宋_GB2312`),
  },
  {
    name: 'the borders of the list’s row',
    read: (book) =>
      styled(book, 'C', (format, styles) =>
        attribute(all(partOf(styles, 'borders', format, 'borderId'), 'top')[0], 'style'),
      ),
    expected: ({ main }) => main.copies(5).map((row) => `C${String(row)} thin`),
  },
  {
    name: 'the format of a number',
    read: (book) => styled(book, 'G', (format, styles) => String(formatCode(format, styles).includes('元'))),
    expected: ({ main }) => [...main.copies(5), main.first(6)].map((row) => `G${String(row)} true`),
  },
  {
    name: 'the format of a day',
    read: (book) => styled(book, 'B', formatCode),
    expected: ({ main }) => main.copies(5).map((row) => `B${String(row)} yyyy-mm-dd`),
  },
  {
    name: 'unlocked cells',
    read: (book) =>
      styled(book, 'H', (format) => attribute(all(format, 'protection')[0], 'locked').replace('0', 'false')),
    expected: ({ main }) => main.copies(5).map((row) => `H${String(row)} false`),
  },
  {
    name: 'a colour of the theme',
    read: (book) =>
      styled(book, 'A', (format, styles) =>
        attribute(all(partOf(styles, 'fonts', format, 'fontId'), 'color')[0], 'theme'),
      ),
    expected: ({ main }) => [...main.copies(5), main.first(6)].map((row) => `A${String(row)} 4`),
  },
  {
    name: 'a named style of cells',
    read: (book) => all(book.styles, 'cellStyle').map((style) => attribute(style, 'name')),
    expected: () => ['醒目'],
  },
  {
    name: 'rich text with a mark in it',
    read: (book) =>
      all(book.item(book.cells(MAIN).get('A1')), 'r').map(
        (run) => `${attribute(all(run, 'sz')[0], 'val')} ${first(run, 't').slice(0, 2)}`,
      ),
    expected: () => ['22 走访', '12 台账'],
  },
  {
    name: 'a phonetic guide',
    read: (book) => all(book.item(book.cells(MAIN).get('A2')), 'rPh').map((run) => first(run, 't')),
    expected: () => ['zhìbiǎo'],
  },
  {
    name: 'a string in its own cell',
    read: shown,
    expected: ({ main }) => [`C${String(main.first(8))}=格内文字`],
  },
  {
    name: 'constants of the list’s row, in every copy',
    read: shown,
    expected: ({ main }) => main.copies(5).flatMap((row) => [`F${String(row)}=5`, `H${String(row)}=照填`]),
  },
  {
    name: 'a formula of the list’s row, in every copy',
    read: shown,
    expected: ({ main }) => main.copies(5).map((row) => `G${String(row)}=E${String(row)}*F${String(row)}`),
  },
  {
    name: 'a sum over the list grows',
    read: shown,
    expected: ({ main }) =>
      ['E', 'G'].map(
        (of) =>
          `${of}${String(main.first(6))}=SUM(${of}${String(main.first(5))}:${of}${String(main.last(5))})`,
      ),
  },
  {
    name: 'formulas below, relative and absolute',
    read: shown,
    expected: ({ main }) => {
      const [five, six, seven] = [5, 6, 7].map((row) => String(main.first(row)));
      return [
        `E${seven ?? ''}=E${six ?? ''}/$F$${five ?? ''}`,
        `F${seven ?? ''}=$E$${six ?? ''}+E${seven ?? ''}`,
      ];
    },
  },
  {
    name: 'a formula that Excel shared',
    read: shown,
    expected: ({ main }) =>
      [14, 15, 16].map(
        (row) =>
          `E${String(main.first(row))}=E$${String(main.first(6))}*$F$${String(main.first(5))}+A${String(main.first(row))}`,
      ),
  },
  {
    name: 'an array formula',
    read: shown,
    expected: ({ main }) => [
      `B${String(main.first(14))}=ROW(${main.range('A14:A16')})*$E$${String(main.first(6))} in ${main.range('B14:B16')}`,
    ],
  },
  {
    name: 'a formula on another sheet',
    read: (book) => shown(book, '汇总'),
    expected: ({ main }) => [
      `B1=走访座谈!E${String(main.first(6))}+SUM(走访座谈!E${String(main.first(5))}:走访座谈!E${String(main.last(5))})`.replace(
        ':走访座谈!',
        ':',
      ),
    ],
  },
  {
    name: 'a reference to another workbook',
    read: (book) => shown(book, '汇总'),
    expected: ({ main }) => [`C1=[1]外部!$E$6+走访座谈!$E$${String(main.first(6))}`],
  },
  {
    name: 'a reference through sheets',
    read: (book) => shown(book).map((text) => text.replace(/\b([A-Z]+\d+):\1\b/, '$1')),
    expected: ({ main }) => [`C${String(main.first(17))}=SUM(走访座谈:参数!A1)`],
  },
];
