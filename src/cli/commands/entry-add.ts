import type { FieldValue } from '../../domain/fields/field-type.ts';
import { entryDay, isEntryId, newEntryId, textOf, type Entry } from '../../domain/entry.ts';
import {
  isOffered,
  dayIn,
  dayKey,
  fieldOf,
  isRequired,
  type Field,
  type Kind,
  type Values,
} from '../../domain/kinds/kind.ts';
import { addEntry, changesBetween, emptyLedger, shortReference, type Ledger } from '../../domain/ledger.ts';
import { Refusal, refusal, type Finding } from '../../domain/problem.ts';
import { timeLimits } from '../../domain/time-limits.ts';
import { changeLedger, loadLedger } from '../../store/ledgers.ts';
import { loadRoster } from '../../store/rosters.ts';
import type { Command, OptionSpec } from '../command.ts';
import { textOption, type Given } from '../given.ts';
import type { Context } from '../context.ts';
import { mindBeforeChange } from '../before-change.ts';
import { EDITOR_FORCE_OPTION } from '../entry-options.ts';
import { fieldOptions, flagOf, missingFlags, readFlags } from '../entry-flags.ts';
import { askField, askMissing, type AskedAbout } from '../entry-questions.ts';
import {
  doubtNotes,
  doubtsAbout,
  findingsAbout,
  quotaAfter,
  quotaSentence,
  settleDoubts,
  tellErrors,
} from '../entry-saving.ts';
import { judgeFor } from '../judges.ts';
import { entryJson, headlineOf, valueLines } from '../render/entries.ts';
import { findingJson } from '../render/findings.ts';
import { quotaJson } from '../render/quota.ts';
import { savingOf } from '../saving.ts';
import { workdaysFor } from '../workdays.ts';

/** `ledger <kind> add`: by flags or, on a terminal, by questions with a review before anything is saved. */
export function entryAdd(kind: Kind): Command {
  return {
    get options() {
      return optionsOf(kind);
    },
    get examples() {
      return [
        `${kind.id} add --judge li-min`,
        `${kind.id} add --judge li-min ${exampleFields(kind)
          .map((field) => `--${flagOf(field)} ${field.type.example.zh}`)
          .join(' ')}`,
      ];
    },
    run: async (context, given) => {
      const { messages } = context;
      const workspace = await context.workspace();
      const roster = await loadRoster(workspace);
      const owner = await judgeFor(context, workspace, roster);
      const fresh = (): Ledger => emptyLedger(roster.court.name, owner, context.environment.random(16));
      const seen = await loadLedger(workspace, owner.id, context.kinds);
      await mindBeforeChange(context, workspace, owner.id, seen?.ledger);
      const before = seen?.ledger ?? fresh();
      const workdays = await workdaysFor(workspace, kind);
      const about: AskedAbout = { kind, roster, ledger: before, workdays, context };
      const { draft, doubts, existing } = await settled(about, await valuesFor(about, given), given);
      const { id } = draft;
      const plan = (ledger: Ledger): Ledger => planAdd(ledger, kind, draft, context.at);
      const saved = await changeLedger(workspace, owner.id, plan, {
        ...savingOf(context, `${kind.id} add`),
        seen,
        fresh,
      });
      const entry = saved.ledger.entries.find((candidate) => candidate.id === id) ?? draft;
      const quota = await quotaAfter(context, workspace, roster, saved.ledger, entry);
      const day = entryDay(kind, entry);
      // A rehearsal's id is not that of the real run.
      const reference = context.dryRun ? undefined : shortReference([saved.ledger], entry);
      const line = existing
        ? messages.saved.already
        : messages.saved.added(
            day ? messages.day(day, context.today) : '',
            headlineOf(kind, entry.values, context.language),
            reference,
          );
      return {
        json: {
          judge: owner.id,
          entry: entryJson(kind, entry),
          ...(quota ? { quota: quotaJson(quota) } : {}),
          warnings: doubts.map((finding) => findingJson(messages, finding)),
        },
        text: messages.sentence.join(
          [
            context.dryRun ? messages.saved.dry(line) : line,
            // A town of somebody else’s counts their visits, not this one.
            quota?.judges.includes(owner.id) ? quotaSentence(context, roster, entry, quota) : '',
            nextStep(about, entry, reference),
          ].filter((part) => part !== ''),
        ),
        notes: doubtNotes(context, doubts, saved.warnings),
        ...(saved.confirmed ? {} : { exit: 7 }),
      };
    },
  };
}

/** What comes next: of a case the day by which something must be done, of an event that the contact leader is told. */
function nextStep(
  { context, roster, kind, workdays }: AskedAbout,
  entry: Entry,
  reference: string | undefined,
): string {
  const { messages, language } = context;
  if (kind.span.type === 'event') {
    const isReported = kind.reported === undefined || textOf(entry, kind.reported) !== '';
    return isReported
      ? ''
      : messages.saved.nextReport(`${kind.id} report${reference === undefined ? '' : ` ${reference}`}`);
  }
  const [next] = timeLimits(kind, entry, { roster, workdays })
    .filter(({ done }) => !done)
    .sort((one, other) => (one.due.on < other.due.on ? -1 : 1));
  return next ? messages.saved.limit(next.clock.what[language], next.due.on, context.today) : '';
}

