import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';

import { terminalQuestions } from '../../src/cli/prompts.ts';

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
