import type { Consolidation } from './consolidation.ts';
import type { QuotaRow } from './quota.ts';

/** Who met the quota of a quarter, who did not, and of whom it isn't known. */
export interface QuotaStanding {
  readonly met: readonly QuotaRow[];
  readonly short: readonly QuotaRow[];
  /** None of the judges has reported: 未报 is never 0. */
  readonly unreported: readonly QuotaRow[];
}

/** Parts the rows of a quarter's quota, each part in their order. */
export function quotaStanding({ quota, sources }: Pick<Consolidation, 'quota' | 'sources'>): QuotaStanding {
  const reported = new Set(sources.filter(({ source }) => source !== 'missing').map(({ judge }) => judge.id));
  const isReported = ({ judges }: QuotaRow): boolean => judges.some((id) => reported.has(id));
  return {
    met: quota.filter(({ met }) => met),
    short: quota.filter((row) => !row.met && isReported(row)),
    unreported: quota.filter((row) => !row.met && !isReported(row)),
  };
}
