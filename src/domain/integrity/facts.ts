import type { Ledger } from '../ledger.ts';
import type { BackupDamage } from '../problems/integrity.ts';

/** What lies in the folders of ledgers and backups, as it was read in one go. Paths are as people are told them. */
export interface StoreFacts {
  readonly ledgers: readonly LedgerFacts[];
  /** Of each judge of whom there is a ledger, a backup or a head. */
  readonly versions: readonly VersionFacts[];
  readonly files: readonly FileFacts[];
  /** Folders that are there and can't be read. */
  readonly unread: readonly UnreadFolder[];
  readonly locks: readonly LockFacts[];
}

/** A ledger that can be used. */
export interface LedgerFacts {
  readonly file: string;
  readonly ledger: Ledger;
  /** SHA-256 of the whole file. */
  readonly digest: string;
  /** How many names the file has. */
  readonly links: number;
}

/** The versions of one judge's ledger. */
export interface VersionFacts {
  readonly judge: string;
  /** Whether a file is there, readable or not. */
  readonly isThere: boolean;
  /** The ledger, where it can be used. */
  readonly current: LedgerFacts | undefined;
  readonly backups: readonly BackupFacts[];
  readonly head: HeadFacts | undefined;
  /** SHA-256 of files that were set apart: a version may follow one of them. */
  readonly setApart: readonly string[];
}

/** An earlier version: its number as its name tells it, the rest as its content does. */
export interface BackupFacts {
  readonly file: string;
  readonly seq: number;
  readonly digest: string;
  readonly prev?: string | undefined;
  readonly damage?: BackupDamage | undefined;
}

/** The note of the version last saved; `saved` is undefined where it can't be read. */
export interface HeadFacts {
  readonly file: string;
  readonly saved: { readonly seq: number; readonly digest: string } | undefined;
}

/** Where a file lies: in the workspace's topmost folder, or in one of the two that hold its data. */
export type StoreFolder = 'home' | 'ledgers' | 'backups';

/** A folder of which nobody can say what lies in it; `reason` is the system's own name of the error. */
export interface UnreadFolder {
  readonly file: string;
  readonly reason: string;
}

/** A file that is neither ledger, backup, head nor lock; `of` is the ledger's file that it was set apart from. */
export interface FileFacts {
  readonly file: string;
  readonly folder: StoreFolder;
  readonly sort: 'stray' | 'leftover' | 'conflict' | 'damaged';
  readonly of: string;
}

/** A lock; one without a holder can't be read. `dead`: the process was one of this machine, and is gone. */
export interface LockFacts {
  readonly file: string;
  readonly judge: string;
  readonly holder: LockHolderFacts | undefined;
  readonly state: 'dead' | 'alive' | 'elsewhere' | 'unreadable';
}

/** Who holds a lock, for people to read. */
export interface LockHolderFacts {
  readonly pid: number;
  readonly host: string;
  readonly startedAt: string;
  readonly command: string;
}
