import { consolidate } from '../../domain/consolidation.ts';
import { summarize } from '../../domain/summary.ts';
import { loadRoster } from '../../store/rosters.ts';
import type { Command } from '../command.ts';
import { masksFor, refuseTelling } from '../masked-making.ts';
import { begunQuarter, QUARTER_OPTION } from '../quarters.ts';
import { bulletinText } from '../render/bulletin.ts';
import { findingJson, findingLines } from '../render/findings.ts';
import { termBooks } from '../term-books.ts';
import { AS_OF_OPTION, asOfDay, periodOfTerm } from '../terms.ts';
import { workdaysOf } from '../workdays.ts';
import { isUnconfirmed, makeFiles, MAKING_OPTIONS } from '../workbook-making.ts';

/**
 * `ledger bulletin --quarter Q`: drafts 情况通报, by which the research office informs of a quarter's work (rules of 2024-06-20,
 * 三(二)). It goes to all departments, so it is always masked as for outside of the court.
 */
export const bulletin: Command = {
  options: [QUARTER_OPTION, AS_OF_OPTION, ...MAKING_OPTIONS],
  examples: ['bulletin --quarter 2024Q3', 'bulletin --quarter 2024Q3 --as-of 2024-09-18'],
  run: async (context, given) => {
    const workspace = await context.workspace();
    const roster = await loadRoster(workspace);
    const quarter = begunQuarter(context, roster, given);
    const term = { type: 'quarter', quarter } as const;
    const asOf = asOfDay(context, periodOfTerm(term, roster), given);
    const { office, unread, doubtful } = await termBooks(context, workspace, roster, term, true);
    const workdays = await workdaysOf(workspace);
    const { kinds } = context;
    const consolidation = consolidate({ quarter, asOf, roster, kinds, ledgers: office.ledgers });
    const masking = masksFor('external', kinds, consolidation, roster, office.everything, unread);
    const mask = (text: string): string => masking.text(text).text;
    const { BULLETIN, bulletinData } = await import('../bulletin-template.ts');
    const { fillDocument } = await import('../../documents/docx/fill-document.ts');
    const { maskedPackage } = await import('../../workbook/masked/masked-package.ts');
    const summary = summarize(consolidation, roster, kinds);
    const status = office.status(quarter, asOf, workdays);
    const data = bulletinData({ consolidation, summary, status, roster, kinds, workdays });
    const { workbooks, warnings } = await makeFiles(context, given, workspace, quarter, [
      {
        template: BULLETIN.name,
        file: BULLETIN.name,
        fill: async (template) => {
          const filled = await fillDocument(template, data);
          const masked = await maskedPackage(filled.bytes, mask);
          await refuseTelling(masked.bytes, mask);
          return { ...masked, findings: filled.findings };
        },
      },
    ]);
    const findings = [...doubtful, ...consolidation.findings, ...warnings];
    return {
      json: {
        quarter,
        asOf,
        findings: findings.map((finding) => findingJson(context.messages, finding)),
        documents: workbooks,
      },
      text: bulletinText(context.messages, { consolidation, documents: workbooks, dryRun: context.dryRun }),
      notes: findingLines(context.messages, [...doubtful, ...warnings]),
      ...(isUnconfirmed(warnings) ? { exit: 7 } : {}),
    };
  },
};
