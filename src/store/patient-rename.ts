import { errnoOf } from './errno.ts';

const passing = new Set(['EPERM', 'EACCES', 'EBUSY']);

/**
 * Tries again what fails as Windows does while another program looks at a file (EPERM, EACCES, EBUSY), with waits that grow
 * from 10 to 100 ms, until they add up to `patienceMs`; then, and at every other error, the error goes on.
 */
export async function renamePatiently(
  rename: () => Promise<void>,
  patienceMs: number,
  sleep: (ms: number) => Promise<unknown>,
): Promise<void> {
  let waited = 0;
  for (let pause = 10; ; pause = Math.min(pause + 10, 100)) {
    try {
      await rename();
      return;
    } catch (thrown) {
      if (!passing.has(errnoOf(thrown)) || waited + pause > patienceMs) throw thrown;
    }
    await sleep(pause);
    waited += pause;
  }
}
