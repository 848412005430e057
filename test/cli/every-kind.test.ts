import { describe, expect, test } from 'vitest';
import { kindOf, type Kind } from '../../src/domain/kinds/kind.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import type { Language } from '../../src/domain/words.ts';
import type { Ran, Sandbox } from '../support/sandbox.ts';
import { STORIES, type Story } from './every-kind.ts';
import { inside, LEDGER, smallWorkspace } from './workspaces.ts';

const LANGUAGES: readonly Language[] = ['zh', 'en'];
const CASES = STORIES.flatMap((story) => LANGUAGES.map((language) => ({ ...story, language })));

test('there is a story of every kind, in their order', () => {
  expect(STORIES.map(({ kind }) => kind)).toEqual(KINDS.map(({ id }) => id));
});

describe.each(CASES)('$kind in $language', ({ language, ...story }) => {
  const kind = kindOf(KINDS, story.kind);

  test('is added, edited, shown, listed, removed and restored as the transcript says', async () => {
    const told = await tell(await smallWorkspace(), kind, story, language);
    await expect(told).toMatchFileSnapshot(`transcripts/${kind.id}.${language}.txt`);
  });

  test('says what it did', async () => {
    const box = await smallWorkspace();
    const run = (...argv: readonly string[]): Promise<Ran> => box.run([kind.id, ...argv, '--lang', language]);
    const headline = story.headline[language];
    const [flag, value, label] = story.edit;
    const reason = ['--reason', '核对原始记录'];
    const added = await run('add', ...story.flags);
    expect(added).toMatchObject({ code: 0, stderr: '' });
    const said = [
      (await run('edit', '0001', flag, value, ...reason)).stdout,
      (await run('remove', '0001', ...reason)).stdout.split(/(?:。|\. )/u)[0],
      (await run('restore', '0001')).stdout,
    ];
    if (language === 'zh') {
      expect(added.stdout).toMatch(
        new RegExp(`^已保存：\\d+月\\d+日${escaped(headline)}（编号 0001）。`, 'u'),
      );
      expect(said).toEqual([
        `已修改：${headline}（${label.zh}）。\n`,
        `已删除：${headline}`,
        `已恢复：${headline}。\n`,
      ]);
    } else {
      expect(added.stdout).toMatch(
        new RegExp(`^Saved: ${escaped(headline)}, \\d+ \\w+ \\(id 0001\\)\\.`, 'u'),
      );
      expect(said).toEqual([
        `Changed: ${headline} (${label.en}).\n`,
        `Removed: ${headline}`,
        `Restored: ${headline}.\n`,
      ]);
    }
  });
});

/** Everything from adding to restoring, as a person sees it who types and answers. */
async function tell(box: Sandbox, kind: Kind, story: Story, language: Language): Promise<string> {
  const lines: string[] = [];
  const run = async (argv: readonly string[], answers?: readonly string[]): Promise<Ran> => {
    const ran = await box.run([kind.id, ...argv, '--lang', language], answers ? { answers } : {});
    const asked = ran.asked.map(({ message }, index) => `? ${message}: ${answers?.[index] ?? ''}`.trimEnd());
    lines.push(
      ['$ ledger', kind.id, ...argv.map(quoted)].join(' '),
      ...asked,
      ...`${ran.stderr}${ran.stdout}`.split('\n').filter((line) => line !== ''),
      ...(ran.code === 0 ? [''] : [`(${String(ran.code)})`, '']),
    );
    return ran;
  };
  const [flag, value] = story.edit;
  const answers = story.answers.map((answer) => (language === 'zh' ? answer : inEnglish(kind, answer)));
  await run(['add', ...story.flags]);
  await run(['add'], [...answers, 'save']);
  const ledger: unknown = JSON.parse(await box.read(LEDGER));
  const [one, other] = [0, 1].map((index) => String(inside(ledger, 'entries', index, 'id')));
  if (one === undefined || other === undefined) throw new Error('two entries were to be added');
  await run(['edit', one, flag, value, '--reason', '核对原始记录']);
  await run(['show', one]);
  await run(['list']);
  await run(['remove', other, '--reason', '重复登记']);
  await run(['list', '--removed']);
  await run(['restore', other]);
  return `${lines.join('\n').trimEnd()}\n`;
}

/** An answer that is a label of a choice, in English; any other stays as it is. */
function inEnglish(kind: Kind, answer: string): string {
  const labels = new Map([['是', 'yes'], ['否', 'no'], ...choicesOf(kind)]);
  const parts = answer.split('、');
  return parts.every((part) => labels.has(part))
    ? parts.map((part) => labels.get(part) ?? part).join('、')
    : answer;
}

function choicesOf(kind: Kind): readonly [string, string][] {
  return kind.fields.flatMap(({ type: { offer } }) =>
    offer.type === 'choice' || offer.type === 'several'
      ? offer.choices.map(({ label }): [string, string] => [label.zh, label.en])
      : [],
  );
}

function quoted(word: string): string {
  return word === '' || word.includes(' ') ? `"${word}"` : word;
}

function escaped(text: string): string {
  return text.replace(/[().]/gu, '\\$&');
}
