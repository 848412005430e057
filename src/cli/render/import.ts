import type { ImportPlan } from '../../domain/imports/plan.ts';
import { yearsTaken, type SheetRead } from '../../domain/imports/read-sheet.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import type { Finding } from '../../domain/problem.ts';
import type { Messages } from '../../messages/messages.ts';
import { listed, rowCounts } from './listed.ts';
import { show } from './show.ts';

/** What the text about an import tells. */
export interface ImportReport {
  readonly sheets: readonly SheetRead[];
  readonly plan: ImportPlan;
  readonly findings: readonly Finding[];
  /** The copies in which the mistakes are marked. */
  readonly marked: readonly string[];
  readonly dryRun: boolean;
}

/** At most so many files are told one by one. */
const SHOWN_FILES = 5;

/** What was read from each file, what became of it, and what is left out. */
export function importText(messages: Messages, kinds: readonly Kind[], report: ImportReport): string {
  const words = messages.import;
  const { sheets, plan, findings, marked, dryRun } = report;
  const files = [...new Set(sheets.map(({ file }) => file))];
  const read = files.slice(0, SHOWN_FILES).flatMap((file) => {
    const rows = sheets.flatMap((sheet) => (sheet.file === file ? sheet.rows : []));
    const byKind = groupByKind(rows);
    return listed(
      messages,
      words.read(show(file)),
      rowCounts(messages, kinds, byKind),
      messages.consolidate.totalsEnd,
    );
  });
  const result = words.result(plan.added.length, plan.skipped, plan.refused);
  return [
    ...read,
    ...(files.length > SHOWN_FILES ? [messages.list.more(files.length - SHOWN_FILES)] : []),
    dryRun ? messages.saved.dry(result) : result,
    ...years(messages, sheets),
    ...leftOut(messages, findings),
    ...(marked.length > 0 ? [words.marked(marked.map((path) => show(path)))] : []),
    ...plan.added.slice(0, 1).map(({ kind }) => (dryRun ? words.nextDry : words.next(kind))),
  ].join('\n');
}

function groupByKind(rows: SheetRead['rows']): ReadonlyMap<string, readonly unknown[]> {
  const groups = new Map<string, unknown[]>();
  for (const row of rows) {
    const group = groups.get(row.kind.id);
    if (group) group.push(row);
    else groups.set(row.kind.id, [row]);
  }
  return groups;
}

/** Which years days without one were taken to be of, each once by what told it. */
function years(messages: Messages, sheets: readonly SheetRead[]): readonly string[] {
  return yearsTaken(sheets).map(({ days, year, from }) => messages.import.year(days, year, from));
}

/** How many rows, columns and sheets were left out; the findings name each. */
function leftOut(messages: Messages, findings: readonly Finding[]): readonly string[] {
  let [rows, columns, sheets] = [0, 0, 0];
  for (const { problem } of findings) {
    if (problem.code === 'rows-left-out')
      rows += problem.groups.reduce((sum, group) => sum + group.rows.length, 0);
    if (problem.code === 'column-left-out' || problem.code === 'column-left-out-again') columns += 1;
    if (problem.code === 'sheet-no-ledger') sheets += 1;
  }
  return rows + columns + sheets === 0 ? [] : [messages.import.leftOut({ rows, columns, sheets })];
}
