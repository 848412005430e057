import inquirer from 'inquirer';
import { saysYesOrNo, yesOrNo } from '../domain/fields/yes-no.ts';
import { refusal } from '../domain/problem.ts';
import type { Language } from '../domain/words.ts';
import type { Questions } from '../environment.ts';
import { messagesFor } from '../messages/languages.ts';

/** Questions on a terminal. They go to stderr, since stdout carries results only; every word of the library's is replaced. */
export async function terminalQuestions(
  language: Language,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<Questions> {
  const { ask } = await messagesFor(language);
  const prompt = inquirer.createPromptModule({ input, output });
  const theme = {
    style: {
      keysHelpTip: (keys: readonly (readonly [string, string])[]) =>
        keys
          .map(([key, action]) => `${key} ${action === 'navigate' ? ask.keys.navigate : ask.keys.select}`)
          .join('  '),
    },
  };
  const someTheme = {
    style: {
      ...theme.style,
      keysHelpTip: () => ask.keys.some,
    },
  };
  return {
    text: async ({ message, initial, usual, ...question }) =>
      answerTo(
        prompt([
          {
            type: 'input',
            name: 'answer',
            message,
            // What was written can be edited; what is only usual gives way to the first key, so that another day is just typed.
            ...(usual === undefined ? {} : { default: usual }),
            ...(initial === undefined ? {} : { default: initial, prefill: 'editable' as const }),
            validate: (typed: string) => question.validate(typed) ?? true,
          },
        ]),
      ),
    confirm: async ({ message, usual }) => {
      const typed: string = await answerTo(
        prompt([
          {
            type: 'input',
            name: 'answer',
            message: ask.confirmed(message),
            default: usual ? ask.yes : ask.no,
            // A letter that chose nothing in a list, followed by Enter, once meant yes.
            validate: (word: string) => saysYesOrNo(word) || ask.yesOrNo,
          },
        ]),
      );
      return yesOrNo(typed) === true;
    },
    choose: async ({ message, options, initial }) =>
      answerTo(
        prompt([
          {
            type: 'select',
            name: 'answer',
            message,
            choices: [...options],
            loop: false,
            pageSize: 16,
            theme,
            ...(initial === undefined ? {} : { default: initial }),
          },
        ]),
      ),
    chooseSome: async ({ message, options, initial, least }) =>
      answerTo<readonly string[]>(
        prompt([
          {
            type: 'checkbox',
            name: 'answer',
            message,
            choices: options.map((option) => ({ ...option, checked: initial.includes(option.value) })),
            loop: false,
            pageSize: 12,
            theme: someTheme,
            validate: (chosen: readonly unknown[]) => chosen.length > 0 || least === undefined || least,
          },
        ]),
      ),
    search: async ({ message, ...question }) =>
      answerTo(
        prompt([
          {
            type: 'search',
            name: 'answer',
            message,
            pageSize: 10,
            theme,
            source: (typed: string | undefined) => [...question.options(typed ?? '')],
          },
        ]),
      ),
  };
}

/** The answer, or a refusal where Ctrl-C ended the question: nothing has been saved then. */
async function answerTo<Answer = string>(asked: Promise<{ readonly answer: Answer }>): Promise<Answer> {
  try {
    const { answer } = await asked;
    return answer;
  } catch (cause) {
    if (cause instanceof Error && (cause.name === 'ExitPromptError' || cause.name === 'AbortPromptError')) {
      throw refusal('declined', { code: 'declined' }, {}, { cause });
    }
    throw cause;
  }
}
