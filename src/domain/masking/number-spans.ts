import { readCaseNumber } from '../case-number.ts';
import { HIDDEN } from './edition.ts';
import { folded, type FoldedText } from './folded-text.ts';
import type { HiddenSort, Span } from './spans.ts';

interface Pattern {
  readonly sort: HiddenSort;
  /** On folded text: half-width, lower case. Its group `hide`, or all of it, is what goes. */
  readonly pattern: RegExp;
}

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领';

/** Certificates come before case numbers, whose form `（2021）新兴县不动产权第0012345号` resembles. */
const CERTIFICATES: readonly Pattern[] = [
  {
    sort: 'certificate',
    pattern:
      /(?:\p{Script=Han}?\(\d{4}\))?\p{Script=Han}{0,8}(?:权|证|国用|集用)\p{Script=Han}{0,6}(?:\(\d{4}\))?\p{Script=Han}{0,4}第? ?[a-z0-9-]{3,} ?号/gu,
  },
  {
    sort: 'certificate',
    pattern:
      /(?:证|证书|证件|执照|护照|代码|账号|帐号|账户|帐户|卡号|证号|银行卡|存折)(?:\p{Script=Han}{0,3}(?:号码|编号|号))?[:为是]{0,2} ?(?<hide>[a-z0-9][a-z0-9()-]{4,})/gu,
  },
];

