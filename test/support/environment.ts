import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refusal } from '../../src/domain/problem.ts';
import type { Environment, Questions } from '../../src/environment.ts';

/** What a scripted person answers: text as typed, or the value of an option; `interrupt` is Ctrl-C. */
export type Answer = string | { readonly interrupt: true };

/** What a test may set of the world; the rest is fixed. */
export interface World {
  readonly cwd: string;
  readonly userHome: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly locale?: string;
  /** The instant, as ISO 8601; the hour is the same in every run. */
  readonly now?: string;
  readonly node?: string;
  /** Whether the processes of this machine that locks name are still there. */
  readonly alive?: boolean;
  readonly columns?: number;
  /** Answers in the order of the questions; with them, stdin is a terminal. */
  readonly answers?: readonly Answer[];
  /** What is printed goes to a terminal; nobody can be asked for all that. */
  readonly screen?: { readonly colorLevel: 0 | 1 };
}

/** A fixed world that keeps what is written to it. */
export interface FakeEnvironment extends Environment {
  readonly written: { stdout: string; stderr: string };
  /** The questions that were asked, with what they offered. */
  readonly asked: { message: string; options: readonly string[] }[];
}

/** The one thing that tests fake: the world around the program. Disk is real. */
export function fakeEnvironment(world: World): FakeEnvironment {
  const written = { stdout: '', stderr: '' };
  const asked: { message: string; options: readonly string[] }[] = [];
  const isTerminal = world.answers !== undefined;
  const colorLevel = world.screen?.colorLevel ?? 0;
  const rest = [...(world.answers ?? [])];
  let drawn = 0;
  return {
    written,
    asked,
    cwd: world.cwd,
    userHome: world.userHome,
    variables: world.variables ?? {},
    locale: world.locale ?? 'en-GB',
    programFolder: fileURLToPath(new URL('../..', import.meta.url)),
    settingsFolder: join(world.userHome, 'settings'),
    process: {
      pid: 4242,
      version: world.node ?? 'v20.19.0',
      host: 'office-pc',
      isAlive: () => world.alive ?? true,
    },
    stdinIsTerminal: isTerminal,
    stdout: {
      isTerminal: isTerminal || world.screen !== undefined,
      columns: world.columns ?? 100,
      colorLevel,
      write: (text) => {
        written.stdout += text;
      },
    },
    stderr: {
      isTerminal: isTerminal || world.screen !== undefined,
      columns: world.columns ?? 100,
      colorLevel,
      write: (text) => {
        written.stderr += text;
      },
    },
    questions: () => Promise.resolve(scripted(rest, asked)),
    now: () => new Date(world.now ?? '2024-09-18T02:00:00Z'),
    random: (length) => {
      drawn += 1;
      return drawn.toString(36).padStart(length, '0').slice(-length);
    },
    uninterrupted: (work) => work(),
  };
}

function scripted(rest: Answer[], asked: { message: string; options: readonly string[] }[]): Questions {
  const next = (message: string, options: readonly string[]): string => {
    asked.push({ message, options });
    const answer = rest.shift();
    if (answer === undefined) throw new Error(`no answer is left for “${message}” (${options.join(' | ')})`);
    if (typeof answer === 'string') return answer;
    throw interruption();
  };
  return {
    text: ({ message, validate }) => {
      for (;;) {
        const typed = next(message, []);
        const problem = validate(typed);
        if (problem === undefined) return Promise.resolve(typed);
        asked.push({ message: problem, options: [] });
      }
    },
    confirm: ({ message }) => Promise.resolve(next(message, ['yes', 'no']) === 'yes'),
    choose: ({ message, options }) => {
      const values = options.map(({ value }) => value);
      const answer = next(message, values);
      if (!values.includes(answer))
        throw new Error(`“${message}” does not offer ${answer}: ${values.join(' | ')}`);
      return Promise.resolve(answer);
    },
    chooseSome: ({ message, options, least }) => {
      const values = options.map(({ value }) => value);
      for (;;) {
        const chosen = next(message, values)
          .split('、')
          .filter((value) => value !== '');
        const unknown = chosen.find((value) => !values.includes(value));
        if (unknown !== undefined)
          throw new Error(`“${message}” does not offer ${unknown}: ${values.join(' | ')}`);
        if (chosen.length > 0 || least === undefined) return Promise.resolve(chosen);
        asked.push({ message: least, options: [] });
      }
    },
    search: ({ message, options }) => {
      const answer = next(
        message,
        options('').map(({ value }) => value),
      );
      const found = options(answer).map(({ value }) => value);
      if (!found.includes(answer))
        throw new Error(`“${message}” does not offer ${answer}: ${found.join(' | ')}`);
      return Promise.resolve(answer);
    },
  };
}

function interruption(): Error {
  return refusal('declined', { code: 'declined' });
}
