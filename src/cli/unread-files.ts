import type { Finding } from '../domain/problem.ts';

/** The files that a finding about an unreadable ledger is about. */
export function filesOf({ problem, where }: Finding): readonly string[] {
  if (problem.code === 'judge-in-two-files') return problem.files;
  return where.file === undefined ? [] : [where.file];
}
