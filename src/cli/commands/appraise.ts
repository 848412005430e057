import { appraisalRows } from '../../domain/appraisal.ts';
import { consolidate, consolidateYear } from '../../domain/consolidation.ts';
import { official } from '../../messages/official.ts';
import { loadRoster } from '../../store/rosters.ts';
import type { Command } from '../command.ts';
import { QUARTER_OPTION } from '../quarters.ts';
import { appraisalJson, appraisalTable } from '../render/appraisal.ts';
import { findingLines } from '../render/findings.ts';
import { workbookLines } from '../render/workbooks.ts';
import { termBooks } from '../term-books.ts';
import { AS_OF_OPTION, asOfDay, periodOfTerm, wantedTerm, YEAR_OPTION } from '../terms.ts';
import { workdaysOf } from '../workdays.ts';
import { isUnconfirmed, makeWorkbooks, MAKING_OPTIONS } from '../workbook-making.ts';

/** `ledger appraise --quarter Q` or `--year Y`: what each judge did, as the rules name it for appraisals: facts, no score. */
export const appraise: Command = {
  options: [QUARTER_OPTION, YEAR_OPTION, AS_OF_OPTION, ...MAKING_OPTIONS],
  examples: ['appraise --quarter 2024Q3', 'appraise --year 2024 --dry-run'],
  run: async (context, given) => {
    const { kinds, messages } = context;
    const workspace = await context.workspace();
    const roster = await loadRoster(workspace);
    const term = wantedTerm(context, roster, given);
    const asOf = asOfDay(context, periodOfTerm(term, roster), given);
    const workdays = await workdaysOf(workspace);
    const { office, unread, doubtful } = await termBooks(context, workspace, roster, term, false);
    const merging = { asOf, roster, kinds, ledgers: office.ledgers };
    const whole =
      term.type === 'quarter'
        ? consolidate({ ...merging, quarter: term.quarter })
        : consolidateYear({ ...merging, year: term.year });
    const byQuarter = whole.quarters.flatMap((quarter) =>
      appraisalRows({
        consolidation: consolidate({ ...merging, quarter }),
        roster,
        kinds,
        workdays,
        status: office.status(quarter, asOf, workdays),
      }),
    );
    // All quarters of a judge stand together; the roster's order is that of the first quarter in which each owes one.
    const judges = [...new Set(byQuarter.map(({ judge }) => judge.id))];
    const rows = judges.flatMap((judge) => byQuarter.filter((row) => row.judge.id === judge));
    const { APPRAISAL_WORKBOOK } = await import('../../workbook/sheets/appraisal-workbook.ts');
    const data = APPRAISAL_WORKBOOK.data({ consolidation: whole, rows, roster, kinds, words: official });
    const { name } = APPRAISAL_WORKBOOK;
    const folder = term.type === 'quarter' ? term.quarter : String(term.year);
    const job = { template: name, file: name, data };
    const { workbooks, warnings } = await makeWorkbooks(context, given, workspace, folder, [job]);
    const findings = [...unread, ...doubtful, ...warnings];
    return {
      json: {
        ...(term.type === 'quarter' ? { quarter: term.quarter } : { year: term.year }),
        asOf,
        rows: rows.map(appraisalJson),
        workbooks,
      },
      text: [
        rows.length === 0 ? messages.status.none : appraisalTable(messages, rows),
        messages.appraise.facts,
        messages.consolidate.workbooks(context.dryRun),
        ...workbookLines(workbooks),
      ].join('\n'),
      notes: findingLines(messages, findings),
      ...(unread.length > 0 || isUnconfirmed(findings) ? { exit: 7 } : {}),
    };
  },
};
