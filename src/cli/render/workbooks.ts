import { show } from './show.ts';

/** A workbook that was made: where it lies, and the SHA-256 over its parts. */
export interface MadeWorkbook {
  readonly path: string;
  readonly digest: string;
}

/** A line for each workbook, its place and the beginning of its digest. */
export function workbookLines(workbooks: readonly MadeWorkbook[]): readonly string[] {
  return workbooks.map(({ path, digest }) => `  ${show(path)}  ${digest.slice(0, 12)}`);
}
