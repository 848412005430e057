import { join } from 'node:path';
import type { StorageAction } from '../domain/problems/file.ts';
import {
  moveOver,
  removeQuietly,
  storageRefusal,
  syncFolder,
  temporaryName,
  writeDurably,
  writeNew,
} from './durable-file.ts';
import { mkdir } from './files.ts';

const patienceMs = 10_000;

/**
 * Puts a file into a folder of the tool's own, whole or not at all; the folder is made where there is none. The helper file
 * has the name of the `owner`, whoever holds whose lock may sweep it. Throws a Refusal `storage` with the action that failed.
 * What
 * is not `forced` onto the medium may be gone after a power cut; of what is, the reason is given where the medium can't say
 * that it has the name.
 */
export async function putInto(
  { folder, owner, suffix }: { readonly folder: string; readonly owner: string; readonly suffix: string },
  name: string,
  bytes: Uint8Array,
  {
    mode,
    forced,
    action,
  }: { readonly mode: number; readonly forced: boolean; readonly action: StorageAction },
): Promise<string | undefined> {
  const temporary = temporaryName(join(folder, owner), suffix);
  try {
    await mkdir(folder);
    await (forced ? writeDurably : writeNew)(temporary, bytes, mode);
    await moveOver(temporary, join(folder, name), patienceMs);
  } catch (thrown) {
    await removeQuietly(temporary);
    throw storageRefusal(action, join(folder, name), thrown);
  }
  return forced ? syncFolder(folder) : undefined;
}
