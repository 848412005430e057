import { join } from 'node:path';
import { Refusal, refusal, type Problem } from '../domain/problem.ts';
import type { BroughtInstead } from '../domain/problems/receiving.ts';
import { errnoOf } from './errno.ts';
import { LARGEST_FILE, readBytes, readStart } from './file-bytes.ts';
import { isLitter } from './file-patterns.ts';
import { lstat, readdir } from './files.ts';

/** A file that was brought: its bytes where it may be a submission or a record, else why nobody has to look into it. */
export type Brought = { readonly path: string } & (
  { readonly bytes: Uint8Array } | { readonly instead: BroughtInstead } | { readonly problem: Problem }
);

/** So deep below a folder that was named; deeper ones are named and not entered. */
const DEEPEST = 3;

/** What Windows keeps for itself on every stick. */
const SYSTEM_FOLDERS = new Set(['System Volume Information', '$RECYCLE.BIN', '.Trashes', '.Spotlight-V100']);

/**
 * Goes through files and folders that were brought, such as a USB stick, in the order of their names: every file once. Links
 * are never followed, archives never unpacked, and of what begins like no text of JSON only the beginning is read.
 * Throws a Refusal `invalid` (`file-missing`) where a path that was named is not there.
 */
export async function* broughtIn(paths: readonly string[]): AsyncGenerator<Brought> {
  for (const path of paths) yield* below(path, 0);
}

async function* below(path: string, depth: number): AsyncGenerator<Brought> {
  const name = path.split(/[\\/]/u).at(-1) ?? path;
  let stats;
  try {
    stats = await lstat(path);
  } catch (thrown) {
    const reason = errnoOf(thrown);
    const problem: Problem =
      reason === 'ENOENT' ? { code: 'file-missing' } : { code: 'file-unreadable', reason };
    if (depth === 0) throw refusal('invalid', problem, { file: path });
    yield { path, problem };
    return;
  }
  if (stats.isSymbolicLink()) yield { path, instead: 'link' };
  else if (stats.isDirectory()) {
    if (depth > 0 && (SYSTEM_FOLDERS.has(name) || name.startsWith('.'))) yield { path, instead: 'system' };
    else if (depth > DEEPEST) yield { path, instead: 'too-deep' };
    else yield* inFolder(path, depth);
  } else if (!stats.isFile()) yield { path, instead: 'device' };
  else if (isLitter(name) || name.startsWith('.')) yield { path, instead: 'system' };
  else yield await fileAt(path, stats.size);
}

async function* inFolder(path: string, depth: number): AsyncGenerator<Brought> {
  let names;
  try {
    names = await readdir(path);
  } catch (thrown) {
    yield { path, problem: { code: 'file-unreadable', reason: errnoOf(thrown) } };
    return;
  }
  for (const name of names.sort()) yield* below(join(path, name), depth + 1);
}

async function fileAt(path: string, size: number): Promise<Brought> {
  try {
    const instead = insteadBy(await readStart(path, 64));
    if (instead) return { path, instead };
    if (size > LARGEST_FILE) return { path, instead: 'too-large' };
    return { path, bytes: (await readBytes(path)).bytes };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return { path, problem: thrown.findings[0]?.problem ?? { code: 'file-unreadable', reason: thrown.kind } };
  }
}

/** What a file is by its first bytes, where that is no text that may be JSON. An empty one may be the rest of a submission. */
function insteadBy(start: Buffer): BroughtInstead | undefined {
  const text = start.toString('latin1');
  if (text.startsWith('PK')) return isOfficeDocument(text) ? 'workbook' : 'archive';
  if (text.startsWith('\xd0\xcf\x11\xe0')) return 'workbook';
  if (/^(?:Rar!|7z\xbc\xaf|\x1f\x8b)/u.test(text)) return 'archive';
  // With a mark of UTF-8 or UTF-16 in front, blanks, or none.
  return text === '' || /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*(?:\{|$)/u.test(text)
    ? undefined
    : 'other';
}

/** Whether a zip begins as those of Excel, Word and WPS do; the name of its first entry stands at byte 30. */
function isOfficeDocument(text: string): boolean {
  return /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/|word\/|mimetype)/u.test(text.slice(30));
}
