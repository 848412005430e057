import type { Kind } from '../kinds/kind.ts';
import type { GridRow } from './grid-row.ts';
import type { Head } from './head-row.ts';
import { rowKind } from './row-kind.ts';
import { ownTexts } from './sheet-grid.ts';
import { kindNamed } from './sheet-title.ts';

/**
 * The ledger that the nearest of the titles directly above a row names. A list of something else may have a row that could be
 * heads on every line: each row is looked at once, however often somebody asks.
 */
export class TitlesAbove {
  readonly #kinds: readonly Kind[];
  readonly #before: Head | undefined;
  #looked = 0;
  #named: Kind | undefined;

  /** `before`: the heads that are in force above; without any, all rows are titles. */
  constructor(kinds: readonly Kind[], before: Head | undefined) {
    this.#kinds = kinds;
    this.#before = before;
  }

  /** `above`: all rows since those heads, those of earlier questions among them. */
  named(above: readonly GridRow[]): Kind | undefined {
    for (let at = above.length - 1; at >= this.#looked; at -= 1) {
      const row = above[at];
      if (!row) continue;
      const isTitle = isTitleBelow(row, this.#before);
      const kind = isTitle ? this.#namedIn(row) : undefined;
      if (isTitle && !kind) continue;
      this.#named = kind;
      break;
    }
    this.#looked = above.length;
    return this.#named;
  }

  #namedIn(row: GridRow): Kind | undefined {
    for (const text of ownTexts(row)) {
      const kind = kindNamed(this.#kinds, text);
      if (kind) return kind;
    }
    return undefined;
  }
}

/** Whether a row may belong to the titles of the next heads: where there are none above it, each does. */
export function isTitleBelow(row: GridRow, before: Head | undefined): boolean {
  return before === undefined || ['title', 'blank'].includes(rowKind(row, before) ?? 'entry');
}
