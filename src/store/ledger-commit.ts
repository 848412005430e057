import type { Kind } from '../domain/kinds/kind.ts';
import { submittedSeqs, type Ledger } from '../domain/ledger.ts';
import { ledgerFromJson, ledgerToText } from '../domain/ledger-format.ts';
import { Refusal, type Finding } from '../domain/problem.ts';
import type { Version } from './backup.ts';
import { commitText, type Commit } from './commit.ts';
import { inFile } from './document.ts';
import { timeInNames } from './ledger-lock.ts';
import { assertLength } from './ledger-size.ts';
import type { Saving } from './saving.ts';
import { ledgerPath, placeIn, type Workspace } from './workspace.ts';

/** A ledger's next version, and what it replaces. */
export interface NextVersion {
  /** What of it need not be read back whole, since it was read whole. */
  readonly before: Ledger;
  readonly ledger: Ledger;
  /** The file as it was read; null where there is none. */
  readonly base: Version | null;
  /** How `base` is kept, where that is not as a backup. */
  readonly keepOld?: Commit['keepOld'];
}

/** Saves a ledger's next version, as commitText does. Only for who holds the ledger's lock and has read `base` under it. */
export async function commitLedger(
  workspace: Workspace,
  { before, ledger, base, keepOld }: NextVersion,
  saving: Saving,
): Promise<{ readonly confirmed: boolean; readonly warnings: readonly Finding[] }> {
  const path = ledgerPath(workspace, ledger.judge.id);
  const text = ledgerToText(ledger, saving.kinds);
  assertLength(Buffer.byteLength(text), placeIn(workspace, path));
  const { confirmed, warnings } = await inFile(placeIn(workspace, path), () =>
    commitText(path, {
      base,
      text,
      verify: (written) => {
        assertSame(written, before, ledger, saving.kinds);
      },
      home: workspace.home,
      judgeId: ledger.judge.id,
      seq: { old: before.seq, new: ledger.seq },
      day: saving.day,
      keepSeqs: submittedSeqs(before),
      suffix: saving.random(8),
      now: timeInNames(saving.at),
      waiting: saving.waiting,
      ...(keepOld ? { keepOld } : {}),
    }),
  );
  return { confirmed, warnings };
}

/**
 * What will be written must read back as what was meant: a ledger that its own reader refuses is never saved. Entries that
 * were not touched were validated when they were read; of them the id and the version are compared.
 */
function assertSame(text: string, before: Ledger, meant: Ledger, kinds: readonly Kind[]): void {
  const untouched = new Set(before.entries);
  const written: unknown = JSON.parse(text);
  const touched = meant.entries.map((entry) => !untouched.has(entry));
  const read = ledgerFromJson(onlyEntries(written, touched), kinds, { value: () => ({}), key: () => ({}) });
  if ('findings' in read) throw new Refusal('invalid', read.findings);
  const expected = { ...meant, entries: meant.entries.filter((_, index) => touched[index]) };
  if (ledgerToText(read.ledger, kinds) !== ledgerToText(expected, kinds)) throw notAsMeant();
  entriesOf(written).forEach((entry, index) => {
    const { id, rev } = meant.entries[index] ?? {};
    if (Reflect.get(entry, 'id') !== id || Reflect.get(entry, 'rev') !== rev) throw notAsMeant();
  });
  if (entriesOf(written).length !== meant.entries.length) throw notAsMeant();
}

function onlyEntries(document: unknown, wanted: readonly boolean[]): unknown {
  return { ...Object(document), entries: entriesOf(document).filter((_, index) => wanted[index]) };
}

function entriesOf(document: unknown): readonly object[] {
  const isLedger = typeof document === 'object' && document !== null && 'entries' in document;
  const entries: unknown = isLedger ? document.entries : undefined;
  return Array.isArray(entries) ? entries.filter(isObject) : [];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function notAsMeant(): Error {
  return new Error('the ledger would not read back as it was meant');
}
