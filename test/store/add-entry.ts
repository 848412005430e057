import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { calendarDate } from '../../src/domain/calendar-date.ts';
import { Refusal } from '../../src/domain/problem.ts';
import { type Committed, commitText } from '../../src/store/commit.ts';
import { digestOf } from '../../src/store/digest.ts';
import { readBytes } from '../../src/store/file-bytes.ts';
import type { Version } from '../../src/store/backup.ts';
import { parseJsonText } from '../../src/store/json-text.ts';
import { withLock } from '../../src/store/lock.ts';
import { decodeText } from '../../src/store/text.ts';

/** Who adds: its process number, and which processes it takes for alive. */
export interface Writer {
  readonly pid: number;
  readonly isAlive: (pid: number) => boolean;
  readonly waitMs: number;
}

/** The smallest ledger that the store can serve: a count of versions and a list of names. */
export interface SmallLedger {
  readonly seq: number;
  readonly entries: readonly string[];
}

/** What a run of another program is told before it reads, and between reading and committing. */
export type Meanwhile = () => Promise<void>;

/** Adds one entry to `<home>/ledger.json` as the ledger store does: lock, read, change, commit. */
export async function addEntry(
  home: string,
  entry: string,
  writer: Writer,
  meanwhile?: Meanwhile,
): Promise<Committed> {
  const path = join(home, 'ledger.json');
  const id = randomBytes(8).toString('hex');
  const { pid, isAlive, waitMs } = writer;
  const holder = {
    id,
    pid,
    host: 'pc',
    machineId: 'm1',
    startedAt: '2024-07-03T10:21:05+08:00',
    command: 'visit add',
  };
  return withLock(
    join(home, '.ll-ledger.lock'),
    holder,
    { waitMs, random: Math.random, isAlive },
    async () => {
      const { base, ledger } = await read(path);
      await meanwhile?.();
      const next = { seq: ledger.seq + 1, entries: [...ledger.entries, entry] };
      const text = `${JSON.stringify(next, null, 2)}\n`;
      const day = calendarDate(2024, 7, 3);
      if (!day) throw new Error('no such day');
      return commitText(path, {
        ...{
          base,
          text,
          home,
          judgeId: 'li-min',
          seq: { old: ledger.seq, new: next.seq },
          day,
          keepSeqs: [],
        },
        verify: (written) => {
          if (JSON.stringify(parseJsonText(written).value) !== JSON.stringify(next))
            throw new Error('not what was meant');
        },
        ...{ suffix: randomBytes(8).toString('hex'), now: '20240703T102105' },
      });
    },
  );
}

/** The ledger as it lies on the medium, read strictly. */
export async function readLedger(home: string): Promise<SmallLedger> {
  return (await read(join(home, 'ledger.json'))).ledger;
}

async function read(path: string): Promise<{ base: Version | null; ledger: SmallLedger }> {
  try {
    const { bytes } = await readBytes(path);
    const { value } = parseJsonText(decodeText(bytes));
    if (typeof value !== 'object' || value === null || !('seq' in value)) throw new Error('no ledger');
    const { seq, entries } = value;
    if (typeof seq !== 'number' || !Array.isArray(entries)) throw new Error('no ledger');
    return { base: { bytes, digest: digestOf(bytes) }, ledger: { seq, entries: entries.map(String) } };
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.findings[0]?.problem.code !== 'file-missing') throw thrown;
    return { base: null, ledger: { seq: 0, entries: [] } };
  }
}
