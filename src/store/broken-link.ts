import { lstat } from './files.ts';

import { type Refusal, refusal } from '../domain/problem.ts';
import { errnoOf } from './errno.ts';

/** The refusal of a symbolic link that leads nowhere or in a circle, where that is why a path could not be followed. */
export async function brokenLink(path: string, thrown: unknown): Promise<Refusal | undefined> {
  const reason = errnoOf(thrown);
  const leads = reason === 'ELOOP' ? 'in-a-circle' : 'nowhere';
  if (leads === 'nowhere' && !(reason === 'ENOENT' && (await isLink(path)))) return undefined;
  return refusal('misuse', { code: 'link-broken', leads }, { file: path }, { cause: thrown });
}

/** Whether a symbolic link is at a path, wherever it leads. */
export async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
}
