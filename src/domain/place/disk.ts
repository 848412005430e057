import { error, warning, type Finding } from '../problem.ts';
import type { FolderTrial } from '../problems/place.ts';

/** What came of trying a folder out. */
export interface TriedFolder {
  /** What the system refused, and its reason. */
  readonly refused: { readonly trial: FolderTrial; readonly reason: string } | undefined;
  readonly isExclusive: boolean;
  readonly keepsNames: boolean;
  /** Why the disk did not confirm what was written. */
  readonly unsynced: string | undefined;
  /** How far the medium's clock is ahead, in seconds; undefined where nothing could be made. */
  readonly clockAhead: number | undefined;
}

/** What is free on a disk, and whether it is another machine's. */
export interface Disk {
  readonly freeBytes: number;
  readonly isNetwork: boolean;
}

/** From here on somebody should make room; from there on a save with its backup may fail. */
const SCARCE_MB = 200;
const NONE_MB = 10;

/** A difference of clocks that is no delay any more. */
const CLOCK_SECONDS = 120;

/** What is wrong with a folder that was tried out. */
export function checkTried(tried: TriedFolder): readonly Finding[] {
  const { refused, isExclusive, keepsNames, unsynced } = tried;
  return [
    ...(refused ? [error({ code: 'folder-refuses', ...refused })] : []),
    ...(isExclusive ? [] : [error({ code: 'folder-not-exclusive' })]),
    ...(keepsNames ? [] : [error({ code: 'folder-loses-names' })]),
    ...(unsynced === undefined ? [] : [warning({ code: 'folder-not-synced-to-disk', reason: unsynced })]),
  ];
}

/** A medium whose clock is another one. */
export function checkFolderClock({ clockAhead: seconds = 0 }: TriedFolder): readonly Finding[] {
  return Math.abs(seconds) > CLOCK_SECONDS ? [warning({ code: 'folder-clock', seconds })] : [];
}

/** A disk that is nearly full. */
export function checkSpace({ freeBytes }: Disk): readonly Finding[] {
  const megabytes = Math.floor(freeBytes / 1048576);
  if (megabytes >= SCARCE_MB) return [];
  const problem = { code: 'disk-nearly-full', megabytes } as const;
  return [megabytes < NONE_MB ? error(problem) : warning(problem)];
}

/** A disk of another machine, where the path does not tell. */
export function checkNetwork({ isNetwork }: Disk): readonly Finding[] {
  return isNetwork ? [warning({ code: 'folder-on-network' })] : [];
}
