import { isCalendarDate } from '../domain/calendar-date.ts';
import { checkEntry } from '../domain/checks.ts';
import { entryDay, textOf, type Entry } from '../domain/entry.ts';
import { fieldOf } from '../domain/kinds/kind.ts';
import { visit } from '../domain/kinds/visit.ts';
import type { Ledger } from '../domain/ledger.ts';
import { Refusal, refusal, type Finding } from '../domain/problem.ts';
import { periodOf, quarterAt } from '../domain/quarter.ts';
import { quotaRows, type QuotaRow } from '../domain/quota.ts';
import { basisOf, liaisonsOf, townNamed, type Roster } from '../domain/roster.ts';
import { loadLedgersOf } from '../store/ledgers.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Context } from './context.ts';
import { flagOf } from './entry-flags.ts';
import type { AskedAbout } from './entry-questions.ts';
import { findingLines, findingText } from './render/findings.ts';

/** Findings on a new or changed entry; errors refuse the command, warnings are returned. */
export function doubtsAbout(about: AskedAbout, entry: Entry): readonly Finding[] {
  const { errors, doubts } = findingsAbout(about, entry);
  if (errors.length > 0) throw new Refusal('misuse', errors);
  return doubts;
}

/** What is wrong with a new or changed entry, by its flags, and what is only doubtful. */
export function findingsAbout(
  { context, kind, roster, ledger, workdays, taken }: AskedAbout,
  entry: Entry,
): { readonly errors: readonly Finding[]; readonly doubts: readonly Finding[] } {
  const findings = checkEntry(entry, {
    kind,
    roster,
    workdays,
    today: context.today,
    language: context.language,
    judge: ledger.judge.id,
    others: ledger.entries.filter((other) => !other.removed && other.id !== entry.id),
  });
  const errors = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ where: { field }, label: _label, ...rest }) => ({
      ...rest,
      where: field === undefined ? {} : { field: `--${flagOf(fieldOf(kind, field), taken)}` },
    }));
  return { errors, doubts: findings.filter(({ severity }) => severity === 'warning') };
}

/** Tells on a terminal what is wrong with the answers so far. */
export function tellErrors(context: Context, errors: readonly Finding[]): void {
  for (const finding of errors)
    context.environment.stderr.write(`${context.style.bad(findingText(context.messages, finding))}\n`);
}

/** Warnings are asked about on a terminal; elsewhere the work is done and they are listed. */
export async function confirmDoubts(context: Context, doubts: readonly Finding[]): Promise<void> {
  if (doubts.length === 0 || context.yes || !context.questions) return;
  tellDoubts(context, doubts);
  await confirm(context, context.messages.ask.goOn);
}

/**
 * The same, where something may be put right first: true to save, false to change something. Whoever was warned has answered
 * many questions, and must not lose the answers by a no.
 */
export async function settleDoubts(context: Context, doubts: readonly Finding[]): Promise<boolean> {
  if (doubts.length === 0 || context.yes || !context.questions) return true;
  tellDoubts(context, doubts);
  const questions = await context.questions();
  const { ask } = context.messages;
  const chosen = await questions.choose({
    message: ask.goOn,
    options: [
      { value: 'save', name: ask.save },
      { value: 'change', name: ask.changeFirst },
      { value: 'drop', name: ask.drop },
    ],
    initial: 'save',
  });
  if (chosen === 'drop') throw refusal('declined', { code: 'declined' });
  return chosen === 'save';
}

/** Without id and judge: whoever is asked knows which entry it is, and that of a new one may yet change. */
function tellDoubts({ environment, messages, style }: Context, doubts: readonly Finding[]): void {
  for (const doubt of doubts) {
    const { entry: _entry, judge: _judge, ...where } = doubt.where;
    environment.stderr.write(`${style.doubtful(findingText(messages, { ...doubt, where }))}\n`);
  }
}

/**
 * Asks yes or no; no is a refusal, since nothing is done then. Where nobody can be asked, the answer is yes. An empty line
 * means yes too, unless what is asked for can't be taken back.
 */
export async function confirm(context: Context, message: string, usual = true): Promise<void> {
  if (context.yes || !context.questions) return;
  const questions = await context.questions();
  if (!(await questions.confirm({ message, usual }))) throw refusal('declined', { code: 'declined' });
}

/** The reason that was given, or is asked for on a terminal. */
export async function reasonFor(context: Context, given: string | undefined): Promise<string> {
  if (given !== undefined && given.trim() !== '') return given.trim();
  if (!context.questions) throw refusal('misuse', { code: 'reason-needed' });
  const { ask } = context.messages;
  const questions = await context.questions();
  const typed = await questions.text({
    message: ask.reason,
    validate: (text) => (text.trim() === '' ? ask.reasonRequired : undefined),
  });
  return typed.trim();
}

/** The quota of the entry's town in the entry's quarter, over the ledgers of all its judges; only visits have one. */
export async function quotaAfter(
  context: Context,
  workspace: Workspace,
  roster: Roster,
  ledger: Ledger,
  entry: Entry,
): Promise<QuotaRow | undefined> {
  const day = entryDay(visit, entry);
  const town = townNamed(roster, textOf(entry, 'town'));
  if (entry.kind !== visit.id || !day || !town) return undefined;
  const quarter = quarterAt(day, basisOf(roster));
  const period = periodOf(quarter, basisOf(roster));
  const others = liaisonsOf(roster, town.name, period)
    .map(({ person }) => person.id)
    .filter((id) => id !== ledger.judge.id);
  const ledgers = [ledger, ...(await loadLedgersOf(workspace, others, context.kinds))];
  const asOf = context.today < period.to ? context.today : period.to;
  const rows = quotaRows({ quarter, asOf, roster, ledgers, town: town.name });
  return (
    rows.find((row) => row.town === town.name) ?? rows.find((row) => row.judges.includes(ledger.judge.id))
  );
}

/** The sentence about the quota behind a saved visit, empty where the entry has none. */
export function quotaSentence(
  context: Context,
  roster: Roster,
  entry: Entry,
  row: QuotaRow | undefined,
): string {
  const day = textOf(entry, visit.span.type === 'event' ? visit.span.day : '');
  if (!row || !isCalendarDate(day)) return '';
  const quarter = quarterAt(day, basisOf(roster));
  return context.messages.saved.quota(row, quarter, quarter === quarterAt(context.today, basisOf(roster)));
}

/** The doubts that nobody was asked about, and the warnings of saving, as notes for stderr. */
export function doubtNotes(
  context: Context,
  doubts: readonly Finding[],
  ofSaving: readonly Finding[],
): readonly string[] {
  const wereAsked = context.questions !== undefined && !context.yes;
  return findingLines(context.messages, [...(wereAsked ? [] : doubts), ...ofSaving]);
}
