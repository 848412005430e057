import type { Quarter } from '../quarter.ts';
import type { KeptVersion } from './file.ts';

/** What can be wrong with what a ledger or the roster says. File, line and entry stand in the finding's `where`. */
export type LedgerProblem =
  | { readonly code: 'format-unknown'; readonly found: string; readonly expected: string }
  | { readonly code: 'format-newer'; readonly found: string; readonly supported: string }
  | { readonly code: 'key-unknown'; readonly key: string; readonly nearest?: string }
  | { readonly code: 'key-missing'; readonly key: string; readonly label?: string }
  /** `expects` names a type of field or value, whose words are in the messages; `found` its kind and length only. */
  | {
      readonly code: 'value-invalid';
      readonly key: string;
      readonly expects: ValueKind;
      readonly found: string;
    }
  | { readonly code: 'kind-unknown'; readonly kind: string; readonly nearest?: string }
  | { readonly code: 'entry-id-twice'; readonly id: string }
  | {
      readonly code: 'day-order';
      readonly label: string;
      readonly after: string;
      readonly day: string;
      readonly earliest: string;
    }
  | { readonly code: 'day-after-today'; readonly label: string; readonly day: string; readonly today: string }
  | { readonly code: 'town-not-listed'; readonly town: string; readonly nearest?: string }
  | {
      readonly code: 'village-not-listed';
      readonly town: string;
      readonly village: string;
      readonly nearest?: string;
    }
  | { readonly code: 'town-not-served'; readonly town: string; readonly day: string }
  | {
      readonly code: 'number-in-text';
      readonly label: string;
      readonly looksLike: 'identity' | 'phone' | 'bank-card';
      readonly length: number;
    }
  /** An entry that both of two ledgers changed, each in its own way; `fields` are the fields, or `removed`, `history`, `kind`. */
  | { readonly code: 'merge-conflict'; readonly fields: readonly string[] }
  | { readonly code: 'merge-other-judge'; readonly judge: string; readonly expected: string }
  | { readonly code: 'merge-other-court' }
  | { readonly code: 'merge-other-ledger' }
  | { readonly code: 'merge-submitted-twice'; readonly quarter: string; readonly attempt: number }
  /** A submission that says something else than was sealed; `entries` are the ids of those that differ, where it is they. */
  | { readonly code: 'seal-broken'; readonly entries: readonly string[] }
  /** Several sealed files of one attempt that the ledger does not know of. */
  | { readonly code: 'submission-twice'; readonly attempt: number; readonly files: readonly string[] }
  /** By the roster the judge serves no town in the quarter. */
  | { readonly code: 'submission-not-owed'; readonly quarter: Quarter }
  | { readonly code: 'likely-twin'; readonly of: string }
  | { readonly code: 'look-alike-name'; readonly label: string; readonly of: string }
  | { readonly code: 'closing-day-missing'; readonly label: string }
  | { readonly code: 'case-number-other-court'; readonly number: string; readonly court: string }
  | { readonly code: 'case-number-old-form'; readonly number: string }
  | { readonly code: 'case-number-year'; readonly number: string; readonly day: string }
  | { readonly code: 'confirmation-excluded'; readonly word: string }
  | { readonly code: 'applied-late'; readonly appliedOn: string; readonly applyBy: string }
  | { readonly code: 'policy-heavy-litigation' }
  | {
      readonly code: 'subtype-elsewhere';
      readonly subtype: string;
      readonly within: string;
      readonly type: string;
    }
  | { readonly code: 'town-level-cppcc' }
  | { readonly code: 'pre-filing-since-2025'; readonly day: string }
  | { readonly code: 'extension-too-long'; readonly extendedTo: string; readonly most: string }
  | {
      readonly code: 'hearing-counted-once';
      readonly number: string;
      readonly day: string;
      readonly of: string;
    }
  | { readonly code: 'holidays-unknown'; readonly year: string }
  | { readonly code: 'holiday-outside-years'; readonly day: string }
  | { readonly code: 'judge-not-on-roster'; readonly judge: string }
  | { readonly code: 'judge-name-differs'; readonly found: string; readonly roster: string }
  | { readonly code: 'court-differs'; readonly found: string; readonly roster: string }
  | { readonly code: 'file-name-not-judge'; readonly judge: string; readonly expected: string }
  | { readonly code: 'judge-in-two-files'; readonly judge: string; readonly files: readonly string[] }
  /** There was a ledger: its backups, or the note of what was saved last, are still there. */
  | { readonly code: 'ledger-gone'; readonly judge: string; readonly backups: readonly KeptVersion[] }
  /** The ledger at hand did not come after version `seq`, the last one saved here. */
  | { readonly code: 'copied-over'; readonly seq: number }
  /** The ledger's count of versions is below that of a version saved before. */
  | {
      readonly code: 'older-copy';
      readonly judge: string;
      readonly found: number;
      readonly last: number;
      readonly backups: readonly KeptVersion[];
    }
  | { readonly code: 'backup-damaged'; readonly judge: string; readonly others: readonly KeptVersion[] }
  | { readonly code: 'ledger-missing'; readonly judge: string; readonly name: string }
  | { readonly code: 'no-ledgers' }
  | { readonly code: 'roster-name-twice'; readonly name: string }
  | { readonly code: 'roster-id-twice'; readonly id: string }
  | { readonly code: 'roster-town-unknown'; readonly town: string; readonly nearest?: string }
  | { readonly code: 'roster-period-reversed'; readonly from: string; readonly to: string }
  | {
      readonly code: 'roster-town-lacks';
      readonly town: string;
      readonly lacks: 'liaison' | 'posted' | 'leader' | 'centre' | 'circuitPoint' | 'tribunal';
    }
  | { readonly code: 'roster-rules-order'; readonly quarter: string }
  | { readonly code: 'town-off-roster'; readonly town: string; readonly entries: number };

/** What a value in a file is expected to be; the messages give each its words and an example. */
export type ValueKind =
  | 'text'
  | 'day'
  | 'quarter'
  | 'timestamp'
  | 'digest'
  | 'whole-number'
  | 'yes-no'
  | 'choice'
  | 'choices'
  | 'amount'
  | 'case-number'
  | 'town'
  | 'village'
  | 'judge-id'
  | 'entry-id'
  | 'court-code'
  | 'list'
  | 'object';
