import { Buffer } from 'node:buffer';
import { readGrid, type GridRow } from './grid.ts';
import type { Parts } from '../package/package.ts';
import { relationsOf, type Relation } from '../package/relations.ts';
import { sharedRuns, type Run } from './rich-text.ts';
import { unreadable } from '../package/unreadable.ts';
import {
  attributeOf,
  brokenPart,
  childOf,
  childrenOf,
  parsePart,
  relationOf,
  rootOf,
} from '../package/xml.ts';
import type { Document, Element } from '../package/xml.ts';

/** One worksheet of an opened workbook; its document is changed in place. */
export interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly document: Document;
  readonly root: Element;
  readonly data: Element;
  readonly rows: readonly GridRow[];
  readonly relations: readonly Relation[];
}

/** An opened workbook: its parts as they came, and the documents of those that may change. */
export interface Workbook {
  readonly parts: Parts;
  readonly part: string;
  readonly document: Document;
  readonly root: Element;
  readonly relations: readonly Relation[];
  readonly date1904: boolean;
  readonly sheets: readonly Sheet[];
  readonly chartSheets: readonly { readonly name: string; readonly part: string }[];
  /** Names of all sheets in their order, chart sheets too: `localSheetId` counts these. */
  readonly sheetNames: readonly string[];
  readonly shared: readonly (readonly Run[])[];
  readonly stylesPart: string | undefined;
}

/** Opens the package of a workbook; refuses one whose parts are not those of a workbook with sheets. */
export function openWorkbook(parts: Parts): Workbook {
  const part = relationsOf(parts, '').find((relation) => relation.kind === 'officeDocument')?.target;
  const bytes = parts.get(part ?? 'xl/workbook.xml');
  if (part === undefined || !bytes) throw unreadable('no-sheets');
  refuseDoctypes(parts);
  const document = parsePart(bytes);
  const root = rootOf(document);
  const relations = relationsOf(parts, part);
  if (relations.some(({ kind }) => kind === 'vbaProject')) throw unreadable('xlsm');
  const listed = childOf(root, 'sheets');
  const sheets = listed
    ? childrenOf(listed, 'sheet').flatMap((sheet) => openSheet(parts, relations, sheet))
    : [];
  if (sheets.length === 0) throw unreadable('no-sheets');
  const properties = childOf(root, 'workbookPr');
  const sharedBytes = parts.get(targetOf(relations, 'sharedStrings') ?? '');
  return {
    parts,
    part,
    document,
    root,
    relations,
    date1904: /^(1|true)$/.test((properties && attributeOf(properties, 'date1904')) ?? ''),
    sheets,
    chartSheets: listed ? chartSheetsOf(relations, listed) : [],
    sheetNames: listed ? childrenOf(listed, 'sheet').map((sheet) => attributeOf(sheet, 'name') ?? '') : [],
    shared: sharedRuns(sharedBytes && rootOf(parsePart(sharedBytes))),
    stylesPart: targetOf(relations, 'styles'),
  };
}

/** The part that a relationship of the kind leads to. */
export function targetOf(relations: readonly Relation[], kind: string): string | undefined {
  return relations.find((relation) => relation.kind === kind)?.target;
}

function openSheet(parts: Parts, relations: readonly Relation[], listed: Element): Sheet[] {
  const id = relationOf(listed);
  const relation = relations.find((candidate) => candidate.id === id);
  if (relation?.kind !== 'worksheet') return [];
  const bytes = parts.get(relation.target);
  if (!bytes) throw brokenPart();
  const document = parsePart(bytes);
  const root = rootOf(document);
  const data = childOf(root, 'sheetData');
  if (!data) throw brokenPart();
  const name = attributeOf(listed, 'name') ?? '';
  const rows = readGrid(data);
  return [
    {
      name,
      part: relation.target,
      document,
      root,
      data,
      rows,
      relations: relationsOf(parts, relation.target),
    },
  ];
}

function chartSheetsOf(relations: readonly Relation[], listed: Element): { name: string; part: string }[] {
  return childrenOf(listed, 'sheet').flatMap((sheet) => {
    const id = relationOf(sheet);
    const relation = relations.find((candidate) => candidate.id === id);
    if (relation?.kind !== 'chartsheet') return [];
    return [{ name: attributeOf(sheet, 'name') ?? '', part: relation.target }];
  });
}

/** A document type declaration could name other files or grow without end; no part of a workbook has one. */
function refuseDoctypes(parts: Parts): void {
  for (const [name, bytes] of parts) {
    if (!/\.(xml|rels)$/i.test(name)) continue;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (text.includes('<!DOCTYPE') || text.includes(Buffer.from('<!DOCTYPE', 'utf16le'))) {
      throw unreadable('doctype');
    }
  }
}
