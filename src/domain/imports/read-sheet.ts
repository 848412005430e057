import type { CalendarDate } from '../calendar-date.ts';
import { unitOfNotes, type AmountUnit } from './amount-unit.ts';
import { cellName } from '../cell-name.ts';
import type { Kind } from '../kinds/kind.ts';
import { error, warning, type Finding, type Problem, type Where } from '../problem.ts';
import type { ReadTable } from '../read-table.ts';
import { judgesNamed, type Roster } from '../roster.ts';
import type { Language } from '../words.ts';
import type { LearntHeads } from './columns.ts';
import {
  claimedColumns,
  hasTown,
  headsUnknown,
  missingColumns,
  unknownHeads,
  type UnknownHead,
} from './head-findings.ts';
import type { GridRow } from './grid-row.ts';
import type { ImportRow } from './import-row.ts';
import { readRow, type RowContext } from './read-row.ts';
import type { RowOwner } from './row-owner.ts';
import { rowKind } from './row-kind.ts';
import { SectionColumns } from './section-columns.ts';
import { recognise, type Section } from './sections.ts';
import { SheetNotes } from './sheet-notes.ts';
import { saysSomething } from './value-text.ts';
import { gridOf, ownTexts } from './sheet-grid.ts';
import { judgeIn, timeIn, townIn, type SheetTime, type YearSource } from './sheet-title.ts';

/** What reading a sheet needs to know beside the sheet. */
export interface SheetQuestion {
  readonly kinds: readonly Kind[];
  readonly roster: Roster;
  readonly owner: RowOwner;
  /** The ids of the ledger's entries. */
  readonly entryIds: ReadonlySet<string>;
  readonly today: CalendarDate;
  readonly language: Language;
  readonly learnt: LearntHeads;
  /** `--year`: the year of days without one, whatever a sheet tells. */
  readonly year: number | undefined;
  readonly notCounted: string;
}

/** The file that a sheet is of. */
export interface SheetSource {
  readonly file: string;
  /** The file's name without folder and ending. */
  readonly name: string;
  readonly date1904: boolean;
  /** A CSV, in which what a spreadsheet program would reckon is neutralised. */
  readonly plain: boolean;
  /** A blank form that the tool made: its guidance tells no year. */
  readonly form: boolean;
}

/** The year that days without one were taken to be of, and how many they are. */
export interface YearTaken {
  readonly year: number;
  readonly from: YearSource;
  readonly days: number;
}

/** A sheet as it was read. */
export interface SheetRead {
  readonly file: string;
  readonly sheet: string;
  /** The ledgers that it holds; none where it was skipped. */
  readonly kinds: readonly Kind[];
  readonly rows: readonly ImportRow[];
  readonly findings: readonly Finding[];
  readonly unknown: readonly UnknownHead[];
  readonly years: readonly YearTaken[];
}

/** The years of all sheets, one by who told it. */
export function yearsTaken(sheets: readonly SheetRead[]): readonly YearTaken[] {
  const taken = new Map<string, YearTaken>();
  for (const { year, from, days } of sheets.flatMap(({ years }) => years)) {
    const key = `${String(year)} ${from}`;
    taken.set(key, { year, from, days: days + (taken.get(key)?.days ?? 0) });
  }
  return [...taken.values()];
}

/** Reads a sheet: finds out what it is, then every row below its heads. */
export function readSheet(table: ReadTable, source: SheetSource, question: SheetQuestion): SheetRead {
  const grid = gridOf(table);
  const { kinds, learnt, language } = question;
  const where: Where = { file: source.file, sheet: table.name };
  const base = {
    file: source.file,
    sheet: table.name,
    kinds: [],
    rows: [],
    findings: [],
    unknown: [],
    years: [],
  };
  // A workbook always has a sheet or two that nobody ever wrote on.
  if (grid.every((row) => ownTexts(row).length === 0)) return base;
  const found = recognise(grid, { kinds, learnt, names: [table.name, source.name] });
  switch (found.type) {
    case 'ledger': {
      const read = readSections(found.sections, table, source, question);
      const [first] = found.stray;
      if (first === undefined) return read;
      const problem: Problem = { code: 'rows-above-heads', rows: found.stray.length };
      return {
        ...read,
        findings: [error(problem, { ...where, cell: cellName(first, 1) }), ...read.findings],
      };
    }
    case 'other':
      // The lists that a form's drop-downs take lie on hidden sheets of its own.
      return table.hidden
        ? base
        : { ...base, findings: [warning({ code: 'sheet-no-ledger', rows: grid.length }, where)] };
    case 'without-heads': {
      const { kind } = found;
      const heads = kind.fields.filter(({ required }) => required === true).map(({ label }) => label.zh);
      const problem: Problem = { code: 'sheet-without-heads', ledger: kind.ledger[language], heads };
      return { ...base, findings: [error(problem, { ...where, cell: 'A1' })] };
    }
    case 'heads-unknown': {
      const problem = headsUnknown(found.head, language);
      const cell = cellName(found.head.row, found.head.columns[0]?.column ?? 1);
      return { ...base, findings: [error(problem, { ...where, cell })] };
    }
    case 'several': {
      const ledgers = found.kinds.map(({ ledger }) => ledger.zh);
      const cell = cellName(found.row, 1);
      return { ...base, findings: [error({ code: 'sheet-of-several', ledgers }, { ...where, cell })] };
    }
  }
}

