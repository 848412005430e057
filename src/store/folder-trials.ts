import { link, lstat, open, readdir, rename, statfs, unlink } from './files.ts';
import { join } from 'node:path';
import type { Disk, TriedFolder } from '../domain/place/disk.ts';
import type { FolderTrial } from '../domain/problems/place.ts';
import { removeQuietly, syncFolder, writeDurably } from './durable-file.ts';
import { errnoOf } from './errno.ts';

/** What a trial needs to know. */
export interface TrialOptions {
  /** Random ASCII text for the names of the files that are made. */
  readonly suffix: string;
  readonly now: () => Date;
}

/** A character of a name that old file systems and shares lose. */
const CHINESE = '禤村';

/**
 * Tries out in a folder what every save needs: a new file, whole and alone under its name, put over another one, and
 * removed. Only files of its own are touched, and none of them is left, whatever happens.
 */
export async function tryFolder(folder: string, options: TrialOptions): Promise<TriedFolder> {
  const prefix = `.ll-doctor-${options.suffix}`;
  const path = (name: string): string => join(folder, `${prefix}-${name}.tmp`);
  const [first, second, named] = [path('1'), path('2'), path(CHINESE)];
  let tried: TriedFolder = {
    refused: undefined,
    isExclusive: true,
    keepsNames: true,
    unsynced: undefined,
    clockAhead: undefined,
  };
  let trial: FolderTrial = 'create';
  try {
    await writeDurably(first, SOMETHING, undefined);
    const { mtimeMs } = await lstat(first);
    tried = { ...tried, clockAhead: Math.round((mtimeMs - options.now().getTime()) / 1000) };
    tried = { ...tried, isExclusive: await isRefused(first) };
    await writeDurably(second, SOMETHING, undefined);
    await writeDurably(named, SOMETHING, undefined);
    tried = { ...tried, keepsNames: (await readdir(folder)).includes(`${prefix}-${CHINESE}.tmp`) };
    trial = 'replace';
    await rename(second, first);
    tried = { ...tried, unsynced: await syncFolder(folder) };
    trial = 'remove';
    await unlink(first);
  } catch (thrown) {
    tried = { ...tried, refused: { trial, reason: errnoOf(thrown) } };
  } finally {
    await Promise.all([first, second, named].map(removeQuietly));
  }
  return tried;
}

/** Whether a name that is taken can't be taken again, neither by making a file nor by a link to one. */
async function isRefused(path: string): Promise<boolean> {
  const made = await open(path, 'wx').then(
    async (handle) => {
      await handle.close();
      return true;
    },
    () => false,
  );
  return (
    !made &&
    !(await link(path, path).then(
      () => true,
      () => false,
    ))
  );
}

/** What is free on the disk of a folder, and whether it is another machine's; undefined where the system can't say. */
export async function diskOf(folder: string): Promise<Disk | undefined> {
  try {
    const { bavail, bsize, type } = await statfs(folder);
    return { freeBytes: bavail * bsize, isNetwork: NETWORK.has(type) };
  } catch (thrown) {
    errnoOf(thrown);
    return undefined;
  }
}

const SOMETHING = Buffer.from('liaison-ledger doctor\n');

/** What Linux calls file systems of other machines: NFS, SMB, CIFS, SMB2, 9P, AFS, Ceph. */
const NETWORK: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x5346414f, 0x00c36400,
]);
