import { textOf, type Entry } from './entry.ts';
import { townNamed, villageNamed, type Roster } from './roster.ts';

/** Town and village of an entry with aliases folded: the same place has the same key. */
export function placeKey(roster: Roster, entry: Entry): string {
  const town = townNamed(roster, textOf(entry, 'town'));
  const village = textOf(entry, 'village');
  const known = town && villageNamed(town, village);
  return `${town?.name ?? textOf(entry, 'town')}\n${known?.name ?? village}`;
}
