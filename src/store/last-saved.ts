import type { Ledger } from '../domain/ledger.ts';
import { type Problem, refusal } from '../domain/problem.ts';
import type { KeptVersion } from '../domain/problems/file.ts';
import { type SavedVersions, listSaved } from './backup.ts';

/** The earlier versions of a judge's ledger by what commands know them by, newest first. */
export function keptVersions(saved: SavedVersions, judge: string): readonly KeptVersion[] {
  return saved.backupsOf(judge).map(({ seq }) => ({ judge, seq }));
}

/**
 * What there is to say of a ledger that is missing: nothing where there never was one, `ledger-gone` where backups or the
 * note of the version last saved tell of one. No new ledger may begin there.
 */
export function goneProblem(saved: SavedVersions, judge: string): Problem | undefined {
  if (!saved.judges.includes(judge)) return undefined;
  return { code: 'ledger-gone', judge, backups: keptVersions(saved, judge) };
}

/**
 * `older-copy` where a version of this ledger was saved that came after the one at hand: somebody has put an older copy
 * back. A ledger of the same count may be one edited by hand, and one of a higher count was saved elsewhere.
 */
export async function olderProblem(
  saved: SavedVersions,
  { judge, seq }: Pick<Ledger, 'judge' | 'seq'>,
): Promise<Problem | undefined> {
  const last = await saved.last(judge.id);
  if (seq >= last) return undefined;
  return { code: 'older-copy', judge: judge.id, found: seq, last, backups: keptVersions(saved, judge.id) };
}

/** Refuses (`integrity`) to change an older copy: what was saved after it would be lost without a word. */
export async function assertNewest(home: string, ledger: Ledger, file: string): Promise<void> {
  const problem = await olderProblem(await listSaved(home), ledger);
  if (problem) throw refusal('integrity', problem, { file, judge: ledger.judge.id });
}
