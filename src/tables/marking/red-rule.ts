import { cellName } from '../../domain/cell-name.ts';
import type { Place } from '../../domain/cell-name.ts';
import { prefixed, prefixAt, Splice } from './splice.ts';

/** Elements of a sheet that stand before its rules for looks (ECMA-376 18.3.1.99). */
const before = new Set(
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr'.split(
    ' ',
  ),
);

/**
 * The sheet with a rule that keeps the marked cells red: what a rule of the sheet's own paints, such as the pale yellow of a form's
 * empty cells, would lie over their ground. Ours comes first, the others after it; a sheet without rules stays as it is. `look` gives
 * the number of the red look, and is asked only where it is needed.
 */
export function withRedRule(bytes: Uint8Array, marks: readonly Place[], look: () => number): Uint8Array {
  const splice = new Splice(bytes);
  let prefix = '';
  let place = 0;
  let rules = 0;
  splice.scan((token, { level, name, tag, start, end }) => {
    if (level === 1 && token === 'start') prefix = prefixAt(splice, start);
    if (level === 2 && token !== 'text' && before.has(name)) place = end;
    // Those of Excel 2010 stand further down, in a list of their own.
    if (token !== 'start' || name !== 'cfRule') return;
    rules += 1;
    const priority = tag.range('priority');
    const number = Number(tag.text('priority'));
    if (priority && Number.isInteger(number)) splice.replace(priority.from, priority.to, String(number + 1));
  });
  if (rules === 0 || marks.length === 0) return bytes;
  const cells = [...new Set(marks.map(({ row, column }) => cellName(row, column)))].join(' ');
  const rule = `<cfRule type="expression" dxfId="${String(look())}" priority="1" stopIfTrue="1"><formula>TRUE</formula></cfRule>`;
  splice.insert(
    place,
    prefixed(`<conditionalFormatting sqref="${cells}">${rule}</conditionalFormatting>`, prefix),
  );
  return splice.done();
}
