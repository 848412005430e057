import { textOf } from '../../../src/package/xml.ts';
import { all, attribute, first, type Book } from './book.ts';
import type { Feature } from './features.ts';

const MAIN = '走访座谈';
const PLACES = '表格';

/** The parts beside a sheet, by the kind of their relationship. */
const beside =
  (kind: string, sheet = MAIN) =>
  (book: Book) =>
    book.related(book.sheetPart(sheet), kind);

/** The legacy drawings of the main sheet, as text: Excel's own are no well-formed XML. */
function vml(book: Book): string[] {
  return book.relations(book.sheetPart(MAIN), 'vmlDrawing').map(({ target }) => book.text(target));
}

function tables(sheet: string): (book: Book) => string[] {
  return (book) =>
    beside(
      'table',
      sheet,
    )(book).map((table) => {
      const filter = all(table, 'autoFilter')[0];
      return `${attribute(table, 'displayName')} ${attribute(table, 'ref')} ${attribute(filter, 'ref')}`;
    });
}

export const partFeatures: readonly Feature[] = [
  {
    name: 'comments',
    read: (book) =>
      beside('comments')(book).flatMap((part) =>
        all(part, 'comment').map(
          (comment) => `${attribute(comment, 'ref')} ${all(comment, 't').map(textOf).join('')}`,
        ),
      ),
    expected: ({ main }) => [
      'A5 序号自动编',
      `E${String(main.first(6))} 合计不要改`,
      `B${String(main.first(12))} 从列表里选`,
    ],
  },
  {
    name: 'the author of a comment',
    read: (book) => beside('comments')(book).flatMap((part) => all(part, 'author').map(textOf)),
    expected: () => ['书记员甲'],
  },
  {
    name: 'the boxes of comments',
    read: (book) =>
      vml(book).flatMap((text) => [...text.matchAll(/<x:Row>(\d+)<\/x:Row>/g)].map(([, row]) => row ?? '')),
    expected: ({ main }) => [5, 6, 12].map((row) => String(main.first(row) - 1)),
  },
  {
    name: 'a thread of comments, and who wrote it',
    read: (book) => [
      ...beside('threadedComment')(book).flatMap((part) =>
        all(part, 'threadedComment').map((comment) => attribute(comment, 'ref')),
      ),
      ...book
        .related(book.workbookPart, 'person')
        .flatMap((part) => all(part, 'person').map((person) => attribute(person, 'displayName'))),
    ],
    expected: ({ main }) => [`E${String(main.first(6))}`, '书记员甲'],
  },
  {
    name: 'a table below',
    read: tables(MAIN),
    expected: ({ main }) => [`项目表 ${main.range('A21:B22')} ${main.range('A21:B22')}`],
  },
  {
    name: 'a table over the list grows',
    read: tables(PLACES),
    expected: ({ places }) => [`地点表 ${places.range('A2:C3')} ${places.range('A2:C3')}`],
  },
  {
    name: 'what a column of a table calculates',
    read: (book) => beside('table', PLACES)(book).map((table) => first(table, 'calculatedColumnFormula')),
    expected: ({ main }) => [`走访座谈!$E$${String(main.first(6))}*2`],
  },
  {
    name: 'a pivot table below',
    read: (book) =>
      beside(
        'pivotTable',
        PLACES,
      )(book).flatMap((pivot) => all(pivot, 'location').map((location) => attribute(location, 'ref'))),
    expected: ({ places }) => [places.range('A10:B12')],
  },
  {
    name: 'the source of a pivot table',
    read: (book) =>
      book
        .related(book.workbookPart, 'pivotCacheDefinition')
        .flatMap((cache) => all(cache, 'worksheetSource').map((source) => attribute(source, 'ref'))),
    expected: ({ places }) => [places.range('A2:B3')],
  },
  {
    name: 'the cell of a check box',
    read: (book) => [
      ...beside('ctrlProp')(book).map((part) => attribute(part, 'fmlaLink')),
      ...vml(book).flatMap((text) =>
        [...text.matchAll(/<x:FmlaLink>([^<]*)</g)].map(([, cell]) => `VML ${cell ?? ''}`),
      ),
    ],
    expected: ({ main }) => [`$H$${String(main.first(10))}`, `VML $H$${String(main.first(10))}`],
  },
  {
    name: 'a picture in the header',
    read: (book) => {
      const drawn =
        all(book.sheet(MAIN), 'legacyDrawingHF').length > 0 &&
        vml(book).some((text) => text.includes('id="RH"'));
      return [String(drawn && first(book.sheet(MAIN), 'oddHeader').includes('&G'))];
    },
    expected: () => ['true'],
  },
  {
    name: 'a picture behind the sheet',
    read: (book) => [
      String(
        all(book.sheet(MAIN), 'picture').length > 0 &&
          book.relations(book.sheetPart(MAIN), 'image').length > 0,
      ),
    ],
    expected: () => ['true'],
  },
  {
    name: 'settings of a printer',
    read: (book) =>
      book
        .relations(book.sheetPart(MAIN), 'printerSettings')
        .map(({ target }) => String(book.parts.get(target)?.length)),
    expected: () => ['64'],
  },
  {
    name: 'a hidden sheet',
    read: (book) =>
      all(book.workbook, 'sheet')
        .filter((sheet) => attribute(sheet, 'state') === 'hidden')
        .map((sheet) => attribute(sheet, 'name')),
    expected: () => ['参数'],
  },
  {
    name: 'a view of the workbook of somebody’s own',
    read: (book) => all(book.workbook, 'customWorkbookView').map((view) => attribute(view, 'name')),
    expected: () => ['打印'],
  },
  {
    name: 'the theme',
    read: (book) =>
      book
        .related(book.workbookPart, 'theme')
        .flatMap((theme) =>
          all(all(theme, 'accent1')[0], 'srgbClr').map((colour) => attribute(colour, 'val')),
        ),
    expected: () => ['C00000'],
  },
  {
    name: 'the author of the workbook',
    read: (book) => all(book.root('docProps/core.xml'), 'creator').map(textOf),
    expected: () => ['书记员甲'],
  },
  {
    name: 'the company',
    read: (book) => all(book.root('docProps/app.xml'), 'Company').map(textOf),
    expected: () => ['某某县人民法院'],
  },
  {
    name: 'a property of one’s own',
    read: (book) =>
      all(book.root('docProps/custom.xml'), 'property').map(
        (property) => `${attribute(property, 'name')}=${textOf(property)}`,
      ),
    expected: () => ['表样版本=3'],
  },
  {
    name: 'custom XML',
    read: (book) => book.related(book.workbookPart, 'customXml').map(textOf),
    expected: () => ['3'],
  },
  {
    name: 'pictures in cells, as WPS keeps them',
    read: (book) => book.related(book.workbookPart, 'cellImage').map((part) => part.localName ?? ''),
    expected: () => ['cellImages'],
  },
  {
    name: 'the list of other workbooks',
    read: (book) =>
      book
        .related(book.workbookPart, 'externalLink')
        .flatMap((part) => all(part, 'sheetName').map((name) => attribute(name, 'val'))),
    expected: () => ['外部'],
  },
];
