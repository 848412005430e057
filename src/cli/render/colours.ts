import { Chalk, type ChalkInstance } from 'chalk';
import type { Style } from './style.ts';

/**
 * The colours of a terminal that shows sixteen (1), 256 (2) or all (3). `own` makes a sequence one that the border lets
 * through; the text between two is left as it is.
 */
export function colours(level: 1 | 2 | 3, own: (sequence: string) => string): Style {
  const chalk = new Chalk({ level });
  const painter = (paint: ChalkInstance) => {
    const [open = '', close = ''] = paint('|').split('|').map(own);
    return (text: string): string => `${open}${text}${close}`;
  };
  return {
    heading: painter(chalk.bold),
    good: painter(chalk.green),
    bad: painter(chalk.red),
    doubtful: painter(chalk.yellow),
    muted: painter(chalk.dim),
  };
}
