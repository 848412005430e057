import { foldTyped } from './typed-text.ts';

/** An amount of yuan as files keep it: a text with two places, never a binary fraction. */
export const AMOUNT = /^(?:0|[1-9]\d{0,11})\.\d{2}$/;

/** 3万5千, 3万5千2百. What leaves a step out, 3万5, is said for 35,000 and for 30,005, and is no amount. */
const THOUSANDS = /^(\d{1,8})万(\d)千(?:(\d)百)?$/u;

/** Reads an amount as people type it: `12000`, `12,000.5`, `1.2万`, `3万5千`, with 元 or ￥; undefined where it is none. */
export function readAmount(typed: string): string | undefined {
  const plain = foldTyped(typed)
    .replace(/\s+/gu, '')
    .replace(/^[¥￥]/u, '')
    .replace(/元整?$/u, '')
    .replace(
      THOUSANDS,
      (_, tenThousands: string, thousands: string, hundreds = '0') =>
        `${tenThousands}${thousands}${String(hundreds)}00`,
    );
  const match = /^(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,6}))?(万)?$/u.exec(plain);
  if (!match) return undefined;
  const [, whole = '', places = '', tenThousand] = match;
  const digits = whole.replaceAll(',', '');
  const shift = tenThousand === undefined ? 0 : 4;
  const moved = `${digits}${places.padEnd(shift, '0').slice(0, shift)}`;
  const rest = places.slice(shift).replace(/0+$/u, '');
  const text = `${moved.replace(/^0+(?=\d)/u, '')}.${rest.padEnd(2, '0')}`;
  return AMOUNT.test(text) ? text : undefined;
}

/** An amount in fen, for adding up without loss. */
export function fenOf(amount: string): number {
  return AMOUNT.test(amount) ? Number(amount.replace('.', '')) : 0;
}
