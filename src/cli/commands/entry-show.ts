import type { Kind } from '../../domain/kinds/kind.ts';
import type { Command } from '../command.ts';
import { ID_ARGUMENT } from '../entry-options.ts';
import { readableLedgers } from '../entry-reading.ts';
import { entryDetail, entryJson } from '../render/entries.ts';
import { entryReferredTo } from '../entry-change.ts';

/** `ledger <kind> show ID`: one entry with its history, from whichever ledger it stands in. */
export function entryShow(kind: Kind): Command {
  return {
    options: [],
    arguments: [ID_ARGUMENT],
    examples: [`${kind.id} show 7kq2`, `${kind.id} show visit-240703-7kq2 --json`],
    run: async (context, given) => {
      const { ledgers, notes } = await readableLedgers(context);
      const entry = entryReferredTo(ledgers, kind, given.words[0] ?? '');
      const judge = ledgers.find((ledger) => ledger.entries.includes(entry))?.judge.id ?? '';
      return {
        json: { judge, entry: entryJson(kind, entry), warnings: [] },
        text: entryDetail(context.messages, kind, { judge, entry }),
        notes,
      };
    },
  };
}
