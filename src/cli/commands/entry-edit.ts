import { entryDay, type Entry } from '../../domain/entry.ts';
import { fieldOf, showField, type Kind, type Values } from '../../domain/kinds/kind.ts';
import { changesBetween, editEntry, wasSubmitted } from '../../domain/ledger.ts';
import { Refusal, refusal } from '../../domain/problem.ts';
import { quarterAt } from '../../domain/quarter.ts';
import { basisOf } from '../../domain/roster.ts';
import type { Command } from '../command.ts';
import { textOption, type Given } from '../given.ts';
import type { Context } from '../context.ts';
import { fieldOptions, readFlags } from '../entry-flags.ts';
import { askField } from '../entry-questions.ts';
import { confirmDoubts, doubtsAbout, findingsAbout, reasonFor, tellErrors } from '../entry-saving.ts';
import { ID_ARGUMENT, REASON_OPTION } from '../entry-options.ts';
import { saveChange, targetOf, type Target } from '../entry-change.ts';
import { headlineOf } from '../render/entries.ts';
import { show } from '../render/show.ts';

/** `ledger <kind> edit ID`: changes fields by flags or, on a terminal without flags, one after the other. */
export function entryEdit(kind: Kind): Command {
  return {
    options: [...fieldOptions(kind), REASON_OPTION],
    arguments: [ID_ARGUMENT],
    examples: [
      `${kind.id} edit 7kq2 --judge li-min --note 与综治中心主任同行`,
      `${kind.id} edit 7kq2 --judge li-min --note ""`,
    ],
    run: async (context, given) => {
      const target = await targetOf(context, kind, given);
      const { roster, ledger, entry } = target;
      if (entry.removed) throw refusal('misuse', { code: 'entry-removed', id: entry.id });
      const values = await newValues(context, kind, target, given);
      const changes = changesBetween(kind, entry.values, values);
      const draft: Entry = { ...entry, values };
      const doubts = changes.length === 0 ? [] : doubtsAbout(context, kind, roster, ledger, draft);
      await confirmDoubts(context, doubts);
      const needsReason =
        changes.length > 0 && [entry, draft].some((version) => isSubmitted(target, kind, version));
      const typed = textOption(given, 'reason');
      const reason = needsReason ? await reasonFor(context, typed) : typed;
      return saveChange(context, kind, target, {
        command: 'edit',
        doubts,
        plan: (current) =>
          editEntry(current, kind, entry.id, values, { at: context.at, ...(reason ? { reason } : {}) }),
        line: (after) => {
          if (changes.length === 0) return context.messages.saved.unchanged;
          const labels = changes.map(({ field }) => fieldOf(kind, field).label[context.language]);
          return context.messages.saved.edited(headlineOf(kind, after.values, context.language), labels);
        },
      });
    },
  };
}

async function newValues(context: Context, kind: Kind, target: Target, given: Given): Promise<Values> {
  const flags = readFlags(kind, given, context, target.roster);
  if (flags.findings.length > 0) throw new Refusal('misuse', flags.findings);
  const kept = Object.entries(target.entry.values).filter(([key]) => !flags.cleared.includes(key));
  const values: Values = { ...Object.fromEntries(kept), ...flags.values };
  if (Object.keys(flags.values).length + flags.cleared.length > 0) return values;
  if (!context.questions) throw refusal('misuse', { code: 'nothing-to-change' });
  return askChanges(context, kind, target, values);
}

async function askChanges(
  context: Context,
  kind: Kind,
  { roster, ledger, entry }: Target,
  before: Values,
): Promise<Values> {
  if (!context.questions) return before;
  const questions = await context.questions();
  const { ask } = context.messages;
  let values = before;
  for (;;) {
    const fields = kind.fields.filter((field) => field.appliesWhen?.(values) !== false);
    const key = await questions.choose({
      message: ask.changeWhich,
      options: [
        ...fields.map((field) => ({
          value: field.key,
          name: context.messages.ask.withHint(
            field.label[context.language],
            preview(show(showField(field, values, context.language))),
          ),
        })),
        { value: '', name: ask.done },
      ],
    });
    if (key === '') {
      const { errors } = findingsAbout(context, kind, roster, ledger, { ...entry, values });
      if (errors.length === 0) return values;
      tellErrors(context, errors);
      continue;
    }
    values = await askField({ kind, roster, ledger, context }, fieldOf(kind, key), values, questions);
  }
}

function preview(text: string): string {
  const letters = Array.from(text);
  return letters.length > 20 ? `${letters.slice(0, 20).join('')}...` : text || '-';
}

function isSubmitted({ ledger, roster }: Target, kind: Kind, entry: Entry): boolean {
  const day = entryDay(kind, entry);
  return day !== undefined && wasSubmitted(ledger, quarterAt(day, basisOf(roster)));
}
