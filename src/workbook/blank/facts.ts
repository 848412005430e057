import type { FormWords } from '../../domain/form-words.ts';
import type { Kind } from '../../domain/kinds/kind.ts';

/** A town as the drop-downs offer it, with the villages that can be chosen once it is typed. */
export interface OfferedTown {
  readonly name: string;
  readonly villages: readonly string[];
}

/** Everything that a workbook of blank forms is made from. */
export interface BlankFacts {
  readonly kinds: readonly Kind[];
  readonly court: string;
  /** In the order in which they are offered. */
  readonly towns: readonly OfferedTown[];
  /** The names of the liaison judges, in the order in which they are offered. */
  readonly judges: readonly string[];
  /** The program's version. */
  readonly version: string;
  readonly words: FormWords;
}
