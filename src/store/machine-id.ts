import { link, mkdir, readFile, rename } from './files.ts';
import { join } from 'node:path';

import { removeQuietly, temporaryName, writeNew } from './durable-file.ts';
import { errnoOf } from './errno.ts';

/** So many letters and digits: no two machines draw the same. */
const LENGTH = 24;
const NAME = 'machine-id';
const form = /^[a-z0-9]{24}$/;

/**
 * The random id of this machine, which tells apart PCs that were cloned and share their names: kept in the user's folder for
 * settings, and made there the first time. Null where it can't be kept, or something else stands there: then no lock is ever
 * taken for a dead one's. Only for who writes; reading commands leave no trace.
 */
export async function machineIdIn(
  folder: string,
  random: (length: number) => string,
): Promise<string | null> {
  const path = join(folder, NAME);
  return (await kept(path)) ?? (await make(folder, path, random));
}

/** The id of this machine, null where it has none yet; leaves no trace. */
export async function machineIdKept(folder: string): Promise<string | null> {
  return (await kept(join(folder, NAME))) ?? null;
}

/** The id that is kept, undefined where there is none; what is no id is never replaced, for somebody may have a reason. */
async function kept(path: string): Promise<string | null | undefined> {
  try {
    const text = (await readFile(path)).toString('latin1').trim();
    return form.test(text) ? text : null;
  } catch (thrown) {
    return errnoOf(thrown) === 'ENOENT' ? undefined : null;
  }
}

/** A link appears whole and only where nothing is, so that of two first runs both get the id of one. */
async function make(
  folder: string,
  path: string,
  random: (length: number) => string,
): Promise<string | null> {
  const own = temporaryName(path, random(8));
  try {
    await mkdir(folder);
    await writeNew(own, Buffer.from(`${random(LENGTH)}\n`), 0o600);
    // Media without links: of two first runs at once one may then find its lock unbroken, and never broken wrongly.
    await link(own, path).catch(async (thrown: unknown) => {
      if (errnoOf(thrown) !== 'EEXIST') await rename(own, path);
    });
    return (await kept(path)) ?? null;
  } catch (thrown) {
    errnoOf(thrown);
    return null;
  } finally {
    await removeQuietly(own);
  }
}
