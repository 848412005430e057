import { Buffer } from 'node:buffer';
import { openArchive, type Archive, type ArchiveLimits } from '../package/archive.ts';
import { writePackage } from '../package/package.ts';
import { relationsPart } from '../package/relations.ts';
import { foldSheet } from '../workbook/sheet-name.ts';
import { unreadable } from '../package/unreadable.ts';
import { csvWorkbook, PLAIN_STYLES, sheetNameFrom } from './marking/csv-workbook.ts';
import { findingSheet } from './marking/finding-sheet.ts';
import { freeId, freeName, markSheet, pathTo, type MarkedPackage } from './marking/marked-sheet.ts';
import type { CellMark, FindingList } from './marking/marks.ts';
import { sheetFacts, shownPlace } from './marking/sheet-facts.ts';
import { markStyles } from './marking/style-list.ts';
import {
  withFrontSheet,
  withRelations,
  withTypes,
  type NewRelation,
  type NewType,
} from './marking/workbook-front.ts';
import { isPackage, readTables } from './read-tables.ts';
import { readRelationships } from './relationships.ts';
import { readWorkbookParts } from './workbook-parts.ts';

export type { CellMark, FindingList, ListedFinding } from './marking/marks.ts';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** All parts are held in memory: a workbook that only empty cells make larger gets no copy. */
const limits: ArchiveLimits = { parts: 2_000, part: 60_000_000, sum: 120_000_000, sumOf: 'declared' };

/**
 * The clerk's own workbook with each wrong cell red and commented, and a list of all findings in front: its own parts
 * stay byte for byte but for what is put in. Of a CSV, a plain workbook with its cells as texts, marked in the same way.
 * The same input gives the same bytes. Throws a Refusal `invalid` where the file can't be read or is too large to hold.
 */
export async function markedCopy(
  name: string,
  bytes: Uint8Array,
  marks: readonly CellMark[],
  list: FindingList,
): Promise<Uint8Array> {
  if (isPackage(bytes)) return markedWorkbook(await openArchive(bytes, limits), marks, list);
  const { tables } = await readTables(name, bytes);
  const [table] = tables;
  if (!table) throw unreadable('no-sheets');
  const sheet = sheetNameFrom(table.name);
  const { bytes: workbook } = await writePackage(csvWorkbook({ ...table, name: sheet }));
  return markedWorkbook(
    await openArchive(workbook, limits),
    marks.map((mark) => ({ ...mark, sheet })),
    { ...list, rows: list.rows.map((row) => ({ ...row, sheet })) },
  );
}

async function markedWorkbook(
  archive: Archive,
  marks: readonly CellMark[],
  list: FindingList,
): Promise<Uint8Array> {
  const found = await readWorkbookParts(archive);
  const own = await readRelationships(archive, found.part);
  const parts = await allParts(archive);
  const front: NewRelation[] = [];
  const types: NewType[] = [];
  const styles = found.styles ?? plainStyles(found.part, parts, front, types);
  const styled = markStyles(partIn(parts, styles));
  const relations = relationsNamespace(partIn(parts, found.part));
  const { red, redRule } = styled;
  const marked: MarkedPackage = { parts, types, relations, author: list.author, red, redRule };
  for (const [index, { name, part }] of found.sheets.entries()) {
    const relationships = await readRelationships(archive, part);
    const { shapes, merges } = sheetFacts(partIn(parts, part));
    const here = marks
      .filter((mark) => foldSheet(mark.sheet) === foldSheet(name))
      .map((mark) => shownPlace(mark, merges));
    const drawing = relationships.get(shapes ?? '')?.target;
    markSheet(marked, { part, relationships, shapes: drawing, number: index }, here);
  }
  for (const { kind, target } of own.values())
    if (kind === 'chartsheet' && target !== undefined)
      markSheet(marked, { part: target, relationships: new Map(), shapes: undefined, number: 0 }, []);

  const sheet = freeName(parts, (number) => `xl/worksheets/sheet${number}.xml`);
  parts.set(
    sheet,
    encode(findingSheet(list, styled, new Set(found.sheets.map(({ name }) => name)), relations)),
  );
  types.push({ part: sheet, type: `${spreadsheet}.worksheet+xml` });
  const id = freeId(own, 'rIdList');
  front.push({ id, kind: 'worksheet', target: pathTo(found.part, sheet) });
  const taken = new Set(found.sheets.map(({ name }) => foldSheet(name)));
  const named = freeTitle(list.name, taken);
  parts.set(found.part, withFrontSheet(partIn(parts, found.part), named, id, relations));
  const name = relationsPart(found.part);
  parts.set(name, withRelations(parts.get(name), front, relations));
  const told = archive.nameOf('[Content_Types].xml') ?? '';
  parts.set(told, withTypes(partIn(parts, told), types));
  parts.set(styles, styled.done());
  return (await writePackage(parts)).bytes;
}

async function allParts(archive: Archive): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  for (const name of archive.names) {
    const pieces: Uint8Array[] = [];
    if (!name.endsWith('/')) for await (const piece of archive.pieces(name)) pieces.push(piece);
    parts.set(name, Buffer.concat(pieces));
  }
  return parts;
}

function partIn(parts: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = parts.get(name);
  if (!bytes) throw unreadable('missing-part');
  return bytes;
}

/** A workbook without styles gets plain ones. */
function plainStyles(
  main: string,
  parts: Map<string, Uint8Array>,
  front: NewRelation[],
  types: NewType[],
): string {
  const part = parts.has('xl/styles.xml')
    ? freeName(parts, (number) => `xl/styles${number}.xml`)
    : 'xl/styles.xml';
  parts.set(part, encode(PLAIN_STYLES));
  front.push({ id: 'rIdPlainStyles', kind: 'styles', target: pathTo(main, part) });
  types.push({ part, type: `${spreadsheet}.styles+xml` });
  return part;
}

function relationsNamespace(workbook: Uint8Array): string {
  const text = new TextDecoder().decode(workbook.subarray(0, 4_096));
  return text.includes('http://purl.oclc.org/ooxml/officeDocument/relationships')
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
}

function freeTitle(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(foldSheet(name))) return name;
  for (let number = 2; ; number += 1) {
    const free = `${name}(${String(number)})`;
    if (!taken.has(foldSheet(free))) return free;
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
