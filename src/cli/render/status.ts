import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Quarter } from '../../domain/quarter.ts';
import type { StatusRow } from '../../domain/receiving/status.ts';
import type { Messages } from '../../messages/messages.ts';
import { show } from './show.ts';
import { table } from './table.ts';

/** Who handed in, a line a judge. */
export function statusTable(messages: Messages, rows: readonly StatusRow[]): string {
  const words = messages.status;
  const { heads, states, by } = words;
  return table(
    [
      { head: heads.judge },
      { head: heads.towns },
      { head: heads.state },
      { head: heads.attempt },
      { head: heads.received },
      { head: heads.late },
      { head: heads.entries, right: true },
      { head: heads.code },
    ],
    rows.map((row) => [
      row.judge.name,
      row.towns.join(messages.status.joined),
      states[row.state],
      row.attempt === undefined ? '' : words.attempt(row.attempt),
      row.receivedOn === undefined ? '' : `${row.receivedOn}${by[row.receivedBy ?? 'office']}`,
      row.daysLate > 0 ? words.late(row.daysLate) : '',
      row.entries === undefined ? '' : String(row.entries),
      row.code ?? '',
    ]),
  );
}

/** How many owe the quarter, and how many of them stand where. */
export function statusCounts(messages: Messages, rows: readonly StatusRow[]): string {
  const namesIn = (...states: readonly StatusRow['state'][]): readonly string[] =>
    rows.filter(({ state }) => states.includes(state)).map(({ judge }) => show(judge.name));
  return messages.status.counts({
    owing: rows.length,
    submitted: namesIn('submitted').length,
    returned: namesIn('returned'),
    conflict: namesIn('conflict'),
    missing: namesIn('missing', 'draft'),
  });
}

/** 催报: who has not handed in, to be copied into a message to them. */
export function callUpText(
  messages: Messages,
  call: {
    readonly quarter: Quarter;
    readonly due: CalendarDate;
    readonly asOf: CalendarDate;
    readonly rows: readonly StatusRow[];
  },
): string {
  const { quarter, due, asOf, rows } = call;
  const names = rows.map(({ judge, towns }) =>
    messages.status.judge(
      show(judge.name),
      towns.map((town) => show(town)),
    ),
  );
  return messages.status.callUp({ quarter, asOf, due, names });
}
