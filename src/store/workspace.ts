import { exists, lstat, realpath } from './files.ts';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { refusal } from '../domain/problem.ts';

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
    if (await isThere(join(home, 'roster.json'))) return workspaceAt(home);
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

/** Whether something is at a path, whatever it is. */
export async function isThere(path: string): Promise<boolean> {
  try {
    return await exists(path);
  } catch {
    return false;
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
