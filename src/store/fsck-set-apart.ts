import { join } from 'node:path';
import { Refusal } from '../domain/problem.ts';
import { digestOf } from './digest.ts';
import { readBytes } from './file-bytes.ts';
import { setApartFrom } from './name-beside.ts';
import type { Workspace } from './workspace.ts';

/** The SHA-256 of each file that was set apart from a judge's ledger; one that can't be read has none. */
export async function setApartDigests(
  workspace: Workspace,
  names: readonly string[],
  judge: string,
): Promise<readonly string[]> {
  const own = names.filter((name) => setApartFrom(name)?.of === `${judge}.json`);
  const digests: string[] = [];
  for (const name of own) {
    try {
      digests.push(digestOf((await readBytes(join(workspace.ledgers, name))).bytes));
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
    }
  }
  return digests;
}
