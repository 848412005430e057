/**
 * Divides columns of the given widths, in their order, into as many runs as there are shares, each at least one column,
 * so that the runs' widths come closest (least squares) to the shares of the whole. Gives the number of columns of each run.
 */
export function spread(widths: readonly number[], shares: readonly number[]): readonly number[] {
  const whole = sum(widths);
  const total = sum(shares);
  return best(
    widths,
    shares.map((share) => (share / total) * whole),
  ).runs;
}

interface Division {
  readonly runs: readonly number[];
  readonly misfit: number;
}

function best(widths: readonly number[], targets: readonly number[]): Division {
  const [target, ...others] = targets;
  if (target === undefined) return { runs: [], misfit: widths.length === 0 ? 0 : Infinity };
  let found: Division = { runs: [], misfit: Infinity };
  for (let run = 1; run <= widths.length - others.length; run += 1) {
    const rest = best(widths.slice(run), others);
    const misfit = (sum(widths.slice(0, run)) - target) ** 2 + rest.misfit;
    if (misfit < found.misfit) found = { runs: [run, ...rest.runs], misfit };
  }
  return found;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
