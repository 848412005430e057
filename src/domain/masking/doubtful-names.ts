import { mayCallSomebody } from './nicknames.ts';
import { isSurname } from './surnames.ts';

/** Who is told of with one of these may be named behind it. */
const BEFORE =
  '村民|居民|邻居|原告|被告|申请人|被申请人|被执行人|户主|业主|店主|摊主|老板|司机|车主|伤者|死者|租户|房东|果农|养户|养殖户|工人|丈夫|妻子|父亲|母亲|儿子|女儿|女婿|儿媳|包工头|负责人|经营者|村支书|主任|组长|书记';
const NAMED = new RegExp(`(?:${BEFORE})(\\p{Script=Han})(\\p{Script=Han})`, 'gu');

/** Surnames that are words as well, and what no given name begins with. */
const WORDS = /[方和于有都应时同从向成对任常及与后又查商谈约经连相上双全单关管干家堵扶充能别空养欠]/u;
const NO_NAMES =
  /[某称说为是在到表反要的了与和不同于有来去将等均都对向已也就被把给让因但且并未无上下中其家们会可能住着过完起掉]/u;

/** Whether a masked text may still name somebody whom nobody registered: a surname behind `村民` and the like, 强叔. */
export function mayName(masked: string): boolean {
  if (mayCallSomebody(masked)) return true;
  return Array.from(masked.matchAll(NAMED)).some(
    ([, surname = '', given = '']) => isSurname(surname) && !WORDS.test(surname) && !NO_NAMES.test(given),
  );
}
