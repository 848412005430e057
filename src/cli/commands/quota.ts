import { periodOf } from '../../domain/quarter.ts';
import { quotaRows, type QuotaRow } from '../../domain/quota.ts';
import { basisOf, judgeName } from '../../domain/roster.ts';
import type { Command } from '../command.ts';
import { isOn } from '../given.ts';
import { colleaguesOf, readableLedgers } from '../entry-reading.ts';
import { QUARTER_OPTION, quarterFor } from '../quarters.ts';
import { quotaJson, quotaTable } from '../render/quota.ts';

/** `ledger quota`: visits against what the rules ask, a line a town. */
export const quota: Command = {
  options: [
    QUARTER_OPTION,
    { name: 'strict', help: { zh: '有未达次数的，退出码为 1', en: 'exit with 1 where one is short' } },
  ],
  examples: ['quota --quarter 2024Q3', 'quota --quarter 2024Q3 --strict'],
  run: async (context, given) => {
    const { messages, today } = context;
    const reading = await readableLedgers(context);
    const { roster, judge, notes } = reading;
    const ledgers = [...reading.ledgers, ...(await colleaguesOf(context, reading))];
    const quarter = quarterFor(context, roster, given);
    const period = periodOf(quarter, basisOf(roster));
    const asOf = today < period.to ? today : period.to;
    const [only, ...others] = ledgers;
    const own = judge ?? (only && others.length === 0 ? only.judge.id : undefined);
    const rows = quotaRows({ quarter, asOf, roster, ledgers, ...(own === undefined ? {} : { judge: own }) });
    const isUnreported = (row: QuotaRow): boolean =>
      !row.judges.some((id) => ledgers.some((ledger) => ledger.judge.id === id));
    const nameOf = (id: string): string => judgeName(roster, id);
    const met = rows.filter((row) => row.met).length;
    const isShort = rows.some((row) => !row.met && !row.shared);
    return {
      json: { quarter, rows: rows.map(quotaJson) },
      text: [
        context.style.heading(messages.quota.title(quarter, period.from, period.to)),
        rows.length === 0 ? messages.quota.none : quotaTable(messages, { rows, asOf, nameOf, isUnreported }),
        messages.quota.summary(met, rows.length, rows[0]?.daysLeft ?? 0),
      ].join('\n'),
      notes,
      exit: isOn(given, 'strict') && isShort ? 1 : reading.isPartial ? 7 : 0,
    };
  },
};
