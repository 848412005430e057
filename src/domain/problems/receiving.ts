import type { CalendarDate } from '../calendar-date.ts';
import type { Period, Quarter } from '../quarter.ts';

/** What a file that was brought may be instead of a submission. */
export type BroughtInstead =
  | 'ledger'
  | 'roster'
  | 'workbook'
  | 'archive'
  | 'link'
  | 'device'
  | 'system'
  | 'too-deep'
  | 'too-large'
  | 'other';

/** What can be wrong with what judges hand in, and with the office's record of it. */
export type ReceivingProblem =
  | { readonly code: 'not-a-submission'; readonly found: BroughtInstead }
  | { readonly code: 'submission-other-court'; readonly found: string; readonly roster: string }
  | { readonly code: 'submission-not-on-roster'; readonly judge: string }
  | {
      readonly code: 'submission-period-differs';
      readonly quarter: Quarter;
      readonly found: Period;
      readonly roster: Period;
    }
  | {
      readonly code: 'submission-rules-differ';
      readonly quarter: Quarter;
      /** The names of the rules, as in the roster. */
      readonly rules: readonly string[];
    }
  /** Attempts that can't both stand, by their seal codes. */
  | { readonly code: 'submission-conflict'; readonly quarter: Quarter; readonly seals: readonly string[] }
  | { readonly code: 'submission-returned'; readonly quarter: Quarter; readonly attempt: number }
  /** A line of the record that can't be read; its number stands in `where`. */
  | { readonly code: 'received-line-damaged' }
  /** The record's last line, which was never finished. */
  | { readonly code: 'received-line-torn' }
  /** The record names a file that is gone, or is another one by now. */
  | { readonly code: 'received-file-gone'; readonly judge: string; readonly quarter: Quarter }
  /** A sealed file that lies among those received, and that the record does not know. */
  | { readonly code: 'submission-not-recorded' }
  /** An entry that a later submission tells otherwise, without a higher revision. */
  | {
      readonly code: 'submitted-entry-differs';
      readonly quarter: Quarter;
      /** The keys of the fields. */
      readonly fields: readonly string[];
    }
  /** A case that was opened before the quarter, and that the submission for the quarter before did not have. */
  | { readonly code: 'case-not-carried'; readonly quarter: Quarter; readonly opened: CalendarDate }
  /** Cases of a judge of whom nothing counts for the quarter, from what was handed in before. */
  | {
      readonly code: 'cases-carried';
      readonly name: string;
      readonly cases: number;
      /** Whether the judge serves no town any more: the cases are to be handed over. */
      readonly isLeft: boolean;
    }
  | { readonly code: 'seal-code-unknown'; readonly sealCode: string }
  /** Nothing contradicts the attempt: there is nothing to decide. */
  | { readonly code: 'seal-code-undisputed'; readonly sealCode: string };
