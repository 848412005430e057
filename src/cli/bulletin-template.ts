import { bulletinOf, type BulletinQuestion } from '../domain/bulletin.ts';
import { BULLETIN_LISTS, bulletinLists } from '../documents/bulletin-lists.ts';
import { named } from '../marks/names.ts';
import type { OfficialTemplate } from '../marks/official-template.ts';
import type { TemplateData } from '../marks/template-data.ts';
import { bulletinText } from '../messages/official-bulletin.ts';
import { official } from '../messages/official.ts';
import { quarterSingleNames, quarterSingles } from '../workbook/sheets/quarter-singles.ts';
import { SUMMARY_SINGLES, summarySingles } from '../workbook/sheets/summary-singles.ts';
import { townListNames, townLists, townTotalNames, townTotals } from '../workbook/sheets/town-lists.ts';

const EDITION = named('版本', 'edition');
const CHECK_NOTE = named('核对说明', 'checkNote');

/** 情况通报: a Word document whose template has the marks of the workbooks, those of its sentences, and both tables by towns. */
export const BULLETIN: OfficialTemplate = {
  name: '情况通报.docx',
  purpose: 'bulletin',
  singles: (kinds) => [...quarterSingleNames(kinds), ...SUMMARY_SINGLES, EDITION, CHECK_NOTE],
  lists: (kinds) => [...BULLETIN_LISTS, ...townListNames('quarter', kinds), ...townTotalNames(kinds)],
};

/** What a bulletin's template is filled with: sentences and figures for who is outside of the court. */
export function bulletinData(question: BulletinQuestion): TemplateData {
  const { consolidation, summary, roster, kinds } = question;
  const facts = { consolidation, roster, kinds, words: official };
  const { notice, foot } = official.masked;
  return {
    singles: [
      ...quarterSingles(consolidation, roster, kinds, official),
      ...summarySingles(facts, summary),
      { ...EDITION, value: notice.external },
      { ...CHECK_NOTE, value: foot },
    ],
    lists: [
      ...bulletinLists(bulletinText(bulletinOf(question))),
      ...townLists(facts, summary),
      ...townTotals(facts, summary),
    ],
    none: official.none,
  };
}
