import type { Archive } from '../package/archive.ts';
import { unreadable } from '../package/unreadable.ts';
import { refuseOtherKinds } from '../workbook/scan/package-kind.ts';
import { readPart } from '../package/part-reading.ts';
import { partOfKind, readRelationships } from './relationships.ts';
import { isOn } from './sheet-rows.ts';

/** A worksheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

/** Where the parts of a workbook lie, and what it says of itself. */
export interface WorkbookParts {
  readonly part: string;
  readonly date1904: boolean;
  readonly sheets: readonly ListedSheet[];
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
  readonly properties: string | undefined;
}

interface Named {
  readonly name: string;
  readonly hidden: boolean;
  readonly id: string;
}

/** Reads what a package says of its workbook; names, however large their areas, are no content and passed by. */
export async function readWorkbookParts(archive: Archive): Promise<WorkbookParts> {
  await refuseOtherKinds(archive);
  const own = await readRelationships(archive, '');
  const part = partOfKind(own, 'officeDocument');
  if (part === undefined) throw unreadable('no-sheets');
  const named: Named[] = [];
  let date1904 = false;
  await readPart(archive, part, (token, scan) => {
    if (token !== 'start') return;
    if (scan.level === 2 && scan.name === 'workbookPr') date1904 = isOn(scan.tag.text('date1904'));
    if (scan.level !== 3 || scan.name !== 'sheet') return;
    named.push({
      name: scan.tag.text('name') ?? '',
      hidden: (scan.tag.text('state') ?? 'visible') !== 'visible',
      id: scan.tag.text('*:id') ?? '',
    });
  });
  const relationships = await readRelationships(archive, part);
  const sheets: ListedSheet[] = [];
  for (const { id, ...sheet } of named) {
    const found = relationships.get(id);
    // Charts and macros have sheets of their own, which hold no cells.
    if (found && found.kind !== 'worksheet') continue;
    if (found?.target === undefined) throw unreadable('missing-part', { sheet: sheet.name });
    if (sheets.some((other) => other.part === found.target)) throw unreadable('broken-part');
    sheets.push({ ...sheet, part: found.target });
  }
  if (sheets.length === 0) throw unreadable('no-sheets');
  return {
    part,
    date1904,
    sheets,
    sharedStrings: partOfKind(relationships, 'sharedStrings'),
    styles: partOfKind(relationships, 'styles'),
    properties: partOfKind(own, 'custom-properties'),
  };
}
