import { areaOf, type Area } from '../../workbook/formulas/reference.ts';
import { Splice } from './splice.ts';

/** What has to be known of a sheet before it is marked. */
export interface SheetFacts {
  /** The id of the relationship to the boxes of its comments. */
  readonly shapes: string | undefined;
  readonly merges: readonly Area[];
}

/** Looks a sheet through. */
export function sheetFacts(bytes: Uint8Array): SheetFacts {
  const merges: Area[] = [];
  let shapes: string | undefined;
  new Splice(bytes).scan((token, scan) => {
    if (token !== 'start') return;
    if (scan.level === 2 && scan.name === 'legacyDrawing') shapes = scan.tag.text('*:id');
    if (scan.level !== 3 || scan.name !== 'mergeCell') return;
    const area = areaOf(scan.tag.text('ref') ?? '');
    if (area) merges.push(area);
  });
  return { shapes, merges };
}

/** The place itself, or the first cell of the merge that it lies in: the others show nothing and hold no comment. */
export function shownPlace<Place extends { readonly row: number; readonly column: number }>(
  place: Place,
  merges: readonly Area[],
): Place {
  const { row, column } = place;
  const merge = merges.find(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  return merge ? { ...place, row: merge.top, column: merge.left } : place;
}
