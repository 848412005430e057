import type { Kind } from '../domain/kinds/kind.ts';
import type { Finding } from '../domain/problem.ts';
import { judgeName, type Roster } from '../domain/roster.ts';
import { messagesFor } from '../messages/languages.ts';
import { wordsOf } from '../messages/messages.ts';
import type { FindingRow } from '../workbook/sheets/finding-list.ts';
import { whereText } from './render/findings.ts';

/** Findings in the words of 数据核对清单, which is Chinese whatever the screen speaks. */
export async function findingRows(
  findings: readonly Finding[],
  roster: Roster,
  kinds: readonly Kind[],
): Promise<readonly FindingRow[]> {
  const zh = await messagesFor('zh');
  return findings.map(({ severity, problem, where: { judge, entry, field, ...place } }) => {
    const { what, expected, next } = wordsOf(zh, problem);
    return {
      severity: zh.severity[severity],
      code: problem.code,
      judge: judge === undefined ? '' : judgeName(roster, judge),
      entry: entry ?? '',
      place: whereText(zh, { ...place, ...(field === undefined ? {} : { field: labelOf(kinds, field) }) }),
      what,
      next: zh.sentence.join([expected, next].filter((part) => part !== undefined)),
    };
  });
}

/** A field as clerks know it, by its label. */
function labelOf(kinds: readonly Kind[], key: string): string {
  const field = kinds.flatMap(({ fields }) => fields).find((candidate) => candidate.key === key);
  return field?.label.zh ?? key;
}
