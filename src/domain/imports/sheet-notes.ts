import { error, warning, type Finding, type Problem, type Where } from '../problem.ts';
import type { LeftOutRow } from '../problems/import.ts';
import { cellName } from '../cell-name.ts';

type OfAnother = Extract<Problem, { code: 'row-of-another' }>;

interface RowsOfAnother {
  readonly finding: Finding;
  readonly problem: OfAnother;
  readonly rows: number[];
  readonly cells: string[];
}

/** So many cells are named; the others lie where these do. */
const SHOWN_CELLS = 5;

/** What was found on one sheet, each thing once however often its heads come again. */
export class SheetNotes {
  readonly #where: Where;
  readonly #found = new Map<string, Finding>();
  readonly #ofAnother = new Map<string, RowsOfAnother>();
  readonly #leftOut = new Map<LeftOutRow, number[]>();
  readonly #hidden: number[] = [];
  readonly #buried: string[] = [];
  hidden: { readonly rows: readonly number[]; readonly sheet: boolean } | undefined;

  constructor(where: Where) {
    this.#where = where;
  }

  tell(problem: Problem, cell: string): void {
    this.#once(error(problem, { ...this.#where, cell }));
  }

  doubt(problem: Problem, cell: string): void {
    this.#once(warning(problem, { ...this.#where, cell }));
  }

  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      const { problem } = finding;
      if (problem.code === 'row-of-another') this.#addRow(problem, finding);
      else this.#found.set(JSON.stringify(finding), finding);
    }
  }

  /** A list of a whole office has hundreds of rows of each judge: each judge is told once. */
  #addRow(problem: OfAnother, finding: Finding): void {
    const rows = this.#ofAnother.get(problem.judge) ?? { finding, problem, rows: [], cells: [] };
    rows.rows.push(...problem.rows);
    if (finding.where.cell !== undefined) rows.cells.push(finding.where.cell);
    this.#ofAnother.set(problem.judge, rows);
  }

  leftOut(why: LeftOutRow, row: number): void {
    const rows = this.#leftOut.get(why);
    if (rows) rows.push(row);
    else this.#leftOut.set(why, [row]);
  }

  bury(cell: string): void {
    this.#buried.push(cell);
  }

  hide(row: number): void {
    this.#hidden.push(row);
  }

  findings(): readonly Finding[] {
    const groups = [...this.#leftOut].map(([why, rows]) => ({ why, rows }));
    const hidden = this.hidden ?? { rows: this.#hidden, sheet: false };
    return [
      ...this.#found.values(),
      ...[...this.#ofAnother.values()].map(({ finding, problem, rows, cells }) => ({
        ...finding,
        problem: { ...problem, rows },
        cells,
      })),
      ...this.#underMerges(),
      ...(groups.length > 0 ? [this.#about({ code: 'rows-left-out', groups }, groups[0]?.rows ?? [])] : []),
      ...(hidden.rows.length > 0 ? [this.#about({ code: 'rows-hidden', ...hidden }, hidden.rows)] : []),
    ];
  }

  #underMerges(): readonly Finding[] {
    const [cell] = this.#buried;
    if (cell === undefined) return [];
    const problem: Problem = {
      code: 'values-under-merge',
      cells: this.#buried.slice(0, SHOWN_CELLS),
      count: this.#buried.length,
    };
    return [warning(problem, { ...this.#where, cell })];
  }

  #about(problem: Problem, rows: readonly number[]): Finding {
    return warning(problem, { ...this.#where, cell: cellName(rows[0] ?? 1, 1) });
  }

  /** The problem is the same wherever the heads come again. */
  #once(finding: Finding): void {
    const key = JSON.stringify([finding.severity, finding.problem]);
    if (!this.#found.has(key)) this.#found.set(key, finding);
  }
}
