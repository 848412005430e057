import type { Words } from '../domain/words.ts';
import type { CommandGroup } from '../messages/messages.ts';

/** A line of the table of contents: the words that call a command, its group, and what it does. */
export interface Listed {
  readonly path: readonly string[];
  readonly group: CommandGroup;
  readonly summary: Words;
  /** What the commands with this first word are about: the overview has one line for all of them. */
  readonly family?: Words;
}
