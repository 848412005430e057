import { LATIN } from './name-forms.ts';
import { compoundSurname, isSurname } from './surnames.ts';

const SEPARATORS = /[、，,；;：:／/|｜\r\n。（）()【】[\]《》〈〉“”"‘’+＋&＆]+/u;
/** 其妻, 之子, 曾用名: another name follows. */
const RELATED =
  /(?:及|和|与)?(?:其|之|的)(?:父亲?|母亲?|儿子|子|女儿|女|妻子?|丈夫|夫|兄|弟|姐|妹|孙子?|配偶)|曾用名|真名|又名|原名|别名|绰号/gu;
/** Words between two people, each of which may be a part of a name as well. */
export const JOINED = ['与', '和', '及', '跟', '诉', '暨', '同'];

/** The pieces between marks, and between words that tell whose relative or under which other name somebody is. */
export function parted(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(RELATED, '、')
    .split(SEPARATORS);
}

/** Where a word stands in a text. */
export function placesOf(text: string, word: string): number[] {
  return Array.from(text.matchAll(new RegExp(word, 'gu')), ({ index }) => index);
}

/** Blanks part words, but not the characters of one name: `梁 大 强`, `陈 小明`. */
export function apart(piece: string): readonly string[] {
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
