import type { Kind } from '../../domain/kinds/kind.ts';
import { warning } from '../../domain/problem.ts';
import { timeLimits } from '../../domain/time-limits.ts';
import type { Command } from '../command.ts';
import { ID_ARGUMENT } from '../entry-options.ts';
import { readableLedgers } from '../entry-reading.ts';
import { entryDetail, entryJson } from '../render/entries.ts';
import { findingJson, findingLines } from '../render/findings.ts';
import { limitJson, limitLines } from '../render/time-limits.ts';
import { entryReferredTo } from '../entry-change.ts';
import { workdaysOf } from '../workdays.ts';

/** `ledger <kind> show ID`: one entry with its time limits and its history, from whichever ledger it stands in. */
export function entryShow(kind: Kind): Command {
  return {
    options: [],
    arguments: [ID_ARGUMENT],
    examples: [`${kind.id} show 7kq2`, `${kind.id} show 7kq2 --json`],
    run: async (context, given) => {
      const { messages, today } = context;
      const { workspace, roster, ledgers, notes } = await readableLedgers(context);
      const entry = entryReferredTo(ledgers, kind, given.words[0] ?? '');
      const judge = ledgers.find((ledger) => ledger.entries.includes(entry))?.judge ?? { id: '' };
      const limits =
        kind.clocks === undefined || entry.removed
          ? []
          : timeLimits(kind, entry, { roster, workdays: await workdaysOf(workspace) });
      const years = [...new Set(limits.flatMap(({ unknownYears }) => unknownYears))].sort();
      const findings = years.map((year) => warning({ code: 'holidays-unknown', year }));
      return {
        json: {
          judge: judge.id,
          entry: entryJson(kind, entry),
          clocks: limits.map((limit) => limitJson(messages, limit, today)),
          warnings: findings.map((finding) => findingJson(messages, finding)),
        },
        text: entryDetail(messages, kind, { judge, entry }, limitLines(messages, limits, today)),
        notes: [...notes, ...findingLines(messages, findings)],
      };
    },
  };
}
