import { join } from 'node:path';
import { consolidate, type ReadLedger } from '../../domain/consolidation.ts';
import { Refusal, warning, type Finding } from '../../domain/problem.ts';
import { periodOf } from '../../domain/quarter.ts';
import { basisOf, type Roster } from '../../domain/roster.ts';
import { official } from '../../messages/official.ts';
import { olderWarning, readAllLedgers, requireLedger } from '../../store/ledgers.ts';
import { loadRoster } from '../../store/rosters.ts';
import { placeIn, type Workspace } from '../../store/workspace.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { judgeNamed } from '../judges.ts';
import { entryFindings, ordered } from '../quarter-findings.ts';
import { begunQuarter, QUARTER_OPTION } from '../quarters.ts';
import { findingJson, findingLines } from '../render/findings.ts';
import { reportText } from '../render/report.ts';
import { isUnconfirmed, makeWorkbooks, MAKING_OPTIONS } from '../workbook-making.ts';
import { AS_OF_OPTION, asOfDay } from '../terms.ts';
import { workdaysOf } from '../workdays.ts';

/** `ledger report --quarter Q`: a judge's own workbooks of a quarter, to sign and hand in; without `--judge`, those of every ledger. */
export const report: Command = {
  options: [QUARTER_OPTION, AS_OF_OPTION, ...MAKING_OPTIONS],
  examples: ['report --quarter 2024Q3 --judge li-min', 'report --quarter 2024Q3 --dry-run'],
  run: async (context, given) => {
    const { kinds, messages } = context;
    const workspace = await context.workspace();
    const roster = await loadRoster(workspace);
    const quarter = begunQuarter(context, roster, given);
    const asOf = asOfDay(context, periodOf(quarter, basisOf(roster)), given);
    const { read, unread } = await wantedLedgers(context, workspace, roster);
    const workdays = await workdaysOf(workspace);
    const reports = read.map((one) => ({
      judge: one.ledger.judge,
      consolidation: consolidate({ quarter, asOf, roster, kinds, ledgers: [one] }),
    }));
    const { JUDGE_WORKBOOKS } = await import('../../workbook/sheets/judge-workbooks.ts');
    const jobs = reports.flatMap(({ judge, consolidation }) =>
      JUDGE_WORKBOOKS.map((workbook) => ({
        template: workbook.name,
        file: workbook.file(judge.id),
        data: workbook.data({ judge, consolidation, roster, workdays, kinds, words: official }),
      })),
    );
    const { workbooks, warnings } = await makeWorkbooks(context, given, workspace, quarter, jobs);
    const ofEntries = reports.flatMap(({ consolidation }) => [
      // Whose ledger is not asked for has not failed to report.
      ...consolidation.findings.filter(({ problem }) => problem.code !== 'ledger-missing'),
      ...entryFindings(context, roster, workdays, consolidation, context.language),
    ]);
    const findings = [...unread, ...ordered(ofEntries), ...warnings];
    const perJudge = JUDGE_WORKBOOKS.length;
    return {
      json: {
        quarter,
        asOf,
        judges: reports.map(({ judge, consolidation }, index) => ({
          judge: judge.id,
          entries: [...consolidation.rows.values()].flat().length,
          workbooks: workbooks.slice(index * perJudge, (index + 1) * perJudge),
        })),
        findings: findings.map((finding) => findingJson(messages, finding)),
      },
      text: reportText(messages, {
        quarter,
        asOf,
        kinds,
        judges: reports.map(({ judge, consolidation: { rows } }) => ({ judge, rows })),
        workbooks,
        dryRun: context.dryRun,
      }),
      notes: findingLines(messages, findings),
      ...(unread.some(({ severity }) => severity === 'error') || isUnconfirmed(findings) ? { exit: 7 } : {}),
    };
  },
};

interface Wanted {
  readonly read: readonly ReadLedger[];
  /** What is wrong with the ledgers that could not be read. */
  readonly unread: readonly Finding[];
}

/** The ledger of the judge that was named, else all of them; those that can't be read are named, and the others used. */
async function wantedLedgers(context: Context, workspace: Workspace, roster: Roster): Promise<Wanted> {
  const owner = await judgeNamed(context, workspace, roster);
  if (owner) {
    const { ledger } = await requireLedger(workspace, owner.id, context.kinds);
    const file = placeIn(workspace, join(workspace.ledgers, `${owner.id}.json`));
    return { read: [{ file, ledger }], unread: await olderWarning(workspace, ledger) };
  }
  const { read, findings } = await readAllLedgers(workspace, context.kinds);
  if (read.length > 0) return { read, unread: findings };
  if (findings.length > 0) throw new Refusal('invalid', findings);
  return { read, unread: [warning({ code: 'no-ledgers' })] };
}
