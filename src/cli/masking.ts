import { EDITION_NAMES, type Edition } from '../domain/masking/edition.ts';
import { doubtfulCount, type Review } from '../domain/masking/review.ts';
import { nearest } from '../domain/nearest.ts';
import { refusal, warning, type Finding } from '../domain/problem.ts';
import type { OptionSpec } from './command.ts';
import type { Context } from './context.ts';
import type { Given } from './given.ts';
import { reviewLines } from './render/review-list.ts';

/** `--masked`, an edition that may go round. */
export const MASKED_OPTION: OptionSpec = {
  name: 'masked',
  value: { zh: '版本', en: 'EDITION' },
  bare: true,
  help: {
    zh: '生成脱敏版：internal 院内流转版（不写即是）或 external 对外通报版',
    en: 'make a masked edition: internal (unless said) or external',
  },
};

const EDITIONS: readonly { readonly id: Edition; readonly en: string }[] = [
  { id: 'internal', en: 'to go round within the court' },
  { id: 'external', en: 'to leave the court' },
];

/** The edition that was asked for; undefined is the full version. */
export function wantedEdition({ language }: Context, given: Given): Edition | undefined {
  const typed = given.options['masked'];
  if (typed === undefined) return undefined;
  if (typed === true) return 'internal';
  const found = EDITIONS.find(
    ({ id }) => id === typed.trim().toLowerCase() || EDITION_NAMES[id] === typed.trim(),
  );
  if (found) return found.id;
  const close = nearest(
    typed,
    EDITIONS.map(({ id }) => id),
  );
  const choices = EDITIONS.map(({ id, en }) => ({ id, label: language === 'zh' ? EDITION_NAMES[id] : en }));
  throw refusal(
    'misuse',
    { code: 'choice-invalid', found: typed, choices, ...(close === undefined ? {} : { nearest: close }) },
    { field: '--masked' },
  );
}

/** The name of a file of an edition: `汇总台账-院内流转版.xlsx`. */
export function editionFile(name: string, edition: Edition): string {
  return name.replace(/\.xlsx$/u, `-${EDITION_NAMES[edition]}.xlsx`);
}

/** What is written: all of it, or the list alone, so that it can be looked at elsewhere first. */
export type ReviewAnswer = 'all' | 'list';

/** Whether somebody sees the texts before the edition is written. */
function isAsked({ yes, dryRun, questions }: Context, { items }: Review): boolean {
  return items.length > 0 && !yes && !dryRun && questions !== undefined;
}

/** What is to be said where texts may still name somebody and nobody was asked about them; `list` is where they are listed. */
export function doubtfulFindings(
  context: Context,
  review: Review,
  [list]: readonly string[],
): readonly Finding[] {
  const doubtful = doubtfulCount(review);
  if (doubtful === 0 || isAsked(context, review)) return [];
  const problem = { code: 'masked-doubtful', texts: review.items.length, doubtful } as const;
  return [warning(problem, list === undefined ? {} : { file: list })];
}

/**
 * Lists the texts on a terminal and asks whether the edition may be written; no is a refusal. Where nobody can be asked, or `--yes`
 * says so beforehand, it is written, and the list beside it.
 */
export async function reviewed(context: Context, review: Review): Promise<ReviewAnswer> {
  const { environment, messages, questions } = context;
  if (!isAsked(context, review) || !questions) return 'all';
  for (const line of reviewLines(messages, review)) environment.stderr.write(`${line}\n`);
  const { masking } = messages;
  const answer = await (
    await questions()
  ).choose({
    message: masking.ask(review.edition),
    options: [
      { value: 'all', name: masking.answers.all },
      { value: 'list', name: masking.answers.list },
      { value: 'none', name: masking.answers.none },
    ],
    initial: 'list',
  });
  if (answer === 'none') throw refusal('declined', { code: 'declined' });
  return answer === 'all' ? 'all' : 'list';
}
