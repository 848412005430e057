import { isCalendarDate } from '../../domain/calendar-date.ts';
import { fieldOf, type Field, type Kind } from '../../domain/kinds/kind.ts';
import { editEntry } from '../../domain/ledger.ts';
import { Refusal, refusal, type Finding } from '../../domain/problem.ts';
import type { Command } from '../command.ts';
import { textOption } from '../given.ts';
import { EDITOR_FORCE_OPTION, ID_ARGUMENT } from '../entry-options.ts';
import { flagOf } from '../entry-flags.ts';
import { confirmDoubts, findingsAbout } from '../entry-saving.ts';
import { saveChange, targetOf } from '../entry-change.ts';
import { workdaysFor } from '../workdays.ts';
import { headlineOf } from '../render/entries.ts';

/** `ledger visit report ID [--on DATE]`: the contact leader was told of it (rules of 2024-06-20, 二(二)2). */
export function entryReport(kind: Kind, reported: string): Command {
  const field: Field = fieldOf(kind, reported);
  /** The day is typed as `--on` here. */
  const asTyped = (finding: Finding): Finding =>
    finding.where.field === `--${flagOf(field)}` ? { ...finding, where: { field: '--on' } } : finding;
  return {
    options: [
      {
        name: 'on',
        value: { zh: '日期', en: 'DATE' },
        help: { zh: '报告的日期；不写为今天', en: 'the day; today unless said' },
      },
      EDITOR_FORCE_OPTION,
    ],
    arguments: [ID_ARGUMENT],
    examples: [
      `${kind.id} report 7kq2 --judge li-min`,
      `${kind.id} report 7kq2 --judge li-min --on 2024-07-05`,
    ],
    run: async (context, given) => {
      const target = await targetOf(context, kind, given);
      const { workspace, roster, ledger, entry } = target;
      if (entry.removed) throw refusal('misuse', { code: 'entry-removed', id: entry.id });
      const { today, language } = context;
      const read = field.type.read(textOption(given, 'on') ?? today, { today, roster, language });
      if ('problem' in read) throw refusal('misuse', read.problem, { field: '--on' });
      const day = String(read.value);
      const values = { ...entry.values, [reported]: day };
      const { errors, doubts } = findingsAbout(
        { kind, roster, ledger, context, workdays: await workdaysFor(workspace, kind) },
        { ...entry, values },
      );
      if (errors.length > 0) throw new Refusal('misuse', errors.map(asTyped));
      await confirmDoubts(context, doubts);
      return saveChange(context, kind, target, {
        command: 'report',
        doubts,
        plan: (current) => editEntry(current, kind, entry.id, values, { at: context.at }),
        line: (after) =>
          context.messages.saved.reported(
            headlineOf(kind, after.values, language),
            isCalendarDate(day) ? context.messages.day(day) : day,
          ),
      });
    },
  };
}
