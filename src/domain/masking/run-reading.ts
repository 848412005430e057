import { isAlias, isFieldWord, isJoining, LONGEST_WORD, tellsPerson } from './field-words.ts';
import { isName, isUnusualName } from './name-forms.ts';
import { isAlsoName, isRole } from './role-words.ts';
import { nicknamesIn } from './nicknames.ts';
import { compoundSurname, isSurname } from './surnames.ts';

/**
 * A part of what a field of persons says, by what it is taken for: a `name`, the `mask` of one (梁某), a `word` of the field's
 * language, a `place` or the name of a body, or `unread`, which nobody can account for.
 */
export interface Part {
  readonly sort: 'name' | 'mask' | 'word' | 'place' | 'unread';
  readonly text: string;
}

/** What a reading costs: first of all each character that is not accounted for, then each part. */
const COST = { unread: 100, name: 5, mask: 2, maskWithGiven: 3, place: 1, word: 2, shortWord: 3 };
/** A name that has words in it is less likely one: 户外来, 吴婶的. */
const WORDY = 8;
/** Of a name beside another one, or beside what is unread, nobody knows where it ends. */
const BESIDE_NAME = 120;
const BESIDE_UNREAD = 150;

interface Path {
  readonly cost: number;
  readonly parts: readonly Part[];
}

/** The reading of a run of Han characters, without marks, that leaves the fewest of them unread. `places` are folded as names are. */
export function readRun(run: string, places: ReadonlySet<string>): readonly Part[] {
  const letters = Array.from(run);
  const paths: (Path | undefined)[][] = [[{ cost: 0, parts: [] }]];
  for (let at = 0; at < letters.length; at += 1) {
    for (const path of paths[at] ?? []) {
      if (!path) continue;
      for (const [part, cost] of partsAt(letters, at, places)) {
        const last = path.parts.at(-1);
        const total = path.cost + cost + besideCost(last, part);
        const end = at + Array.from(part.text).length;
        const state = STATES.indexOf(part.sort);
        const there = (paths[end] ??= []);
        if (total < (there[state]?.cost ?? Infinity))
          there[state] = { cost: total, parts: joined(path.parts, part) };
      }
    }
  }
  const ends = (paths[letters.length] ?? []).filter((path) => path !== undefined);
  const best = ends.reduce<Path | undefined>(
    (one, other) => (one && one.cost <= other.cost ? one : other),
    undefined,
  );
  return namesBySetting(withBodies(withoutChance(best?.parts ?? [])));
}

const STATES: readonly Part['sort'][] = ['name', 'mask', 'word', 'place', 'unread'];

function besideCost(last: Part | undefined, part: Part): number {
  if (!last) return 0;
  const [one, other] = [last.sort, part.sort];
  const names = [one, other].filter((sort) => sort === 'name').length;
  if (names === 2 || (isPerson(one) && isPerson(other))) return BESIDE_NAME;
  return names === 1 && (one === 'unread' || other === 'unread') ? BESIDE_UNREAD : 0;
}

function isPerson(sort: Part['sort']): boolean {
  return sort === 'name' || sort === 'mask';
}

function joined(parts: readonly Part[], part: Part): readonly Part[] {
  const last = parts.at(-1);
  if (part.sort !== 'unread' || last?.sort !== 'unread') return [...parts, part];
  return [...parts.slice(0, -1), { sort: 'unread', text: last.text + part.text }];
}

/** Everything that may begin at a place, and what it costs. */
function* partsAt(
  letters: readonly string[],
  at: number,
  places: ReadonlySet<string>,
): Generator<readonly [Part, number]> {
  yield [{ sort: 'unread', text: letters[at] ?? '' }, COST.unread];
  const longest = Math.min(Math.max(LONGEST_WORD, LONGEST_PLACE), letters.length - at);
  for (let length = 1; length <= longest; length += 1) {
    const text = letters.slice(at, at + length).join('');
    if (isFieldWord(text)) yield [{ sort: 'word', text }, length === 1 ? COST.shortWord : COST.word];
    if (length > 1 && places.has(text)) yield [{ sort: 'place', text }, COST.place];
    if (COUNTED.test(text)) yield [{ sort: 'word', text }, COST.word];
    const given = givenOfMask(text);
    if (given === '') yield [{ sort: 'mask', text }, COST.mask];
    else if (given !== undefined && !isFieldWord(given)) yield [{ sort: 'mask', text }, COST.maskWithGiven];
    // 社区 is one word, and 区 a surname: 社区区家明.
    else if (
      given === undefined &&
      !(letters[at - 1] === '社' && text.startsWith('区')) &&
      isNameHere(text, length)
    )
      yield [
        { sort: 'name', text },
        COST.name + (length < letters.length && isWordy(text) && !isNickname(text) ? WORDY : 0),
      ];
  }
}

function isNickname(text: string): boolean {
  return /[婆公伯叔婶姨嫂姐哥姑爷妈娘奶汉头爹傅]$/u.test(text) && nicknamesIn(text).includes(text);
}

/** What stands behind 某 in the mask of a name; undefined where the text is no mask. */
function givenOfMask(text: string): string | undefined {
  const [, surname = '', given] = MASK.exec(text) ?? [];
  return surname.length === 1 || compoundSurname(surname) === surname ? given : undefined;
}

