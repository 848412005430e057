import { Refusal } from '../../src/domain/problem.ts';

/** The refusal that the work ends in; anything else, success included, fails the test. */
export async function refused(work: () => unknown): Promise<Refusal> {
  try {
    await work();
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown;
    throw thrown;
  }
  throw new Error('expected a refusal, and the work succeeded');
}

/** The codes of the refusal, in order. */
export async function refusedCodes(work: () => unknown): Promise<readonly string[]> {
  return (await refused(work)).findings.map((finding) => finding.problem.code);
}
