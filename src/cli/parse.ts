import { Command as Parser, CommanderError, Option } from 'commander';
import { nearest } from '../domain/nearest.ts';
import { refusal, type Refusal } from '../domain/problem.ts';
import type { ArgumentSpec, OptionSpec } from './command.ts';
import type { Given } from './given.ts';
import type { CommandEntry } from './commands.ts';
import { GLOBAL_OPTIONS } from './globals.ts';

/** Which command is called, and the words and options left for it. */
export interface Called {
  /** Undefined where no command was named. */
  readonly entry: CommandEntry | undefined;
  /** The words that named it, or that named only a group of commands. */
  readonly path: readonly string[];
  readonly rest: readonly string[];
}

/** Finds the command in the arguments: its words are the first that are neither an option nor an option's value. */
export function findCommand(argv: readonly string[], commands: readonly CommandEntry[]): Called {
  const indexes = plainWords(argv);
  const words = indexes.map((index) => argv[index] ?? '');
  for (const length of [2, 1]) {
    const path = words.slice(0, length);
    const entry =
      path.length === length ? commands.find((candidate) => sameWords(candidate.path, path)) : undefined;
    if (entry) {
      const taken = indexes.slice(0, length);
      return { entry, path, rest: argv.filter((_, index) => !taken.includes(index)) };
    }
  }
  const [first, second] = words;
  // Behind an unknown option the first word is most likely its value: the option is what is wrong.
  parseArguments(argv.slice(0, indexes[0]), [], undefined, 'help');
  if (first === undefined) return { entry: undefined, path: [], rest: argv };
  const group = commands.filter(({ path }) => path[0] === first);
  if (group.length > 0 && second === undefined) {
    parseArguments(
      argv.filter((_, index) => index !== indexes[0]),
      [],
      undefined,
      first,
    );
    return { entry: undefined, path: [first], rest: argv };
  }
  throw unknownCommand(words, group, commands);
}

/** Reads the arguments of one command with the global options; whatever is wrong is refused in our own words. */
export function parseArguments(
  argv: readonly string[],
  options: readonly OptionSpec[],
  words: readonly ArgumentSpec[] | undefined,
  command: string,
): Given {
  const specs = [...options, ...GLOBAL_OPTIONS];
  const parser = new Parser(command || 'ledger')
    .exitOverride()
    .helpOption(false)
    .allowExcessArguments()
    .configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  // To make an option is the parser's dearest work, and a kind has dozens: it is told of those that can occur.
  for (const spec of specs) if (mayOccur(spec, argv)) parser.addOption(optionOf(spec));
  parser.argument('[words...]');
  refuseSwallowed(argv, specs);
  try {
    parser.parse(words === undefined ? [...argv] : withValues(argv, specs), { from: 'user' });
  } catch (cause) {
    if (cause instanceof CommanderError) throw misuse(cause, specs, command);
    throw cause;
  }
  const given = new Map<string, unknown>(Object.entries(parser.opts()));
  const values = specs.map(({ name }) => [name, valueOf(given, name)] as const);
  checkWords(parser.args, words, command);
  return { options: Object.fromEntries(values), words: parser.args };
}

/** Where words may follow, a bare option is given its value with `=`: the parser would take any word behind it for one. */
function withValues(argv: readonly string[], specs: readonly OptionSpec[]): string[] {
  const spelled: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at] ?? '';
    if (argument === '--') return [...spelled, ...argv.slice(at)];
    const spec = specs.find(({ name, short }) => argument === `--${name}` || argument === `-${short ?? '-'}`);
    const next = argv[at + 1];
    const isValue = (word: string): boolean =>
      spec?.bare === undefined || (spec.bare !== true && spec.bare(word));
    const takesNext = spec?.value !== undefined && next !== undefined && isValue(next);
    if (spec?.bare) spelled.push(`${argument}=${takesNext ? next : 'true'}`);
    else spelled.push(argument, ...(takesNext ? [next] : []));
    if (takesNext) at += 1;
  }
  return spelled;
}

/**
 * An option without its value would take the next option for it: `--met --dry-run` would write. A value that begins with a
 * dash is given as `--met=-…`.
 */
