import { borderOf, type Border } from './cli/border.ts';
import type { Answer } from './cli/command.ts';
import { commandsFor } from './cli/commands.ts';
import { contextFor } from './cli/context.ts';
import type { Given } from './cli/given.ts';
import { findCommand, parseArguments } from './cli/parse.ts';
import { findingJson, findingText } from './cli/render/findings.ts';
import { commandHelp, contents, overview } from './cli/render/help.ts';
import { jsonText } from './cli/render/json-text.ts';
import { versionOf } from './cli/version.ts';
import { KINDS } from './domain/kinds/kinds.ts';
import type { Kind } from './domain/kinds/kind.ts';
import { Refusal, refusal, type RefusalKind } from './domain/problem.ts';
import type { Environment } from './environment.ts';
import { languageFor, messagesFor } from './messages/languages.ts';
import type { Messages } from './messages/messages.ts';

/** The exit codes of the contract, by what kept a command from its work. */
const EXIT_CODES: Readonly<Record<RefusalKind, number>> = {
  no: 1,
  misuse: 2,
  invalid: 3,
  integrity: 4,
  busy: 5,
  storage: 6,
  reserved: 7,
  declined: 130,
};

const BUG = 8;

/**
 * Runs the command that the arguments name and gives its exit code. The one place that turns what went wrong into words
 * and a code.
 */
export async function run(
  argv: readonly string[],
  world: Environment,
  kinds: readonly Kind[] = KINDS,
): Promise<number> {
  const border = borderOf(world);
  const { environment } = border;
  const wish = optionIn(argv, '--lang') ?? environment.variables['LEDGER_LANG'];
  const language = languageFor(wish, environment.locale);
  const messages = await messagesFor(language ?? languageFor(undefined, environment.locale) ?? 'zh');
  try {
    if (language === undefined) throw refusal('misuse', { code: 'language-unknown', found: wish ?? '' });
    return await runCommand(argv, world, border, kinds, messages);
  } catch (thrown) {
    return fail(thrown, argv, environment, messages);
  }
}

async function runCommand(
  argv: readonly string[],
  world: Environment,
  border: Border,
  kinds: readonly Kind[],
  messages: Messages,
): Promise<number> {
  const { environment } = border;
  const commands = commandsFor(kinds);
  const { entry, path, rest } = findCommand(argv, commands);
  const wantsHelp = rest.some((argument) => argument === '--help' || argument === '-h');
  if (rest.some((argument) => argument === '--version' || argument === '-V')) {
    environment.stdout.write(`${await versionOf(environment)}\n`);
    return 0;
  }
  if (!entry || wantsHelp) {
    const group = commands.filter((command) => command.path[0] === path[0]);
    const text = entry
      ? commandHelp(messages, entry, await entry.load())
      : path.length > 0
        ? contents(messages, group)
        : overview(messages, commands);
    environment.stdout.write(`${text}\n`);
    return 0;
  }
  const command = await entry.load();
  const given = parseArguments(rest, command.options, command.arguments, path.join(' '));
  const answer = await command.run(await contextFor(border, kinds, commands, messages, given), given);
  const isDocument = answer.isExact === true && given.options['json'] !== true;
  // A document goes into a file or a pipe as it is; no terminal ever gets one but through the border.
  if (isDocument && !world.stdout.isTerminal) world.stdout.write(answer.text);
  else if (isDocument) environment.stdout.write(answer.text.replace(/^\ufeff/u, '').replaceAll('\r\n', '\n'));
  return tell(isDocument ? { ...answer, text: '' } : answer, argv, given, environment, messages);
}

/** Prints an answer: its facts as JSON or as text, then what kept the command from its work, if anything did. */
function tell(
  { json, text, notes = [], exit = 0, refusal: refused, closing = [] }: Answer,
  argv: readonly string[],
  given: Given,
  environment: Environment,
  messages: Messages,
): number {
  const isJson = given.options['json'] === true;
  const isTalking = !isJson && given.options['quiet'] !== true;
  if (isJson) environment.stdout.write(`${jsonText({ schemaVersion: 1, ...json })}\n`);
  else if (text !== '') environment.stdout.write(`${text}\n`);
  if (isTalking) for (const note of notes) environment.stderr.write(`${note}\n`);
  const code = refused ? fail(refused, argv, environment, messages) : exit;
  if (isTalking) for (const line of closing) environment.stderr.write(`${line}\n`);
  return code;
}

function fail(
  thrown: unknown,
  argv: readonly string[],
  environment: Environment,
  messages: Messages,
): number {
  const debug = argv.includes('--debug');
  const refused =
    thrown instanceof Refusal
      ? thrown
      : refusal('no', {
          code: 'bug',
          message: debug ? String(thrown) : thrown instanceof Error ? thrown.name : typeof thrown,
        });
  const errors = refused.findings;
  if (argv.includes('--json')) {
    const [first, ...others] = errors.map((finding) => {
      const { severity: _severity, ...rest } = findingJson(messages, finding);
      return rest;
    });
    const error = others.length > 0 ? { ...first, others } : first;
    environment.stderr.write(`${jsonText({ error })}\n`);
  } else {
    const shown = errors.slice(0, 100).map((finding) => findingText(messages, finding));
    if (errors.length > shown.length) shown.push(messages.list.more(errors.length - shown.length));
    environment.stderr.write(`${shown.join('\n')}\n`);
  }
  if (debug && thrown instanceof Error) environment.stderr.write(`${thrown.stack ?? ''}\n`);
  return thrown instanceof Refusal ? EXIT_CODES[thrown.kind] : BUG;
}

function optionIn(argv: readonly string[], name: string): string | undefined {
  const joined = argv.find((argument) => argument.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const index = argv.indexOf(name);
  return index === -1 ? undefined : argv[index + 1];
}
