import { endsInRole, isBody, isRole, isSurelyBody } from './role-words.ts';
import { compoundSurname, isSurname } from './surnames.ts';

const HAN = /^\p{Script=Han}+$/u;
const DOTTED = /^\p{Script=Han}+(?:[·•・‧∙･．]\p{Script=Han}+)+$/u;
/** A name in Latin letters, its words parted by blanks. */
export const LATIN =
  /^\p{Script=Latin}[\p{Script=Latin}.'’-]*(?:\s+\p{Script=Latin}[\p{Script=Latin}.'’-]*)*$/u;
/** What somebody has made nameless already: 梁某, 黎某某, 禤某明, 李×. */
const NAMELESS = /[某×＊*○〇]|x{1,3}$/iu;

/** Whether somebody has made a name nameless already. */
export function isNameless(text: string): boolean {
  return NAMELESS.test(text);
}

/** A name by its form: a surname with one or two characters behind it, names of several parts, Latin words. */
export function isName(text: string, only = false): boolean {
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
  return !(isNoName || (length === 3 && isRole(text.slice(1), only)));
}

/** Where only persons are said: not a body, no role, no count. */
export function isUnusualName(text: string): boolean {
  if (NAMELESS.test(text)) return false;
  if (LATIN.test(text)) return text.length > 1;
  const { length } = Array.from(text);
  if (!HAN.test(text) || length < 2 || length > 6 || isRole(text) || isBody(text)) return false;
  return !(
    endsInRole(text) ||
    /^[其一二两三四五六七八九十各该本双全]|[们等工人员户矿石]$|[不未待见同如以详暂无没略住]/u.test(text)
  );
}
