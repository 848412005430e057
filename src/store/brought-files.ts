import type { Kind } from '../domain/kinds/kind.ts';
import { error, Refusal, type Finding } from '../domain/problem.ts';
import { submittedEntries } from '../domain/receiving/admission.ts';
import type { BroughtFile } from '../domain/receiving/plan.ts';
import { submissionFromJson } from '../domain/submission-format.ts';
import { broughtIn, type Brought } from './brought.ts';
import { digestOf } from './digest.ts';
import { documentIn } from './document.ts';
import { recordsIn } from './received.ts';
import { placeIn, type Workspace } from './workspace.ts';

/**
 * Every file that was brought, with what it is by its content; its name tells nothing. A submission's entries are looked at as
 * strictly as those of a ledger. Throws as broughtIn does.
 */
export async function readBrought(
  workspace: Workspace,
  paths: readonly string[],
  kinds: readonly Kind[],
): Promise<readonly BroughtFile[]> {
  const files: BroughtFile[] = [];
  for await (const brought of broughtIn(paths))
    files.push(await understood(brought, placeIn(workspace, brought.path), kinds));
  return files;
}

async function understood(brought: Brought, file: string, kinds: readonly Kind[]): Promise<BroughtFile> {
  if ('instead' in brought) return { file, sort: 'instead', instead: brought.instead };
  if ('problem' in brought) return { file, sort: 'damaged', findings: [error(brought.problem, { file })] };
  const { bytes } = brought;
  const damaged = (findings: readonly Finding[]): BroughtFile => ({
    file,
    sort: 'damaged',
    findings,
    sha256: digestOf(bytes),
  });
  try {
    if (isRecord(bytes)) {
      const { records, damaged: lines } = await recordsIn(bytes, file);
      return lines.length > 0 ? damaged(lines) : { file, sort: 'record', records };
    }
    const { value, locate } = await documentIn(bytes, file);
    const name = formatOf(value);
    if (name === 'liaison-ledger') return { file, sort: 'instead', instead: 'ledger' };
    if (name === 'liaison-roster') return { file, sort: 'instead', instead: 'roster' };
    if (name !== 'liaison-submission') return { file, sort: 'instead', instead: 'other' };
    const read = submissionFromJson(value, locate, digestOf);
    if ('findings' in read) return damaged(read.findings);
    const entries = submittedEntries(read.submission, kinds, locate);
    if ('findings' in entries) return damaged(entries.findings);
    return { file, sort: 'submission', submission: read.submission, bytes };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return wasSubmission(bytes, file)
      ? damaged(thrown.findings)
      : { file, sort: 'instead', instead: 'other' };
  }
}

function formatOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('format' in value)) return undefined;
  return typeof value.format === 'string' ? value.format.split('/')[0] : undefined;
}

function isRecord(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\{"format": ?"liaison-received\//u.test(
    Buffer.from(bytes.subarray(0, 64)).toString('latin1'),
  );
}

/** Whether what can't be read as JSON was a submission once: cut, in another encoding, or nothing of it left but the name. */
function wasSubmission(bytes: Uint8Array, file: string): boolean {
  if (bytes.every((byte) => byte === 0)) return /\.json(?:\.txt)?$|报送件.*\.txt$/iu.test(file);
  const start = Buffer.from(bytes.subarray(0, 4096));
  const isIn = (encoding: BufferEncoding): boolean =>
    start.toString(encoding).includes('liaison-submission/');
  return isIn('latin1') || isIn('utf16le') || isIn16(start);
}

/** UTF-16 with the high byte first. */
function isIn16(start: Buffer): boolean {
  const swapped = Buffer.from(start.subarray(0, start.length - (start.length % 2))).swap16();
  return swapped.toString('utf16le').includes('liaison-submission/');
}
