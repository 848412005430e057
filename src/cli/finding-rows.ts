import type { Finding } from '../domain/problem.ts';
import { judgeName, type Roster } from '../domain/roster.ts';
import { messagesFor } from '../messages/languages.ts';
import { wordsOf } from '../messages/messages.ts';
import type { FindingRow } from '../workbook/sheets/finding-list.ts';
import { placeText } from './render/findings.ts';

/** Findings in the words of 数据核对清单, which is Chinese whatever the screen speaks. */
export async function findingRows(
  findings: readonly Finding[],
  roster: Roster,
): Promise<readonly FindingRow[]> {
  const zh = await messagesFor('zh');
  return findings.map((finding) => {
    const {
      severity,
      problem,
      where: { judge, entry, ...where },
    } = finding;
    const { what, expected, next } = wordsOf(zh, problem);
    return {
      severity: zh.severity[severity],
      code: problem.code,
      judge: judge === undefined ? '' : judgeName(roster, judge),
      entry: entry ?? '',
      place: placeText(zh, { ...finding, where }),
      what,
      next: zh.sentence.join([expected, next].filter((part) => part !== undefined)),
    };
  });
}
