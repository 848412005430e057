import type { Kind } from '../domain/kinds/kind.ts';
import type { Ledger } from '../domain/ledger.ts';
import { ledgerFromJson } from '../domain/ledger-format.ts';
import { Refusal } from '../domain/problem.ts';
import type { KeptVersion } from '../domain/problems/file.ts';
import { documentIn } from './document.ts';

/**
 * The ledger that a file's bytes hold. Throws a Refusal `invalid` with everything that is wrong with it; `kept` are the
 * earlier versions to name where its text is lost.
 */
export async function ledgerIn(
  bytes: Uint8Array,
  file: string,
  kinds: readonly Kind[],
  kept?: () => Promise<readonly KeptVersion[]>,
): Promise<Ledger> {
  const { value, locate } = await documentIn(bytes, file, kept);
  const result = ledgerFromJson(value, kinds, locate);
  if ('findings' in result) throw new Refusal('invalid', result.findings);
  return result.ledger;
}
