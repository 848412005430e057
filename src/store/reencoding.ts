import { dirname, join } from 'node:path';
import type { Kind } from '../domain/kinds/kind.ts';
import type { Ledger } from '../domain/ledger.ts';
import { type Finding, Refusal, refusal } from '../domain/problem.ts';
import type { Roster } from '../domain/roster.ts';
import { rosterFromJson } from '../domain/roster-format.ts';
import { writeAtomically } from './atomic-file.ts';
import { documentIn, inFile } from './document.ts';
import { temporaryName } from './durable-file.ts';
import { readBytes } from './file-bytes.ts';
import { ledgerIn } from './ledger-in.ts';
import { timeInNames, whileLocked } from './ledger-lock.ts';
import { nameBeside } from './name-beside.ts';
import { keepBeside } from './recovery.ts';
import type { Saving } from './saving.ts';
import { decodeText } from './text.ts';
import { placeIn, type Workspace } from './workspace.ts';

/** What a text may have been written in that is not UTF-8. */
export type Encoding = 'gbk' | 'gb18030' | 'utf-16';

/** A file of the workspace that is not UTF-8, and what it says in the encoding it is in. */
export interface Misencoded {
  readonly path: string;
  /** As people are told it. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly mode: number;
  readonly text: string;
  readonly content:
    | { readonly is: 'ledger'; readonly ledger: Ledger }
    | { readonly is: 'roster'; readonly roster: Roster }
    | { readonly is: 'other' };
}

/**
 * Reads a file that is not UTF-8 in another encoding; undefined where it is UTF-8, or not there. Throws a Refusal `invalid`
 * where it does not look like that encoding, or what comes out is not a sound file of its kind: letters that only look
 * Chinese must never be saved for text.
 */
export async function misencoded(
  workspace: Workspace,
  path: string,
  encoding: Encoding,
  kinds: readonly Kind[],
): Promise<Misencoded | undefined> {
  const file = placeIn(workspace, path);
  const read = await inFile(file, () => readBytes(path)).catch((thrown: unknown) => {
    if (thrown instanceof Refusal && thrown.findings[0]?.problem.code === 'file-missing') return undefined;
    throw thrown;
  });
  const looksLike = read && encodingProblem(read.bytes);
  if (!read || !looksLike) return undefined;
  const { bytes, mode } = read;
  const text = looksLike === familyOf(encoding) ? decoded(bytes, encoding) : undefined;
  if (text === undefined)
    throw refusal('invalid', { code: 'encoding-doubtful', encoding, looksLike }, { file });
  return { path, file, bytes, mode, text, content: await contentOf(workspace, path, file, text, kinds) };
}

/** Writes a file anew in UTF-8, its text unchanged, and keeps the old bytes beside it. Gives where, and what the medium said. */
export async function rewrite(
  workspace: Workspace,
  { path, file, bytes, mode, text, content }: Misencoded,
  saving: Saving,
): Promise<{ readonly kept: string; readonly confirmed: boolean; readonly warnings: readonly Finding[] }> {
  const suffix = saving.random(8);
  const now = timeInNames(saving.at);
  const kept = join(dirname(path), await nameBeside(path, 'damaged', { now, suffix }));
  const work = (): ReturnType<typeof writeAtomically> =>
    inFile(file, async () => {
      await keepBeside(kept, temporaryName(path, saving.random(8)), bytes, mode);
      return writeAtomically(path, Buffer.from(text), {
        expected: bytes,
        suffix,
        now,
        waiting: saving.waiting,
      });
    });
  const written =
    content.is === 'ledger'
      ? await whileLocked(workspace, content.ledger.judge.id, saving, work)
      : await saving.uninterrupted(work);
  return { kept: placeIn(workspace, kept), ...written };
}

/** What a text that is refused for its encoding looks like; undefined for every other. */
function encodingProblem(bytes: Uint8Array): 'gbk' | 'utf-16' | 'unknown' | undefined {
  try {
    decodeText(bytes);
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const problem = thrown.findings[0]?.problem;
    return problem?.code === 'text-encoding' ? problem.looksLike : undefined;
  }
}

function familyOf(encoding: Encoding): 'gbk' | 'utf-16' {
  return encoding === 'utf-16' ? 'utf-16' : 'gbk';
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  // JSON's own characters are ASCII: the zero byte comes first where the higher byte does.
  const isBigEndian = bytes[0] === 0xfe || bytes[0] === 0;
  const label = encoding === 'utf-16' ? (isBigEndian ? 'utf-16be' : 'utf-16le') : encoding;
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function contentOf(
  workspace: Workspace,
  path: string,
  file: string,
  text: string,
  kinds: readonly Kind[],
): Promise<Misencoded['content']> {
  const bytes = Buffer.from(text);
  if (dirname(path) === workspace.ledgers)
    return { is: 'ledger', ledger: await ledgerIn(bytes, file, kinds) };
  const { value, locate } = await documentIn(bytes, file);
  if (path !== workspace.roster) return { is: 'other' };
  const result = rosterFromJson(value, locate);
  if ('findings' in result) throw new Refusal('invalid', result.findings);
  return { is: 'roster', roster: result.roster };
}
