import { writeSync } from 'node:fs';
import { run } from './main.ts';
import { processEnvironment } from './process-environment.ts';

/** Runs the program in this process with the arguments behind its name, and ends it with its exit code. */
export async function start(argv: readonly string[], end: (code: number) => void = endNow): Promise<void> {
  process.once('uncaughtException', crash);
  end(await run(argv, processEnvironment()).catch(crash));
}

/**
 * What nobody caught: one line without a word of what was being worked on, in both languages since none is known here. A
 * ledger is replaced whole or not at all, so there is nothing to clean up.
 */
function crash(thrown: unknown): never {
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  const line = `程序出错了，已停止（${name}）。请先用 list 看看刚才的内容是否已经保存。 ledger stopped at a bug.\n`;
  try {
    writeSync(2, line);
  } catch {
    // Nobody is left to be told.
  }
  process.exit(8);
}

/**
 * Everything is written by now, so nothing need be waited for or taken down in order, which takes longer than many a
 * command; only on Windows does a terminal still take what was written to it.
 */
function endNow(code: number): void {
  process.exitCode = code;
  if (process.platform !== 'win32') process.exit();
}
