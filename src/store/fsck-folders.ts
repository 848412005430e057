import { join } from 'node:path';
import type { FileFacts, UnreadFolder } from '../domain/integrity/facts.ts';
import { backupOwner } from './backup.ts';
import { isTemporaryName } from './durable-file.ts';
import { isLitter } from './file-patterns.ts';
import { lockOwner } from './ledger-lock.ts';
import { isLedgerName } from './ledgers.ts';
import { setApartFrom } from './name-beside.ts';
import { namesIn, placeIn, type Workspace } from './workspace.ts';
import { Refusal } from '../domain/problem.ts';

/** The names in the folders, sorted into what they are by name alone. */
export interface Folders {
  /** The names of all files among the ledgers. */
  readonly ledgers: readonly string[];
  /** The judges of whom there is a backup or a head. */
  readonly backupOwners: readonly string[];
  /** What is neither ledger, backup, head nor lock. */
  readonly files: readonly FileFacts[];
  readonly unread: readonly UnreadFolder[];
}

/** The workspace's own files in its topmost folder, of which a copy beside them may be taken for the file itself. */
const OWN = /^(?:roster|holidays|import-heads)\.json$/u;
const LIKE_OWN = /^(?:roster|holidays|import-heads)(?![a-z]).*\.json$/iu;

/** Reads the names in the folders of the workspace that hold its data. */
export async function readFolders(workspace: Workspace): Promise<Folders> {
  const unread: UnreadFolder[] = [];
  const namesOf = (folder: string): Promise<readonly string[]> =>
    ownNames(folder, (reason) => unread.push({ file: placeIn(workspace, folder), reason }));
  const home = await namesOf(workspace.home);
  const ledgers = await namesOf(workspace.ledgers);
  const backups = await namesOf(workspace.backups);
  const files: FileFacts[] = [];
  const note = (folder: FileFacts['folder'], path: string, sort: FileFacts['sort'], of = ''): void => {
    files.push({ file: placeIn(workspace, path), folder, sort, of });
  };
  for (const name of home) {
    const path = join(workspace.home, name);
    if (isTemporaryName(name)) note('home', path, 'leftover');
    else if (LIKE_OWN.test(name) && !OWN.test(name)) note('home', path, 'stray');
  }
  for (const name of ledgers) {
    const path = join(workspace.ledgers, name);
    const apart = setApartFrom(name);
    if (apart) note('ledgers', path, apart.why, `ledgers/${apart.of}`);
    else if (isTemporaryName(name) || isLockHelper(name)) note('ledgers', path, 'leftover');
    else if (!isLedgerName(name) && lockOwner(name) === undefined) note('ledgers', path, 'stray');
  }
  for (const name of backups) {
    const path = join(workspace.backups, name);
    if (isTemporaryName(name)) note('backups', path, 'leftover');
    else if (backupOwner(name) === undefined) note('backups', path, 'stray');
  }
  const owners = backups.flatMap((name) => backupOwner(name) ?? []);
  return { ledgers, backupOwners: [...new Set(owners)], files, unread };
}

/** What a run lays beside a lock while it takes or breaks it. */
function isLockHelper(name: string): boolean {
  const end = name.indexOf('.lock.');
  return end > 0 && lockOwner(name.slice(0, end + '.lock'.length)) !== undefined;
}

/** The names in a folder but for litter, or why there are none to be had. */
async function ownNames(folder: string, unread: (reason: string) => void): Promise<readonly string[]> {
  try {
    return (await namesIn(folder)).filter((name) => !isLitter(name)).toSorted();
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    for (const { problem } of thrown.findings) if (problem.code === 'file-unreadable') unread(problem.reason);
    return [];
  }
}
