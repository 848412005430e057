import type { CalendarDate } from '../calendar-date.ts';
import { kindOf, type Kind } from '../kinds/kind.ts';
import { error, type Finding } from '../problem.ts';
import type { Language } from '../words.ts';
import { checkClock } from './clock.ts';
import { checkCopies } from './copies.ts';
import type { StoreFacts } from './facts.ts';
import { checkFile, checkLinks, checkLock } from './files.ts';
import { checkHistory } from './history.ts';
import { checkVersions } from './versions.ts';

/** What the check of a whole workspace looks at beside the files. */
export interface IntegrityQuestion {
  readonly kinds: readonly Kind[];
  /** The day by this PC's clock, or the day that was named as today where that is later. */
  readonly byClock: CalendarDate;
  readonly language: Language;
}

/** One named question asked of all that lies in the folders of ledgers and backups. */
interface IntegrityCheck {
  readonly name: string;
  run(facts: StoreFacts, question: IntegrityQuestion): readonly Finding[];
}

/** The questions that only `check` asks; what keeps a ledger from being used is asked whenever one is read. */
const INTEGRITY_CHECKS: readonly IntegrityCheck[] = [
  { name: 'histories', run: checkHistories },
  { name: 'clock', run: ({ ledgers }, { byClock }) => checkClock(ledgers, byClock) },
  { name: 'hard links', run: ({ ledgers }) => ledgers.flatMap(checkLinks) },
  { name: 'versions', run: ({ versions }) => versions.flatMap(checkVersions) },
  {
    name: 'folders',
    run: ({ unread }) =>
      unread.map(({ file, reason }) => error({ code: 'file-unreadable', reason }, { file })),
  },
  { name: 'files', run: ({ files }) => files.flatMap(checkFile) },
  { name: 'locks', run: ({ locks }) => locks.flatMap(checkLock) },
  { name: 'copies', run: ({ ledgers }) => checkCopies(ledgers) },
];

/** All findings on what lies in the folders of ledgers and backups. */
export function checkIntegrity(facts: StoreFacts, question: IntegrityQuestion): readonly Finding[] {
  return INTEGRITY_CHECKS.flatMap((check) => check.run(facts, question));
}

function checkHistories({ ledgers }: StoreFacts, { kinds, language }: IntegrityQuestion): readonly Finding[] {
  return ledgers.flatMap(({ file, ledger }) =>
    ledger.entries
      .flatMap((entry) => checkHistory(entry, { kind: kindOf(kinds, entry.kind), seq: ledger.seq, language }))
      .map((finding) => ({ ...finding, where: { file, judge: ledger.judge.id, ...finding.where } })),
  );
}