const OTHERS: readonly Pattern[] = [
  {
    sort: 'plate',
    pattern: new RegExp(
      `[${PROVINCES}] ?[a-z](?=[ ·•.a-z-]*\\d)(?:[ ·•.-]?[a-z0-9]){5,6}(?![a-z0-9])|[${PROVINCES}] ?[a-z](?=[ ·•.a-z-]*\\d)(?:[ ·•.-]?[a-z0-9]){4}[挂学警港澳]`,
      'gu',
    ),
  },
  {
    sort: 'contact',
    pattern: /[\w.+-]+ ?(?:@|[([]?at[)\]]|#) ?[a-z0-9-]+(?: ?(?:\.|[([]?dot[)\]]) ?[a-z0-9-]+)+/gu,
  },
  {
    sort: 'contact',
    pattern:
      /(?:微信|薇信|威信|qq|vx|wx|v信|wechat)(?:账号|帐号|号码|号|id)?[为是]? ?[:;,.()（/]{0,2} ?(?<hide>[a-z0-9_-]{5,})/gu,
  },
  // A unified code of an organisation, a passport or a pass.
  { sort: 'certificate', pattern: /(?<![a-z0-9])[0-9a-z]{2}\d{6}(?=[0-9]*[a-z])[0-9a-z]{10}(?![a-z0-9])/gu },
  { sort: 'certificate', pattern: /(?<![a-z0-9])[a-z]{1,2} ?\d{7,9}(?!\d)/gu },
  { sort: 'certificate', pattern: /字第 ?[a-z0-9-]+ ?号/gu },
  { sort: 'number', pattern: /\d{2,}\*{3,}\d*/gu },
  { sort: 'number', pattern: /(?:[〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖] ?){11,}/gu },
  {
    sort: 'phone',
    pattern:
      /(?:电话|手机|座机|固话|传真|热线|联系方式|致电|拨打|tel)\p{Script=Han}{0,3}[:为是]{0,2} ?(?<hide>\d{3,4}[- ]?\d{4})(?!\d)/gu,
  },
  { sort: 'phone', pattern: /\(0\d{2,3}\) ?\d{3,4}[- ]?\d{4}(?!\d)/gu },
  { sort: 'phone', pattern: /(?<!\d)1[3-9]\d[ .-]?\d{4}[ .-]?\d{4}(?!\d)/gu },
];

/** Digits with blanks or dashes between them, and the X of an identity number. */
const RUN = /\+?\d(?:[ -]{0,3}\d)*(?:[ -]?x(?![a-z]))?/gu;

/** What is neither a person's number nor to be hidden: days, and numbers of cases. */
const DAY = /(?<!\d)(?:19|20)\d{2} ?[-./年] ?\d{1,2}(?: ?[-./月] ?\d{1,2})?(?!\d)/gu;
const CASE = /[(〔[]\d{4}[)〕\]]\p{Script=Han}[\p{Script=Han}\d]{1,20}号(?:之[一二三四五六七八九十]{1,3})?/gu;

/** What parts the digits of one number, and what parts several, so that it is one only where it stands as in a number. */
const MARK = '[ \\-/_·・•.|*~()]{1,2}';
const LISTED = '[ ,、;:]{1,2}';
/** A telephone or identity number whose digits are parted by marks: 138/0013/8000; 138，0013，8000. */
const PARTED = new RegExp(
  [
    `(?<!\\d)(?:1[3-9]\\d(?:(?:${MARK})?\\d){8}|[1-9](?:(?:${MARK})?\\d){16}(?:${MARK})?[\\dx])(?!\\d)`,
    `(?<!\\d)(?:1[3-9]\\d${LISTED}\\d{4}${LISTED}\\d{4}|[1-9]\\d{5}${LISTED}\\d{8}${LISTED}\\d{3}[\\dx])(?!\\d)`,
  ].join('|'),
  'gu',
);

/** Where identity, telephone, bank-card, plate and certificate numbers stand, and addresses of the net (法释〔2016〕19号 10). */
export function numberSpans(original: string): readonly Span[] {
  const view = folded(original, 'numbers');
  if (!/[\d@#〇零一二三四五六七八九幺壹贰]|at|信|vx|wx|qq/u.test(view.text)) return [];
  const certificates = CERTIFICATES.flatMap((pattern) => matches(view, view.text, pattern));
  const text = withoutCasesAndDays(view.text);
  const found = [
    ...runs(view, text),
    ...matches(view, text, { sort: 'number', pattern: PARTED }),
    ...OTHERS.flatMap((pattern) => matches(view, text, pattern)),
    ...certificates,
  ];
  // Of two that cover the same the first says what it is.
  return found.sort((one, other) => Number(one.sort === 'number') - Number(other.sort === 'number'));
}

/** Folded text with a blank of the same length for every day and every number of a case: neither is anybody's number. */
export function withoutCasesAndDays(text: string): string {
  return text.replaceAll(CASE, caseBlank).replaceAll(DAY, blank);
}

function runs(view: FoldedText, text: string): readonly Span[] {
  return Array.from(text.matchAll(RUN)).flatMap((found) => {
    const sort = sortOfRun(found[0]);
    return sort ? [spanOf(view, found.index, found[0].length, sort)] : [];
  });
}

/** A long run is hidden even where it is nothing that is known: no count, day or amount of a ledger has so many digits. */
function sortOfRun(run: string): HiddenSort | undefined {
  const digits = run.replaceAll(/[^\dx]/gu, '');
  const { length } = digits;
  if (digits.endsWith('x')) return length === 18 ? 'identity' : length > 11 ? 'number' : undefined;
  if (length === 18 || length === 15) return 'identity';
  if (length >= 16 && length <= 19) return 'bank-card';
  if (/^(?:00)?86(?:1[3-9]\d{9})$/u.test(digits) || /^1[3-9]\d{9}$/u.test(digits)) return 'phone';
  if (/^0\d{9,11}$/u.test(digits) || /^[48]00\d{7}$/u.test(digits)) return 'phone';
  return length >= 11 ? 'number' : undefined;
}

function matches(view: FoldedText, text: string, { sort, pattern }: Pattern): readonly Span[] {
  return Array.from(text.matchAll(pattern)).map((found) => {
    const hide = found.groups?.['hide'];
    const from = hide === undefined ? found.index : found.index + found[0].lastIndexOf(hide);
    return spanOf(view, from, (hide ?? found[0]).length, sort);
  });
}

function spanOf({ from, to }: FoldedText, start: number, length: number, sort: HiddenSort): Span {
  return { from: from[start] ?? 0, to: to[start + length - 1] ?? 0, sort, with: HIDDEN };
}

function caseBlank(found: string): string {
  return readCaseNumber(found) ? blank(found) : found;
}

function blank(found: string): string {
  return '\u0000'.repeat(found.length);
}
