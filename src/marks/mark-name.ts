/**
 * A name as marks are compared: full and half width are one (NFKC), case doesn't count, blanks of every kind go, and
 * what an IME types for a dot is one. Only for comparing; NFKC changes names that are written out.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll('。', '.')
    .toLowerCase();
}
