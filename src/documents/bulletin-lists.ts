import type { BulletinText } from '../domain/bulletin-text.ts';
import { column, named, type ListNames } from '../marks/names.ts';
import type { DataList } from '../marks/template-data.ts';

const PARAGRAPH = [column('text', '段')];

const OVERALL = { ...named('总体情况', 'overall'), columns: PARAGRAPH };
const TOWNS = {
  ...named('各镇情况', '各镇工作情况', 'towns'),
  columns: [
    column('no', '序号'),
    column('numeral', '中文序号'),
    column('town', '镇'),
    column('title', '镇及联系法官'),
    column('liaisons', '联系法官'),
    column('told', '情况'),
  ],
};
const VISITS = { ...named('走访情况', 'visitQuota'), columns: PARAGRAPH };
const HANDED_IN = { ...named('报送情况', 'submissions'), columns: PARAGRAPH };
const PROBLEMS = { ...named('问题建议', 'problems'), columns: PARAGRAPH };

/** The lists of a bulletin's sentences, each a paragraph of a template that is repeated. */
export const BULLETIN_LISTS: readonly ListNames[] = [OVERALL, TOWNS, VISITS, HANDED_IN, PROBLEMS];

/** The sentences of a bulletin as such lists. */
export function bulletinLists({
  overall,
  towns,
  visits,
  handedIn,
  problems,
}: BulletinText): readonly DataList[] {
  const paragraphs = (texts: readonly string[]) => texts.map((text) => [text]);
  return [
    { ...OVERALL, rows: paragraphs(overall) },
    {
      ...TOWNS,
      rows: towns.map(({ numeral, town, title, liaisons, told }, at) => [
        at + 1,
        numeral,
        town,
        title,
        liaisons,
        told,
      ]),
    },
    { ...VISITS, rows: paragraphs(visits) },
    { ...HANDED_IN, rows: paragraphs(handedIn) },
    { ...PROBLEMS, rows: paragraphs(problems) },
  ];
}
