/**
 * What `check` finds beyond what stops a command: a history that contradicts its entry, versions that don't follow one
 * another, files that lie where they shouldn't. File, entry and field stand in the finding's `where`.
 */
export type IntegrityProblem =
  /** `last` is the rev of the history's last item. */
  | { readonly code: 'rev-not-history'; readonly rev: number; readonly last: number }
  /** The item behind `after` has `rev`; `after` is 0 at the beginning. */
  | { readonly code: 'history-gap'; readonly rev: number; readonly after: number }
  | { readonly code: 'history-step-order'; readonly step: number; readonly after: number }
  | { readonly code: 'history-step-ahead'; readonly step: number; readonly seq: number }
  /** `removed` says whether the entry is marked as removed. */
  | { readonly code: 'history-removal-differs'; readonly removed: boolean }
  | { readonly code: 'history-value-differs'; readonly label: string }
  | { readonly code: 'history-field-unknown'; readonly field: string; readonly nearest?: string }
  | { readonly code: 'text-invisible'; readonly label: string; readonly codePoint: string }
  /** The last change of so many ledgers was on a day that lies ahead; `changed` is the latest. */
  | {
      readonly code: 'clock-behind';
      readonly changed: string;
      readonly today: string;
      readonly ledgers: number;
    }
  | { readonly code: 'ledger-edited'; readonly seq: number }
  | { readonly code: 'version-unlinked'; readonly seq: number }
  | { readonly code: 'versions-forked'; readonly seq: number; readonly files: readonly string[] }
  | { readonly code: 'backup-unsound'; readonly judge: string; readonly reason: BackupDamage }
  | { readonly code: 'head-damaged' }
  | { readonly code: 'file-stray'; readonly folder: 'home' | 'ledgers' | 'backups' }
  | { readonly code: 'leftover-file' }
  | { readonly code: 'conflict-kept'; readonly of: string }
  | { readonly code: 'damaged-kept'; readonly of: string }
  | { readonly code: 'lock-dead'; readonly pid: number; readonly startedAt: string; readonly command: string }
  | {
      readonly code: 'lock-elsewhere';
      readonly judge: string;
      readonly pid: number;
      readonly host: string;
      readonly startedAt: string;
      readonly command: string;
    }
  /** So many entries of this ledger and of the judge `of`; the first stands in the finding's `where`. */
  | { readonly code: 'entry-copied'; readonly of: string; readonly entries: number }
  | { readonly code: 'entry-id-shared'; readonly of: string; readonly entries: number }
  | { readonly code: 'roster-alike'; readonly name: string; readonly of: string };

/** What keeps a backup from being of use: other bytes than its name says, no ledger at all, or another ledger. */
export type BackupDamage = 'changed' | 'unreadable' | 'another';
