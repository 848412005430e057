import { Chalk } from 'chalk';
import type { Style } from './style.ts';

/** The colours of a terminal that shows sixteen (1), 256 (2) or all (3). */
export function colours(level: 1 | 2 | 3): Style {
  const chalk = new Chalk({ level });
  return { heading: chalk.bold, good: chalk.green, bad: chalk.red, doubtful: chalk.yellow, muted: chalk.dim };
}
