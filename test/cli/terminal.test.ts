import { describe, expect, test } from 'vitest';
import type { OptionSpec } from '../../src/cli/command.ts';
import { commandsFor, type CommandEntry } from '../../src/cli/commands.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import type { World } from '../support/environment.ts';
import type { Ran, Sandbox } from '../support/sandbox.ts';
import { ATTACK, OBEYED } from '../support/terminal-attacks.ts';
import { BROKEN, HOSTILE_FILE, hostileWorkspace } from './hostile-workspaces.ts';
import { inside } from './workspaces.ts';

const COMMANDS = commandsFor(KINDS);
const NAMED = COMMANDS.map((entry) => ({ entry, name: entry.path.join(' ') }));
const MODES = [
  ['--lang', 'zh'],
  ['--lang', 'en', '--json'],
  ['--lang', 'en'],
  ['--lang', 'zh', '--json'],
] as const;

/** Runs a command as on a screen: nothing may reach it that it obeys or hides, and JSON is JSON. */
async function runSafely(box: Sandbox, argv: readonly string[], world: Partial<World> = {}): Promise<Ran> {
  const ran = await box.run(argv, { screen: { colorLevel: 0 }, ...world });
  const name = JSON.stringify(argv);
  expect(OBEYED.exec(ran.stdout), `${name}: ${JSON.stringify(ran.stdout)}`).toBeNull();
  expect(OBEYED.exec(ran.stderr), `${name}: ${JSON.stringify(ran.stderr)}`).toBeNull();
  expect(ran.code, `${name}: ${ran.stderr}`).not.toBe(8);
  // Help is text, whatever else is asked for.
  if (argv.includes('--json') && !argv.includes('--help'))
    for (const text of [ran.stdout, ran.stderr]) if (text !== '') JSON.parse(text);
  return ran;
}

/** Words that a command can do something with, and an attack in their place. */
function wordsFor({ path }: CommandEntry, takes: boolean, needs: boolean): readonly (readonly string[])[] {
  const kind = path[0] ?? '';
  const id = path[1] === 'restore' ? `${kind}-gone` : `${kind}-here`;
  return [...(needs ? [] : [[]]), ...(takes ? [[id], ['visit-here'], [HOSTILE_FILE], [ATTACK]] : [])];
}

/** What some commands do nothing without. */
function needed(options: readonly OptionSpec[]): readonly string[] {
  const has = (wanted: string): boolean => options.some(({ name }) => name === wanted);
  return [...(has('reason') ? ['--reason', ATTACK] : []), ...(has('quarter') ? ['--quarter', '2024Q3'] : [])];
}

/** Of a kind's flags, which are all read in one run, all at once; of any other command one at a time. */
function optionsFor({ path }: CommandEntry, options: readonly OptionSpec[]): readonly (readonly string[])[] {
  const attacks = options.filter(({ value }) => value !== undefined).map(({ name }) => `--${name}=${ATTACK}`);
  const isOfKind = KINDS.some(({ id }) => id === path[0]);
  return isOfKind ? [attacks] : attacks.map((attack) => [attack]);
}

describe('a workspace in which every text attacks the terminal', () => {
  test.each(NAMED)('does nothing to it by `$name`', async ({ entry }) => {
    const command = await entry.load();
    const specs = command.arguments ?? [];
    const words = wordsFor(
      entry,
      specs.length > 0,
      specs.some(({ optional }) => optional !== true),
    );
    const box = await hostileWorkspace();
    const [sound = [], ...others] = words;
    for (const mode of MODES) await runSafely(box, [...mode, ...entry.path, ...sound]);
    const more = needed(command.options);
    for (const mode of MODES.slice(0, 2)) {
      if (more.length > 0) await runSafely(box, [...mode, ...entry.path, ...sound, ...more]);
      for (const some of others) await runSafely(box, [...mode, ...entry.path, ...some]);
      for (const options of optionsFor(entry, command.options))
        await runSafely(box, [...mode, ...entry.path, ...sound, ...options]);
      await runSafely(box, [...mode, ...entry.path, `--${ATTACK}`, `-${ATTACK}`]);
    }
  });

  test.each(BROKEN)('nor where it can’t be read: %s', async (_, file, content) => {
    const box = await hostileWorkspace();
    await box.write(file, JSON.stringify(content(ATTACK)));
    const read = NAMED.filter(
      ({ entry: { path, family } }) =>
        path[0] === 'visit' || path[0] === 'backup' || path[0] === 'roster' || !family,
    );
    for (const [index, { entry }] of read.entries()) {
      const command = await entry.load();
      const words = (command.arguments ?? []).some(({ optional }) => optional !== true) ? [HOSTILE_FILE] : [];
      await runSafely(box, [...(MODES[index % 4] ?? []), ...entry.path, ...words]);
    }
    for (const mode of MODES) await runSafely(box, ['check', ...mode]);
  });

  test('nor do a lock, a variable, a name of the machine or a stray word', async () => {
    const box = await hostileWorkspace();
    const holder = { id: 'x', pid: 7, host: ATTACK, machineId: ATTACK, startedAt: ATTACK, command: ATTACK };
    await box.write('ledgers/.li-min.lock', JSON.stringify(holder));
    const held = await Promise.all(
      MODES.slice(0, 2).map((mode) =>
        runSafely(box, ['visit', 'remove', 'visit-here', '--reason', ATTACK, '--judge', 'li-min', ...mode]),
      ),
    );
    expect(held.map(({ code }) => code)).toEqual([5, 5]);
    for (const mode of MODES) {
      for (const name of ['LEDGER_JUDGE', 'LEDGER_HOME', 'LEDGER_TODAY', 'LEDGER_LANG'])
        await runSafely(box, ['visit', 'list', ...mode], { variables: { [name]: ATTACK }, locale: ATTACK });
      for (const argv of [[ATTACK], ['visit', ATTACK], ['help', ATTACK], ['--help', ATTACK]])
        await runSafely(box, [...mode, ...argv]);
    }
  });
});

test('JSON that is escaped says what the file says', async () => {
  const box = await hostileWorkspace();
  const ran = await runSafely(box, ['visit', 'show', 'visit-here', '--json', '--judge', 'li-min']);
  expect(inside(ran.json(), 'entry', 'findings')).toBe(ATTACK);
  const exported = await runSafely(box, [
    'export',
    '--format',
    'ndjson',
    '--kind',
    'visit',
    '--judge',
    'li-min',
  ]);
  expect(inside(JSON.parse(exported.stdout.split('\n')[0] ?? ''), 'entry', 'findings')).toBe(ATTACK);
});
