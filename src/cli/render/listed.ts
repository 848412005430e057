import type { Kind } from '../../domain/kinds/kind.ts';
import type { Messages } from '../../messages/messages.ts';
import { displayWidth } from './width.ts';

const SCREEN = 80;

/** How many rows of which kinds there are; the kinds without any are left out. */
export function rowCounts(
  messages: Messages,
  kinds: readonly Kind[],
  rows: ReadonlyMap<string, readonly unknown[]>,
): readonly string[] {
  const words = messages.consolidate;
  const some = kinds
    .map((kind) => ({ name: kind.name[messages.language], count: rows.get(kind.id)?.length ?? 0 }))
    .filter(({ count }) => count > 0);
  return some.length > 0 ? some.map(({ name, count }) => words.total(name, count)) : [words.noRows];
}

/**
 * Items behind a text, on as many lines as a screen of 80 columns needs; only whole items go to the next line, two columns
 * further in than the first.
 */
export function listed(
  messages: Messages,
  start: string,
  items: readonly string[],
  end: string,
): readonly string[] {
  const between = messages.list.join(['', '']);
  const indent = ' '.repeat(start.length - start.trimStart().length + 2);
  const lines: string[] = [];
  let line = start;
  for (const [index, item] of items.entries()) {
    const text = item + (index < items.length - 1 ? between : end);
    if (line.trim() !== '' && displayWidth(line + text.trimEnd()) > SCREEN) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += text;
  }
  return [...lines, line];
}
