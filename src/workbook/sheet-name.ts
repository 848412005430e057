/** Excel takes two sheets' names for one if only their case differs; this is the key to compare by. */
export function foldSheet(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
