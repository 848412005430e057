import { errnoOf } from './errno.ts';

const passing: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** After so long a wait people wonder, and are told. */
export const TELL_AFTER_MS = 1000;

/** Whether an error is one with which Windows says that another program looks at the file. */
export function mayPass(thrown: unknown): boolean {
  return passing.has(errnoOf(thrown));
}

/**
 * Tries again what fails as Windows does while another program looks at a file (EPERM, EACCES, EBUSY), with waits that grow
 * from 10 to 100 ms, until they add up to `patienceMs`; then, and at every other error, the error goes on. `waiting` is
 * called once, where the waits add up to a second.
 */
export async function renamePatiently(
  rename: () => Promise<void>,
  patienceMs: number,
  sleep: (ms: number) => Promise<unknown>,
  waiting: () => void = () => undefined,
): Promise<void> {
  let waited = 0;
  let told = false;
  for (let pause = 10; ; pause = Math.min(pause + 10, 100)) {
    try {
      await rename();
      return;
    } catch (thrown) {
      if (!mayPass(thrown) || waited + pause > patienceMs) throw thrown;
    }
    if (!told && waited >= TELL_AFTER_MS) {
      told = true;
      waiting();
    }
    await sleep(pause);
    waited += pause;
  }
}
