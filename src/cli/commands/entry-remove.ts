import type { Kind } from '../../domain/kinds/kind.ts';
import { removeEntry } from '../../domain/ledger.ts';
import { refusal } from '../../domain/problem.ts';
import type { Command } from '../command.ts';
import { textOption } from '../given.ts';
import { EDITOR_FORCE_OPTION, ID_ARGUMENT, REASON_OPTION } from '../entry-options.ts';
import { confirm, reasonFor } from '../entry-saving.ts';
import { saveChange, targetOf } from '../entry-change.ts';
import { headlineOf } from '../render/entries.ts';

/** `ledger <kind> remove ID`: takes an entry out of every count; it stays in the file and can be restored. */
export function entryRemove(kind: Kind): Command {
  return {
    options: [REASON_OPTION, EDITOR_FORCE_OPTION],
    arguments: [ID_ARGUMENT],
    examples: [
      `${kind.id} remove 7kq2 --judge li-min --reason 重复登记`,
      `${kind.id} remove 7kq2 --judge li-min --dry-run --reason 重复登记`,
    ],
    run: async (context, given) => {
      const target = await targetOf(context, kind, given);
      const { entry } = target;
      if (entry.removed) throw refusal('misuse', { code: 'entry-removed', id: entry.id });
      const headline = headlineOf(kind, entry.values, context.language);
      const judge = context.judge === undefined ? '' : ` --judge ${target.ledger.judge.id}`;
      const restore = `ledger ${kind.id} restore ${entry.id}${judge}`;
      const reason = await reasonFor(context, textOption(given, 'reason'));
      await confirm(context, context.messages.ask.removeWhich(headline));
      return saveChange(context, kind, target, {
        command: 'remove',
        doubts: [],
        plan: (ledger) => removeEntry(ledger, entry.id, { at: context.at, reason }),
        line: () => context.messages.saved.removed(headline, restore),
      });
    },
  };
}
