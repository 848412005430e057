import { Refusal, type Finding } from '../domain/problem.ts';
import type { Answer, OptionSpec } from './command.ts';
import { isOn, type Given } from './given.ts';
import type { Context } from './context.ts';
import { findingJson, findingLines } from './render/findings.ts';

/** `--strict` of a check: warnings are a no as well. */
export const STRICT_OPTION: OptionSpec = {
  name: 'strict',
  help: { zh: '有提醒事项也算不通过', en: 'count warnings as failures too' },
};

/** The findings of an input, or those that made it unreadable: for a check both are an answer, not a failure. */
export async function findingsOf(work: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.kind === 'invalid') return thrown.findings;
    throw thrown;
  }
}

/** The answer of a check: every finding, silent and 0 when all is well. */
export function findingsAnswer(context: Context, given: Given, findings: readonly Finding[]): Answer {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const failed = isOn(given, 'strict') ? findings.length > 0 : errors > 0;
  const lines = findingLines(context.messages, findings);
  return {
    json: { findings: findings.map((finding) => findingJson(context.messages, finding)) },
    text:
      findings.length === 0
        ? ''
        : [...lines, context.messages.check.counts(errors, findings.length - errors)].join('\n'),
    ...(failed ? { exit: 1 } : {}),
  };
}
