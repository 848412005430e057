import { expect, test } from 'vitest';
import { borderOf } from '../../src/cli/border.ts';
import { colours } from '../../src/cli/render/colours.ts';
import type { Questions } from '../../src/environment.ts';
import { fakeEnvironment } from '../support/environment.ts';
import { ATTACK, OBEYED } from '../support/terminal-attacks.ts';

const world = { cwd: '/', userHome: '/' };

test('only colours of the program’s own get past the border, not those of a text', () => {
  const raw = fakeEnvironment(world);
  const { environment, own } = borderOf(raw);
  const style = colours(1, own);
  environment.stdout.write(`${style.bad('错\u001b[32m误')} \u001b[31m红\u001b[39m\n`);
  expect(raw.written.stdout).toBe('\u001b[31m错<U+001B>[32m误\u001b[39m <U+001B>[31m红<U+001B>[39m\n');
});

test('without colours nothing gets past that a terminal obeys', () => {
  const raw = fakeEnvironment(world);
  borderOf(raw).environment.stderr.write(`${ATTACK}\n`);
  expect(raw.written.stderr).not.toMatch(OBEYED);
});

/** Keeps what it is asked, and answers with what an edited line already has and `more`. */
function listening(more: string): { readonly heard: string[]; readonly questions: Questions } {
  const heard: string[] = [];
  return {
    heard,
    questions: {
      text: ({ message, initial = '', usual = '', validate }) => {
        heard.push(message, initial, usual, validate(`${initial}${more}`) ?? '');
        return Promise.resolve(`${initial}${more}`);
      },
      confirm: ({ message }) => {
        heard.push(message);
        return Promise.resolve(true);
      },
      choose: ({ message, options }) => {
        heard.push(message, ...options.map(({ name }) => name));
        return Promise.resolve(options[0]?.value ?? '');
      },
      chooseSome: ({ message, options }) => {
        heard.push(message, ...options.map(({ name }) => name));
        return Promise.resolve(options.map(({ value }) => value));
      },
      search: ({ message, options }) => {
        heard.push(message, ...options('').map(({ name }) => name));
        return Promise.resolve(options('')[0]?.value ?? '');
      },
    },
  };
}

test('no question says what a terminal obeys, and every answer is the value that was offered', async () => {
  const { heard, questions } = listening('又');
  const raw = { ...fakeEnvironment(world), questions: () => Promise.resolve(questions) };
  const asked = await borderOf(raw).environment.questions('zh');
  const options = [{ value: ATTACK, name: ATTACK }];
  const judged: string[] = [];
  const validate = (typed: string): string => {
    judged.push(typed);
    return ATTACK;
  };
  expect(await asked.text({ message: ATTACK, initial: ATTACK, usual: ATTACK, validate })).toBe(`${ATTACK}又`);
  expect(judged).toEqual([`${ATTACK}又`]);
  expect(await asked.confirm({ message: ATTACK, usual: true })).toBe(true);
  expect(await asked.choose({ message: ATTACK, options })).toBe(ATTACK);
  expect(await asked.chooseSome({ message: ATTACK, options, initial: [] })).toEqual([ATTACK]);
  expect(await asked.search({ message: ATTACK, options: () => options })).toBe(ATTACK);
  expect(heard).toHaveLength(11);
  for (const text of heard) expect(text).not.toMatch(OBEYED);
  // A line that is edited has no second line.
  expect(heard[1]).not.toContain('\n');
});

test('a code point that is typed means itself where the text had no such character', async () => {
  const { questions } = listening('<U+202E>');
  const raw = { ...fakeEnvironment(world), questions: () => Promise.resolve(questions) };
  const asked = await borderOf(raw).environment.questions('zh');
  expect(await asked.text({ message: '', initial: '甲\n', validate: () => undefined })).toBe('甲\n<U+202E>');
});
