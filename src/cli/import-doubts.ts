import type { Finding, ProblemCode } from '../domain/problem.ts';
import type { Context } from './context.ts';
import { confirm } from './entry-saving.ts';
import { findingLines } from './render/findings.ts';

/** What is told of every import and makes nobody think twice. */
const TOLD_ONLY: readonly ProblemCode[] = [
  'rows-left-out',
  'rows-hidden',
  'sheet-no-ledger',
  'column-left-out-again',
  'row-removed',
  'row-in-fuller-entry',
];

/** Whether a finding is to be asked about before anything is saved. */
function isDoubt({ severity, problem }: Finding): boolean {
  return severity === 'warning' && !TOLD_ONLY.includes(problem.code);
}

/** Asks on a terminal whether to go on where something is doubtful. Gives what was told by that, and need not be told again. */
export async function confirmImport(
  context: Context,
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  const doubts = findings.filter(isDoubt);
  if (doubts.length === 0 || context.yes || context.dryRun || !context.questions) return [];
  for (const line of findingLines(context.messages, doubts))
    context.environment.stderr.write(`${context.style.doubtful(line)}\n`);
  await confirm(context, context.messages.ask.goOn);
  return doubts;
}
