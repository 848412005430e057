import { refusal } from '../domain/problem.ts';

const limit = 140_000_000;

/**
 * Counts what is kept of a file, roughly in bytes of memory: what a file of a few megabytes unfolds to is known only
 * while it is read. 100,000 rows of 14 cells of an office's
 * ledger take about 110 MB of it.
 */
export class Budget {
  #left = limit;

  /** A row with so many cells, without their values. */
  row(cells: number): void {
    this.#take(120 + 48 * cells);
  }

  /** A value of its own, with the text that belongs to it. */
  value(text: string): void {
    this.#take(64 + 2 * text.length);
  }

  #take(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw refusal('invalid', { code: 'workbook-too-full' });
  }
}