function readSections(
  sections: readonly Section[],
  table: ReadTable,
  source: SheetSource,
  question: SheetQuestion,
): SheetRead {
  const notes = new SheetNotes({ file: source.file, sheet: table.name });
  const rows: ImportRow[] = [];
  const years: YearTaken[] = [];
  const unknown = new Map<string, UnknownHead>();
  // What counts ten thousands is told once, above the first table or below the last.
  const unit = unitOfNotes(sections.flatMap((section) => notesAround(section, source)));
  for (const section of sections) {
    const read = readSection(section, table, source, question, notes, unit);
    rows.push(...read.rows);
    years.push(...read.years);
    for (const head of read.unknown) unknown.set(`${head.kind.id} ${head.head}`, head);
  }
  const kinds = [...new Set(sections.map(({ head }) => head.kind))];
  if (table.hidden && rows.length > 0) notes.hidden = { rows: rows.map(({ number }) => number), sheet: true };
  return {
    file: source.file,
    sheet: table.name,
    kinds,
    rows,
    findings: notes.findings(),
    unknown: [...unknown.values()],
    years,
  };
}

/** The titles that tell something of the rows: the guidance of a form of ours tells of examples. */
function toldIn(titles: readonly string[], { form }: SheetSource): readonly string[] {
  return form ? titles.slice(-1) : titles;
}

/** What stands above a table, and the notes below it. */
function notesAround({ head, titles, rows }: Section, source: SheetSource): readonly string[] {
  const below = rows.filter((row) => ['note', 'title', 'signature'].includes(rowKind(row, head) ?? 'entry'));
  return [...toldIn(titles, source), ...below.flatMap(ownTexts)];
}

function readSection(
  { head, titles, rows }: Section,
  table: ReadTable,
  source: SheetSource,
  question: SheetQuestion,
  notes: SheetNotes,
  unit: AmountUnit | undefined,
): Pick<SheetRead, 'rows' | 'unknown' | 'years'> {
  const { roster, owner, year, language } = question;
  const told = toldIn(titles, source);
  const names = [table.name, source.name];
  const town = hasTown(head) ? undefined : townIn(roster, [...titles, ...names]);
  const failed = new Set([
    ...missingColumns(head, town, language, notes),
    ...claimedColumns(head, language, notes),
  ]);
  const columns = new SectionColumns(head, unit);
  const another = judgeIn(titles);
  const isAnothers =
    another !== undefined && another !== owner.name && judgesNamed(roster, another).length > 0;
  if (isAnothers)
    notes.tell({ code: 'sheet-of-another', judge: another, owner: owner.name }, cellName(head.top, 1));
  const read: ImportRow[] = [];
  const kept: GridRow[] = [];
  const years: YearTaken[] = [];
  const timeOf = (texts: readonly string[]): SheetTime => ({
    ...timeIn({ titles: texts, sheet: table.name, file: source.name }),
    ...(year === undefined ? {} : { year, yearFrom: 'option' }),
  });
  const contextWith = (time: SheetTime): RowContext => {
    const typed = {
      ...{ time, town, failed, roster, language, exact: false },
      ...{ date1904: source.date1904, plain: source.plain },
      ...{ today: question.today, notCounted: question.notCounted },
    };
    const keys = [...columns.keys, ...(town === undefined || !columns.town ? [] : [columns.town.key])];
    const { entryIds } = question;
    const exact = { ...typed, exact: true };
    return { file: source.file, sheet: table.name, owner, entryIds, keys, typed, exact };
  };
  let time = timeOf(told);
  let context = contextWith(time);
  for (const row of rows) {
    const leftOut = rowKind(row, head);
    if (leftOut === 'blank') continue;
    if (leftOut !== undefined) {
      notes.leftOut(leftOut, row.number);
      // A month stands above its rows.
      if (leftOut === 'title') {
        time = timeOf([...ownTexts(row), ...told]);
        context = contextWith(time);
      }
      continue;
    }
    kept.push(row);
    if (row.hidden) notes.hide(row.number);
    for (const { column, value } of row.buried)
      if (saysSomething(value)) notes.bury(cellName(row.number, column));
    const { row: one, findings, yearless } = readRow(columns, row, context);
    const { year: taken, yearFrom: from } = time;
    if (yearless > 0 && taken !== undefined && from) years.push({ year: taken, from, days: yearless });
    read.push(isAnothers ? { ...one, refused: true } : one);
    notes.add(findings);
  }
  return {
    rows: read,
    years,
    unknown: unknownHeads(head, kept, { file: source.file, sheet: table.name }, language, notes),
  };
}
