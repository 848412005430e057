/** Somewhere to write text to, and what it can show. */
export interface Output {
  readonly isTerminal: boolean;
  /** Columns of the terminal; 80 elsewhere. */
  readonly columns: number;
  /** 0 no colour, 1 sixteen, 2 256, 3 all: what NO_COLOR, FORCE_COLOR, TERM and the terminal allow. */
  readonly colorLevel: 0 | 1 | 2 | 3;
  write(text: string): void;
}

/** One of the values that a question offers. */
export interface Option {
  readonly value: string;
  readonly name: string;
}

/** Questions to the person at the terminal. Each rejects with a `declined` refusal on Ctrl-C. */
export interface Questions {
  /** Free text; `validate` answers with what is wrong, or undefined. */
  text(question: {
    readonly message: string;
    readonly initial?: string;
    /** Shown beside the question: what an empty answer means. */
    readonly usual?: string;
    readonly validate: (typed: string) => string | undefined;
  }): Promise<string>;
  /** Yes or no, typed as a word or a letter; an empty line is `usual`. Anything else is asked again. */
  confirm(question: { readonly message: string; readonly usual: boolean }): Promise<boolean>;
  /** One of a few values. */
  choose(question: {
    readonly message: string;
    readonly options: readonly Option[];
    readonly initial?: string;
  }): Promise<string>;
  /** Some of a few values; `least` is what to say where none is chosen and one must be. */
  chooseSome(question: {
    readonly message: string;
    readonly options: readonly Option[];
    readonly initial: readonly string[];
    readonly least?: string;
  }): Promise<readonly string[]>;
  /** One of many values, narrowed by typing; what is typed may itself be a value. */
  search(question: {
    readonly message: string;
    /** The values to show for what is typed so far, best first. */
    readonly options: (typed: string) => readonly Option[];
  }): Promise<string>;
}

/** Everything of the world that the program may touch but the disk. A test replaces this and nothing else. */
export interface Environment {
  readonly cwd: string;
  readonly userHome: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The language tag of the machine, such as `zh-CN`. */
  readonly locale: string;
  /** The folder the program lies in, with `templates` and `fixtures`. */
  readonly programFolder: string;
  /** The user's own folder for what the program keeps on this machine; it need not be there. */
  readonly settingsFolder: string;
  readonly process: {
    readonly pid: number;
    /** The version of Node, such as `v20.19.0`. */
    readonly version: string;
    readonly host: string;
    isAlive(pid: number): boolean;
  };
  readonly stdinIsTerminal: boolean;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly questions: (language: 'zh' | 'en') => Promise<Questions>;
  now(): Date;
  /** So many random lower-case letters and digits. */
  random(length: number): string;
  /** Runs work that must not be torn by Ctrl-C; rejects with a `declined` refusal after it, if Ctrl-C was pressed. */
  uninterrupted<Result>(work: () => Promise<Result>): Promise<Result>;
}
