import { foldName, townNamed, villageNamed, type Roster, type Town, type Village } from '../roster.ts';

/** A town, and the village behind its name where a cell says both: 太平镇马山社区. */
export interface PlaceMeant {
  readonly town: Town;
  readonly village?: string;
}

/** The town that a text names, alone or with a village behind it, or behind the county's name; undefined where it names none. */
export function placeMeant(roster: Roster, typed: string): PlaceMeant | undefined {
  const named = townNamed(roster, typed);
  if (named) return { town: named };
  const text = foldName(typed);
  for (const candidate of [text, text.replace(/^.{1,8}?县/u, '')]) {
    const town = townNamed(roster, candidate);
    if (town) return { town };
    const found = longestPrefix(roster, candidate);
    if (found) return found;
  }
  return undefined;
}

function longestPrefix(roster: Roster, text: string): PlaceMeant | undefined {
  let best: PlaceMeant | undefined;
  let longest = 0;
  for (const town of roster.towns) {
    for (const name of [town.name, ...town.aliases].map(foldName)) {
      const village = text.slice(name.length).replace(/^[、，,·\-—/\\]+/u, '');
      if (name.length <= longest || !text.startsWith(name) || village === '') continue;
      // 太平 in front of 太平桥 names no town: only a village that the roster has makes an alias one.
      if (name !== foldName(town.name) && !villageMeant(town, village)) continue;
      best = { town, village };
      longest = name.length;
    }
  }
  return best;
}

const ENDINGS: readonly string[] = [
  '村',
  '社区',
  '居委会',
  '村委会',
  '村民委员会',
  '居民委员会',
  '居',
  '委会',
  '民委员会',
];

/**
 * The village of a town that a text means: by name or alias, without 村 or 社区 where only one fits, with 委会 behind it, or with
 * the town's name in front.
 */
export function villageMeant(town: Town, typed: string): Village | undefined {
  const text = foldName(typed);
  const named = villageNamed(town, text);
  if (named) return named;
  const own = [town.name, ...town.aliases]
    .map(foldName)
    .find((name) => text.startsWith(name) && text !== name);
  const bare = own === undefined ? text : text.slice(own.length);
  const fitting = town.villages.filter(({ name, aliases }) =>
    [name, ...aliases].map(foldName).some((one) => isMeant(one, bare)),
  );
  const [only, ...others] = fitting;
  return others.length === 0 ? only : undefined;
}

function isMeant(name: string, text: string): boolean {
  return name === text || ENDINGS.some((ending) => name === text + ending || name + ending === text);
}
