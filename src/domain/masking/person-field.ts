import { isFieldWord, isJoining } from './field-words.ts';
import { nameKey, visible } from './folded-text.ts';
import { isName, isUnusualName, LATIN } from './name-forms.ts';
import { apart } from './name-pieces.ts';
import { readRun, type Part } from './run-reading.ts';
import { compoundSurname, isSurname } from './surnames.ts';

/** What stands between two marks of a field of persons. */
export interface Piece {
  /** Where it stands in the original, by UTF-16 units. */
  readonly from: number;
  readonly to: number;
  readonly parts: readonly Part[];
  /** The mark behind it, and whether it stands in brackets. */
  readonly mark: string;
  readonly isInBrackets: boolean;
  /** Whether all of it is accounted for. */
  readonly isRead: boolean;
  /** Whether every name in it is surely one person. */
  readonly isSure: boolean;
}

/** A field of persons as it is understood. */
export interface PersonField {
  readonly pieces: readonly Piece[];
  /** Whether all of it is accounted for: as names, as words, as places and bodies. */
  readonly isRead: boolean;
  /** Whether marks may tear a name apart, so that not even where a piece ends is known. */
  readonly isTorn: boolean;
  /** The names, as they are compared. */
  readonly names: readonly string[];
  /** The words of names of several parts, by which a person is called as well: 买买提 of 阿依古丽·买买提. */
  readonly halves: ReadonlyMap<string, string>;
  /** What may be a name in the parts that nobody can account for. */
  readonly candidates: readonly string[];
}

const DOT = '·•・‧∙･';
const DOTTED = new RegExp(`^\\p{Script=Han}+(?:[${DOT}]\\p{Script=Han}+)+$`, 'u');
const BY_DOT = new RegExp(`[${DOT}]`, 'u');
const OPEN = /[([{<《【〔（]/u;
const CLOSE = /[)\]}>》】〕）]/u;

/**
 * Reads a field of persons so that every run of Han or Latin characters is accounted for, or said not to be. What is left over may
 * be anybody's name, so that the field must not be shown.
 */
export function readPersons(text: string, places: ReadonlySet<string>): PersonField {
  const pieces: Piece[] = [];
  const [names, halves, candidates] = [new Set<string>(), new Map<string, string>(), new Set<string>()];
  let depth = 0;
  for (const { from, to, plain, mark } of spread(text)) {
    const read = readPiece(plain, places);
    for (const name of read.names) names.add(name);
    for (const [half, whole] of read.halves) halves.set(half, whole);
    for (const name of read.candidates) candidates.add(name);
    const { parts, isRead, isSure } = read;
    if (parts.length > 0 || !isRead)
      pieces.push({ from, to, parts, mark, isInBrackets: depth > 0, isRead, isSure });
    if (OPEN.test(mark)) depth += 1;
    if (CLOSE.test(mark)) depth = Math.max(0, depth - 1);
  }
  const isTorn = pieces.some(({ parts, isRead }) => !isRead && parts.every((part) => part.text.length === 1));
  if (isTorn) for (const name of tornNames(pieces)) candidates.add(name);
  return {
    pieces,
    isRead: pieces.every(({ isRead }) => isRead),
    isTorn,
    names: [...names],
    halves,
    candidates: [...candidates].filter((name) => !names.has(name)),
  };
}

/** The text between marks. A mark within a Latin name is none, nor is a dot that parts a name. */
function* spread(text: string): Generator<{ from: number; to: number; plain: string; mark: string }> {
  let [from, at, plain] = [0, 0, ''];
  for (const character of text) {
    const seen = visible(character);
    const next = visible(text.slice(at + character.length, at + character.length + 2));
    if (isContent(seen) || isInLatin(plain, seen, next) || isMaskMark(plain, seen)) {
      plain += isMaskMark(plain, seen) ? '某' : seen;
    } else {
      yield { from, to: at, plain, mark: seen };
      [from, plain] = [at + character.length, ''];
    }
    at += character.length;
  }
  yield { from, to: at, plain, mark: '' };
}

function isContent(seen: string): boolean {
  return new RegExp(`^[\\p{Script=Han}\\p{Script=Latin}\\d \\t\\u3000${DOT}]*$`, 'u').test(seen);
}

