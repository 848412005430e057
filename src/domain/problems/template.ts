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
  /** `part` is the kind of the part that can't be moved safely, in the package's own word: chart, comments, table … */
  | { readonly code: 'part-unmovable'; readonly part: string }
  | { readonly code: 'too-many-rows'; readonly rows: number; readonly limit: number }
  /** The text of a row needs `points` of height, and Excel gives no more than `limit`. */
  | { readonly code: 'row-too-high'; readonly points: number; readonly limit: number };
