import type { Kind } from '../../domain/kinds/kind.ts';
import { restoreEntry } from '../../domain/ledger.ts';
import { refusal } from '../../domain/problem.ts';
import type { Command } from '../command.ts';
import { EDITOR_FORCE_OPTION, ID_ARGUMENT } from '../entry-options.ts';
import { confirmDoubts, doubtsAbout } from '../entry-saving.ts';
import { saveChange, targetOf } from '../entry-change.ts';
import { workdaysFor } from '../workdays.ts';
import { headlineOf } from '../render/entries.ts';

/** `ledger <kind> restore ID`: puts a removed entry back as it was. */
export function entryRestore(kind: Kind): Command {
  return {
    options: [EDITOR_FORCE_OPTION],
    arguments: [ID_ARGUMENT],
    examples: [
      `${kind.id} restore u9c4 --judge chen-jh`,
      `${kind.id} restore u9c4 --judge chen-jh --dry-run`,
    ],
    run: async (context, given) => {
      const target = await targetOf(context, kind, given);
      const { workspace, roster, ledger, entry } = target;
      if (!entry.removed) throw refusal('misuse', { code: 'entry-not-removed', id: entry.id });
      const workdays = await workdaysFor(workspace, kind);
      const about = { context, kind, roster, ledger, workdays };
      const doubts = doubtsAbout(about, { ...entry, removed: undefined });
      await confirmDoubts(context, doubts);
      return saveChange(context, kind, target, {
        command: 'restore',
        doubts,
        plan: (current) => restoreEntry(current, entry.id, { at: context.at }),
        line: (after) => context.messages.saved.restored(headlineOf(kind, after.values, context.language)),
      });
    },
  };
}
