/** Why a row of a sheet is none of the rows that are imported. */
export type LeftOutRow = 'total' | 'signature' | 'note' | 'none' | 'title';

/** What can be wrong with a sheet that is imported. File, sheet and cell stand in the finding's `where`. */
export type ImportProblem =
  /** Nothing in the files is a ledger. */
  | { readonly code: 'import-nothing' }
  | { readonly code: 'sheet-no-ledger'; readonly rows: number }
  /** The title says which ledger it is, but no row says what its columns are. */
  /** Rows above the first heads that look like entries, under heads that nobody knows or under none. */
  | { readonly code: 'rows-above-heads'; readonly rows: number }
  | { readonly code: 'sheet-without-heads'; readonly ledger: string; readonly heads: readonly string[] }
  /** The title says which ledger it is, and a row has some of its heads, but as many that nobody knows. */
  | {
      readonly code: 'sheet-heads-unknown';
      readonly ledger: string;
      readonly row: number;
      readonly known: number;
      readonly unknown: readonly string[];
      readonly heads: readonly string[];
    }
  /** The heads fit several ledgers, and no title says which. */
  | { readonly code: 'sheet-of-several'; readonly ledgers: readonly string[] }
  /** The title says that it is the ledger of another judge. */
  | { readonly code: 'sheet-of-another'; readonly judge: string; readonly owner: string }
  | { readonly code: 'column-missing'; readonly label: string; readonly ledger: string }
  /** Columns that all claim to be one field; `columns` are their letters. */
  | { readonly code: 'column-twice'; readonly label: string; readonly columns: readonly string[] }
  /** A column that nobody knows. `fields` are the heads that are still free; `head` is empty where there is none. */
  | {
      readonly code: 'column-left-out';
      readonly head: string;
      readonly column: string;
      readonly fields: readonly string[];
      readonly nearest?: string;
    }
  /** Somebody said before that it is to be left out. */
  | { readonly code: 'column-left-out-again'; readonly head: string; readonly column: string }
  /** Rows of a sheet that are no entries, by what they are. */
  | {
      readonly code: 'rows-left-out';
      readonly groups: readonly { readonly why: LeftOutRow; readonly rows: readonly number[] }[];
    }
  /** Rows that are hidden, or all of a hidden sheet, are imported like the others. */
  | { readonly code: 'rows-hidden'; readonly rows: readonly number[]; readonly sheet: boolean }
  /** Cells of entries that a merged area covers, with a content that it does not show; the first of so many. */
  | { readonly code: 'values-under-merge'; readonly cells: readonly string[]; readonly count: number }
  | {
      readonly code: 'row-of-another';
      readonly judge: string;
      readonly owner: string;
      /** All rows of the sheet that name this judge. */
      readonly rows: readonly number[];
    }
  | { readonly code: 'day-without-year'; readonly found: string }
  /** 7月3日-5日: an entry has one day. */
  | { readonly code: 'day-range'; readonly found: string }
  /** A number such as 7.1, which may have been typed as 7.10. */
  | { readonly code: 'day-as-number'; readonly found: string }
  /** What was typed into a text became a day, such as 3-5. */
  | { readonly code: 'text-as-day'; readonly found: string }
  /** A bare number in a column whose heads and notes don't tell for certain whether it counts yuan or ten thousand yuan. */
  | { readonly code: 'amount-times-ten-thousand'; readonly found: string }
  /** A number of more digits than a spreadsheet program keeps. */
  | { readonly code: 'number-lost-digits'; readonly length: number }
  | { readonly code: 'cell-error'; readonly found: string }
  | { readonly code: 'cell-unreckoned' }
  /** The id is that of an entry that says something else in these fields. */
  | { readonly code: 'row-differs'; readonly id: string; readonly fields: readonly string[] }
  | { readonly code: 'row-removed'; readonly id: string }
  /** An entry says the same and, in these fields, what the row leaves empty. */
  | { readonly code: 'row-in-fuller-entry'; readonly id: string; readonly fields: readonly string[] }
  /** What `import-heads.json` names is no field of the kind. */
  | {
      readonly code: 'head-field-unknown';
      readonly field: string;
      readonly kind: string;
      readonly nearest?: string;
    }
  | { readonly code: 'head-twice'; readonly head: string; readonly kind: string };
