import { type Stats, constants } from 'node:fs';
import { access, lstat, realpath } from './files.ts';
import { basename, dirname, join } from 'node:path';

import { refusal } from '../domain/problem.ts';
import { brokenLink } from './broken-link.ts';
import { errnoOf } from './errno.ts';

/** Where a file is to be written: the real path, and what lies there now. */
export interface WriteTarget {
  readonly path: string;
  /** Permission bits and number of names of the file that is there; undefined where there is none. */
  readonly old: { readonly mode: number; readonly links: number } | undefined;
}

/**
 * Follows links to the file that a write is meant for, and refuses what a rename would replace although it must not:
 * `storage` with `file-not-writable` or `file-not-regular`, `misuse` with `link-broken`.
 */
export async function writeTarget(file: string): Promise<WriteTarget> {
  const there = await look(file);
  if (!there) return { path: join(await realFolder(file), basename(file)), old: undefined };
  const path = await realpath(file).catch(async (thrown: unknown) => {
    throw (await brokenLink(file, thrown)) ?? thrown;
  });
  const stats = await lstat(path);
  if (!stats.isFile()) throw refusal('storage', { code: 'file-not-regular', found: kindOf(stats) }, { file });
  const writable = (stats.mode & 0o222) !== 0 && (await mayWrite(path));
  if (!writable) throw refusal('storage', { code: 'file-not-writable' }, { file });
  return { path, old: { mode: stats.mode & 0o7777, links: stats.nlink } };
}

async function look(file: string): Promise<Stats | undefined> {
  return lstat(file).catch((thrown: unknown) => {
    if (errnoOf(thrown) === 'ENOENT') return undefined;
    throw thrown;
  });
}

/** A folder that is missing is left to the write, which names it. */
async function realFolder(file: string): Promise<string> {
  return realpath(dirname(file)).catch(() => dirname(file));
}

function kindOf(stats: Stats): 'folder' | 'pipe' | 'device' {
  if (stats.isDirectory()) return 'folder';
  return stats.isFIFO() || stats.isSocket() ? 'pipe' : 'device';
}

async function mayWrite(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}
