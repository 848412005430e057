import { basename } from 'node:path';
import type { LedgerFacts, StoreFacts, VersionFacts } from '../domain/integrity/facts.ts';
import { digestOf } from './digest.ts';
import { readBackupFacts, readHeadFacts } from './fsck-backups.ts';
import { readFolders } from './fsck-folders.ts';
import { readLockFacts, type Machine } from './fsck-locks.ts';
import { setApartDigests } from './fsck-set-apart.ts';
import type { LedgerFile } from './ledgers.ts';
import type { Workspace } from './workspace.ts';

/**
 * Reads what lies in the folders of ledgers and backups, for the checks of the whole. `ledgers` are those that can be used,
 * as they were read. Nothing is written and no lock is taken: what a run at work leaves for a moment is not told as left.
 */
export async function readStore(
  workspace: Workspace,
  ledgers: readonly LedgerFile[],
  machine: Machine,
): Promise<StoreFacts> {
  const locksBefore = await readLockFacts(workspace, machine);
  const folders = await readFolders(workspace);
  // A run that began since has laid its helper files under its lock.
  const locks = [...locksBefore, ...(await readLockFacts(workspace, machine))];
  const isBusy = locks.some(({ state }) => state !== 'dead');
  const facts = ledgers.map(factsOf);
  const judges = [
    ...new Set([...folders.backupOwners, ...facts.map(({ ledger }) => ledger.judge.id)]),
  ].sort();
  const versions: VersionFacts[] = [];
  for (const judge of judges) {
    versions.push({
      judge,
      isThere: folders.ledgers.includes(`${judge}.json`),
      current: facts.find(({ file }) => basename(file) === `${judge}.json`),
      backups: await readBackupFacts(workspace, judge),
      head: await readHeadFacts(workspace, judge),
      setApart: await setApartDigests(workspace, folders.ledgers, judge),
    });
  }
  return {
    ledgers: facts,
    versions,
    unread: folders.unread,
    files: folders.files.filter(({ sort }) => !(isBusy && sort === 'leftover')),
    locks: locks.filter(({ file }, at) => locks.findIndex((other) => other.file === file) === at),
  };
}

function factsOf({ file, ledger, bytes, links }: LedgerFile): LedgerFacts {
  return { file, ledger, digest: digestOf(bytes), links };
}
