import { describe, expect, test } from 'vitest';
import { flags, LEDGER, ownWorkspace, sampleFile, VISIT } from './workspaces.ts';

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
