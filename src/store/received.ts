import { join } from 'node:path';
import { Refusal, error, warning, type Finding } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import {
  factsOf,
  recordShape,
  recordToLine,
  RECEIVED_FORMAT,
  type ReceivedFacts,
  type ReceivedRecord,
} from '../domain/receiving/record.ts';
import type { Kind } from '../domain/kinds/kind.ts';
import type { Submission } from '../domain/submission.ts';
import { submittedEntries } from '../domain/receiving/admission.ts';
import type { ReceivedSubmission } from '../domain/receiving/standing.ts';
import { readFormat } from '../domain/format.ts';
import { findingsIn, type Locate } from '../domain/shape.ts';
import { submissionFromJson } from '../domain/submission-format.ts';
import { digestOf } from './digest.ts';
import { inFile, readDocument } from './document.ts';
import { sweepLeftovers, syncFolder } from './durable-file.ts';
import { readBytes } from './file-bytes.ts';
import { parseJsonText } from './json-text.ts';
import { whileLocked, type Locking } from './ledger-lock.ts';
import { putInto } from './put-into.ts';
import { decodeText } from './text.ts';
import { isThere, namesIn, placeIn, type Workspace } from './workspace.ts';

/** The office's record of what came, when, and what was decided, as it was read. */
export interface ReceivedRecords {
  readonly records: readonly ReceivedRecord[];
  readonly facts: ReceivedFacts;
  /** The text of the whole lines, with which what is written next begins. */
  readonly text: string;
  /** That its last line was never finished. */
  readonly findings: readonly Finding[];
}

/** What the office has of some quarters. */
export interface Received {
  readonly submissions: readonly ReceivedSubmission[];
  /** Files that the record names and that are gone or changed: nothing else may stand for them. */
  readonly lost: readonly LostSubmission[];
}

/** A submission that the record names and that can't be read any more. */
export interface LostSubmission {
  readonly judge: string;
  readonly quarter: Quarter;
  readonly seal: string;
  /** That it is lost, and what is wrong with its entries where it is they. */
  readonly findings: readonly Finding[];
}

const OWNER = 'received';

/** Where the record lies. */
export function recordPath(workspace: Workspace): string {
  return join(workspace.submissions, 'received.jsonl');
}

/** Does work on the record while no other run can change it, and Ctrl-C can't tear it. Refuses as a ledger's lock does. */
export function whileReceiving<Result>(
  workspace: Workspace,
  locking: Locking,
  work: () => Promise<Result>,
): Promise<Result> {
  return whileLocked(workspace, OWNER, locking, work);
}

/**
 * The office's record; empty where nothing was ever received. A last line that was never finished is told and left out: what
 * it was about is received again. Throws a Refusal `invalid` with every whole line that is damaged.
 */
export async function readRecords(workspace: Workspace): Promise<ReceivedRecords> {
  const path = recordPath(workspace);
  const file = placeIn(workspace, path);
  if (!(await inFile(file, () => isThere(path)))) return recordsOf([], '', []);
  const { bytes } = await inFile(file, () => readBytes(path));
  const read = await recordsIn(bytes, file);
  if (read.damaged.length > 0) throw new Refusal('invalid', read.damaged);
  return recordsOf(read.records, read.text, read.findings);
}

/** The lines of a record that lies anywhere, such as the filing division's, and what is wrong with them. */
export async function recordsIn(
  bytes: Uint8Array,
  file: string,
): Promise<{
  readonly records: readonly ReceivedRecord[];
  readonly text: string;
  readonly damaged: readonly Finding[];
  readonly findings: readonly Finding[];
}> {
  // A line that was torn may end in the middle of a character.
  const end = bytes.lastIndexOf(0x0a) + 1;
  const whole =
    end === 0 ? '' : await inFile(file, () => Promise.resolve(decodeText(bytes.subarray(0, end))));
  const records: ReceivedRecord[] = [];
  const damaged: Finding[] = [];
  const lines = whole.split('\n').map((line) => line.replace(/\r$/u, ''));
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const read = recordOf(line, file, index + 1);
    if ('findings' in read) for (const finding of read.findings) damaged.push(finding);
    else records.push(read.record);
  }
  const last = tailOf(bytes.subarray(end), file, lines.length);
  if (last && 'record' in last) records.push(last.record);
  const text = records.map(recordToLine).join('');
  return { records, text, damaged, findings: last && 'findings' in last ? last.findings : [] };
}

/** What stands behind the last line break: a whole record of which only the break is missing, or what a torn write left. */
function tailOf(
  bytes: Uint8Array,
  file: string,
  line: number,
): { readonly record: ReceivedRecord } | { readonly findings: readonly Finding[] } | undefined {
  if (bytes.every((byte) => byte === 0x20 || byte === 0)) return undefined;
  try {
    const read = recordOf(decodeText(bytes), file, line);
    if ('record' in read) return read;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
  }
  return { findings: [warning({ code: 'received-line-torn' }, { file, line })] };
}

