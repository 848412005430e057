import { run } from './main.ts';
import { processEnvironment } from './process-environment.ts';

/** Runs the program in this process with the arguments behind its name, and ends it with its exit code. */
export async function start(argv: readonly string[], end: (code: number) => void = endNow): Promise<void> {
  end(await run(argv, processEnvironment()));
}

/**
 * Everything is written by now, so nothing need be waited for or taken down in order, which takes longer than many a
 * command; only on Windows does a terminal still take what was written to it.
 */
function endNow(code: number): void {
  process.exitCode = code;
  if (process.platform !== 'win32') process.exit();
}
