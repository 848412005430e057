/** Why a file can't be opened as a workbook. Sheet and cell, where they are known, stand in the finding's `where`. */
export type UnreadableReason =
  /** Not a workbook of the format at all; what the first bytes show it to be, whatever its name says. */
  | 'empty'
  | 'encrypted'
  | 'xls'
  | 'xlsb'
  | 'xlsm'
  | 'ods'
  | 'document'
  | 'html'
  | 'mht'
  | 'rtf'
  | 'pdf'
  | 'json'
  | 'text'
  | 'other'
  /** A package that was not copied to its end, or some of whose bytes were changed on the way. */
  | 'cut'
  | 'damaged'
  /** A package that no spreadsheet program writes. */
  | 'too-many-parts'
  | 'unsafe-path'
  | 'duplicate-part'
  | 'overlap'
  | 'false-size'
  | 'ratio'
  /** Parts that are not what the standard says. */
  | 'no-sheets'
  | 'missing-part'
  | 'doctype'
  | 'entity'
  | 'encoding'
  | 'too-deep'
  | 'too-long'
  | 'broken-part'
  | 'bad-reference'
  | 'out-of-order'
  | 'bad-string';

/** What can be wrong with a workbook as such, a template or a sheet to be imported, before anybody asks what it says. */
export type WorkbookProblem =
  | { readonly code: 'workbook-unreadable'; readonly reason: UnreadableReason }
  /** Unpacked, the workbook or one of its parts has more bytes than a spreadsheet of an office ever has. */
  | { readonly code: 'workbook-too-large'; readonly bytes: number; readonly limit: number }
  /** More cells with content, or more text, than can be held. */
  | { readonly code: 'workbook-too-full' }
  /** A file that should be a Word document and is none, or a damaged one; or one larger than an office's ever are. */
  | { readonly code: 'document-unreadable'; readonly reason: 'no-document' | 'too-large' }
  /** A quoted field of a CSV that doesn't end, or goes on behind its closing quote; the line stands in `where`. */
  | { readonly code: 'csv-quotes' }
  /** A zero byte in a CSV; the line stands in `where`. */
  | { readonly code: 'csv-nul' };
