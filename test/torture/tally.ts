import { FAILURES, type Failure, type Wrong } from './verdict.ts';

interface Line {
  runs: number;
  readonly counts: Map<Failure, number>;
}

/** The counts of a torture by what was done and to which command, and the first findings in words. */
export class Tally {
  readonly #lines = new Map<string, Line>();
  readonly #findings: string[] = [];

  add(mode: string, command: string, wrong: readonly Wrong[], runs = 1): void {
    const key = `${mode}\t${command}`;
    const line = this.#lines.get(key) ?? { runs: 0, counts: new Map<Failure, number>() };
    this.#lines.set(key, line);
    line.runs += runs;
    for (const { failure, what } of wrong) {
      line.counts.set(failure, (line.counts.get(failure) ?? 0) + 1);
      this.#findings.push(`${failure}: ${mode}, ${command}, ${what.slice(0, 300)}`);
    }
  }

  get failed(): boolean {
    return this.#findings.length > 0;
  }

  /** The table, the sums, and at most fifty findings. */
  text(): string {
    const head = ['runs', ...FAILURES];
    const rows = [...this.#lines].map(([key, { runs, counts }]) => ({
      key: key.split('\t'),
      cells: [runs, ...FAILURES.map((failure) => counts.get(failure) ?? 0)],
    }));
    const sums = head.map((_, at) => rows.reduce((sum, { cells }) => sum + (cells[at] ?? 0), 0));
    const width = (at: number): number => Math.max(...rows.map(({ key }) => (key[at] ?? '').length), 5);
    const line = (key: readonly string[], cells: readonly (string | number)[]): string =>
      [
        ...key.map((part, at) => part.padEnd(width(at))),
        ...cells.map((cell) => String(cell).padStart(8)),
      ].join('  ');
    return [
      line(['mode', 'command'], head),
      ...rows.map(({ key, cells }) => line(key, cells)),
      line(['all', ''], sums),
      ...this.#findings.slice(0, 50),
      ...(this.#findings.length > 50 ? [`… and ${String(this.#findings.length - 50)} more`] : []),
    ].join('\n');
  }
}
