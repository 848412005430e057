import type { Kind } from '../domain/kinds/kind.ts';
import type { Named } from './template-data.ts';
import type { ListNames } from './names.ts';

/** What a workbook or document is for, as `template list` says it. */
export type Purpose =
  | 'ledgers'
  | 'summary'
  | 'year-ledgers'
  | 'year-summary'
  | 'judge-ledgers'
  | 'judge-report'
  | 'appraisal'
  | 'cover'
  | 'receipt'
  | 'bulletin';

/** A workbook or document that is made from a template: the template's file name, and the names that a template of it may use. */
export interface OfficialTemplate {
  readonly name: string;
  readonly purpose: Purpose;
  singles(kinds: readonly Kind[]): readonly Named[];
  lists(kinds: readonly Kind[]): readonly ListNames[];
}
