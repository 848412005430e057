import { displayWidth } from './width.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Command, OptionSpec } from '../command.ts';
import type { Listed } from '../contents.ts';
import { GLOBAL_OPTIONS } from '../globals.ts';
import { pad } from './table.ts';

/** What `ledger` can do, by groups, one line a command, or a family of commands such as all those on visits. */
export function overview(messages: Messages, commands: readonly Listed[]): string {
  const groups = [...new Set(commands.map(({ group }) => group))];
  const blocks = groups.map((group) => {
    const own = commands.filter((command) => command.group === group);
    const lines = [
      ...families(messages, own),
      inColumns(
        rowsOf(
          messages,
          own.filter(({ family }) => !family),
        ),
      ),
    ];
    return [messages.help.groups[group], ...lines.filter((line) => line !== '')].join('\n');
  });
  return `${[messages.help.intro, ...blocks].join('\n\n')}\n${messages.help.more}`;
}

/** One line a family: its word, what it is about, and what can be done. */
function families(messages: Messages, commands: readonly Listed[]): readonly string[] {
  const words = [...new Set(commands.flatMap(({ path, family }) => (family ? [path[0] ?? ''] : [])))];
  const rows = words.map((word) => {
    const own = commands.filter(({ path }) => path[0] === word);
    const verbs = own.map(({ path }) => path[1] ?? '').join(' ');
    return [word, own[0]?.family?.[messages.language] ?? '', verbs] as const;
  });
  const width = Math.max(0, ...rows.map(([, name]) => displayWidth(name)));
  return rows.length === 0
    ? []
    : [
        aligned(rows.map(([word, name, verbs]) => [word, `${pad(name, width)}  ${verbs}`])),
        ...(commands.some(({ path }) => path[1] === 'add') ? [`  (${messages.help.verbs})`] : []),
      ];
}

/** Commands one a line, such as those that share a first word. */
export function contents(messages: Messages, commands: readonly Listed[]): string {
  return aligned(rowsOf(messages, commands));
}

function rowsOf(messages: Messages, commands: readonly Listed[]): readonly (readonly [string, string])[] {
  return commands.map(({ path, summary }) => [path.join(' '), summary[messages.language]]);
}

const SCREEN = 96;
const MANY = 6;

/** Pairs as they are aligned; many stand two a line where the screen has the room, so that the whole fits on it. */
function inColumns(rows: readonly (readonly [string, string])[]): string {
  const one = aligned(rows);
  if (rows.length <= MANY) return one;
  const half = Math.ceil(rows.length / 2);
  const [left, right] = [rows.slice(0, half), rows.slice(half)].map((own) => aligned(own).split('\n'));
  const width = Math.max(...(left ?? []).map(displayWidth));
  const lines = (left ?? []).map((line, row) => `${pad(line, width)}${right?.[row] ?? ''}`.trimEnd());
  return lines.every((line) => displayWidth(line) <= SCREEN) ? lines.join('\n') : one;
}

/** One command: usage, options, two examples that run. */
export function commandHelp(messages: Messages, { path, summary }: Listed, command: Command): string {
  const { help, language } = messages;
  const words = (command.arguments ?? []).map(({ name, many, optional }) => {
    const word = many ? `${name[language]}...` : name[language];
    return optional ? `[${word}]` : word;
  });
  const options =
    command.options.length > 0 ? [`${help.options}\n${optionLines(messages, command.options)}`] : [];
  return [
    summary[language],
    `${help.usage}\n  ledger ${[...path, ...words, `[${help.options}]`].join(' ')}`,
    ...options,
    `${help.globals}\n${optionLines(messages, GLOBAL_OPTIONS)}`,
    `${help.examples}\n${command.examples.map((example) => `  ledger ${example}`).join('\n')}`,
  ].join('\n\n');
}

function optionLines(messages: Messages, options: readonly OptionSpec[]): string {
  return aligned(
    options.map(({ name, short, value, help }) => {
      const flag = `${short === undefined ? '' : `-${short}, `}--${name}`;
      return [value === undefined ? flag : `${flag} <${value[messages.language]}>`, help[messages.language]];
    }),
  );
}

/** Pairs one a line, the right ones under each other. */
export function aligned(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(0, ...rows.map(([left]) => displayWidth(left)));
  return rows.map(([left, right]) => `  ${pad(left, width)}  ${right}`.trimEnd()).join('\n');
}
