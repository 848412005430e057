import type { Finding, Problem } from '../../domain/problem.ts';
import { wordsOf, type Messages } from '../../messages/messages.ts';
import { show } from './show.ts';

/** At most so many findings are printed; the rest are counted. */
const SHOWN = 100;

/** A problem as one text: what was found, what is expected, what to do next. */
export function problemText(messages: Messages, problem: Problem): string {
  const { what, expected, next } = wordsOf(messages, problem);
  return messages.sentence.join(
    [what, expected, next].filter((part) => part !== undefined).map((part) => show(part)),
  );
}

/** A finding as one line: where, then its problem. */
export function findingText(messages: Messages, finding: Finding): string {
  const place = placeText(messages, finding);
  const text = problemText(messages, finding.problem);
  return place === '' ? text : `${place}${messages.sentence.colon}${text}`;
}

/** Where something was found, from the file down to the field, which is called as the screen calls it. */
export function placeText(messages: Messages, { where, label }: Finding): string {
  const { file, line, column, entry, field, sheet, cell, judge } = where;
  const parts = [
    file,
    line === undefined ? undefined : messages.where.line(line, column),
    sheet === undefined ? undefined : messages.where.sheetCell(sheet, cell),
    // A ledger's own files say whose they are; the roster does not.
    judge !== undefined && entry === undefined && !/^(?:ledgers|backups)\//u.test(file ?? '')
      ? messages.where.judge(judge)
      : undefined,
    entry === undefined ? undefined : messages.where.entry(entry),
    // A cell is a field, and says so more plainly than the field's key.
    field === undefined || cell !== undefined ? undefined : messages.where.field(label ?? field),
  ];
  return parts
    .filter((part) => part !== undefined)
    .map((part) => show(part))
    .join(' ');
}

/** Findings one a line, errors first, each with its severity; over a hundred are counted. */
export function findingLines(messages: Messages, findings: readonly Finding[]): readonly string[] {
  const ordered = [...findings].sort((one, other) => rank(one) - rank(other));
  const lines = ordered
    .slice(0, SHOWN)
    .map(
      (finding) =>
        `${messages.severity[finding.severity]}${messages.sentence.colon}${findingText(messages, finding)}`,
    );
  const rest = ordered.length - lines.length;
  return rest > 0 ? [...lines, messages.list.more(rest)] : lines;
}

/** A finding as the contract's JSON: code, severity, message, and where. */
export function findingJson(messages: Messages, finding: Finding): Record<string, unknown> {
  const { severity, problem, where, cells, value } = finding;
  const message = problemText(messages, problem);
  return {
    code: problem.code,
    severity,
    message,
    ...where,
    ...(cells === undefined || cells.length < 2 ? {} : { cells }),
    ...(value === undefined ? {} : { value }),
  };
}

function rank(finding: Finding): number {
  return finding.severity === 'error' ? 0 : 1;
}
