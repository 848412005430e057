import { describe, expect, test } from 'vitest';
import { GLOBAL_OPTIONS } from '../../src/cli/globals.ts';
import { commandsFor } from '../../src/cli/commands.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { sandbox } from '../support/sandbox.ts';
import { expectRefused } from './workspaces.ts';

const COMMANDS = commandsFor(KINDS);

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
      for (const { path, summary } of COMMANDS) {
        expect(ran.stdout).toContain(`  ${path.join(' ')} `);
        expect(ran.stdout).toContain(summary.en);
      }
    },
  );

  test('and in Chinese', async () => {
    const ran = await (await sandbox()).run([], { locale: 'zh-CN' });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^法官进综治中心工作台账\n\n {2}ledger visit add {21}登记一次走访\n/u);
    for (const { summary } of COMMANDS) expect(ran.stdout).toContain(summary.zh);
  });

  test('a first word alone shows its commands', async () => {
    const ran = await (await sandbox()).run(['template']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout.trimEnd().split('\n')).toHaveLength(4);
  });
});

describe.each(COMMANDS.map((entry) => [entry.path.join(' '), entry] as const))(
  '%s --help',
  (_name, entry) => {
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
  },
);

/** Examples that make or replace something elsewhere, or ask. */
const NOT_RUN = /^(init|visit add --judge li-min$|template check templates)/;

test.each(COMMANDS.flatMap(({ command }) => command.examples).filter((example) => !NOT_RUN.test(example)))(
  'the example “ledger %s” runs in the sample',
  async (example) => {
    const box = await sandbox('sample');
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
      topics: [{ name: 'start' }, { name: 'visit' }, {}, {}, {}, {}, {}, {}, {}],
    });
    const one = await box.run(['help', 'visit', '--json']);
    expect(one.json()).toMatchObject({ schemaVersion: 1, topic: 'visit' });
  });

  test('an unknown topic is refused', async () => {
    const topics = [
      'start',
      'visit',
      'quota',
      'consolidate',
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
