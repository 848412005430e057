import type { Ledger } from '../../domain/ledger.ts';
import { stepsOf } from '../../domain/steps.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { entryReferredTo } from '../entry-change.ts';
import { LIMIT_OPTION, limitFor } from '../entry-filters.ts';
import { ID_ARGUMENT } from '../entry-options.ts';
import { readableLedgers, type Reading } from '../entry-reading.ts';
import { chooseJudge } from '../judges.ts';
import { stepJson, stepTable } from '../render/steps.ts';

/** `ledger history [ID]`: the steps of a ledger, or those of one entry, newest first. */
export const history: Command = {
  options: [LIMIT_OPTION],
  arguments: [{ ...ID_ARGUMENT, optional: true }],
  examples: ['history --judge li-min --limit 10', 'history visit-240703-7kq2'],
  run: async (context, given) => {
    const { messages, kinds, environment } = context;
    const reading = await readableLedgers(context);
    const [reference] = given.words;
    const entry =
      reference === undefined ? undefined : entryReferredTo(reading.ledgers, undefined, reference);
    const ledger = entry
      ? reading.ledgers.find(({ entries }) => entries.includes(entry))
      : await ledgerMeant(context, reading);
    const { all, done } = ledger ? stepsOf(ledger) : { all: [], done: [] };
    const about = entry ? all.filter(({ touches }) => touches.some((touch) => touch.entry === entry)) : all;
    const found = about.toReversed();
    const shown = found.slice(0, limitFor(given) ?? found.length);
    const next = entry ? undefined : done.at(-1)?.origin.seq;
    const judge = context.judge === undefined || !ledger ? '' : ` --judge ${ledger.judge.id}`;
    return {
      json: { judge: ledger?.judge.id ?? null, steps: shown.map(stepJson) },
      text:
        shown.length === 0
          ? messages.steps.none
          : [
              stepTable(messages, kinds, shown, environment.stdout.columns),
              ...(next === undefined ? [] : [messages.steps.next(next, `ledger undo${judge}`)]),
            ].join('\n'),
      notes: reading.notes,
    };
  },
};

/** The one ledger there is, else that of the judge who is chosen: steps are numbered ledger by ledger. */
async function ledgerMeant(context: Context, { ledgers, roster }: Reading): Promise<Ledger | undefined> {
  if (ledgers.length < 2) return ledgers[0];
  const ids = ledgers.map(({ judge }) => judge.id);
  const { id } = await chooseJudge(context, roster, ids);
  return ledgers.find(({ judge }) => judge.id === id);
}