function isNameHere(text: string, length: number): boolean {
  return (
    length > 1 && length <= LONGEST_NAME && !text.includes('某') && (isName(text, true) || isCalled(text))
  );
}

/** Whether a name begins or ends with a word, or has one in it that joins others. */
function isWordy(text: string): boolean {
  const letters = Array.from(text);
  const [first = '', second = ''] = letters;
  return (
    /[与及诉被对的等跟暨欠]/u.test(text) ||
    /^[户和向同由]/u.test(text) ||
    isFieldWord(first + second) ||
    (letters.length > 2 && isFieldWord(letters.slice(-2).join('')))
  );
}

const LONGEST_PLACE = 14;
const LONGEST_NAME = 6;
/** 十二, 三户, 二十余人. */
const COUNTED = /^第?[一二三四五六七八九十百千零〇两几]+[余多]?[人户名家位个对岁条届]?$/u;
/** 梁某, 黎某某, 禤某明. */
const MASK = /^(?![与及诉之其的等各每])(\p{Script=Han}{1,2})某{1,2}(\p{Script=Han}?)$/u;

/** 小苏, 老陈, 阿强; 冯婆婆. */
function isCalled(text: string): boolean {
  const [first = '', second = '', ...more] = Array.from(text);
  if (more.length > 0) return isNickname(text);
  return first === '阿' || ((first === '小' || first === '老') && isSurname(second) && !isFieldWord(text));
}

/** Words that may as well be a name are read by chance: 和大 in 和大国饭店, 户和平 in 户和平饭店. */
function withoutChance(parts: readonly Part[]): readonly Part[] {
  const isShort = (part?: Part): boolean => part?.sort === 'word' && Array.from(part.text).length === 1;
  const isChance = (index: number): boolean => {
    const [part, next] = [parts[index], parts[index + 1]];
    if (part && isShort(part) && isSurname(part.text) && isAlsoName(next?.text ?? '')) return true;
    if (part?.sort !== 'word' || !next || /^[其之的各该本某]$/u.test(next.text)) return false;
    if (isShort(part)) return isShort(next) && isSurname(part.text);
    // 和平 is a word that people are named by too: 和平东.
    return (isShort(next) || isPerson(next.sort)) && isRole(part.text) && isName(part.text, true);
  };
  return parts
    .map((part, index): Part => (isChance(index) || isChance(index - 1) ? { ...part, sort: 'unread' } : part))
    .reduce<readonly Part[]>(joined, []);
}

/** Trades and endings that only a body has: what stands in front and can be nobody's name is its name. */
const BODY_WORD =
  /(?:公司|集团|合作社|厂|店|馆|行|场|站|部|中心|学校|小学|中学|医院|银行|信用社|园|队|协会|商会|工作室|民宿|酒家)$/u;
const SHOP = /[店馆部行]$/u;

/** 兴隆 in 兴隆建材店 is the name of the shop, since nobody is called so; 温玉莲饭店 has its owner's. */
function withBodies(parts: readonly Part[]): readonly Part[] {
  return parts.map((part, index): Part => {
    if (part.sort !== 'unread') return part;
    let ending = '';
    for (const next of parts.slice(index + 1)) {
      if (next.sort !== 'word' || isJoining(next.text)) break;
      ending += next.text;
      if (BODY_WORD.test(ending)) break;
    }
    const letters = Array.from(part.text);
    const longest = SHOP.test(ending) ? 2 : 4;
    const mayBeNamed = letters.some((letter, at) => isSurname(letter) && at < letters.length - 1);
    const isBody = BODY_WORD.test(ending) && letters.length > 1 && letters.length <= longest && !mayBeNamed;
    return isBody ? { sort: 'place', text: part.text } : part;
  });
}

/** What stands behind 外号 or 叫 is a name, and so is what ends behind 村民 or 的 and looks like nothing else (阿依古丽). */
function namesBySetting(parts: readonly Part[]): readonly Part[] {
  const found: Part[] = [];
  for (let at = 0; at < parts.length;) {
    const end = parts.findIndex((part, index) => index >= at && !isOpen(part));
    const blob = parts.slice(at, end === -1 ? parts.length : end);
    const text = blob.map((part) => part.text).join('');
    if (blob.length > 0)
      found.push(
        ...(isNamed(text, blob, parts[at - 1], parts[at + blob.length])
          ? [{ sort: 'name', text } as const]
          : blob),
      );
    const next = parts[at + blob.length];
    if (next) found.push(next);
    at += blob.length + 1;
  }
  return found;
}

function isOpen({ sort }: Part): boolean {
  return sort === 'unread' || sort === 'name';
}

function isNamed(
  text: string,
  blob: readonly Part[],
  before: Part | undefined,
  after: Part | undefined,
): boolean {
  if (blob.length === 1 && blob[0]?.sort === 'name') return true;
  const { length } = Array.from(text);
  const isClosed = !after || (after.sort === 'word' && (after.text === '的' || isJoining(after.text)));
  if (before?.sort !== 'word' || !isClosed || length < 2) return false;
  if (isAlias(before.text) && length <= 4) return true;
  return (tellsPerson(before.text) || before.text === '的') && length > 2 && isUnusualName(text);
}
