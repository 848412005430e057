import { readdir } from './files.ts';
import { join } from 'node:path';
import type { FileFacts } from '../domain/integrity/facts.ts';
import { backupOwner } from './backup.ts';
import { isTemporaryName } from './durable-file.ts';
import { lockOwner } from './ledger-lock.ts';
import { isLedgerName } from './ledgers.ts';
import { setApartFrom } from './name-beside.ts';
import { placeIn, type Workspace } from './workspace.ts';

/** The names in the folders, sorted into what they are by name alone. */
export interface Folders {
  /** The names of all files among the ledgers. */
  readonly ledgers: readonly string[];
  /** The judges of whom there is a backup or a head. */
  readonly backupOwners: readonly string[];
  /** What is neither ledger, backup, head nor lock. */
  readonly files: readonly FileFacts[];
}

/** What systems and spreadsheet programs lay into every folder. */
const LITTER = /^(?:desktop\.ini|Thumbs\.db|\.DS_Store|~\$.*|\._.*)$/iu;

/** The workspace's own files in its topmost folder, of which a copy beside them may be taken for the file itself. */
const OWN = /^(?:roster|holidays|import-heads)\.json$/u;
const LIKE_OWN = /^(?:roster|holidays|import-heads)(?![a-z]).*\.json$/iu;

/** Reads the names in the folders of the workspace that hold its data. */
export async function readFolders(workspace: Workspace): Promise<Folders> {
  const [home, ledgers, backups] = await Promise.all([
    namesIn(workspace.home),
    namesIn(workspace.ledgers),
    namesIn(workspace.backups),
  ]);
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
  return { ledgers, backupOwners: [...new Set(owners)], files };
}

/** What a run lays beside a lock while it takes or breaks it. */
function isLockHelper(name: string): boolean {
  const end = name.indexOf('.lock.');
  return end > 0 && lockOwner(name.slice(0, end + '.lock'.length)) !== undefined;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => !LITTER.test(name)).sort();
}
