import type { Option, Questions } from '../environment.ts';
import { show, spelledIn, spellOut } from './render/show.ts';

/**
 * Questions in which every text of a file is shown as a terminal may show it, and answered with the values that were offered.
 * A line that is edited has its invisible characters spelled out, for as typed keys they would do something.
 */
export function shownQuestions(questions: Questions): Questions {
  return {
    text: async ({ message, initial, usual, validate }) => {
      const meant = (typed: string): string => (initial === undefined ? typed : spelledIn(typed, initial));
      const answer = await questions.text({
        message: lines(message),
        ...(initial === undefined ? {} : { initial: spellOut(initial) }),
        ...(usual === undefined ? {} : { usual: show(usual) }),
        validate: (typed) => {
          const problem = validate(meant(typed));
          return problem === undefined ? undefined : lines(problem);
        },
      });
      return meant(answer);
    },
    confirm: (question) => questions.confirm({ ...question, message: lines(question.message) }),
    choose: (question) =>
      questions.choose({
        ...question,
        message: lines(question.message),
        options: question.options.map(shownOption),
      }),
    chooseSome: (question) =>
      questions.chooseSome({
        ...question,
        message: lines(question.message),
        options: question.options.map(shownOption),
      }),
    search: ({ message, options }) =>
      questions.search({ message: lines(message), options: (typed) => options(typed).map(shownOption) }),
  };
}

function lines(text: string): string {
  return show(text, { oneLine: false });
}

function shownOption({ value, name }: Option): Option {
  return { value, name: show(name) };
}
