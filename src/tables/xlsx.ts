import { Refusal, type Where } from '../domain/problem.ts';
import type { ReadTable, ReadTables } from '../domain/read-table.ts';
import { openArchive, type Archive, type ArchiveLimits } from '../package/archive.ts';
import { Budget } from './budget.ts';
import { valueReader, type CellContext } from './cell-value.ts';
import { readCustomProperties } from './custom-properties.ts';
import { readDayStyles } from './day-styles.ts';
import { clippedMerges } from './merges.ts';
import { readPart } from '../package/part-reading.ts';
import { readSharedStrings } from './shared-strings.ts';
import { SheetRows } from './sheet-rows.ts';
import { readWorkbookParts, type ListedSheet } from './workbook-parts.ts';

/** A sheet formatted to its last row, 14 cells in each, has 350 to 450 MB of XML and a few dozen of a file. */
const limits: ArchiveLimits = { parts: 2_000, part: 480_000_000, sum: 600_000_000, sumOf: 'inflated' };

/**
 * Reads an .xlsx within bounds: what is kept of it is its content, however much the package says about empty cells.
 * Throws a Refusal `invalid` (`workbook-unreadable`, `workbook-too-large`, `workbook-too-full`).
 */
export async function readXlsx(bytes: Uint8Array): Promise<ReadTables> {
  const archive = await openArchive(bytes, limits);
  const parts = await readWorkbookParts(archive);
  const budget = new Budget();
  const context: CellContext = {
    date1904: parts.date1904,
    shared: await readSharedStrings(archive, parts.sharedStrings, budget),
    isDay: await readDayStyles(archive, parts.styles),
    budget,
  };
  const properties = await readCustomProperties(archive, parts.properties);
  const tables: ReadTable[] = [];
  for (const sheet of parts.sheets) tables.push(await readSheet(archive, sheet, context));
  return { date1904: parts.date1904, properties, tables };
}

async function readSheet(archive: Archive, sheet: ListedSheet, context: CellContext): Promise<ReadTable> {
  const found = new SheetRows(valueReader(context), context.budget);
  try {
    await readPart(
      archive,
      sheet.part,
      (token, scan) => {
        found.take(token, scan);
      },
      limits.part,
    );
  } catch (thrown) {
    throw thrown instanceof Refusal ? withPlace(thrown, { sheet: sheet.name, ...found.place }) : thrown;
  }
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    rows: found.rows,
    merges: clippedMerges(found.merges, found.rows),
  };
}

function withPlace(refused: Refusal, place: Where): Refusal {
  const findings = refused.findings.map((finding) => ({ ...finding, where: { ...place, ...finding.where } }));
  return new Refusal(refused.kind, findings, { cause: refused });
}
