import { describe, expect, test } from 'vitest';
import { flagOf } from '../../src/cli/entry-flags.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { anEntry, flagsFor } from '../support/sound-entries.ts';
import { flags, LEDGER, ownWorkspace, sampleFile, smallWorkspace, VISIT } from './workspaces.ts';

const SECRET = '甲某欠乙某三万元';

describe('what a text says appears in no error', () => {
  test.each([
    ['beside a bad value', ['visit', 'add', ...flags({ '--findings': SECRET, '--town': '太乎镇' })]],
    ['beside an unknown option', ['visit', 'add', ...flags({ '--findings': SECRET }), '--nosuch']],
    ['beside a missing flag', ['visit', 'add', '--findings', SECRET]],
    ['with a control character', ['visit', 'add', ...flags({ '--findings': `${SECRET}\u0000` })]],
    ['that is too long', ['visit', 'add', ...flags({ '--findings': SECRET.repeat(700) })]],
    ['with a line break', ['visit', 'add', ...VISIT, '--met', `${SECRET}\n${SECRET}`]],
    ['without its quotes', ['visit', 'add', ...flags({ '--findings': '起因' }), SECRET]],
    ['that looks like an option', ['visit', 'add', ...flags({ '--findings': '起因' }), `-${SECRET}`]],
    ['under a misspelt command', ['visit', 'ad', ...flags({ '--findings': SECRET })]],
    ['of an edit', ['visit', 'edit', 'nosuch', '--findings', SECRET]],
    ['of an edit with a bad value', ['visit', 'edit', '7kq2', '--findings', SECRET, '--date', '24-7-3']],
  ])('%s', async (_name, argv) => {
    for (const mode of [[], ['--json'], ['--debug'], ['--lang', 'zh']]) {
      const box = await ownWorkspace();
      const ran = await box.run([...mode, ...argv]);
      expect(ran.code).toBe(2);
      expect(ran.stdout).toBe('');
      expect(ran.stderr).not.toBe('');
      expect(ran.stderr).not.toContain(SECRET.slice(1, 5));
    }
  });

  test.each([
    ['a value of the wrong sort', (good: string) => good.replace('"form": "visit"', `"form": "${SECRET}"`)],
    ['a text without its quotes', (good: string) => good.replace('"马山社区"', SECRET)],
    ['a text without its end', (good: string) => good.replace('"马山社区"', `"${SECRET}`)],
    ['a bad day', (good: string) => good.replace('"2024-07-03"', `"${SECRET}"`)],
    ['a text cut off', (good: string) => `${good.slice(0, 500)}"${SECRET}`],
  ])('nor in those about a file: %s', async (_name, damage) => {
    for (const mode of [[], ['--json'], ['--debug'], ['--lang', 'zh']]) {
      const box = await ownWorkspace();
      await box.write(LEDGER, damage(await sampleFile(LEDGER)));
      const ran = await box.run([...mode, 'visit', 'list']);
      expect(ran.code).toBe(3);
      expect(ran.stderr).not.toContain(SECRET.slice(1, 5));
    }
  });

  test('nor in a warning about it', async () => {
    const box = await ownWorkspace();
    const ran = await box.run(['visit', 'add', ...flags({ '--findings': `${SECRET}，电话13800138000` })]);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain('looks like a telephone number');
    expect(ran.stderr).not.toMatch(/甲某|13800138000/u);
  });
});

const PERSONAL = KINDS.flatMap((kind) =>
  kind.fields
    .filter(({ personal }) => personal === true)
    .map((field) => ({ kind, field, name: `${kind.id} --${flagOf(field)}` })),
);

describe.each(PERSONAL)('$name', ({ kind, field }) => {
  const { key } = field;
  // A reply needs its result, and so on: what else there is does not matter here.
  const rest = flagsFor(anEntry(kind.id, { [key]: undefined }));
  const add = (text: string): readonly string[] => [kind.id, 'add', ...rest, `--${flagOf(field)}=${text}`];

  test.each([
    ['with a control character', `${SECRET}\u0000`],
    ['that is too long', SECRET.repeat(700)],
    ['beside a bad value', SECRET, '--town', '太乎镇'],
    ['beside an unknown flag', SECRET, '--nosuch'],
  ])('is not repeated %s', async (_name, text, ...more) => {
    for (const mode of [['--json'], ['--debug', '--lang', 'zh']]) {
      const ran = await (await smallWorkspace()).run([...add(text), ...more, ...mode]);
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).not.toContain(SECRET.slice(1, 5));
    }
  });

  test('is not repeated in a file’s errors, nor in the doubts about it', async () => {
    const told = `${SECRET}，卡号6222021234567890`;
    const other = { ...anEntry(kind.id, { [key]: `${told}己` }).values };
    const written = { ...anEntry(kind.id, { [key]: `${told}已` }).values };
    const box = await smallWorkspace([
      { id: 'the-first', kind: kind.id, ...other },
      { id: 'the-second', kind: kind.id, ...written },
    ]);
    const checked = await box.run(['check', '--lang', 'zh']);
    expect(checked.stdout).toContain('16位数字，像是银行卡号');
    expect(checked.stdout).not.toContain(SECRET.slice(1, 5));
    expect(checked.stdout).not.toContain('6222021234567890');
    const ledger = await box.read(LEDGER);
    await box.write(LEDGER, ledger.replace(`"${key}":"${told}己"`, `"${key}":["${told}"]`));
    const ran = await box.run([kind.id, 'list', '--lang', 'zh']);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toContain(`“${key}”的值不对，这里是列表`);
    expect(ran.stderr).not.toContain(SECRET.slice(1, 5));
  });
});

test('two that differ by a look-alike character are told by their entry', async () => {
  const names = PERSONAL.filter(({ field: { type } }) => type.offer.type === 'text' && type.offer.name);
  expect(names).not.toHaveLength(0);
  for (const { kind, field } of names) {
    const box = await smallWorkspace([
      { id: 'the-first', kind: kind.id, ...anEntry(kind.id, { [field.key]: `${SECRET}己` }).values },
      { id: 'the-second', kind: kind.id, ...anEntry(kind.id, { [field.key]: `${SECRET}已` }).values },
    ]);
    const { stdout } = await box.run(['check', '--lang', 'zh']);
    expect(stdout).toContain(`“${field.label.zh}”与登记 the-first 的只差形近的字`);
    expect(stdout).not.toContain(SECRET.slice(1, 5));
  }
});