function recordOf(
  text: string,
  file: string,
  line: number,
): { readonly record: ReceivedRecord } | { readonly findings: readonly Finding[] } {
  const locate: Locate = { value: () => ({ file, line }), key: () => ({ file, line }) };
  let value;
  try {
    value = parseJsonText(text).value;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return { findings: [error({ code: 'received-line-damaged' }, { file, line })] };
  }
  const format = readFormat(value, RECEIVED_FORMAT);
  if (format) return { findings: [error(format, { file, line })] };
  const event = typeof value === 'object' && value !== null && 'event' in value ? value['event'] : undefined;
  const shape = recordShape(event);
  if (!shape) return { findings: [error({ code: 'received-line-damaged' }, { file, line })] };
  if (shape.accepts(value)) return { record: value };
  return { findings: findingsIn(shape, value, locate) };
}

function recordsOf(
  records: readonly ReceivedRecord[],
  text: string,
  findings: readonly Finding[],
): ReceivedRecords {
  return { records, facts: factsOf(records), text, findings };
}

/** The submissions of some quarters that the record knows, read and held against their seals once more. */
export async function readReceived(
  workspace: Workspace,
  { records, facts }: ReceivedRecords,
  kinds: readonly Kind[],
  isWanted: (quarter: Quarter) => boolean,
): Promise<Received> {
  const submissions: ReceivedSubmission[] = [];
  const lost: LostSubmission[] = [];
  const seen = new Set<string>();
  for (const record of records) {
    if (record.event !== 'received') continue;
    const { seal, judge, quarter } = record;
    const kept = seal === undefined ? undefined : facts.files.get(seal);
    if (seal === undefined || !kept || judge === undefined || quarter === undefined) continue;
    if (seen.has(seal) || !isWanted(quarter)) continue;
    seen.add(seal);
    const path = join(workspace.submissions, ...kept.file.split('/'));
    const file = placeIn(workspace, path);
    const read = isInside(kept.file) ? await sealedIn(path, file, kinds) : undefined;
    if (read && 'submission' in read && read.submission.seal.value === seal)
      submissions.push({
        file,
        submission: read.submission,
        on: kept.on,
        filingOn: facts.filed.get(seal),
      });
    else {
      const wrong = (read && 'findings' in read ? read.findings : []).map((finding) => ({
        ...finding,
        where: { ...finding.where, judge },
      }));
      const gone = error({ code: 'received-file-gone', judge, quarter }, { file, judge });
      lost.push({
        judge,
        quarter,
        seal,
        findings: [gone, ...wrong],
      });
    }
  }
  return { submissions, lost };
}

/** A record is written by the tool, and may be edited by anybody: a name in it never leads out of the folder. */
function isInside(file: string): boolean {
  return file.split('/').every((part) => part !== '..' && part !== '' && !part.includes('\\'));
}

/** What a copy says, or what is wrong with its entries; undefined where it can't be read, or is not as it was sealed. */
async function sealedIn(
  path: string,
  file: string,
  kinds: readonly Kind[],
): Promise<{ readonly submission: Submission } | { readonly findings: readonly Finding[] } | undefined> {
  try {
    const { value, locate } = await readDocument(path, file);
    const read = submissionFromJson(value, locate, digestOf);
    if ('findings' in read) return undefined;
    // What an older version took may not be sound for this one: that must not count as nothing.
    const entries = submittedEntries(read.submission, kinds, locate);
    return 'findings' in entries ? entries : read;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return undefined;
  }
}

/** Sealed files of a quarter that lie among those received and that the record does not name: nobody received them. */
export async function unrecorded(
  workspace: Workspace,
  { facts }: ReceivedRecords,
  quarter: Quarter,
): Promise<readonly Finding[]> {
  const folder = join(workspace.submissions, quarter);
  const known = new Set([...facts.files.values()].map(({ file }) => file));
  const names = await inFile(placeIn(workspace, folder), () => namesIn(folder));
  return names
    .filter((name) => name.endsWith('.json') && !name.startsWith('.') && !known.has(`${quarter}/${name}`))
    .sort()
    .map((name) =>
      warning({ code: 'submission-not-recorded' }, { file: placeIn(workspace, join(folder, name)) }),
    );
}

/** A sealed file to be kept: its place below `submissions`, and its bytes as they came. */
export interface KeptSubmission {
  readonly quarter: Quarter;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Keeps what was received: the files first and the lines of the record behind them, so that a file without a line is received
 * again. Only for who holds the record's lock, with the record as it was read under it. Gives what the medium did not confirm.
 */
export async function keepReceived(
  workspace: Workspace,
  before: ReceivedRecords,
  files: readonly KeptSubmission[],
  records: readonly ReceivedRecord[],
  random: (length: number) => string,
): Promise<readonly Finding[]> {
  const unsure: Finding[] = [];
  const put = async (folder: string, name: string, bytes: Uint8Array): Promise<void> => {
    await sweepLeftovers(join(folder, OWNER));
    const file = placeIn(workspace, join(folder, name));
    const place = { folder, owner: OWNER, suffix: random(8) };
    const reason = await inFile(file, () =>
      putInto(place, name, bytes, { mode: 0o600, forced: true, action: 'output' }),
    );
    if (reason !== undefined) unsure.push(warning({ code: 'not-confirmed', reason }, { file }));
  };
  for (const { quarter, name, bytes } of files) await put(join(workspace.submissions, quarter), name, bytes);
  if (records.length > 0) {
    // Whole or not at all: nothing that was ever noted can be torn by what is added.
    const text = before.text + records.map(recordToLine).join('');
    await put(workspace.submissions, 'received.jsonl', Buffer.from(text));
  }
  if (files.length > 0 || records.length > 0) await syncFolder(workspace.home);
  return unsure;
}
