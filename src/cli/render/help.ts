import { displayWidth } from './width.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Command, OptionSpec } from '../command.ts';
import type { Listed } from '../contents.ts';
import { GLOBAL_OPTIONS } from '../globals.ts';
import { pad } from './table.ts';

/** What `ledger` can do, by groups, one line a command. */
export function overview(messages: Messages, commands: readonly Listed[]): string {
  const groups = [...new Set(commands.map(({ group }) => group))];
  const blocks = groups.map((group) => {
    const own = commands.filter((command) => command.group === group);
    return `${messages.help.groups[group]}\n${contents(messages, own)}`;
  });
  return [messages.help.intro, ...blocks, messages.help.more].join('\n\n');
}

/** Commands one a line, such as those that share a first word. */
export function contents(messages: Messages, commands: readonly Listed[]): string {
  return aligned(commands.map(({ path, summary }) => [path.join(' '), summary[messages.language]]));
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
  const width = Math.max(...rows.map(([left]) => displayWidth(left)));
  return rows.map(([left, right]) => `  ${pad(left, width)}  ${right}`.trimEnd()).join('\n');
}
