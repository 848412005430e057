import { describe, expect, test } from 'vitest';
import { GLOBAL_OPTIONS } from '../../src/cli/globals.ts';
import { commandsFor } from '../../src/cli/commands.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { displayWidth } from '../../src/cli/render/width.ts';
import type { Language } from '../../src/domain/words.ts';
import { sandbox } from '../support/sandbox.ts';
import { expectRefused, VISIT } from './workspaces.ts';

const COMMANDS = commandsFor(KINDS);

/** Every command stands in the overview: in a line of its own, or as a verb in the line of its family. */
function expectOverview(text: string, language: Language): void {
  for (const { path, summary, family } of COMMANDS) {
    const [word = '', verb = ''] = path;
    const said = family
      ? `${word} +${family[language]} .*\\b${verb}\\b`
      : `${path.join(' ')} +${summary[language]}`;
    expect(text, path.join(' ')).toMatch(new RegExp(`^.* {2}${said.replace(/[()?]/g, '\\$&')}`, 'mu'));
  }
}

describe('ledger alone', () => {
  test.each([[[]], [['--help']], [['-h']]])(
    '%j shows two examples and all commands, in English',
    async (argv) => {
      const ran = await (await sandbox()).run(argv);
      expect(ran).toMatchObject({ code: 0, stderr: '' });
      expect(ran.stdout).toMatch(
        /^Ledgers of the judges in the grassroots governance centres\n\n {2}ledger visit add /,
      );
      expect(ran.stdout).toContain('  ledger consolidate --quarter last ');
      expectOverview(ran.stdout, 'en');
    },
  );

  test('and in Chinese', async () => {
    const ran = await (await sandbox()).run([], { locale: 'zh-CN' });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^法官进综治中心工作台账\n\n {2}ledger visit add {21}登记一次走访\n/u);
    expectOverview(ran.stdout, 'zh');
    expect(ran.stdout).toContain(
      '\n  visit         走访座谈        add list show edit remove restore report\n',
    );
  });

  test('it fits on the screens of offices', async () => {
    for (const lang of ['en', 'zh']) {
      const lines = (await (await sandbox()).run(['--lang', lang])).stdout.trimEnd().split('\n');
      expect(lines.length).toBeLessThanOrEqual(50);
      for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(96);
    }
  });

  test('the word of a ledger alone shows what can be done with it', async () => {
    const ran = await (await sandbox()).run(['dispute', '--lang', 'zh']);
    expect(ran.stdout).toMatch(/^ {2}dispute add +登记一条矛盾纠纷\n/u);
    expect(ran.stdout.trimEnd().split('\n')).toHaveLength(6);
  });

  test('a first word alone shows its commands', async () => {
    const ran = await (await sandbox()).run(['template']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout.trimEnd().split('\n')).toHaveLength(4);
  });
});

const LOADED = await Promise.all(COMMANDS.map(async (entry) => ({ ...entry, command: await entry.load() })));

describe.each(LOADED.map((entry) => [entry.path.join(' '), entry] as const))('%s --help', (_name, entry) => {
  test.each(['en', 'zh'] as const)('names every option and global option (%s)', async (language) => {
    const ran = await (await sandbox()).run([...entry.path, '--help', '--lang', language]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout.startsWith(`${entry.summary[language]}\n`)).toBe(true);
    for (const option of [...entry.command.options, ...GLOBAL_OPTIONS]) {
      expect(ran.stdout).toContain(`--${option.name}`);
      expect(ran.stdout).toContain(option.help[language]);
    }
    for (const example of entry.command.examples) expect(ran.stdout).toContain(`  ledger ${example}\n`);
  });

  test('no option of its own is named like a global one', () => {
    const globals = GLOBAL_OPTIONS.flatMap(({ name, short }) => [name, short]).filter(Boolean);
    for (const { name, short } of entry.command.options) {
      expect(globals).not.toContain(name);
      if (short !== undefined) expect(globals).not.toContain(short);
    }
  });
});

/** Examples that make or replace something elsewhere, or ask. */
const NOT_RUN = /^(init|\w+ add --judge li-min$|template check templates)/;

test.each(LOADED.flatMap(({ command }) => command.examples).filter((example) => !NOT_RUN.test(example)))(
  'the example “ledger %s” runs in the sample',
  async (example) => {
    const box = await sandbox('sample');
    // What is redone was undone before.
    if (example.startsWith('redo ')) await box.run(['undo', '--judge', 'li-min']);
    // What is imported is a form that was made before.
    if (example.startsWith('import ')) await box.run(['form', 'visit', '-o', '走访填报表.xlsx']);
    // What is received was handed in before.
    if (example.startsWith('receive '))
      await box.run(['submit', '--judge', 'li-min', '--quarter', '2024Q3', '--today', '2024-09-18', '--yes']);
    // What is brought back was replaced before.
    if (example.startsWith('backup restore ')) await box.run(['visit', 'add', '--judge', 'li-min', ...VISIT]);
    const words = [...example.matchAll(/"([^"]*)"|(\S+)/gu)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    );
    const ran = await box.run([...words, '--today', '2025-07-01']);
    expect(ran.stderr).not.toMatch(/^error/m);
    expect(ran.code).toBe(words.includes('--strict') && words[0] === 'quota' ? 1 : 0);
    expect(ran.stdout).not.toMatch(/^No entry fits/);
  },
);

describe('ledger help', () => {
  test('lists the topics under each other', async () => {
    const ran = await (await sandbox()).run(['help', '--lang', 'zh']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/\n使用说明的主题（ledger help 主题）：\n {2}start {8}开始使用\n/u);
  });

  test('prints a topic, by its word or its title', async () => {
    const box = await sandbox();
    const byWord = await box.run(['help', 'visit', '--lang', 'zh']);
    expect(byWord.stdout).toMatch(/^登记走访\n\n/u);
    expect(await box.run(['help', '登记走访', '--lang', 'zh'])).toMatchObject({ stdout: byWord.stdout });
    const english = await box.run(['help', 'visit']);
    expect(english.stdout).toMatch(/^Recording visits\n\n/);
  });

  test('as JSON', async () => {
    const box = await sandbox();
    const all = await box.run(['help', '--json']);
    expect(all.json()).toMatchObject({
      schemaVersion: 1,
      topics: [{ name: 'start' }, { name: 'visit' }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}],
    });
    const one = await box.run(['help', 'visit', '--json']);
    expect(one.json()).toMatchObject({ schemaVersion: 1, topic: 'visit' });
  });

  test('an unknown topic is refused', async () => {
    const topics = [
      'start',
      'visit',
      'form',
      'import',
      'quota',
      'agenda',
      'report',
      'consolidate',
      'bulletin',
      'masked',
      'export',
      'template',
      'roster',
      'files',
      'dates',
      'codes',
    ];
    await expectRefused(await sandbox(), ['help', 'nosuch'], {
      code: 2,
      en: `The manual has no topic “nosuch”. The topics are: ${topics.join(', ')}.`,
      zh: `没有“nosuch”这个主题。可选：${topics.join('、')}。`,
    });
  });
});
