import type { Finding } from '../problem.ts';
import { placeOf } from '../cell-name.ts';

/** Findings as a person meets them who goes through the sheets: file by file, sheet by sheet, down the rows. */
export function inSheetOrder(
  findings: readonly Finding[],
  sheets: readonly { readonly file: string; readonly sheet: string }[],
): readonly Finding[] {
  const order = new Map(sheets.map(({ file, sheet }, at) => [`${file}\n${sheet}`, at]));
  const rank = ({
    where: { file = '', sheet = '', cell = '' },
  }: Finding): readonly [number, number, number] => {
    const place = placeOf(cell);
    return [order.get(`${file}\n${sheet}`) ?? -1, place?.row ?? 0, place?.column ?? 0];
  };
  const ranked = findings.map((finding) => ({ finding, rank: rank(finding) }));
  ranked.sort((one, other) => {
    const [first, second, third] = one.rank;
    const [sheet, row, column] = other.rank;
    return first - sheet || second - row || third - column;
  });
  return ranked.map(({ finding }) => finding);
}
