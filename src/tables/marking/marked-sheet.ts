import { partOfKind, type Relationship } from '../relationships.ts';
import { cellName } from '../../workbook/formulas/reference.ts';
import { relationsPart } from '../../package/relations.ts';
import { commentsPart, extendedComments, type Comment } from './comments.ts';
import { extendedShapes, shapesPart, type Shape } from './comment-shapes.ts';
import type { CellMark } from './marks.ts';
import { redCells } from './red-cells.ts';
import { withRedRule } from './red-rule.ts';
import { Splice } from './splice.ts';
import { withRelations, type NewRelation, type NewType } from './workbook-front.ts';

/** The parts of a package while it is marked: what is put in, and what its content types have to tell. */
export interface MarkedPackage {
  readonly parts: Map<string, Uint8Array>;
  readonly types: NewType[];
  /** The namespace of relationships, which the strict format has another of. */
  readonly relations: string;
  readonly author: string;
  readonly red: (style: number) => number;
  /** The red look of rules, which win over a cell's own. */
  readonly redRule: () => number;
}

/** A sheet with its relationships as they were. */
export interface SheetPart {
  readonly part: string;
  /** The drawing with the boxes of its comments; pictures of its header have another one of the same kind. */
  readonly shapes: string | undefined;
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** A number that no other sheet has. */
  readonly number: number;
}

/** Marks the cells of one sheet: red, with a comment each. A conversation on a cell is left alone. */
export function markSheet(marked: MarkedPackage, sheet: SheetPart, marks: readonly CellMark[]): void {
  const { parts } = marked;
  const added = marks.length === 0 ? [] : putComments(marked, sheet, marks);
  const bytes = parts.get(sheet.part);
  if (!bytes) return;
  const rows = new Map<number, Set<number>>();
  for (const { row, column } of marks) rows.set(row, (rows.get(row) ?? new Set()).add(column));
  const shapes = added.find(({ kind }) => kind === 'vmlDrawing')?.id;
  const coloured = redCells(bytes, { rows, red: marked.red, shapes, relations: marked.relations });
  parts.set(sheet.part, withRedRule(coloured, marks, marked.redRule));
  if (added.length === 0) return;
  const name = relationsPart(sheet.part);
  parts.set(name, withRelations(parts.get(name), added, marked.relations));
}

/** Puts the comments and their boxes in; gives the relationships that the sheet gets. */
function putComments(marked: MarkedPackage, sheet: SheetPart, marks: readonly CellMark[]): NewRelation[] {
  const { parts } = marked;
  const talked = talkedCells(parts, sheet);
  const texts = new Map<string, Shape>();
  for (const { row, column, sentence } of marks) {
    const cell = cellName(row, column);
    const before = texts.get(cell)?.text;
    if (!talked.has(cell))
      texts.set(cell, { row, column, text: before === undefined ? sentence : `${before}\n${sentence}` });
  }
  if (texts.size === 0) return [];
  let comments: readonly Comment[] = [...texts].map(([cell, { text }]) => ({ cell, text }));

  const old = partOfKind(sheet.relationships, 'comments');
  const oldBytes = parts.get(old ?? '');
  const drawing = sheet.shapes;
  const added: NewRelation[] = [];
  const put = new Map<string, Uint8Array>();
  if (old !== undefined && oldBytes) {
    const extended = extendedComments(oldBytes, comments, marked.author);
    comments = extended.added;
    put.set(old, extended.part);
  } else {
    const part = freeName(parts, (number) => `xl/comments${number}.xml`);
    put.set(part, encode(commentsPart(comments, marked.author, marked.relations.includes('purl.oclc.org'))));
    added.push({
      id: freeId(sheet.relationships, 'rIdComments'),
      kind: 'comments',
      target: pathTo(sheet.part, part),
    });
    marked.types.push({
      part,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
    });
  }
  const shapes = comments.flatMap(({ cell }) => texts.get(cell) ?? []);
  const shapesNow = drawing === undefined ? undefined : parts.get(drawing);
  if (drawing !== undefined && shapesNow) {
    const extended = extendedShapes(new TextDecoder().decode(shapesNow), shapes);
    // Comments without boxes make Excel offer a repair: then the cells are red and no more.
    if (extended === undefined) return [];
    put.set(drawing, encode(extended));
  } else {
    const part = freeName(parts, (number) => `xl/drawings/vmlDrawing${number}.vml`);
    put.set(part, encode(shapesPart(shapes, 1_000 + sheet.number)));
    added.push({
      id: freeId(sheet.relationships, 'rIdShapes'),
      kind: 'vmlDrawing',
      target: pathTo(sheet.part, part),
    });
    marked.types.push({ ending: 'vml', type: 'application/vnd.openxmlformats-officedocument.vmlDrawing' });
  }
  for (const [name, bytes] of put) parts.set(name, bytes);
  return added;
}

/** The cells with threaded comments, whose old comment is only a stand-in. */
function talkedCells(parts: ReadonlyMap<string, Uint8Array>, sheet: SheetPart): Set<string> {
  const cells = new Set<string>();
  const bytes = parts.get(partOfKind(sheet.relationships, 'threadedComment') ?? '');
  if (!bytes) return cells;
  new Splice(bytes).scan((token, scan) => {
    if (token === 'start' && scan.level === 2) cells.add(scan.tag.text('ref') ?? '');
  });
  return cells;
}

/** A target as a part writes it: some readers know only those of the usual form, `../comments1.xml`. */
export function pathTo(from: string, part: string): string {
  const here = from.split('/').slice(0, -1);
  const there = part.split('/');
  while (here.length > 0 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return [...here.map(() => '..'), ...there].join('/');
}

/** An id that none of a part's relationships has. */
export function freeId(relationships: ReadonlyMap<string, unknown>, wanted: string): string {
  for (let number = 1; ; number += 1) {
    const free = `${wanted}${String(number)}`;
    if (!relationships.has(free)) return free;
  }
}

/** A name that no part has, whatever its case. */
export function freeName(parts: ReadonlyMap<string, unknown>, name: (number: string) => string): string {
  const taken = new Set([...parts.keys()].map((key) => key.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const free = name(String(number));
    if (!taken.has(free.toLowerCase())) return free;
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