/** The fields that must be given, each thing that depends on another answer judged by the examples before it. */
function exampleFields(kind: Kind): readonly Field[] {
  const values: Record<string, FieldValue> = {};
  return kind.fields.filter((field) => {
    const { example, offer } = field.type;
    if (!isRequired(field, values)) return false;
    values[field.key] = offer.type === 'choice' ? (offer.choices[0]?.id ?? '') : example.zh;
    return true;
  });
}

function optionsOf(kind: Kind): readonly OptionSpec[] {
  return [
    ...fieldOptions(kind),
    {
      name: 'id',
      value: { zh: '编号', en: 'ID' },
      help: {
        zh: '指定登记编号；已有同编号同内容的不重复登记',
        en: 'give the entry this id; adding it again changes nothing',
      },
    },
    EDITOR_FORCE_OPTION,
  ];
}

/** Adding an id that is there with the same content changes nothing; with another content it is refused. */
function planAdd(ledger: Ledger, kind: Kind, draft: Entry, at: string): Ledger {
  const existing = ledger.entries.find((entry) => entry.id === draft.id);
  if (!existing) return addEntry(ledger, kind, draft.id, draft.values, { at });
  const same =
    existing.kind === kind.id &&
    !existing.removed &&
    changesBetween(kind, existing.values, draft.values).length === 0;
  if (!same) throw refusal('misuse', { code: 'entry-id-taken', id: draft.id });
  return ledger;
}

/** The entry as it is to be saved, and the doubts about it: whoever is warned may go back to the review and change something. */
async function settled(
  about: AskedAbout,
  answered: Values,
  given: Given,
): Promise<{
  readonly draft: Entry;
  readonly doubts: readonly Finding[];
  readonly existing: Entry | undefined;
}> {
  const { context, kind, ledger } = about;
  let values = answered;
  for (;;) {
    const id = idFor(context, kind, ledger, values, given);
    const existing = ledger.entries.find((entry) => entry.id === id);
    const draft: Entry = { id, kind: kind.id, rev: 1, values };
    const doubts = existing ? [] : doubtsAbout(about, draft);
    if (await settleDoubts(context, doubts)) return { draft, doubts, existing };
    values = await review(about, values);
  }
}

async function valuesFor(about: AskedAbout, given: Given): Promise<Values> {
  const { kind, context, roster } = about;
  const flags = readFlags(kind, given, { context, roster });
  const missing = missingFlags(kind, flags.values, context).filter(
    ({ problem }) =>
      !flags.findings.some(
        ({ where }) => problem.code === 'option-missing' && where.field === problem.option,
      ),
  );
  if (flags.findings.length > 0)
    throw new Refusal('misuse', [...flags.findings, ...(context.questions ? [] : missing)]);
  if (missing.length === 0) return flags.values;
  if (!context.questions) throw new Refusal('misuse', missing);
  return review(about, await askMissing(about, flags.values, await context.questions()));
}

/** Shows what would be saved, and asks: save, change something, or drop it. */
async function review(about: AskedAbout, asked: Values): Promise<Values> {
  const { kind, context } = about;
  if (!context.questions) return asked;
  const questions = await context.questions();
  const { ask } = context.messages;
  let values = asked;
  for (;;) {
    context.environment.stderr.write(`\n${valueLines(context.messages, kind, values).join('\n')}\n\n`);
    const choice = await questions.choose({
      message: ask.review,
      options: [
        { value: 'save', name: ask.save },
        { value: 'change', name: ask.change },
        { value: 'drop', name: ask.drop },
      ],
      initial: 'save',
    });
    if (choice === 'save') {
      const draft: Entry = { id: '', kind: kind.id, rev: 1, values };
      const { errors } = findingsAbout(about, draft);
      if (errors.length === 0) return values;
      // Whoever has answered all the questions may put one answer right.
      tellErrors(context, errors);
      continue;
    }
    if (choice === 'drop') throw refusal('declined', { code: 'declined' });
    const key = await questions.choose({
      message: ask.changeWhich,
      options: kind.fields
        .filter((field) => isOffered(field, values) || values[field.key] !== undefined)
        .map((field) => ({ value: field.key, name: field.label[context.language] })),
    });
    values = await askField(about, fieldOf(kind, key), values, questions);
  }
}

/** The id that was asked for, else a new one that no entry of the ledger has. */
function idFor(context: Context, kind: Kind, ledger: Ledger, values: Values, given: Given): string {
  const wanted = textOption(given, 'id');
  if (wanted !== undefined) {
    if (!isEntryId(wanted))
      throw refusal('misuse', { code: 'entry-id-invalid', id: wanted }, { field: '--id' });
    return wanted;
  }
  const day = dayIn(values, dayKey(kind, values)) ?? context.today;
  for (;;) {
    const id = newEntryId(kind, day, context.environment.random(4));
    if (!ledger.entries.some((entry) => entry.id === id)) return id;
  }
}
