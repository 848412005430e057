import { childrenOf, textOf, type Element } from '../../../src/package/xml.ts';
import { all, attribute, first, isOn, type Book } from './book.ts';
import type { Feature } from './features.ts';

const MAIN = '走访座谈';

const main = (book: Book): Element | undefined => book.sheet(MAIN);

/** One attribute of every element of a name on the main sheet. */
function attributes(name: string, ...keys: string[]): (book: Book) => string[] {
  return (book) =>
    all(main(book), name).map((element) => keys.map((key) => attribute(element, key)).join(' '));
}

/** Defined names with the sheet they belong to: `总人数=走访座谈!$E$6`. */
function names(book: Book): string[] {
  return all(book.workbook, 'definedName').map(
    (name) =>
      `${attribute(name, 'name')}${attribute(name, 'localSheetId') === '' ? '' : '@0'}=${textOf(name).replaceAll("'", '')}`,
  );
}

/** Conditional formats, those of 2010 too, with their cells, kind and first formula or limit. */
function formats(book: Book): string[] {
  return all(main(book), 'conditionalFormatting').flatMap((format) => {
    const cells = attribute(format, 'sqref') || first(format, 'sqref');
    return all(format, 'cfRule').map((rule) => {
      const limit = all(rule, 'cfvo')
        .map((value) => attribute(value, 'val') || first(value, 'f'))
        .find((value) => value.startsWith('$'));
      return `${cells} ${attribute(rule, 'type')} ${first(rule, 'formula') || (limit ?? '')}`.trim();
    });
  });
}

function validations(book: Book): string[] {
  return all(main(book), 'dataValidation').map((rule) => {
    const cells = attribute(rule, 'sqref') || first(rule, 'sqref');
    return `${cells} ${attribute(rule, 'type')} ${first(rule, 'formula1')} ${first(rule, 'formula2').replace(/^0$/, '')}`.trim();
  });
}

function sparklines(book: Book): string[] {
  return all(main(book), 'sparkline').map(
    (line) => `${first(line, 'sqref')} ${first(line, 'f').replaceAll("'", '')}`,
  );
}

function breaks(name: string): (book: Book) => string[] {
  return (book) =>
    all(main(book), name).flatMap((list) => childrenOf(list, 'brk').map((one) => attribute(one, 'id')));
}

function links(book: Book): string[] {
  const targets = new Map(
    book.relations(book.sheetPart(MAIN), 'hyperlink').map(({ id, target }) => [id, target]),
  );
  return all(main(book), 'hyperlink').map((link) => {
    const id = [...link.attributes].find(({ localName, prefix }) => localName === 'id' && prefix)?.value;
    return `${attribute(link, 'ref')} ${targets.get(id ?? '') ?? attribute(link, 'location').replaceAll("'", '')}`;
  });
}