function isInLatin(plain: string, seen: string, next: string): boolean {
  return /^[.'’-]$/u.test(seen) && /\p{Script=Latin}$/u.test(plain) && /^[\p{Script=Latin} ]/u.test(next);
}

/** 李×, 李**: somebody has made a name nameless already. */
function isMaskMark(plain: string, seen: string): boolean {
  return /^[×*○〇]$/u.test(seen) && /\p{Script=Han}$/u.test(plain);
}

interface PieceReading {
  readonly parts: readonly Part[];
  readonly isRead: boolean;
  readonly isSure: boolean;
  readonly names: readonly string[];
  readonly halves: ReadonlyMap<string, string>;
  readonly candidates: readonly string[];
}

function readPiece(plain: string, places: ReadonlySet<string>): PieceReading {
  const readings = apart(plain.trim())
    .map((word) => word.replaceAll(/\s+/gu, LATIN.test(word.trim()) ? ' ' : ''))
    .filter((word) => word !== '')
    .map((word) => readWord(word, places));
  return together(readings);
}

function together(readings: readonly PieceReading[]): PieceReading {
  return {
    parts: readings.flatMap(({ parts }) => parts),
    isRead: readings.every(({ isRead }) => isRead),
    isSure: readings.every(({ isSure }) => isSure),
    names: readings.flatMap(({ names }) => names),
    halves: new Map(readings.flatMap(({ halves }) => [...halves])),
    candidates: readings.flatMap(({ candidates }) => candidates),
  };
}

function readWord(word: string, places: ReadonlySet<string>): PieceReading {
  if (LATIN.test(word)) return latinWord(word);
  if (DOTTED.test(word)) return dottedWord(word, places);
  const parts = word
    .split(/(\p{Script=Han}+|\p{Script=Latin}[\p{Script=Latin} .'’-]*|\d+)/u)
    .flatMap((run): readonly Part[] => {
      if (/^\p{Script=Han}/u.test(run)) return readRun(run, places);
      if (/^\d/u.test(run)) return [{ sort: 'word', text: run }];
      if (!/^\p{Script=Latin}/u.test(run)) return [];
      return [{ sort: isLatinWord(run) ? 'word' : 'unread', text: run }];
    });
  const isUnread = parts.some(({ sort }) => sort === 'unread');
  // A guess: what is no role and no body, where only persons are said.
  if (isUnread && /^\p{Script=Han}+$/u.test(word) && isUnusualName(word))
    return { ...guessed([word]), parts: [{ sort: 'name', text: word }] };
  const names = parts.filter(isClear).map(({ text }) => text);
  const isBeside = parts.some((part, index) => part.sort === 'name' && parts[index - 1]?.sort === 'name');
  const guess = guessed(names);
  const isRead = !isUnread && !isBeside;
  const candidates = [...guess.candidates, ...candidatesIn(parts), ...names.flatMap(otherReadings)];
  return { ...guess, parts, isRead, isSure: isRead && guess.isSure, candidates };
}

/** Of a name whose form nobody knows somebody may be told by a part, or two be told by it. */
function guessed(names: readonly string[]): PieceReading {
  const candidates = names
    .filter((name) => Array.from(name).length > 3 && compoundSurname(name) === undefined)
    .flatMap((name) => candidatesIn([{ sort: 'unread', text: name }]));
  return { ...NOTHING, names: names.map(nameKey), candidates, isSure: candidates.length === 0 };
}

const NOTHING: PieceReading = {
  ...{ parts: [], isRead: true, isSure: true, names: [], candidates: [] },
  halves: new Map(),
};

/** A single letter, or what stands between parties: A公司, 梁某 vs 陈某. */
function isLatinWord(run: string): boolean {
  return /^(?:[a-z]|vs|tel|qq)\.?$/iu.test(run.trim());
}

function latinWord(word: string): PieceReading {
  if (isLatinWord(word)) return { ...NOTHING, parts: [{ sort: 'word', text: word }] };
  const parties = word.split(/\s+vs\.?\s+/iu);
  return {
    ...NOTHING,
    parts: parties.flatMap((text, index): readonly Part[] => [
      ...(index > 0 ? [{ sort: 'word', text: '诉' } as const] : []),
      { sort: 'name', text },
    ]),
    names: parties.map(nameKey),
  };
}

/** A name of several parts with words around it: 村民阿依古丽·买买提等五人. */
function dottedWord(word: string, places: ReadonlySet<string>): PieceReading {
  const halves = word.split(BY_DOT).map((half) => readRun(half, places));
  const [first = [], last = []] = [halves[0], halves.at(-1)];
  const isWord = ({ sort }: Part): boolean => sort === 'word' || sort === 'place';
  const before = first.slice(
    0,
    Math.max(
      0,
      first.findIndex((part) => !isWord(part)),
    ),
  );
  const after = last.slice(last.findLastIndex((part) => !isWord(part)) + 1);
  const behind = after.length < last.length ? after : [];
  const size = (parts: readonly Part[]): number => parts.reduce((sum, { text }) => sum + text.length, 0);
  const within = [
    first.slice(before.length),
    ...halves.slice(1, -1),
    last.slice(0, last.length - behind.length),
  ]
    .filter((half) => half.length > 1)
    .flat();
  // 温玉莲诉邓志坚·李四: the dot parts people.
  if (within.some(({ sort, text }) => sort === 'word' && (text.length > 1 || isJoining(text))))
    return { ...together(word.split(BY_DOT).map((half) => readWord(half, places))), isSure: false };
  const name = word.slice(size(before), word.length - size(behind));
  const read = dottedName(name);
  return { ...read, parts: [...before, ...read.parts, ...behind] };
}

/** 买买提·艾力 is one person; 温玉莲·邓志坚 may be two, each of them called so. */
function dottedName(word: string): PieceReading {
  const halves = word.split(BY_DOT);
  const whole = nameKey(word);
  const spread = halves.some((half) => Array.from(half).length === 1);
  const isSure = spread || !halves.every((half) => isName(half, true));
  const called = halves.filter((half) => Array.from(half).length > 1 && !isFieldWord(half));
  return {
    ...NOTHING,
    ...{ parts: [{ sort: 'name', text: word }], isSure, names: [whole] },
    halves: new Map(called.map((half) => [nameKey(half), whole])),
  };
}

/** A name that stands between words or at an end: beside something unread nobody knows where it ends. */
function isClear({ sort }: Part, index: number, parts: readonly Part[]): boolean {
  const beside = [parts[index - 1], parts[index + 1]];
  return sort === 'name' && beside.every((part) => part?.sort !== 'unread' && part?.sort !== 'name');
}

/**
 * Words that stand before or behind a name and may be taken for a part of it: 和张伟, 张伟父, 张伟 男 45岁, 李明户. Characters that
 * given names often end with are not among them; to hide two characters too many is better than to show a name.
 */
const BEHIND =
  /[父母妻夫嫂婶叔伯姑舅姨婿媳等诉欠告打骂对被向男女户方家之其因为是系在已案共约总的均称姐妹兄弟屋宅号即住]$/u;

function otherReadings(name: string): readonly string[] {
  const letters = Array.from(name);
  if (letters.length !== 3) return [];
  const [first = '', ...rest] = letters;
  const readings = [
    ...(isFieldWord(first) && isName(rest.join(''), true) ? [rest.join('')] : []),
    ...(BEHIND.test(name) && isName(letters.slice(0, 2).join(''), true)
      ? [letters.slice(0, 2).join('')]
      : []),
  ];
  return readings.map(nameKey);
}

/** A surname with two characters behind it, a compound one with one or two, wherever something is unread. */
function candidatesIn(parts: readonly Part[]): readonly string[] {
  const letters = parts.flatMap((part, index) => {
    const isOpen = part.sort === 'unread' || (part.sort === 'name' && !isClear(part, index, parts));
    return Array.from(part.text, (letter) => ({ letter, isOpen, isShort: part.text.length === 1 }));
  });
  return letters.flatMap((_, at) => {
    const text = letters
      .slice(at, at + 6)
      .map(({ letter }) => letter)
      .join('');
    const surname = compoundSurname(text);
    const sizes = surname ? [surname.length + 2, surname.length + 1] : isSurname(text.slice(0, 1)) ? [3] : [];
    return sizes.flatMap((size) => {
      const window = letters.slice(at, at + size);
      const name = text.slice(0, size);
      const isOpen = window.some((one) => one.isOpen) && window.every((one) => one.isOpen || one.isShort);
      return window.length === size && isOpen && mayBeName(name) ? [nameKey(name)] : [];
    });
  });
}

/** Not what begins or ends with a word: hiding it everywhere would tear words of other texts. */
function mayBeName(name: string): boolean {
  const letters = Array.from(name);
  const hasWord = letters.some(
    (_, at) => isFieldWord(letters.slice(at, at + 2).join('')) && at < letters.length - 1,
  );
  return /^\p{Script=Han}+$/u.test(name) && !hasWord && isName(name, true);
}

/** Names that marks may tear apart: 梁/大/强. */
function tornNames(pieces: readonly Piece[]): readonly string[] {
  const text = pieces.flatMap(({ parts }) => parts.map((part) => part.text)).join('');
  return candidatesIn([{ sort: 'unread', text }]);
}
