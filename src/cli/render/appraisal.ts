import type { AppraisalRow } from '../../domain/appraisal.ts';
import type { Messages } from '../../messages/messages.ts';
import { table } from './table.ts';

/** The facts of each judge's quarter, a line each. */
export function appraisalTable(messages: Messages, rows: readonly AppraisalRow[]): string {
  const words = messages.appraise;
  const { heads } = words;
  return table(
    [
      { head: heads.judge },
      { head: heads.quarter },
      { head: heads.visits, right: true },
      { head: heads.state },
      { head: heads.late },
      { head: heads.reports },
      { head: heads.overdue, right: true },
      { head: heads.entries, right: true },
    ],
    rows.map(({ judge, quarter, status, counted }) => [
      judge.name,
      quarter,
      counted ? `${String(counted.visits)}/${String(counted.required)}` : words.unreported,
      messages.status.states[status.state],
      status.receivedOn !== undefined && status.daysLate > 0 ? messages.status.late(status.daysLate) : '',
      counted ? words.reports(counted.reports) : '',
      counted ? String(counted.overdue) : '',
      counted ? String(Object.values(counted.entries).reduce((sum, one) => sum + one, 0)) : '',
    ]),
  );
}

/** A row as the contract's JSON has it. */
export function appraisalJson({ judge, towns, quarter, status, counted }: AppraisalRow): object {
  const { state, receivedOn, receivedBy, daysLate } = status;
  return {
    judge: judge.id,
    towns,
    quarter,
    state,
    ...(receivedOn === undefined ? {} : { receivedOn, receivedBy, late: daysLate > 0, daysLate }),
    ...counted,
  };
}
