import { yesNoShape } from '../shape.ts';
import { foldTyped } from '../typed-text.ts';
import type { FieldType } from './field-type.ts';

const YES: readonly string[] = ['是', '有', 'true', 'yes', 'y', '1'];
const NO: readonly string[] = ['否', '无', 'false', 'no', 'n', '0'];

/** Whether a word says 是 or 否 in one of the ways that are understood. */
export function saysYesOrNo(word: string): boolean {
  return [...YES, ...NO].includes(foldTyped(word).toLowerCase());
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
      const wanted = foldTyped(typed).toLowerCase();
      if (YES.includes(wanted)) return { value: true };
      if (NO.includes(wanted)) return { value: false };
      return { problem: { code: 'yes-no-invalid', found: typed } };
    },
    show: (value, language) => {
      if (language === 'zh') return value === true ? '是' : '否';
      return value === true ? 'yes' : 'no';
    },
  };
}
