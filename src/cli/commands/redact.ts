import { kindOf, type Field, type Kind } from '../../domain/kinds/kind.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { refusal } from '../../domain/problem.ts';
import {
  cannotLack,
  erasedValues,
  redactEntry,
  toldElsewhere,
  withoutValueIn,
  type Told,
} from '../../domain/redacting.ts';
import { requireLedger } from '../../store/ledgers.ts';
import { otherHolders, redactLedger } from '../../store/redaction.ts';
import { loadRoster } from '../../store/rosters.ts';
import { mindBeforeChange } from '../before-change.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { entryReferredTo } from '../entry-change.ts';
import { flagOf } from '../entry-flags.ts';
import { EDITOR_FORCE_OPTION, ID_ARGUMENT, REASON_OPTION } from '../entry-options.ts';
import { confirm, doubtNotes, reasonFor } from '../entry-saving.ts';
import { textOption, type Given } from '../given.ts';
import { judgeFor } from '../judges.ts';
import { headlineOf } from '../render/entries.ts';
import { savingOf } from '../saving.ts';

/** `ledger redact ID`: erases a value by law, in the entry, its history and every backup. There is no way back. */
export const redact: Command = {
  options: [
    {
      name: 'field',
      value: { zh: '项目', en: 'FIELD' },
      help: {
        zh: '要删除内容的那一项，如 findings',
        en: 'the field whose value is erased, such as findings',
      },
    },
    REASON_OPTION,
    EDITOR_FORCE_OPTION,
  ],
  arguments: [ID_ARGUMENT],
  examples: [
    'redact visit-240703-7kq2 --judge li-min --field met --reason 当事人依法要求删除个人信息 --dry-run',
    'redact visit-240703-7kq2 --judge li-min --field met --reason 当事人依法要求删除个人信息',
  ],
  run: async (context, given) => {
    const workspace = await context.workspace();
    const roster = await loadRoster(workspace);
    const owner = await judgeFor(context, workspace, roster);
    const seen = await requireLedger(workspace, owner.id, context.kinds);
    await mindBeforeChange(context, workspace, owner.id, seen.ledger);
    const entry = entryReferredTo([seen.ledger], undefined, given.words[0] ?? '');
    const kind = kindOf(context.kinds, entry.kind);
    const field = fieldNamed(context, kind, given);
    const label = field.label[context.language];
    if (cannotLack(field) && !entry.removed) throw refusal('misuse', { code: 'redact-required', label });
    const redaction = { id: entry.id, kind, field: field.key };
    // What a run erased that then died is still to be erased in the backups.
    const wasErased = (entry.history ?? []).some(
      ({ op, changes = [] }) => op === 'redact' && changes.some((change) => change.field === field.key),
    );
    const erased = erasedValues(entry, redaction);
    const isThere = erased.length > 0;
    if (!isThere && !wasErased) throw refusal('misuse', { code: 'field-empty', label });
    const reason = await reasonFor(context, textOption(given, 'reason'));
    const { messages } = context;
    const headline = headlineOf(
      kind,
      withoutValueIn(seen.ledger, redaction).entries.find(({ id }) => id === entry.id)?.values ?? {},
      context.language,
    );
    if (!context.dryRun) await confirm(context, messages.redact.ask(label, headline), false);
    const erase = (current: Ledger): Ledger => {
      const now = current.entries.find(({ id }) => id === entry.id);
      if (now?.rev !== entry.rev) throw refusal('busy', { code: 'entry-changed-meanwhile', id: entry.id });
      return isThere ? redactEntry(current, redaction, { at: context.at, reason }) : current;
    };
    const saved = await redactLedger(
      workspace,
      owner.id,
      { erase, eraseIn: (version) => withoutValueIn(version, redaction) },
      { ...savingOf(context, 'redact'), seen },
    );
    const elsewhere = toldElsewhere(saved.ledger, erased).filter(
      ({ id, field: other }) => id !== entry.id || other !== field.key,
    );
    const still = [...saved.still, ...(await otherHolders(workspace, owner.id))];
    const line = messages.redact.done(label, headline, saved.rewritten);
    return {
      json: {
        judge: owner.id,
        step: saved.ledger.seq,
        entry: entry.id,
        field: field.key,
        backups: saved.rewritten,
        still,
        elsewhere: elsewhere.map(({ id, field: key }) => ({ entry: id, field: key })),
      },
      text: context.dryRun ? messages.saved.dry(line) : line,
      notes: [
        ...(still.length > 0 ? [messages.redact.still(still)] : []),
        ...(elsewhere.length > 0
          ? [messages.redact.elsewhere(elsewhere.map(placeOf(context, saved.ledger)))]
          : []),
        messages.redact.also,
        ...doubtNotes(context, [], saved.warnings),
      ],
      ...(saved.confirmed && saved.still.length === 0 ? {} : { exit: 7 }),
    };
  },
};

/** An entry and its field, in words. */
function placeOf({ kinds, language, messages }: Context, ledger: Ledger): (told: Told) => string {
  return ({ id, field }) => {
    const entry = ledger.entries.find((one) => one.id === id);
    const known = entry && kindOf(kinds, entry.kind).fields.find(({ key }) => key === field);
    return `${id} ${known?.label[language] ?? messages.entries.history}`;
  };
}

/** The field by its key, its flag or its label. */
function fieldNamed({ messages }: Context, kind: Kind, given: Given): Field {
  const typed = textOption(given, 'field');
  if (typed === undefined)
    throw refusal('misuse', {
      code: 'option-missing',
      option: '--field',
      label: messages.redact.field,
      example: kind.fields[0]?.key ?? '',
    });
  const field = kind.fields.find((one) => [one.key, flagOf(one), one.label.zh, one.label.en].includes(typed));
  if (field) return field;
  throw refusal('misuse', { code: 'field-unknown', field: typed, fields: kind.fields.map(({ key }) => key) });
}