function refuseSwallowed(argv: readonly string[], specs: readonly OptionSpec[]): void {
  const end = argv.indexOf('--');
  const own = end === -1 ? argv : argv.slice(0, end);
  const needing = specs.filter(({ value, bare }) => value !== undefined && bare === undefined);
  for (const [index, argument] of own.entries()) {
    const spec = needing.find(
      ({ name, short }) => argument === `--${name}` || (short !== undefined && argument === `-${short}`),
    );
    const next = own[index + 1];
    if (!spec || next === undefined || !/^-./u.test(next)) continue;
    throw refusal('misuse', { code: 'option-without-value', option: `--${spec.name}` });
  }
}

function mayOccur({ name, short }: OptionSpec, argv: readonly string[]): boolean {
  return short !== undefined || argv.some((argument) => argument.startsWith(`--${name}`));
}

function optionOf({ name, short, value, bare }: OptionSpec): Option {
  const flags = `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : bare ? ' [value]' : ' <value>'}`;
  return new Option(flags);
}

/** commander keeps `--no-input` as `input: false`; here every switch is `true` under its own name, or not there. */
function valueOf(given: ReadonlyMap<string, unknown>, name: string): string | true | undefined {
  if (name.startsWith('no-')) return given.get(camel(name.slice(3))) === false ? true : undefined;
  const value = given.get(camel(name));
  return typeof value === 'string' || value === true ? value : undefined;
}

function checkWords(
  found: readonly string[],
  expected: readonly ArgumentSpec[] | undefined,
  command: string,
): void {
  const specs = expected ?? [];
  const missing = specs[found.length];
  if (missing && !missing.optional) {
    throw refusal('misuse', { code: 'argument-missing', argument: missing.name, command });
  }
  const extra = found[specs.length];
  if (extra !== undefined && specs.at(-1)?.many !== true) {
    throw refusal('misuse', { code: 'argument-unexpected', found: hinted(extra) });
  }
}

/** A stray word is mostly a piece of a text without its quotes, and no message repeats what a text says. */
function hinted(word: string): string {
  return /^[\x21-\x7e]{0,30}$/.test(word) ? word : `${Array.from(word).slice(0, 2).join('')}...`;
}

function misuse(cause: CommanderError, specs: readonly OptionSpec[], command: string): Refusal {
  const option = /'[^']*?(--?[\p{L}\p{N}][^\s'=]*)/u.exec(cause.message)?.[1] ?? '';
  if (cause.code === 'commander.optionMissingArgument') {
    // commander names the option by its flags: `-o, --output <value>`.
    const name = /(--[\w-]+)/.exec(cause.message)?.[1] ?? option;
    return refusal('misuse', { code: 'option-without-value', option: name });
  }
  const close = nearest(
    option.replace(/^-+/, ''),
    specs.map(({ name }) => name),
  );
  return refusal(
    'misuse',
    { code: 'option-unknown', option: hinted(option), command, ...(close ? { nearest: `--${close}` } : {}) },
    {},
    { cause },
  );
}

function unknownCommand(
  words: readonly string[],
  group: readonly CommandEntry[],
  commands: readonly CommandEntry[],
): Refusal {
  const [first = '', second = ''] = words;
  const known =
    group.length > 0 ? group.map(({ path }) => path[1] ?? '') : commands.map(({ path }) => path[0] ?? '');
  const close = nearest(group.length > 0 ? second : first, known);
  const command = group.length > 0 ? `${first} ${second}` : first;
  const suggestion = close && (group.length > 0 ? `${first} ${close}` : close);
  return refusal('misuse', {
    code: 'command-unknown',
    command,
    ...(suggestion ? { nearest: suggestion } : {}),
  });
}

function plainWords(argv: readonly string[]): readonly number[] {
  const withValue = GLOBAL_OPTIONS.filter(({ value }) => value !== undefined).map(({ name }) => `--${name}`);
  const end = argv.indexOf('--');
  return argv.flatMap((argument, index) => {
    const isValue = withValue.includes(argv[index - 1] ?? '');
    return argument.startsWith('-') || isValue || (end !== -1 && index > end) ? [] : [index];
  });
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, index) => word === other[index]);
}

function camel(name: string): string {
  return name.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}
