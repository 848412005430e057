import { basename, join, resolve } from 'node:path';
import {
  readSheet,
  type SheetQuestion,
  type SheetRead,
  type SheetSource,
} from '../domain/imports/read-sheet.ts';
import { error, Refusal, type Finding } from '../domain/problem.ts';
import type { ReadTable } from '../domain/read-table.ts';
import { inFile } from '../store/document.ts';
import { readBytes } from '../store/file-bytes.ts';
import { filesMeant } from '../store/file-patterns.ts';
import { isFolder, placeIn, type Workspace } from '../store/workspace.ts';
import type { Context } from './context.ts';

/** A file to be imported. */
export interface ImportFile {
  readonly path: string;
  /** As people are told it. */
  readonly place: string;
  readonly bytes: Uint8Array;
}

/** A file, as its tables were read. */
export interface OpenedFile extends ImportFile {
  readonly source: SheetSource;
  readonly tables: readonly ReadTable[];
}

/** The version of our blank forms that this program reads. */
const FORM_VERSION = '1';

/** Opens the files that words mean; of those that can't be opened it is told why, and the others are read. */
export async function openFiles(
  context: Context,
  workspace: Workspace,
  words: readonly string[],
): Promise<{ readonly files: readonly OpenedFile[]; readonly findings: readonly Finding[] }> {
  const files = new Map<string, OpenedFile>();
  const findings: Finding[] = [];
  for (const word of words) {
    for (const name of await filesMeant(resolve(context.environment.cwd, word))) {
      if (files.has(name)) continue;
      if (await isFolder(name)) {
        const pattern = await patternIn(name, word);
        findings.push(
          error({ code: 'file-not-regular', found: 'folder', pattern }, { file: placeIn(workspace, name) }),
        );
        continue;
      }
      try {
        files.set(name, await openFile(workspace, name));
      } catch (thrown) {
        if (!(thrown instanceof Refusal)) throw thrown;
        findings.push(...thrown.findings);
      }
    }
  }
  return { files: [...files.values()], findings };
}

/** How the tables of a folder may be named: all its .xlsx, or its .csv where it has only these. */
async function patternIn(folder: string, word: string): Promise<string> {
  const workbooks = await filesMeant(join(folder, '*.xlsx'));
  const [first] = await filesMeant(join(folder, '*.csv'));
  const isCsv = workbooks[0] === join(folder, '*.xlsx') && first !== join(folder, '*.csv');
  return `${word.replace(/[/\\]+$/u, '')}/*.${isCsv ? 'csv' : 'xlsx'}`;
}

async function openFile(workspace: Workspace, path: string): Promise<OpenedFile> {
  const place = placeIn(workspace, path);
  return inFile(place, async () => {
    const { bytes } = await readBytes(path);
    const { isCsvName, readTables } = await import('../tables/read-tables.ts');
    const { date1904, properties, tables } = await readTables(path, bytes);
    const form = properties.get('ledgerForm');
    if (form !== undefined && form !== FORM_VERSION) {
      const problem = {
        code: 'format-newer',
        found: `form ${form}`,
        supported: `form ${FORM_VERSION}`,
      } as const;
      throw new Refusal('invalid', [error(problem)]);
    }
    const name = basename(path).replace(/\.[^.]*$/u, '');
    const source = { file: place, name, date1904, plain: isCsvName(path), form: form !== undefined };
    return { path, place, bytes, source, tables };
  });
}

/** Reads every sheet of the files. */
export function readSheets(files: readonly OpenedFile[], question: SheetQuestion): readonly SheetRead[] {
  return files.flatMap(({ source, tables }) => tables.map((table) => readSheet(table, source, question)));
}
