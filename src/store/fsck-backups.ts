import type { BackupFacts, HeadFacts } from '../domain/integrity/facts.ts';
import { readFormat } from '../domain/format.ts';
import { LEDGER_FORMAT } from '../domain/ledger-format.ts';
import { Refusal } from '../domain/problem.ts';
import { headPath, listBackups, readHead, type Backup } from './backup.ts';
import { digestOf } from './digest.ts';
import { readBytes } from './file-bytes.ts';
import { parseJsonText, type JsonValue } from './json-text.ts';
import { decodeText } from './text.ts';
import { isThere, placeIn, type Workspace } from './workspace.ts';

/** Every backup of a judge's ledger, read and compared with what its name says. */
export async function readBackupFacts(workspace: Workspace, judge: string): Promise<readonly BackupFacts[]> {
  const facts: BackupFacts[] = [];
  for (const backup of await listBackups(workspace.home, judge)) {
    const file = placeIn(workspace, backup.path);
    facts.push({ file, seq: backup.seq, ...(await contentOf(backup, judge)) });
  }
  return facts;
}

/** The note of the version last saved, where there is one. */
export async function readHeadFacts(workspace: Workspace, judge: string): Promise<HeadFacts | undefined> {
  const path = headPath(workspace.home, judge);
  if (!(await isThere(path))) return undefined;
  return { file: placeIn(workspace, path), saved: await readHead(workspace.home, judge) };
}

async function contentOf(
  { path, seq, digest: named }: Backup,
  judge: string,
): Promise<Omit<BackupFacts, 'file' | 'seq'>> {
  try {
    const { bytes } = await readBytes(path);
    const digest = digestOf(bytes);
    if (!digest.startsWith(named)) return { digest, damage: 'changed' };
    const found = headIn(parseJsonText(decodeText(bytes)).value);
    if (!found) return { digest, damage: 'unreadable' };
    const isOurs = found.judge === judge && found.seq === seq;
    return { digest, prev: found.prev, damage: isOurs ? undefined : 'another' };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return { digest: '', damage: 'unreadable' };
  }
}

/** What links a version to its neighbours. Bytes that are as they were saved need no second look at their entries. */
function headIn(
  value: JsonValue,
): { readonly judge: string; readonly seq: number; readonly prev: string | undefined } | undefined {
  if (readFormat(value, LEDGER_FORMAT) || typeof value !== 'object' || value === null) return undefined;
  if (!('judge' in value)) return undefined;
  const { judge, seq = 0, prev } = value;
  const id = typeof judge === 'object' && judge !== null && 'id' in judge ? judge.id : undefined;
  if (typeof id !== 'string' || typeof seq !== 'number') return undefined;
  return { judge: id, seq, prev: typeof prev === 'string' ? prev : undefined };
}
