import { basename, dirname, join, resolve } from 'node:path';
import { placeOf, type Place } from '../domain/cell-name.ts';
import { gridOf } from '../domain/imports/sheet-grid.ts';
import { textIn } from '../domain/imports/value-text.ts';
import type { SheetRead } from '../domain/imports/read-sheet.ts';
import { Refusal, type Finding } from '../domain/problem.ts';
import { wordsOf } from '../messages/messages.ts';
import { MARKED } from '../store/file-patterns.ts';
import { isFolder, placeIn, type Workspace } from '../store/workspace.ts';
import type { CellMark, ListedFinding } from '../tables/marked-copy.ts';
import type { Context } from './context.ts';
import { textOption, type Given } from './given.ts';
import type { ImportFile } from './import-reading.ts';
import { writeFiles } from './output-writing.ts';
import { problemText } from './render/findings.ts';
import { show } from './render/show.ts';

/** What an import has before it: the files as they were read, and what was found in them. */
export interface Importing {
  readonly context: Context;
  readonly given: Given;
  readonly workspace: Workspace;
  readonly files: readonly ImportFile[];
  readonly sheets: readonly SheetRead[];
  readonly findings: readonly Finding[];
}

/** The copies that were made, and what kept others from being made. */
export interface Marking {
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Makes a copy of every workbook that has mistakes, with its wrong cells marked and all mistakes listed in front: beside the
 * workbook, or where `--output` says. One that can't be made is a warning, since the mistakes are told all the same.
 */
export async function markFiles(importing: Importing, errors: readonly Finding[]): Promise<Marking> {
  const { context, given, workspace, files } = importing;
  if (context.dryRun) return { paths: [], findings: [] };
  const wrong = files
    .map((file) => ({ file, found: errors.filter(({ where }) => where.file === file.place) }))
    .filter(({ found }) => found.some(({ where }) => where.cell !== undefined));
  const paths: string[] = [];
  const findings: Finding[] = [];
  const taken = new Set<string>();
  for (const { file, found } of wrong) {
    const path = untaken(await copyPath(importing, file, wrong.length > 1), taken);
    try {
      const bytes = await copyOf(importing, file, found);
      findings.push(...(await writeFiles(context, given, workspace, [{ path, bytes }])));
      paths.push(placeIn(workspace, path));
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      findings.push(...thrown.findings.map((finding) => asWarning(finding, placeIn(workspace, path))));
    }
  }
  return { paths, findings };
}

function asWarning(finding: Finding, file: string): Finding {
  return { ...finding, severity: 'warning', where: { file, ...finding.where } };
}

/** 走访-标注.xlsx beside 走访.xlsx; of a copy that was corrected and imported, 走访-标注2.xlsx. */
async function copyPath({ context, given }: Importing, file: ImportFile, several: boolean): Promise<string> {
  const name = basename(file.path).replace(/\.[^.]*$/u, '');
  const [, own = name, number] = /^(.*)-标注(\d*)$/u.exec(name) ?? [];
  const next = number === undefined ? '' : String(Number(number === '' ? '1' : number) + 1);
  const usual = `${own}${MARKED}${next}.xlsx`;
  const wish = textOption(given, 'output');
  if (wish === undefined) return join(dirname(file.path), usual);
  const path = resolve(context.environment.cwd, wish);
  return several || /[/\\]$/u.test(wish) || (await isFolder(path)) ? join(path, usual) : path;
}

/** Of two files of one name, 走访.xlsx and 走访.csv, the second has its copy beside the first's: 走访-标注2.xlsx. */
function untaken(path: string, taken: Set<string>): string {
  let free = path;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1)
    free = path.replace(/(\.[^.]*)?$/u, (ending) => `${String(number)}${ending}`);
  taken.add(free.toLowerCase());
  return free;
}

async function copyOf(
  { context }: Importing,
  file: ImportFile,
  found: readonly Finding[],
): Promise<Uint8Array> {
  const { messages } = context;
  const { markedCopy } = await import('../tables/marked-copy.ts');
  const contents = await contentsOf(file);
  const marks = found.flatMap(({ problem, where: { sheet, cell }, cells }): readonly CellMark[] => {
    const places = (cells ?? (cell === undefined ? [] : [cell])).flatMap((one) => placeOf(one) ?? []);
    const sentence = problemText(messages, problem);
    return sheet === undefined ? [] : places.map((place) => ({ sheet, ...place, sentence }));
  });
  const rows = found.map(({ problem, where: { sheet = '', cell }, value }): ListedFinding => {
    const { what, expected, next } = wordsOf(messages, problem);
    const place = cell === undefined ? undefined : placeOf(cell);
    const remedy = [expected, next].filter((part) => part !== undefined);
    return {
      sheet,
      ...(place ? { place } : {}),
      content: show(place ? contents(sheet, place) : (value ?? '')),
      problem: show(what),
      remedy: show(messages.sentence.join(remedy)),
    };
  });
  const { list } = messages.import;
  return markedCopy(file.path, file.bytes, marks, {
    name: list.name,
    title: list.title(show(basename(file.path))),
    heads: list.heads,
    rows,
    author: 'ledger',
  });
}

/** The longest content that the list quotes, in characters; the cell itself lies one click away. */
const LONGEST_CONTENT = 200;

/**
 * What stands in the cells of a file. The list is the clerk's own copy: it shows personal values too, which no finding carries,
 * since findings are also told on screens.
 */
async function contentsOf({ path, bytes }: ImportFile): Promise<(sheet: string, place: Place) => string> {
  const { readTables } = await import('../tables/read-tables.ts');
  const { tables } = await readTables(path, bytes);
  const rows = new Map(
    tables.map((table) => [table.name, new Map(gridOf(table).map((row) => [row.number, row]))]),
  );
  return (sheet, { row, column }) => {
    const value = rows.get(sheet)?.get(row)?.valueAt(column);
    const letters = Array.from(value ? textIn(value) : '');
    return letters.length > LONGEST_CONTENT
      ? `${letters.slice(0, LONGEST_CONTENT).join('')}…`
      : letters.join('');
  };
}
