import { basename, dirname, join } from 'node:path';
import { isThere, namesIn } from './workspace.ts';

/** What the copy of a workbook with its mistakes marked is called behind the name. */
export const MARKED = '-标注';

/**
 * The files that a word means: a file as such, or those of its folder whose names fit `*` and `?`, by name; the shells of Windows
 * leave that to the program. Files that spreadsheet programs lay beside an open one, hidden ones and marked copies are not meant.
 * A pattern that fits nothing means itself, and is missed by whoever opens it.
 */
export async function filesMeant(path: string): Promise<readonly string[]> {
  const pattern = basename(path);
  if (!/[*?]/u.test(pattern) || (await isThere(path))) return [path];
  const folder = dirname(path);
  const names = await namesIn(folder);
  const fitting = names.filter((name) => fits(name, pattern) && !isBeside(name));
  return fitting.length === 0 ? [path] : fitting.sort().map((name) => join(folder, name));
}

/** What systems and spreadsheet programs lay into every folder. */
const LITTER = /^(?:desktop\.ini|Thumbs\.db|\.DS_Store|~\$.*|\._.*)$/iu;

/** Whether a file's name is one that systems and spreadsheet programs lay into every folder. */
export function isLitter(name: string): boolean {
  return LITTER.test(name);
}

function isBeside(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || /-标注\d*\.xlsx$/iu.test(name);
}

/** Whether a name fits a pattern, letter by letter: a pattern of many stars costs no more than its length times the name's. */
function fits(name: string, pattern: string): boolean {
  const letters = Array.from(name.toLowerCase());
  let reached = new Set([0]);
  for (const wanted of pattern.toLowerCase()) {
    const next = new Set<number>();
    for (const at of reached) {
      if (wanted === '*') for (let end = at; end <= letters.length; end += 1) next.add(end);
      else if (at < letters.length && (wanted === '?' || letters[at] === wanted)) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(letters.length);
}
