import type { CalendarDate } from '../domain/calendar-date.ts';
import { type Finding, Refusal, warning } from '../domain/problem.ts';
import { type AtomicWrite, type Written, writeAtomically } from './atomic-file.ts';
import { type Version, backUp, writeHead } from './backup.ts';
import { sweepLeftovers } from './durable-file.ts';
import { digestOf } from './digest.ts';

/** One new version of a ledger. */
export interface Commit {
  /** The version that was read and changed; null for a ledger that is new. */
  readonly base: Version | null;
  /** The whole new file. */
  readonly text: string;
  /** Parses the text as it will be read one day, and throws where it is not what was meant. */
  readonly verify: (text: string) => void;
  readonly home: string;
  readonly judgeId: string;
  /** The ledger's count of versions before and after. */
  readonly seq: { readonly old: number; readonly new: number };
  /** Today, for the backup's name. */
  readonly day: CalendarDate;
  /** Versions that were submitted, kept for ever. */
  readonly keepSeqs: readonly number[];
  /** Random ASCII text, new for every commit. */
  readonly suffix: string;
  /** The time in a form fit for names, such as 20240703T102105. */
  readonly now: string;
  /** Called once where another program makes us wait for longer than a second. */
  readonly waiting?: (() => void) | undefined;
  /** Keeps the version that is replaced, where that is not to be a backup as any other. */
  readonly keepOld?: (base: Version) => Promise<void>;
}

/** A commit that is done. */
export interface Committed extends Written {
  /** SHA-256 of the new version. */
  readonly digest: string;
}

/**
 * Saves a ledger's next version: checked, the old one backed up, replaced whole, noted as head. Only for who holds the
 * ledger's lock and has read `base` under it; saved when it returns. Throws as writeAtomically and backUp do, with the
 * ledger untouched.
 */
export async function commitText(ledger: string, commit: Commit): Promise<Committed> {
  const { base, home, judgeId, seq, suffix, now } = commit;
  // JSON escapes half characters, so the text loses nothing in becoming bytes.
  const bytes = Buffer.from(commit.text);
  commit.verify(commit.text);
  await sweepLeftovers(ledger);
  const keepOld = commit.keepOld ?? ((old) => backUp(ledger, old, { ...commit, seq: seq.old }));
  if (base !== null) await keepOld(base);
  const write: AtomicWrite = { expected: base?.bytes ?? null, suffix, now, waiting: commit.waiting };
  const written = await writeAtomically(ledger, bytes, write);
  const digest = digestOf(bytes);
  const unnoted = await noteHead(ledger, () => writeHead(home, judgeId, { seq: seq.new, digest }, suffix));
  const warnings = [...written.warnings, ...unnoted];
  return { digest, confirmed: written.confirmed && unnoted.length === 0, warnings };
}

/** Where the ledger is saved by now: a note that fails is a reservation, never a failure. */
export async function noteHead(ledger: string, note: () => Promise<void>): Promise<readonly Finding[]> {
  try {
    await note();
    return [];
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const problem = thrown.findings[0]?.problem;
    const reason = problem?.code === 'storage-failed' ? problem.reason : thrown.kind;
    return [warning({ code: 'not-confirmed', reason }, { file: ledger })];
  }
}
