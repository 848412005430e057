import type { Refusal } from '../domain/problem.ts';
import type { Words } from '../domain/words.ts';
import type { Context } from './context.ts';
import type { Given } from './given.ts';

/** An option of a command, as data: the parser, the help and the manual are made from it. */
export interface OptionSpec {
  /** Without dashes, in kebab-case: `litigation-notice`. */
  readonly name: string;
  readonly short?: string;
  /** The name of its value in the help; an option without one is a switch. */
  readonly value?: Words;
  /**
   * The value may be left out: the bare option means yes. Where words may follow, a value stands behind `=`, or is one that
   * this takes for a value: `edit --complex 7kq2` names an entry.
   */
  readonly bare?: true | ((word: string) => boolean);
  readonly help: Words;
}

/** A word behind the command. */
export interface ArgumentSpec {
  readonly name: Words;
  readonly many?: boolean;
  readonly optional?: boolean;
}

/** What a command answers: the same facts once as JSON and once as text; the program prints the one that was asked for. */
export interface Answer {
  /** Without `schemaVersion`, which the program adds. */
  readonly json: Readonly<Record<string, unknown>>;
  /** To stdout, as a line or lines. */
  readonly text: string;
  /** The text is a whole document: no line break is put behind it. */
  readonly isExact?: boolean;
  /** To stderr, unless quiet or as JSON. */
  readonly notes?: readonly string[];
  /** 0 unless said. */
  readonly exit?: number;
  /** What kept the command from its work although it has an answer: told behind the notes as every refusal is, with its exit code. */
  readonly refusal?: Refusal;
  /** To stderr behind that, unless quiet or as JSON: what to do next. */
  readonly closing?: readonly string[];
}

/** One command: its options, two examples that run, and what it does. */
export interface Command {
  readonly options: readonly OptionSpec[];
  readonly arguments?: readonly ArgumentSpec[];
  /** Lines behind `ledger` that work in the sample. */
  readonly examples: readonly string[];
  run(context: Context, given: Given): Promise<Answer>;
}