export const sheetFeatures: readonly Feature[] = [
  {
    name: 'a name of a cell',
    read: names,
    expected: (moved) => [`总人数=走访座谈!$E$${String(moved.main.first(6))}`],
  },
  {
    name: 'a name of a range over the list grows',
    read: names,
    expected: (moved) => [
      `人数列=走访座谈!$E$${String(moved.main.first(5))}:$E$${String(moved.main.last(5))}`,
    ],
  },
  {
    name: 'a name of one sheet',
    read: names,
    expected: (moved) => [`本表备注@0=走访座谈!$A$${String(moved.main.first(11))}`],
  },
  {
    name: 'the print area',
    read: names,
    expected: (moved) => [`_xlnm.Print_Area@0=走访座谈!$A$1:$H$${String(moved.main.last(18))}`],
  },
  { name: 'print titles', read: names, expected: () => ['_xlnm.Print_Titles@0=走访座谈!$3:$4'] },
  {
    name: 'the name of the filter',
    read: names,
    expected: (moved) => [`_xlnm._FilterDatabase@0=走访座谈!$A$4:$H$${String(moved.main.last(5))}`],
  },
  {
    name: 'the filter',
    read: attributes('autoFilter', 'ref'),
    expected: (moved) => [moved.main.range('A4:H5')],
  },
  {
    name: 'the order of sorting',
    read: attributes('sortState', 'ref'),
    expected: (moved) => [moved.main.range('A5:H5')],
  },
  {
    name: 'a conditional format over the list grows',
    read: formats,
    expected: (moved) => [`${moved.main.range('E5')} cellIs $E$${String(moved.main.first(6))}`],
  },
  {
    name: 'a conditional format below',
    read: formats,
    expected: (moved) => {
      const [six, ten] = [6, 10].map((row) => String(moved.main.first(row)));
      return [`${moved.main.range('A10:B10')} expression $B$${ten ?? ''}>$E$${six ?? ''}`];
    },
  },
  {
    name: 'the look of a conditional format',
    read: (book) => {
      const [list] = all(book.styles, 'dxfs');
      const looks = list ? childrenOf(list, 'dxf') : [];
      return all(main(book), 'cfRule').map((rule) =>
        attribute(all(looks[Number(attribute(rule, 'dxfId'))], 'bgColor')[0], 'rgb'),
      );
    },
    expected: () => ['FFFFC7CE'],
  },
  {
    name: 'a scale of colours',
    read: formats,
    expected: (moved) => [`${moved.main.range('F5')} colorScale $E$${String(moved.main.first(6))}`],
  },
  { name: 'a set of icons', read: formats, expected: (moved) => [`F${String(moved.main.first(6))} iconSet`] },
  {
    name: 'a data bar of 2010',
    read: formats,
    expected: (moved) => [`${moved.main.range('E5')} dataBar $E$${String(moved.main.first(6))}`],
  },
  {
    name: 'a validation over the list grows',
    read: validations,
    expected: (moved) => [
      `${moved.main.range('H5')} list $H$${String(moved.main.first(12))}:$H$${String(moved.main.first(14))}`,
    ],
  },
  {
    name: 'a validation below',
    read: validations,
    expected: (moved) => [`B${String(moved.main.first(12))} whole 1 $E$${String(moved.main.first(6))}`],
  },
  {
    name: 'a validation of 2010, by another sheet',
    read: validations,
    expected: (moved) => [`${moved.main.range('C5')} list 汇总!$A$1:$A$3`],
  },
  {
    name: 'a sparkline in the list’s row, in every copy',
    read: sparklines,
    expected: (moved) =>
      moved.main.copies(5).map((row) => `H${String(row)} 走访座谈!E${String(row)}:G${String(row)}`),
  },
  {
    name: 'a sparkline of the list grows',
    read: sparklines,
    expected: (moved) => [`H${String(moved.main.first(6))} 走访座谈!${moved.main.range('E5')}`],
  },
  {
    name: 'a sparkline below',
    read: sparklines,
    expected: (moved) => [`H${String(moved.main.first(7))} 走访座谈!${moved.main.range('E6:G6')}`],
  },
  { name: 'a break of rows', read: breaks('rowBreaks'), expected: (moved) => [String(moved.main.first(11))] },
  { name: 'a break of columns', read: breaks('colBreaks'), expected: () => ['8'] },
  {
    name: 'a link to the web',
    read: links,
    expected: (moved) => [`A${String(moved.main.first(13))} https://example.org/`],
  },
  {
    name: 'a link to a cell',
    read: links,
    expected: (moved) => [`A${String(moved.main.first(18))} 走访座谈!E${String(moved.main.first(6))}`],
  },
  {
    name: 'frozen heads',
    read: attributes('pane', 'ySplit', 'topLeftCell', 'state'),
    expected: () => ['4 A5 frozen'],
  },
  {
    name: 'zoom, and no lines of the grid',
    read: (book) =>
      all(main(book), 'sheetView').map(
        (view) =>
          `${attribute(view, 'zoomScale')} ${String(/^(0|false)$/.test(attribute(view, 'showGridLines')))}`,
      ),
    expected: () => ['85 true'],
  },
  {
    name: 'the chosen cell',
    read: attributes('selection', 'activeCell'),
    expected: (moved) => [`E${String(moved.main.first(6))}`],
  },
  { name: 'the colour of the tab', read: attributes('tabColor', 'rgb'), expected: () => ['FFC00000'] },
  {
    name: 'protection of the sheet',
    read: (book) => all(main(book), 'sheetProtection').map((protection) => String(isOn(protection, 'sheet'))),
    expected: () => ['true'],
  },
  {
    name: 'a range that may be edited',
    read: attributes('protectedRange', 'name', 'sqref'),
    expected: (moved) => [`签名 ${moved.main.range('A11:B11')}`],
  },
  {
    name: 'a scenario',
    read: attributes('inputCells', 'r', 'val'),
    expected: (moved) => [`E${String(moved.main.first(11))} 9`],
  },
  {
    name: 'sources of a consolidation',
    read: attributes('dataRef', 'ref', 'sheet'),
    expected: (moved) => [`${moved.main.range('A5:E6')} 走访座谈`],
  },
  {
    name: 'a view of somebody’s own',
    read: (book) =>
      all(main(book), 'customSheetView').flatMap((view) =>
        all(view, 'selection').map((chosen) => attribute(chosen, 'activeCell')),
      ),
    expected: (moved) => [`A${String(moved.main.first(11))}`],
  },
  {
    name: 'a watched cell',
    read: attributes('cellWatch', 'r'),
    expected: (moved) => [`E${String(moved.main.first(6))}`],
  },
  {
    name: 'ignored doubts of Excel',
    read: attributes('ignoredError', 'sqref'),
    expected: (moved) => [moved.main.range('A11:B12')],
  },
  {
    name: 'paper and its orientation',
    read: attributes('pageSetup', 'paperSize', 'orientation'),
    expected: () => ['9 landscape'],
  },
  {
    name: 'one page wide, centred, with margins',
    read: (book) => {
      const setup = all(main(book), 'pageSetup')[0];
      const centred = isOn(all(main(book), 'printOptions')[0], 'horizontalCentered');
      const left = Math.round(Number(attribute(all(main(book), 'pageMargins')[0], 'left')) * 10);
      return [
        `${attribute(setup, 'fitToHeight')} ${String(isOn(all(main(book), 'pageSetUpPr')[0], 'fitToPage'))} ${String(centred)} ${String(left)}`,
      ];
    },
    expected: () => ['0 true true 11'],
  },
  {
    name: 'texts of header and footer',
    read: (book) => [String(first(main(book), 'oddHeader').includes('内部资料 注意保管'))],
    expected: () => ['true'],
  },
];
