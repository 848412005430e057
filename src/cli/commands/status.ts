import { owing, type StatusRow } from '../../domain/receiving/status.ts';
import { submissionDay } from '../../domain/submission-day.ts';
import { ledgerNames } from '../../store/ledgers.ts';
import { loadRoster } from '../../store/rosters.ts';
import type { Command } from '../command.ts';
import { isOn } from '../given.ts';
import { officeState, statusIn } from '../office-state.ts';
import { begunQuarter, QUARTER_OPTION } from '../quarters.ts';
import { findingLines } from '../render/findings.ts';
import { callUpText, statusCounts, statusTable } from '../render/status.ts';
import { workdaysOf } from '../workdays.ts';

/** `ledger status --quarter Q`: who handed in, when, and who is to be called upon (催报). */
export const status: Command = {
  options: [
    QUARTER_OPTION,
    {
      name: 'strict',
      help: { zh: '还有未报的，退出码为 1', en: 'exit with 1 where somebody still owes it' },
    },
  ],
  examples: ['status --quarter 2024Q3', 'status --quarter 2024Q3 --json'],
  run: async (context, given) => {
    const { messages, today } = context;
    const workspace = await context.workspace();
    const roster = await loadRoster(workspace);
    const quarter = begunQuarter(context, roster, given);
    const state = await officeState(context, workspace, roster, quarter);
    const workdays = await workdaysOf(workspace);
    const due = submissionDay(roster, quarter, workdays).on;
    const ledgers = await ledgerNames(workspace);
    const rows = statusIn(state, roster, quarter, { today, workdays, ledgers });
    const left = owing(rows);
    return {
      json: { quarter, due, rows: rows.map(rowJson) },
      text: [
        context.style.heading(messages.status.title(quarter, due)),
        rows.length === 0 ? messages.status.none : statusTable(messages, rows),
        statusCounts(messages, rows),
        ...(left.length > 0 ? [callUpText(messages, { quarter, due, asOf: today, rows: left })] : []),
      ].join('\n'),
      notes: findingLines(messages, state.findings),
      exit: isOn(given, 'strict') && left.length > 0 ? 1 : state.lost.size > 0 ? 7 : 0,
    };
  },
};

function rowJson({
  judge,
  towns,
  state,
  attempt,
  receivedOn,
  receivedBy,
  daysLate,
  entries,
  code,
}: StatusRow): object {
  return {
    judge: judge.id,
    towns,
    state,
    ...(attempt === undefined ? {} : { attempt }),
    ...(receivedOn === undefined ? {} : { receivedOn, receivedBy }),
    late: daysLate > 0,
    ...(entries === undefined ? {} : { entries }),
    ...(code === undefined ? {} : { code }),
  };
}
