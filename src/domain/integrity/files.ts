import { error, warning, type Finding } from '../problem.ts';
import type { FileFacts, LedgerFacts, LockFacts } from './facts.ts';

/** A file that lies among ledgers or backups and is none of them. */
export function checkFile({ file, folder, sort, of }: FileFacts): readonly Finding[] {
  const where = { file };
  if (sort === 'conflict') return [warning({ code: 'conflict-kept', of }, where)];
  if (sort === 'damaged') return [warning({ code: 'damaged-kept', of }, where)];
  if (sort === 'leftover') return [warning({ code: 'leftover-file' }, where)];
  return [warning({ code: 'file-stray', folder }, where)];
}

/** A lock that may keep people from saving; that of a run at work is as it should be. */
export function checkLock({ file, judge, holder, state }: LockFacts): readonly Finding[] {
  const where = { file, judge };
  if (state === 'alive') return [];
  if (!holder) return [error({ code: 'lock-unreadable' }, where)];
  const { pid, host, startedAt, command } = holder;
  return state === 'dead'
    ? [warning({ code: 'lock-dead', pid, startedAt, command }, where)]
    : [warning({ code: 'lock-elsewhere', judge, pid, host, startedAt, command }, where)];
}

/** Saving splits a file that has several names. */
export function checkLinks({ file, links, ledger }: LedgerFacts): readonly Finding[] {
  return links > 1 ? [warning({ code: 'file-linked', links }, { file, judge: ledger.judge.id })] : [];
}
