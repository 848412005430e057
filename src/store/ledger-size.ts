import type { Kind } from '../domain/kinds/kind.ts';
import type { Ledger } from '../domain/ledger.ts';
import { ledgerToText } from '../domain/ledger-format.ts';
import { refusal } from '../domain/problem.ts';
import { LARGEST_FILE } from './file-bytes.ts';

/** So many entries become text at a time. */
export const AT_ONCE = 2_000;

/**
 * Refuses a ledger whose file would be larger than any that is read: it could be saved and never opened again. It is measured in
 * pieces, since the whole text of one that is too large is what there may be no room for. Throws a Refusal `invalid`
 * (`ledger-too-large`) that says `file`, as people are told it.
 */
export function assertReadable(ledger: Ledger, kinds: readonly Kind[], file: string): void {
  const bytesOf = (entries: Ledger['entries']): number =>
    Buffer.byteLength(ledgerToText({ ...ledger, entries }, kinds));
  const frame = bytesOf([]);
  let bytes = frame;
  for (let at = 0; at < ledger.entries.length; at += AT_ONCE)
    bytes += bytesOf(ledger.entries.slice(at, at + AT_ONCE)) - frame;
  assertLength(bytes, file);
}

/** Refuses so many bytes, as `assertReadable` does. */
export function assertLength(bytes: number, file: string): void {
  if (bytes <= LARGEST_FILE) return;
  throw refusal('invalid', { code: 'ledger-too-large', bytes, limit: LARGEST_FILE }, { file });
}
