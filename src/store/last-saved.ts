import type { Ledger } from '../domain/ledger.ts';
import { type Finding, type Problem, refusal, warning } from '../domain/problem.ts';
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

/**
 * `copied-over` where the ledger at hand came after another version than the one last saved here: that of another PC was laid
 * over it. Of one that is further on nobody can say what it came after.
 */
export async function copiedProblem(
  saved: SavedVersions,
  { judge, seq, prev }: Pick<Ledger, 'judge' | 'seq' | 'prev'>,
): Promise<Problem | undefined> {
  const head = await saved.headOf(judge.id);
  if (head?.seq !== seq - 1 || prev === undefined || prev === head.digest) return undefined;
  return { code: 'copied-over', seq: head.seq };
}

/**
 * Refuses (`integrity`) to change an older copy: what was saved after it would be lost without a word. Gives the warning that
 * another PC's ledger was laid over this one.
 */
export async function assertNewest(home: string, ledger: Ledger, file: string): Promise<readonly Finding[]> {
  const saved = await listSaved(home);
  const where = { file, judge: ledger.judge.id };
  const problem = await olderProblem(saved, ledger);
  if (problem) throw refusal('integrity', problem, where);
  const copied = await copiedProblem(saved, ledger);
  return copied ? [warning(copied, where)] : [];
}
