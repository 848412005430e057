import { nameKey } from './folded-text.ts';
import { endsInRole, isBody, isRole, isSurelyBody, withoutFollowers } from './role-words.ts';
import { compoundSurname, isSurname } from './surnames.ts';

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

const SEPARATORS = /[、，,；;：:／/|｜\r\n。（）()【】[\]《》〈〉“”"‘’+＋&＆]+/u;
/** 其妻, 之子, 曾用名: another name follows. */
const RELATED =
  /(?:及|和|与)?(?:其|之|的)(?:父亲?|母亲?|儿子|子|女儿|女|妻子?|丈夫|夫|兄|弟|姐|妹|孙子?|配偶)|曾用名|真名|又名|原名|别名|绰号/gu;
/** What a party is in a case, in front of its name and a colon. */
const STATION =
  /^(?:原告|被告|第三人|自诉人|被告人|负责人|经营者|法定代表人|(?:被)?(?:申请人|上诉人|申请执行人|执行人))$/u;
const JOINED = ['与', '和', '及', '跟', '诉', '暨', '同'];
/** No list of names goes on for so long without a mark between them. */
const LONGEST_PIECE = 60;
const HAN = /^\p{Script=Han}+$/u;
const DOTTED = /^\p{Script=Han}+(?:[·•・‧∙･．]\p{Script=Han}+)+$/u;
const LATIN = /^\p{Script=Latin}[\p{Script=Latin}.'’-]*(?:\s+\p{Script=Latin}[\p{Script=Latin}.'’-]*)*$/u;
/** What somebody has made nameless already: 梁某, 黎某某, 禤某明, 李×. */
const NAMELESS = /[某×＊*○〇]|x{1,3}$/iu;
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

/** The pieces between marks, and between words that tell whose relative or under which other name somebody is. */
function parted(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(RELATED, '、')
    .split(SEPARATORS);
}

/** The parties that a field of persons says, bodies too, as they are told apart; and how many more there are: `等四人`. */
export function partiesIn(text: string): { readonly parties: readonly string[]; readonly more: string } {
  const plain = text.normalize('NFKC').replaceAll(/[(（][^()（）]*[)）]/gu, '');
  const more = /等(?:共|约)?[\d一二两三四五六七八九十百余多]*[人户名家位]?/u.exec(plain)?.[0] ?? '';
  const parties = parted(plain)
    .map((piece) => piece.trim())
    .filter((piece) => !STATION.test(piece))
    .flatMap(eachParty)
    .flatMap((piece) => {
      const names = namesIn(piece, true).map(({ name }) => name);
      return names.length > 0 ? names : [nameKey(piece)];
    })
    .filter((piece) => piece !== '' && !isDetail(piece));
  return { parties: [...new Set(parties)], more };
}

/** What is said of a party beside its name: 男, 汉族, 1970年生. */
function isDetail(piece: string): boolean {
  return /^[男女]$|\d|族$|^(?:生|出生|住|现住|户籍)/u.test(piece);
}

function eachParty(piece: string): readonly string[] {
  if (namesIn(piece, false).length === 1 && isName(piece.trim())) return [piece];
  const at = JOINED.slice(0, 4)
    .concat('诉')
    .flatMap((word) => placesOf(piece, word))
    .sort((one, other) => one - other)
    .find((place) => place > 1 && place < piece.trim().length - 1);
  return at === undefined ? [piece] : [piece.slice(0, at), ...eachParty(piece.slice(at + 1))];
}

/** Blanks part words, but not the characters of one name: `梁 大 强`, `陈 小明`. */
function apart(piece: string): readonly string[] {
  const words = piece.trim().split(/\s+/u);
  if (words.length === 1 || LATIN.test(piece.trim())) return [piece];
  const found: string[] = [];
  let spread = '';
  for (const word of words) {
    const isOne = Array.from(word).length === 1;
    const whole = Array.from(spread).length + Array.from(word).length;
    if (isOpen(spread) && whole <= 4 && (isOne || isSurnameAlone(spread))) spread += word;
    else {
      found.push(spread);
      spread = word;
    }
    // `梁 大强 陈 小明`: a name that was closed by a longer word takes no more.
    if (!isOne && spread !== word) {
      found.push(spread);
      spread = '';
    }
  }
  return [...found, spread].filter((word) => word !== '');
}

/** Whether more of a name may follow behind a blank: a surname, or characters that all stood alone. */
function isOpen(spread: string): boolean {
  const letters = Array.from(spread);
  return spread !== '' && (isSurnameAlone(spread) || isSurname(letters[0] ?? '')) && letters.length <= 3;
}

function isSurnameAlone(text: string): boolean {
  return Array.from(text).length === 1 ? isSurname(text) : compoundSurname(text) === text;
}

function readingOf(piece: string, only: boolean, known: Map<string, Reading>): Reading {
  const made = known.get(piece);
  if (made) return made;
  let best = singleReading(piece, only);
  // A text that long is no list of names; it is parted all the same, at the first word that joins.
  const places = JOINED.flatMap((word) => placesOf(piece, word)).slice(
    0,
    piece.length > LONGEST_PIECE ? 1 : 20,
  );
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

function placesOf(text: string, word: string): number[] {
  return Array.from(text.matchAll(new RegExp(word, 'gu')), ({ index }) => index);
}

const NOBODY: Reading = { names: [], weight: 0 };

function singleReading(piece: string, only: boolean): Reading {
  if (piece.length > LONGEST_PIECE) return NOBODY;
  const plain = piece.replace(COUNTED, '').replace(/等$/u, '');
  const core = withoutFollowers(plain);
  for (const text of new Set([plain, core])) {
    if (isName(text, only) && !NAMELESS.test(text)) return found(text, '');
  }
  for (const text of new Set([core, plain])) {
    const letters = Array.from(text);
    for (let cut = 1; cut < letters.length - 1; cut += 1) {
      const [before, rest] = [letters.slice(0, cut).join(''), letters.slice(cut).join('')];
      // 社区 is one word, and 区 a surname: 社区区家明.
      if (before.endsWith('社') && rest.startsWith('区')) continue;
      if (endsInRole(before) && isName(rest) && !NAMELESS.test(rest)) return found(rest, before);
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

/** A name by its form: a surname with one or two characters behind it, names of several parts, Latin words. */
function isName(text: string, only = false): boolean {
  if (DOTTED.test(text)) return true;
  if (LATIN.test(text)) return /\s/u.test(text);
  if (!HAN.test(text) || isRole(text, only)) return false;
  const { length } = Array.from(text);
  const compound = compoundSurname(text);
  if (compound !== undefined) {
    const given = length - compound.length;
    if (given >= 1 && given <= 2 && !isSurelyBody(text)) return true;
  }
  if (length < 2 || length > 3 || !isSurname(text.slice(0, 1))) return false;
  const isNoName = length === 3 || only ? isSurelyBody(text) : isBody(text);
  return !(isNoName || (length === 3 && isRole(text.slice(1))));
}

/** Where only persons are said: not a body, no role, no count. */
function isUnusualName(text: string): boolean {
  if (NAMELESS.test(text)) return false;
  if (LATIN.test(text)) return text.length > 1;
  const { length } = Array.from(text);
  if (!HAN.test(text) || length < 2 || length > 6 || isRole(text) || isBody(text)) return false;
  return !(
    endsInRole(text) ||
    /^[其一二两三四五六七八九十各该本双全]|[们等工人员户矿石]$|[不未待见同如以详暂无没略住]/u.test(text)
  );
}
