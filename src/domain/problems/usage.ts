import type { CalendarDate } from '../calendar-date.ts';
import type { Quarter } from '../quarter.ts';
import type { Words } from '../words.ts';

/** What can be wrong with what somebody typed: options, days, names. Nothing has been read or written yet. */
export type UsageProblem =
  | { readonly code: 'command-unknown'; readonly command: string; readonly nearest?: string }
  | {
      readonly code: 'option-unknown';
      readonly option: string;
      readonly command: string;
      readonly nearest?: string;
    }
  | {
      readonly code: 'option-missing';
      readonly option: string;
      readonly label: string;
      readonly example: string;
    }
  | { readonly code: 'option-without-value'; readonly option: string }
  | { readonly code: 'argument-missing'; readonly argument: Words; readonly command: string }
  | { readonly code: 'argument-unexpected'; readonly found: string }
  | { readonly code: 'topic-unknown'; readonly topic: string; readonly known: readonly string[] }
  | { readonly code: 'language-unknown'; readonly found: string }
  /** `reason`: format is not one of the contract's, no-such-day is 30 February, two-digit-year is 24-7-3. */
  | {
      readonly code: 'day-invalid';
      readonly found: string;
      readonly reason: 'format' | 'no-such-day' | 'two-digit-year' | 'before-2000';
      /** In a sheet, where 昨天 is no day. */
      readonly inSheet?: true;
    }
  | { readonly code: 'day-ahead'; readonly found: CalendarDate; readonly today: CalendarDate }
  | { readonly code: 'as-of-early'; readonly day: CalendarDate; readonly from: CalendarDate }
  | { readonly code: 'quarter-invalid'; readonly found: string }
  | {
      readonly code: 'quarter-ahead';
      readonly quarter: Quarter;
      readonly from: CalendarDate;
      readonly today: CalendarDate;
    }
  | { readonly code: 'year-invalid'; readonly found: string }
  | {
      readonly code: 'year-ahead';
      readonly year: number;
      readonly from: CalendarDate;
      readonly today: CalendarDate;
    }
  /** Options of which only one may be given. */
  | { readonly code: 'options-exclusive'; readonly options: readonly string[] }
  | {
      readonly code: 'choice-invalid';
      readonly found: string;
      readonly choices: readonly { readonly id: string; readonly label: string }[];
      readonly nearest?: string;
    }
  | { readonly code: 'choices-empty' }
  | { readonly code: 'yes-no-invalid'; readonly found: string }
  | {
      readonly code: 'count-invalid';
      readonly found: string;
      readonly most: number;
      /** What may stand behind the number. */
      readonly units: readonly string[];
    }
  | { readonly code: 'amount-invalid'; readonly found: string }
  | { readonly code: 'case-number-invalid'; readonly found: string }
  | { readonly code: 'text-too-long'; readonly length: number; readonly limit: number }
  | { readonly code: 'text-control'; readonly codePoint: string }
  | { readonly code: 'text-line-break' }
  | { readonly code: 'field-required'; readonly label: string }
  | { readonly code: 'field-cannot-clear'; readonly label: string }
  | { readonly code: 'field-out-of-place'; readonly label: string }
  /** A closing day without its result, say. */
  | { readonly code: 'field-needs'; readonly label: string; readonly needs: string }
  | {
      readonly code: 'town-unknown';
      readonly town: string;
      readonly nearest?: string;
      readonly known: readonly string[];
    }
  | { readonly code: 'judge-needed'; readonly judges: readonly string[] }
  | {
      readonly code: 'judge-unknown';
      readonly judge: string;
      readonly nearest?: string;
      readonly known: readonly string[];
    }
  | { readonly code: 'judge-ambiguous'; readonly judge: string; readonly judges: readonly string[] }
  | { readonly code: 'judge-not-liaison'; readonly judge: string }
  | { readonly code: 'entry-unknown'; readonly id: string; readonly nearest?: string }
  | { readonly code: 'entry-ambiguous'; readonly id: string; readonly ids: readonly string[] }
  | { readonly code: 'entry-removed'; readonly id: string }
  | { readonly code: 'entry-changed-meanwhile'; readonly id: string }
  /** Between what was shown and the saving, somebody changed the ledger. */
  | { readonly code: 'ledger-changed-meanwhile' }
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'nothing-to-redo' }
  | { readonly code: 'step-changed-since'; readonly step: number; readonly entries: readonly string[] }
  | { readonly code: 'step-erased'; readonly step: number }
  | { readonly code: 'step-merged'; readonly step: number }
  | {
      readonly code: 'step-submitted';
      readonly step: number;
      readonly quarter: Quarter;
      readonly entries: readonly string[];
    }
  | { readonly code: 'entry-not-removed'; readonly id: string }
  | { readonly code: 'entry-id-invalid'; readonly id: string }
  | { readonly code: 'entry-id-taken'; readonly id: string }
  | { readonly code: 'reason-needed' }
  | { readonly code: 'field-unknown'; readonly field: string; readonly fields: readonly string[] }
  | { readonly code: 'field-empty'; readonly label: string }
  /** A value that every entry must have can be erased only once the entry is removed. */
  | { readonly code: 'redact-required'; readonly label: string }
  | { readonly code: 'nothing-to-change' }
  | { readonly code: 'workspace-missing'; readonly searched: readonly string[] }
  | { readonly code: 'workspace-exists'; readonly path: string }
  | { readonly code: 'init-choice'; readonly given: readonly string[] }
  /** A whole number above 0 is expected, unless a range is said. */
  | {
      readonly code: 'number-invalid';
      readonly found: string;
      readonly range?: { readonly least: number; readonly most: number };
    }
  | { readonly code: 'sort-invalid'; readonly found: string; readonly fields: readonly string[] }
  | { readonly code: 'template-unknown'; readonly name: string; readonly known: readonly string[] }
  /** Several ledgers as CSV, which has one table a file. */
  | { readonly code: 'export-several'; readonly count: number }
  /** `known` are the versions that there are, newest first. */
  | { readonly code: 'backup-unknown'; readonly found: string; readonly known: readonly number[] }
  | { readonly code: 'backup-ambiguous'; readonly found: string; readonly names: readonly string[] }
  /** `looksLike` is what the file most likely is in. */
  | {
      readonly code: 'encoding-doubtful';
      readonly encoding: string;
      readonly looksLike: 'gbk' | 'utf-16' | 'unknown';
    }
  | { readonly code: 'declined' }
  | { readonly code: 'interrupted-after-saving' }
  | { readonly code: 'bug'; readonly message: string };
