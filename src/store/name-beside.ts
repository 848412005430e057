import { lstat } from './files.ts';
import { basename, dirname, join, parse } from 'node:path';

/** Why a version lies beside its file: `conflict` could not take its place, `damaged` had to leave it. */
export type Beside = 'conflict' | 'damaged';

const longestStem = 180;

/** What a version was set apart for, and the name of the file it was set apart from; undefined for every other file. */
export function setApartFrom(name: string): { readonly why: Beside; readonly of: string } | undefined {
  const [, stem = '', why] = /^([^.].*?)\.(conflict|damaged)-.*\.json$/u.exec(name) ?? [];
  return why === 'conflict' || why === 'damaged' ? { why, of: `${stem}.json` } : undefined;
}

/**
 * A free name for a version of a file that is kept beside it, such as `li-min.conflict-20240703T102105.json`; `now` is a
 * time in a form fit for names, and `suffix` random text for where two are kept in one second.
 */
export async function nameBeside(
  path: string,
  why: Beside,
  { now, suffix }: { readonly now: string; readonly suffix: string },
): Promise<string> {
  const stem = shortened(parse(path).name);
  const plain = `${stem}.${why}-${now}.json`;
  const taken = await lstat(join(dirname(path), plain)).then(
    () => true,
    () => false,
  );
  return taken ? `${stem}.${why}-${now}-${suffix}.json` : plain;
}

/** At most so many bytes of UTF-8, whole characters, since names end at 255 bytes. */
function shortened(name: string): string {
  let short = '';
  for (const character of basename(name)) {
    if (Buffer.byteLength(short + character) > longestStem) break;
    short += character;
  }
  return short;
}
