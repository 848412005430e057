import type { Lists } from './lists.ts';
import type { LookBook } from './looks.ts';
import type { SharedTexts } from './shared-texts.ts';

/** What the sheets of one workbook share. */
export interface Drawing {
  readonly lists: Lists;
  readonly looks: LookBook;
  readonly texts: SharedTexts;
}
