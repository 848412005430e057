import { yesNoShape } from '../shape.ts';
import { foldTyped } from '../typed-text.ts';
import type { FieldType } from './field-type.ts';

const YES: readonly string[] = ['是', '有', 'true', 'yes', 'y', '1'];
const NO: readonly string[] = ['否', '无', 'false', 'no', 'n', '0'];

/** What a word that says 是 or 否 says; undefined where it says neither. */
export function yesOrNo(word: string): boolean | undefined {
  const wanted = foldTyped(word).toLowerCase();
  if (YES.includes(wanted)) return true;
  return NO.includes(wanted) ? false : undefined;
}

/** Whether a word says 是 or 否 in one of the ways that are understood. */
export function saysYesOrNo(word: string): boolean {
  return yesOrNo(word) !== undefined;
}

/** 是 or 否. */
export function yesNo(): FieldType {
  return {
    expects: 'yes-no',
    offer: { type: 'yes-no' },
    sheet: 'text',
    example: { zh: '是', en: 'yes' },
    shape: yesNoShape,
    read: (typed) => {
      const value = yesOrNo(typed);
      return value === undefined ? { problem: { code: 'yes-no-invalid', found: typed } } : { value };
    },
    show: (value, language) => {
      if (language === 'zh') return value === true ? '是' : '否';
      return value === true ? 'yes' : 'no';
    },
  };
}
