import { exists, lstat, readdir, realpath } from './files.ts';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { refusal } from '../domain/problem.ts';
import { isLink } from './broken-link.ts';
import { errnoOf } from './errno.ts';

/** A workspace: the folder with `roster.json` in it, and the places of everything else. */
export interface Workspace {
  readonly home: string;
  readonly roster: string;
  readonly ledgers: string;
  readonly reports: string;
  readonly templates: string;
  readonly backups: string;
  readonly holidays: string;
  readonly importHeads: string;
  /** Sealed submissions, in a folder for each quarter. */
  readonly submissions: string;
}

/** The places of a workspace, whether it is there or not. */
export function workspaceAt(home: string): Workspace {
  return {
    home,
    roster: join(home, 'roster.json'),
    ledgers: join(home, 'ledgers'),
    reports: join(home, 'reports'),
    templates: join(home, 'templates'),
    backups: join(home, 'backups'),
    holidays: join(home, 'holidays.json'),
    importHeads: join(home, 'import-heads.json'),
    submissions: join(home, 'submissions'),
  };
}

/**
 * Finds the workspace: the folder that was named, else the nearest one upward from the current folder that has a
 * `roster.json`, else `ledger` in the user's home. None is a refusal that names where was looked.
 */
export async function findWorkspace(from: {
  readonly home: string | undefined;
  readonly cwd: string;
  readonly userHome: string;
}): Promise<Workspace> {
  const candidates =
    from.home === undefined
      ? [...upward(from.cwd), join(from.userHome, 'ledger')]
      : [resolve(from.cwd, from.home)];
  for (const home of candidates) {
    // A folder above that may not be looked into is no workspace of ours.
    if (await isThere(join(home, 'roster.json')).catch(() => false)) return workspaceAt(home);
  }
  const searched = from.home === undefined ? [from.cwd, join(from.userHome, 'ledger')] : candidates;
  throw refusal('misuse', { code: 'workspace-missing', searched });
}

/** A path as people and JSON read it: relative to the workspace where it lies in it, with `/` on every system. */
export function placeIn(workspace: Workspace, path: string): string {
  const inside = relative(workspace.home, path);
  const isOutside = inside === '' || inside.startsWith('..') || isAbsolute(inside);
  return isOutside ? path : inside.split(sep).join('/');
}

/** Where the ledger of a judge lies. */
export function ledgerPath(workspace: Workspace, judge: string): string {
  return join(workspace.ledgers, `${judge}.json`);
}

/**
 * Whether something is at a path, whatever it is. Throws a Refusal `invalid` (`file-unreadable`) where the medium can't say:
 * a ledger that is only out of reach must not be taken for one that was never begun.
 */
export async function isThere(path: string): Promise<boolean> {
  return orUnreadable(path, () =>
    exists(path).catch((thrown: unknown) => {
      // Below a file there is nothing.
      if (errnoOf(thrown) === 'ENOTDIR') return false;
      throw thrown;
    }),
  );
}

/**
 * The names in a folder; none where there is no such folder. Throws as isThere does, also where a link stands for the folder
 * and leads nowhere today, as to a drive that is not plugged in.
 */
export async function namesIn(folder: string): Promise<readonly string[]> {
  if (!(await isThere(folder)) && !(await isLink(folder))) return [];
  return orUnreadable(folder, () => readdir(folder));
}

async function orUnreadable<Result>(path: string, look: () => Promise<Result>): Promise<Result> {
  try {
    return await look();
  } catch (thrown) {
    throw refusal(
      'invalid',
      { code: 'file-unreadable', reason: errnoOf(thrown) },
      { file: path },
      { cause: thrown },
    );
  }
}

/** Whether a folder is at a path, or a link to one. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(await realpath(path))).isDirectory();
  } catch {
    return false;
  }
}

function upward(from: string): readonly string[] {
  const parent = dirname(from);
  return parent === from ? [from] : [from, ...upward(parent)];
}
