import { foldTyped } from './typed-text.ts';

/** 案号, in the one form that files keep, and what it says. */
export interface CaseNumber {
  /** `（2024）粤5321民初123号` */
  readonly text: string;
  readonly year: number;
  /** The court's code, `粤5321`; undefined in the form of before 2016, which bears a court's old short name. */
  readonly court: string | undefined;
}

/** No case of a court that is still at work is older. */
const OLDEST_YEAR = 1980;

/**
 * Reads a case number as people write it: any brackets, full-width digits, spaces. The form is that of 法〔2015〕137号 and
 * 法〔2018〕335号 (year, court code, type, number without leading zero, 号, optional 之一), the type of up to six characters
 * because of 民诉前调 and its like; the form in use before 2016 (`（2015）云新法民初字第12号`) is read too, and first, since 字第
 * is no type.
 */
export function readCaseNumber(typed: string): CaseNumber | undefined {
  const plain = foldTyped(typed)
    .replace(/[〔\[【]/gu, '(')
    .replace(/[〕\]】]/gu, ')')
    .replace(/\s+/gu, '');
  const before =
    /^\((\d{4})\)\p{Script=Han}{2,12}字第([1-9]\d{0,7})号(之[一二三四五六七八九十]{1,3})?$/u.exec(plain);
  const now = before
    ? undefined
    : /^\((\d{4})\)(最高法|\p{Script=Han}\d{0,4})(\p{Script=Han}{1,6})([1-9]\d{0,7})号(之[一二三四五六七八九十]{1,3})?$/u.exec(
        plain,
      );
  const year = Number((before ?? now)?.[1]);
  if (!(year >= OLDEST_YEAR)) return undefined;
  return { text: `（${String(year)}）${plain.slice(6)}`, year, court: now?.[2] };
}

/**
 * Whether a text is certainly a number of the present form as files keep it: `（2024）粤5321民初123号`. It never says yes to
 * one that is not, and saves compiling the patterns for every ledger that is read.
 */
export function isUsualCaseNumber(text: string): boolean {
  if (text[0] !== '（' || digitsFrom(text, 1) !== 4 || text[5] !== '）' || !text.endsWith('号')) return false;
  if (Number(text.slice(1, 5)) < OLDEST_YEAR) return false;
  const end = text.length - 1;
  const court = 6 + 1 + digitsFrom(text, 7);
  let at = court;
  while (isHan(text.charCodeAt(at)) && at < end) at += 1;
  const digits = digitsFrom(text, at);
  return (
    isHan(text.charCodeAt(6)) &&
    court - 7 <= 4 &&
    court > 7 &&
    at - court >= 1 &&
    at - court <= 6 &&
    !text.includes('字第') &&
    digits >= 1 &&
    digits <= 8 &&
    text[at] !== '0' &&
    at + digits === end
  );
}

function digitsFrom(text: string, from: number): number {
  let count = 0;
  while (isDigit(text.charCodeAt(from + count))) count += 1;
  return count;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}
