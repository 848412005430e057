import type { Change, Entry } from '../../domain/entry.ts';
import { isOffered, fieldOf, showField, type Kind, type Values } from '../../domain/kinds/kind.ts';
import { changesBetween, editEntry } from '../../domain/ledger.ts';
import { Refusal, refusal, type Finding } from '../../domain/problem.ts';
import { isQuarter, periodOf } from '../../domain/quarter.ts';
import { basisOf } from '../../domain/roster.ts';
import { shownIn } from '../../domain/submitted.ts';
import type { Command } from '../command.ts';
import { textOption, type Given } from '../given.ts';
import { fieldOptions, readFlags } from '../entry-flags.ts';
import { askField, type AskedAbout } from '../entry-questions.ts';
import { workdaysFor } from '../workdays.ts';
import { doubtsAbout, findingsAbout, reasonFor, settleDoubts, tellErrors } from '../entry-saving.ts';
import { EDITOR_FORCE_OPTION, ID_ARGUMENT, REASON_OPTION } from '../entry-options.ts';
import { saveChange, targetOf, type Target } from '../entry-change.ts';
import { headlineOf } from '../render/entries.ts';
import { show } from '../render/show.ts';

/** The options of `edit` itself. */
const TAKEN = [REASON_OPTION.name];

/** `ledger <kind> edit ID`: changes fields by flags or, on a terminal without flags, one after the other. */
export function entryEdit(kind: Kind): Command {
  return {
    get options() {
      return [...fieldOptions(kind, TAKEN), REASON_OPTION, EDITOR_FORCE_OPTION];
    },
    arguments: [ID_ARGUMENT],
    examples: [
      `${kind.id} edit 7kq2 --judge li-min --note 与综治中心主任同行`,
      `${kind.id} edit 7kq2 --judge li-min --note ""`,
    ],
    run: async (context, given) => {
      const target = await targetOf(context, kind, given);
      const { workspace, roster, ledger, entry } = target;
      if (entry.removed) throw refusal('misuse', { code: 'entry-removed', id: entry.id });
      const workdays = await workdaysFor(workspace, kind);
      const about: AskedAbout = { kind, roster, ledger, workdays, taken: TAKEN, context };
      const { draft, changes, doubts } = await settled(about, entry, await newValues(about, entry, given));
      const needsReason = changes.length > 0 && changesSubmitted(target, kind, draft);
      const typed = textOption(given, 'reason');
      const reason = needsReason ? await reasonFor(context, typed) : typed;
      return saveChange(context, kind, target, {
        command: 'edit',
        doubts,
        plan: (current) =>
          editEntry(current, kind, entry.id, draft.values, { at: context.at, ...(reason ? { reason } : {}) }),
        line: (after) => {
          if (changes.length === 0) return context.messages.saved.unchanged;
          const labels = changes.map(({ field }) => fieldOf(kind, field).label[context.language]);
          return context.messages.saved.edited(headlineOf(kind, after.values, context.language), labels);
        },
      });
    },
  };
}

/** The entry as it is to be saved, what that changes, and the doubts about it: whoever is warned may change something more. */
async function settled(
  about: AskedAbout,
  entry: Entry,
  changed: Values,
): Promise<{
  readonly draft: Entry;
  readonly changes: readonly Change[];
  readonly doubts: readonly Finding[];
}> {
  let values = changed;
  for (;;) {
    const draft: Entry = { ...entry, values };
    const changes = changesBetween(about.kind, entry.values, values);
    const doubts = changes.length === 0 ? [] : doubtsAbout(about, draft);
    if (await settleDoubts(about.context, doubts)) return { draft, changes, doubts };
    values = await askChanges(about, entry, values);
  }
}

async function newValues(about: AskedAbout, entry: Entry, given: Given): Promise<Values> {
  const { context, kind, roster } = about;
  const flags = readFlags(kind, given, { context, roster, taken: TAKEN, before: entry.values });
  if (flags.findings.length > 0) throw new Refusal('misuse', flags.findings);
  const kept = Object.entries(entry.values).filter(([key]) => !flags.cleared.includes(key));
  const values: Values = { ...Object.fromEntries(kept), ...flags.values };
  if (Object.keys(flags.values).length + flags.cleared.length > 0) return values;
  if (!context.questions) throw refusal('misuse', { code: 'nothing-to-change' });
  return askChanges(about, entry, values);
}

async function askChanges(about: AskedAbout, entry: Entry, before: Values): Promise<Values> {
  const { context, kind } = about;
  if (!context.questions) return before;
  const questions = await context.questions();
  const { ask } = context.messages;
  let values = before;
  for (;;) {
    const fields = kind.fields.filter((field) => isOffered(field, values) || values[field.key] !== undefined);
    const key = await questions.choose({
      message: ask.changeWhich,
      options: [
        { value: '', name: ask.done },
        ...fields.map((field) => ({
          value: field.key,
          name: context.messages.ask.withHint(
            field.label[context.language],
            preview(show(showField(field, values, context.language))),
          ),
        })),
      ],
    });
    if (key === '') {
      const { errors } = findingsAbout(about, { ...entry, values });
      if (errors.length === 0) return values;
      tellErrors(context, errors);
      continue;
    }
    values = await askField(about, fieldOf(kind, key), values, questions);
  }
}

function preview(text: string): string {
  const letters = Array.from(text);
  return letters.length > 20 ? `${letters.slice(0, 20).join('')}...` : text || '-';
}

/**
 * Whether a change says something else of a quarter that was handed in. What lies after the quarter was not in it: to close a
 * case that was carried over, or to note the reply, is the daily work and needs no reason.
 */
function changesSubmitted({ ledger, roster, entry }: Target, kind: Kind, draft: Entry): boolean {
  return ledger.submissions.some(({ quarter }) => {
    if (!isQuarter(quarter)) return false;
    const period = periodOf(quarter, basisOf(roster));
    const [before, after] = [entry, draft].map((version) => shownIn(kind, version, period));
    return changesBetween(kind, before ?? {}, after ?? {}).length > 0;
  });
}
