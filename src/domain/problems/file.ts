/** An earlier version of a ledger that can be brought back. */
export interface KeptVersion {
  readonly judge: string;
  /** The ledger's own count of versions. */
  readonly seq: number;
}

/** What can be wrong with a file as such, before anybody asks what it says. The path stands in the finding's `where`. */
export type FileProblem =
  | { readonly code: 'file-missing' }
  | {
      readonly code: 'file-not-regular';
      readonly found: 'folder' | 'pipe' | 'device';
      /** How the files in it may be named where files are asked for. */
      readonly pattern?: string;
    }
  /** A symbolic link. */
  | { readonly code: 'link-broken'; readonly leads: 'nowhere' | 'in-a-circle' }
  | { readonly code: 'file-too-large'; readonly bytes: number; readonly limit: number }
  /** What a change would make of a ledger: a file that could be saved and never read again. */
  | { readonly code: 'ledger-too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'file-not-writable' }
  /** The operating system said no; `reason` is its own code, such as EACCES. */
  | { readonly code: 'file-unreadable'; readonly reason: string }
  | { readonly code: 'file-linked'; readonly links: number }
  | { readonly code: 'text-empty'; readonly backups: readonly KeptVersion[] }
  | { readonly code: 'text-nul'; readonly backups: readonly KeptVersion[] }
  /** `unknown` is mostly UTF-8 with damaged bytes; the line of the first stands in the finding's `where`. */
  | {
      readonly code: 'text-encoding';
      readonly looksLike: 'gbk' | 'utf-16' | 'unknown';
      /** Of a file of the workspace, which `ledger repair` can rewrite. */
      readonly backups?: readonly KeptVersion[];
    }
  /** The text ends in the middle of a value: a copy that was cut short. */
  | { readonly code: 'json-cut'; readonly backups: readonly KeptVersion[] }
  /**
   * `found` is one visible character that is no letter or ASCII digit, or `word`, `digit`, `line-break`, or the code
   * point of something invisible, such as `U+3000`; never content.
   */
  | {
      readonly code: 'json-syntax';
      readonly found: string;
      readonly expected: JsonExpectation;
      readonly backups?: readonly KeptVersion[];
    }
  | { readonly code: 'json-duplicate-key'; readonly key: string; readonly firstLine: number }
  | { readonly code: 'json-forbidden-key'; readonly key: string }
  | { readonly code: 'json-too-deep'; readonly limit: number }
  | { readonly code: 'json-number-loses-digits' }
  | { readonly code: 'storage-failed'; readonly action: StorageAction; readonly reason: string }
  | {
      readonly code: 'locked';
      readonly pid: number;
      readonly host: string;
      readonly startedAt: string;
      readonly command: string;
    }
  /** Something lies at the lock's name that no run of ours wrote whole: treated as held. */
  | { readonly code: 'lock-unreadable' }
  /** Another run has the ledger by now than the one that was shown. */
  | { readonly code: 'lock-changed' }
  /** The work is done, and the mark of it could not be removed. */
  | { readonly code: 'lock-left' }
  | { readonly code: 'changed-meanwhile'; readonly kept: string }
  /** Another program kept the file from being replaced for as long as is waited; `kept` has what was to be written. */
  | { readonly code: 'file-held'; readonly reason: string; readonly kept: string }
  /** An editor's mark lies beside the ledger: somebody has it open. */
  | { readonly code: 'editor-open'; readonly sign: string }
  | { readonly code: 'not-confirmed'; readonly reason: string }
  /** What a command did is done, but its answer could not be printed whole. */
  | { readonly code: 'answer-cut'; readonly reason: string }
  /** Workbooks were to go into a folder, and a file is there. */
  | { readonly code: 'output-not-folder' }
  /** `sign` is the file that Excel, WPS or LibreOffice lays beside an open workbook, where there is one. */
  | { readonly code: 'output-is-data' }
  | { readonly code: 'output-open'; readonly sign?: string }
  | { readonly code: 'output-edited' }
  | { readonly code: 'output-not-ours' };

/** What JSON allows at a place: one character as such, or a kind of thing whose words are in the messages. */
export type JsonExpectation =
  | ','
  | ':'
  | '"'
  | '{'
  | '}'
  | '['
  | ']'
  | 'value'
  | 'key'
  | 'key-or-brace'
  | 'comma-or-brace'
  | 'comma-or-bracket'
  | 'digit'
  | 'number-without-leading-zero'
  | 'escape'
  | 'four-hex-digits'
  | 'end';

/** What was being done when the medium or the operating system failed. */
export type StorageAction = 'lock' | 'unlock' | 'read' | 'write' | 'replace' | 'backup' | 'output';
