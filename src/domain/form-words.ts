import type { FieldCondition } from './field-conditions.ts';
import type { Field } from './kinds/kind.ts';

/** What a spreadsheet program says in a box of its own. */
export interface BoxWords {
  readonly title: string;
  readonly text: string;
}

/** The words of the blank forms beside heads, labels and hints. The forms are Chinese whatever the screen speaks. */
export interface FormWords {
  /** 内部资料　注意保管, in the corner of every page. */
  readonly confidential: string;
  title(court: string, ledger: string): string;
  /** The line above the heads: how to fill in the form, and the hints of its fields. */
  guidance(hints: readonly { readonly head: string; readonly hint: string }[]): string;
  /** The footer of a page, with the codes that a spreadsheet program puts numbers in for. */
  footer(page: string, pages: string): string;
  /** The hidden sheet that the drop-downs read, and the heads of its columns. */
  readonly lists: {
    readonly sheet: string;
    readonly towns: string;
    readonly firstVillage: string;
    readonly villages: string;
    readonly village: string;
    readonly judges: string;
  };
  readonly yesOrNo: readonly [yes: string, no: string];
  readonly required: string;
  requiredWhere(conditions: string): string;
  onlyWhere(conditions: string): string;
  conditions(conditions: readonly FieldCondition[]): string;
  /** How a value of the field is written, with an example. */
  how(field: Field): string;
  /** What to say where a value of the field can't be right. */
  wrong(field: Field): BoxWords;
  readonly judge: string;
  readonly judgeWrong: BoxWords;
}
