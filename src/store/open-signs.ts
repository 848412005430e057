import { readdir } from './files.ts';
import { basename, dirname } from 'node:path';

/** Excel and WPS put `~$` before a name, or over its first two characters where it is long; LibreOffice adds `.~lock.` and `#`. */
export function officeSigns(name: string): readonly string[] {
  return [`~$${name}`, `~$${name.slice(2)}`, `.~${name}`, `.~lock.${name}#`];
}

/** vim lays a swap file beside what it has open, Emacs a link. */
function editorSigns(name: string): readonly string[] {
  return ['swp', 'swo', 'swn'].map((ending) => `.${name}.${ending}`).concat(`.#${name}`);
}

/** The names of the files by which programs say that they have this one open; none where the folder can't be read. */
export async function openSigns(path: string): Promise<readonly string[]> {
  const name = basename(path);
  const signs = new Set([...officeSigns(name), ...editorSigns(name)]);
  const names = await readdir(dirname(path)).catch((): string[] => []);
  return names.filter((one) => signs.has(one)).sort();
}
