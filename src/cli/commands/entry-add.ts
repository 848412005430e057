import { isCalendarDate } from '../../domain/calendar-date.ts';
import { newEntryId, textOf, type Entry } from '../../domain/entry.ts';
import { dayKey, fieldOf, showField, type Kind, type Values } from '../../domain/kinds/kind.ts';
import { addEntry, changesBetween, emptyLedger, type Ledger } from '../../domain/ledger.ts';
import { Refusal, refusal } from '../../domain/problem.ts';
import { changeLedger, loadLedger } from '../../store/ledgers.ts';
import { loadRoster } from '../../store/rosters.ts';
import type { Command } from '../command.ts';
import { textOption, type Given } from '../given.ts';
import type { Context } from '../context.ts';
import { fieldOptions, flagOf, missingFlags, readFlags } from '../entry-flags.ts';
import { askField, askMissing, type AskedAbout } from '../entry-questions.ts';
import {
  confirmDoubts,
  doubtNotes,
  doubtsAbout,
  findingsAbout,
  quotaAfter,
  quotaSentence,
  tellErrors,
} from '../entry-saving.ts';
import { judgeFor } from '../judges.ts';
import { entryJson, headlineOf, valueLines } from '../render/entries.ts';
import { findingJson } from '../render/findings.ts';
import { quotaJson } from '../render/quota.ts';
import { savingOf } from '../saving.ts';

/** `ledger <kind> add`: by flags or, on a terminal, by questions with a review before anything is saved. */
export function entryAdd(kind: Kind): Command {
  return {
    options: [
      ...fieldOptions(kind),
      {
        name: 'id',
        value: { zh: '编号', en: 'ID' },
        help: {
          zh: '指定登记编号；已有同编号同内容的不重复登记',
          en: 'give the entry this id; adding it again changes nothing',
        },
      },
    ],
    examples: [
      `${kind.id} add --judge li-min`,
      `${kind.id} add --judge li-min ${kind.fields
        .filter((field) => field.required)
        .map((field) => `--${flagOf(field)} ${field.type.example.zh}`)
        .join(' ')}`,
    ],
    run: async (context, given) => {
      const { messages } = context;
      const workspace = await context.workspace();
      const roster = await loadRoster(workspace);
      const owner = await judgeFor(context, workspace, roster);
      const fresh = (): Ledger => emptyLedger(roster.court.name, owner, context.environment.random(16));
      const seen = await loadLedger(workspace, owner.id, context.kinds);
      const before = seen?.ledger ?? fresh();
      const values = await valuesFor({ kind, roster, ledger: before, context }, given);
      const id = idFor(context, kind, before, values, given);
      const existing = before.entries.find((entry) => entry.id === id);
      const draft: Entry = { id, kind: kind.id, rev: 1, values };
      const doubts = existing ? [] : doubtsAbout(context, kind, roster, before, draft);
      await confirmDoubts(context, doubts);
      const plan = (ledger: Ledger): Ledger => planAdd(ledger, kind, draft, context.at);
      const saved = await changeLedger(workspace, owner.id, plan, {
        ...savingOf(context, `${kind.id} add`),
        seen,
        fresh,
      });
      const entry = saved.ledger.entries.find((candidate) => candidate.id === id) ?? draft;
      const quota = await quotaAfter(context, workspace, roster, saved.ledger, entry);
      const day = showField(fieldOf(kind, dayKey(kind)), entry.values, context.language);
      const line = existing
        ? messages.saved.already
        : messages.saved.added(
            isCalendarDate(day) ? messages.day(day) : day,
            headlineOf(kind, entry.values, context.language),
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
            kind.reported !== undefined && textOf(entry, kind.reported) === ''
              ? messages.saved.nextReport(`${kind.id} report`)
              : '',
          ].filter((part) => part !== ''),
        ),
        notes: doubtNotes(context, doubts, saved.warnings),
        ...(saved.confirmed ? {} : { exit: 7 }),
      };
    },
  };
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

async function valuesFor(about: AskedAbout, given: Given): Promise<Values> {
  const { kind, context, roster } = about;
  const flags = readFlags(kind, given, context, roster);
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
  const { kind, context, roster, ledger } = about;
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
      const { errors } = findingsAbout(context, kind, roster, ledger, draft);
      if (errors.length === 0) return values;
      // Whoever has answered all the questions may put one answer right.
      tellErrors(context, errors);
      continue;
    }
    if (choice === 'drop') throw refusal('declined', { code: 'declined' });
    const key = await questions.choose({
      message: ask.changeWhich,
      options: kind.fields
        .filter((field) => field.appliesWhen?.(values) !== false)
        .map((field) => ({ value: field.key, name: field.label[context.language] })),
    });
    values = await askField(about, fieldOf(kind, key), values, questions);
  }
}

/** The id that was asked for, else a new one that no entry of the ledger has. */
function idFor(context: Context, kind: Kind, ledger: Ledger, values: Values, given: Given): string {
  const wanted = textOption(given, 'id');
  if (wanted !== undefined) {
    if (!/^[a-z0-9][a-z0-9-]{2,63}$/.test(wanted))
      throw refusal('misuse', { code: 'entry-id-invalid', id: wanted }, { field: '--id' });
    return wanted;
  }
  const day = String(values[dayKey(kind)] ?? '');
  for (;;) {
    const id = newEntryId(kind, isCalendarDate(day) ? day : context.today, context.environment.random(4));
    if (!ledger.entries.some((entry) => entry.id === id)) return id;
  }
}
