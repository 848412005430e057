import { nameKey } from './folded-text.ts';
import { isName, isNameless, isUnusualName } from './name-forms.ts';
import { apart, JOINED, parted, placesOf } from './name-pieces.ts';
import { endsInRole, withoutFollowers } from './role-words.ts';

/** A name that a text gives, as it is compared, and what stands in front of it: `法官`, `村委会主任`. */
export interface FoundName {
  readonly name: string;
  readonly before: string;
}

/** A piece of what a field of people says, and the people in it. */
interface Reading {
  readonly names: readonly FoundName[];
  /** How much of the text is names: of two readings the one that explains more is meant. */
  readonly weight: number;
}

/** No list of names goes on for so long without a mark between them. */
const LONGEST_PIECE = 60;
const COUNTED = /等?(?:共|约)?[\d一二两三四五六七八九十百多余几数]+(?:[人户名家位]|个人).{0,2}$/u;

/**
 * The names in a field of people. `only`: the field holds nothing but persons and bodies, so that what is neither a body nor
 * a role is a name however unusual (阿依古丽); elsewhere a name is known by its surname.
 */
export function namesIn(text: string, only: boolean): readonly FoundName[] {
  return parted(text)
    .flatMap(apart)
    .flatMap((piece) => readingOf(piece.trim(), only, new Map()).names);
}

function readingOf(piece: string, only: boolean, known: Map<string, Reading>): Reading {
  const made = known.get(piece);
  if (made) return made;
  if (piece.length > LONGEST_PIECE) return longReading(piece, only, known);
  let best = singleReading(piece, only);
  const places = JOINED.flatMap((word) => placesOf(piece, word)).slice(0, 20);
  for (const at of places) {
    const [left, right] = [piece.slice(0, at).trim(), piece.slice(at + 1).trim()];
    if (left === '' || right === '') continue;
    const [one, other] = [readingOf(left, only, known), readingOf(right, only, known)];
    const weight = one.weight + other.weight;
    if (weight > best.weight) best = { names: [...one.names, ...other.names], weight };
  }
  known.set(piece, best);
  return best;
}

/** A text that long is no list of names; it is parted all the same, at every word that joins. */
function longReading(piece: string, only: boolean, known: Map<string, Reading>): Reading {
  const pieces = piece
    .split(new RegExp(JOINED.join('|'), 'u'))
    .filter((part) => part.length <= LONGEST_PIECE);
  const read = pieces.map((part) => readingOf(part.trim(), only, known));
  return {
    names: read.flatMap(({ names }) => names),
    weight: read.reduce((sum, { weight }) => sum + weight, 0),
  };
}

const NOBODY: Reading = { names: [], weight: 0 };

function singleReading(piece: string, only: boolean): Reading {
  const plain = piece.replace(COUNTED, '').replace(/等$/u, '');
  const core = withoutFollowers(plain);
  for (const text of new Set([plain, core])) {
    if (isName(text, only) && !isNameless(text)) return found(text, '');
  }
  for (const text of new Set([core, plain])) {
    const letters = Array.from(text);
    for (let cut = 1; cut < letters.length - 1; cut += 1) {
      const [before, rest] = [letters.slice(0, cut).join(''), letters.slice(cut).join('')];
      // 社区 is one word, and 区 a surname: 社区区家明.
      if (before.endsWith('社') && rest.startsWith('区')) continue;
      if (endsInRole(before) && isName(rest) && !isNameless(rest)) return found(rest, before);
    }
  }
  return only && plain === core && !COUNTED.test(piece) && isUnusualName(core) ? unusual(core) : NOBODY;
}

function found(name: string, before: string): Reading {
  const key = nameKey(name);
  return { names: [{ name: key, before }], weight: key.length };
}

/** A guess explains less than two names that are known by their form: 陈和平与李四. */
function unusual(name: string): Reading {
  return { ...found(name, ''), weight: JOINED.some((word) => name.includes(word)) ? 1 : name.length };
}
