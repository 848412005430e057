import { fstatSync, writeSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { WriteStream } from 'node:tty';
import { refusal } from './domain/problem.ts';
import type { Environment, Output } from './environment.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The real environment: the only reader of the process, the clock, chance and the terminal. */
export function processEnvironment(): Environment {
  return {
    cwd: process.cwd(),
    userHome: homedir(),
    variables: process.env,
    locale: localeOf(process.env),
    programFolder: dirname(import.meta.dirname),
    settingsFolder: settingsFolder(process.env),
    process: { pid: process.pid, version: process.version, host: hostname(), isAlive },
    stdinIsTerminal: isTerminalAt(0),
    stdout: output(1),
    stderr: output(2),
    questions: async (language) => {
      const { terminalQuestions } = await import('./cli/prompts.ts');
      return terminalQuestions(language, process.stdin, process.stderr);
    },
    now: () => new Date(),
    random: randomText,
    uninterrupted,
  };
}

/** So many letters and digits by chance: for names that must differ, not for secrets, so the quick source will do. */
function randomText(length: number): string {
  let text = '';
  while (text.length < length) text += ALPHABET.charAt(Math.floor(Math.random() * ALPHABET.length));
  return text;
}

/** What is no character device is no terminal: a pipe or a file need not be asked about with the module for terminals. */
function isTerminalAt(descriptor: number): boolean {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false;
  } catch {
    // Windows can't always tell what a console is; a descriptor that is closed is none.
    if (process.platform !== 'win32') return false;
  }
  return process.getBuiltinModule('node:tty').isatty(descriptor);
}

/**
 * One of the two outputs. Node's own stream is made only for a terminal, where it alone writes Chinese right on Windows:
 * making it takes a tenth of a command's time.
 */
function output(descriptor: 1 | 2): Output {
  const isTerminal = isTerminalAt(descriptor);
  const stream = (): WriteStream => (descriptor === 1 ? process.stdout : process.stderr);
  return {
    isTerminal,
    get columns() {
      return isTerminal ? stream().columns : 80;
    },
    get colorLevel() {
      return colorLevel(isTerminal, () => stream().getColorDepth());
    },
    write: (text) => {
      if (isTerminal) stream().write(text);
      else writeWhole(descriptor, Buffer.from(text));
    },
  };
}

/**
 * Writes to a pipe or file, all of it. A reader that has gone, as `head` does, has all it wants; what stops an answer otherwise, such
 * as a full disk, is a refusal, and what stops words about it can be told to nobody.
 */
function writeWhole(descriptor: 1 | 2, bytes: Uint8Array): void {
  let rest = bytes;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
      if (code === 'EPIPE') return;
      // The other end of a non-blocking pipe is slow: a moment later there is room.
      if (code !== 'EAGAIN') {
        if (descriptor === 2) return;
        throw refusal('storage', { code: 'answer-cut', reason: String(code) }, {}, { cause });
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** As no-color.org says; FORCE_COLOR wins over the terminal, NO_COLOR over everything. */
function colorLevel(isTerminal: boolean, depth: () => number): 0 | 1 | 2 | 3 {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = process.env;
  if (no !== undefined && no !== '') return 0;
  if (force !== undefined && force !== '') return force === '0' || force === 'false' ? 0 : 1;
  if (!isTerminal || term === 'dumb') return 0;
  const bits = depth();
  return bits >= 24 ? 3 : bits >= 8 ? 2 : bits >= 4 ? 1 : 0;
}

/** POSIX names the locale in variables; on Windows, where they are mostly unset, the runtime knows the system's. */
function localeOf(variables: NodeJS.ProcessEnv): string {
  const named = variables['LC_ALL'] ?? variables['LC_MESSAGES'] ?? variables['LANG'] ?? '';
  return named === '' && process.platform === 'win32'
    ? Intl.DateTimeFormat().resolvedOptions().locale
    : named;
}

/** As Windows and freedesktop.org say. */
function settingsFolder({ APPDATA, XDG_CONFIG_HOME }: NodeJS.ProcessEnv): string {
  const named = process.platform === 'win32' ? APPDATA : XDG_CONFIG_HOME;
  return join(named || join(homedir(), '.config'), 'liaison-ledger');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM: the process is there, and is somebody else's.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

async function uninterrupted<Result>(work: () => Promise<Result>): Promise<Result> {
  const interruptions: string[] = [];
  const remember = (signal: string): void => {
    interruptions.push(signal);
  };
  process.on('SIGINT', remember);
  try {
    const result = await work();
    // The files are done without a turn of the event loop, and only there is a signal delivered; work that began within a
    // turn has that turn's end before it, and the signal comes with the next.
    for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    if (interruptions.length > 0) throw refusal('declined', { code: 'interrupted-after-saving' });
    return result;
  } finally {
    process.off('SIGINT', remember);
  }
}
