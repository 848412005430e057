import type { Environment, Output } from '../environment.ts';
import { show } from './render/show.ts';
import { shownQuestions } from './shown-questions.ts';

/** Where text leaves the program for a terminal: nothing gets past it that a terminal obeys or hides. */
export interface Border {
  /** The environment whose outputs and questions make every such character visible; all that commands ever see. */
  readonly environment: Environment;
  /** A control sequence of the program's own, such as a colour, in the form that the border lets through. */
  readonly own: (sequence: string) => string;
}

/**
 * Draws the border around an environment. It need not be remembered where something is printed, and can't be forgotten. The
 * program's own sequences bear a mark that is drawn by chance for each run, which no text of a file can know.
 */
export function borderOf(environment: Environment): Border {
  let mark: string | undefined;
  const pass = (text: string): string =>
    mark === undefined
      ? show(text, { oneLine: false })
      : text
          .split(`${ESCAPE}${mark}`)
          .map((part) => show(part, { oneLine: false }))
          .join(ESCAPE);
  return {
    environment: {
      ...environment,
      stdout: shownOutput(environment.stdout, pass),
      stderr: shownOutput(environment.stderr, pass),
      questions: async (language) => shownQuestions(await environment.questions(language)),
    },
    own: (sequence) => {
      mark ??= environment.random(MARK_LENGTH);
      return sequence.replaceAll(ESCAPE, `${ESCAPE}${mark}`);
    },
  };
}

const ESCAPE = '\u001b';
const MARK_LENGTH = 16;

/** The output itself is asked for what it can show only when somebody wants to know, which costs time. */
function shownOutput(output: Output, pass: (text: string) => string): Output {
  return {
    isTerminal: output.isTerminal,
    get columns() {
      return output.columns;
    },
    get colorLevel() {
      return output.colorLevel;
    },
    write: (text) => {
      output.write(pass(text));
    },
  };
}
