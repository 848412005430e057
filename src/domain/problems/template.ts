/** What may stand in a template and can't be moved or filled safely in every place. */
export type UnmovablePart =
  /** A series that takes a repeated row across columns. */
  | 'chart'
  /** A detail row that is the head or the total of an Excel table. */
  | 'table'
  /** A mark among the heads of an Excel table, which are the names of its columns. */
  | 'tableHeads'
  /** A detail row among the rows that a query fills. */
  | 'queryTable'
  /** A detail row among the rows of a pivot table. */
  | 'pivotTable'
  /** An ActiveX control. */
  | 'control'
  /** An array formula, or a data table (what-if), with a detail row among its cells. */
  | 'arrayFormula'
  | 'dataTable'
  /** A reference through sheets on which its cells go different ways. */
  | 'reference3D';

/** What can be wrong with a clerk's template. Sheet and cell stand in the finding's `where`. */
export type TemplateProblem =
  /** `mark` and `nearest` are names without their braces. */
  | { readonly code: 'mark-unknown'; readonly mark: string; readonly nearest?: string }
  /** `{.日期}` on a sheet that doesn't tell which list is meant. */
  | { readonly code: 'mark-without-list'; readonly mark: string }
  /** A row can repeat for one list only. */
  | { readonly code: 'row-of-two-lists'; readonly lists: readonly string[] }
  /** A list has one detail row on a sheet; `firstCell` is where the first one stands. */
  | { readonly code: 'list-twice'; readonly list: string; readonly firstCell: string }
  /** The data has a list that no mark of the template takes: its rows are left out. */
  | { readonly code: 'list-without-mark'; readonly list: string }
  /** A merge begins in a detail row and ends below it, so the row can't be repeated; `merge` is its range. */
  | { readonly code: 'merge-cuts-detail-row'; readonly merge: string }
  /** Something that rows can't be added to safely; its cell is in `where`. */
  | { readonly code: 'part-unmovable'; readonly part: UnmovablePart }
  /** Of the `texts` of a masked edition that are listed for review, so many may still name somebody, and nobody was asked. */
  | { readonly code: 'masked-doubtful'; readonly texts: number; readonly doubtful: number }
  /** A masked edition was not made: `part` of its package tells what it must not, or can't be looked into. */
  | { readonly code: 'masked-part-tells'; readonly part: string }
  /** Whose names are in files that can't be read isn't known, so that other ledgers' texts might tell them. */
  | { readonly code: 'masked-ledger-unread'; readonly files: readonly string[] }
  | { readonly code: 'too-many-rows'; readonly rows: number; readonly limit: number }
  /** The text of a cell needs `points` of height, and Excel gives no more than `limit`: about `hidden` characters can't be seen. */
  | {
      readonly code: 'row-too-high';
      readonly points: number;
      readonly limit: number;
      readonly hidden: number;
    }
  /** A text was set in so many points, smaller than its cell says, to be wholly visible. */
  | { readonly code: 'text-set-smaller'; readonly points: number }
  /** A font that an office computer may lack: it shows `shown` instead; `similar` is a font of every office that comes close. */
  | {
      readonly code: 'font-missing';
      readonly font: string;
      readonly shown: string;
      readonly similar?: string;
    }
  /** A mark stands in a cell that a merge covers, where nobody sees it. */
  | { readonly code: 'mark-under-merge'; readonly mark: string; readonly merge: string }
  /** A mark stands in a header or footer, or in a text box: only cells are filled. */
  | { readonly code: 'mark-out-of-reach'; readonly mark: string; readonly place: 'header' | 'drawing' }
  /** The print area `area` leaves out a cell with a mark. */
  | { readonly code: 'print-area-misses'; readonly area: string }
  /** No heads are repeated at the top of the pages of a list; `row` is the last row above it. */
  | { readonly code: 'print-titles-missing'; readonly row: number }
  /** The rows that are repeated at the top of every page, `4:6`, have a detail row among them. */
  | { readonly code: 'print-titles-repeat-rows'; readonly rows: string }
  /** A cell for days is too narrow for one: `####` would be printed. */
  | { readonly code: 'day-too-wide' };
