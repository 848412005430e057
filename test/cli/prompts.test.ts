import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';

import { terminalQuestions } from '../../src/cli/prompts.ts';

/** The answer to a question of yes or no at which `keys` are typed, and what was shown. */
async function confirmed(keys: string, usual: boolean, more = ''): Promise<readonly [boolean, string]> {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.on('data', (chunk: Buffer) => (shown += chunk.toString()));
  const questions = await terminalQuestions('zh', input, output);
  const asked = questions.confirm({ message: '确定吗？', usual });
  setTimeout(() => input.write(keys), 50);
  if (more !== '') setTimeout(() => input.write(more), 300);
  return [await asked, shown];
}

/** The answer to a question about a day at whose start `keys` are typed. */
async function answerTo(keys: string, offered: { readonly initial?: string; readonly usual?: string }) {
  const input = new PassThrough();
  const output = new PassThrough();
  output.resume();
  const questions = await terminalQuestions('zh', input, output);
  const asked = questions.text({ message: '走访日期', ...offered, validate: () => undefined });
  setTimeout(() => input.write(keys), 50);
  return asked;
}

test.each([
  ['a usual answer is taken by an empty line', '\r', { usual: '2024-09-18' }, '2024-09-18'],
  ['a usual answer gives way to what is typed', '9月12日\r', { usual: '2024-09-18' }, '9月12日'],
  ['what was written before is edited', '9\r', { initial: '2024-09-1' }, '2024-09-19'],
])('%s', async (_, keys, offered, answer) => {
  expect(await answerTo(keys, offered)).toBe(answer);
});

test.each([
  ['n\r', true, false],
  ['N\r', true, false],
  ['否\r', true, false],
  ['y\r', false, true],
  ['是\r', false, true],
  ['\r', true, true],
  ['\r', false, false],
])('%j, where an empty line means %s, is %s', async (keys, usual, answer) => {
  expect((await confirmed(keys, usual))[0]).toBe(answer);
});

test('what is neither yes nor no is asked again', async () => {
  const [answer, shown] = await confirmed('x\r', true, '\u007Fn\r');
  expect([answer, shown]).toEqual([false, expect.stringContaining('请输入 是 或 否（y 或 n）')]);
});
