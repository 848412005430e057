/** A cell of the clerk's workbook that is wrong; row and column count from 1. */
export interface CellMark {
  /** The sheet's name; of a CSV any text, since it has one sheet only. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** What is wrong, what is expected, what to do: the comment. */
  readonly sentence: string;
}

/** One line of the list in front. */
export interface ListedFinding {
  readonly sheet: string;
  /** Undefined where the finding is about the whole sheet or the file. */
  readonly place?: { readonly row: number; readonly column: number };
  /** What stands in the cell; empty for fields with personal data. */
  readonly content: string;
  readonly problem: string;
  readonly remedy: string;
}

/** The sheet that is put in front, with its words. */
export interface FindingList {
  /** 问题清单; a number is added where the workbook has such a sheet. */
  readonly name: string;
  readonly title: string;
  /** 序号, 工作表, 单元格, 内容, 问题, 应如何改. */
  readonly heads: readonly [string, string, string, string, string, string];
  readonly rows: readonly ListedFinding[];
  /** Whose comments they are: the program's name. */
  readonly author: string;
}
