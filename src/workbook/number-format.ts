/**
 * Whether a number format shows a number as a day (ECMA-376 18.8.30 and 18.8.31), with or without the time. Formats of
 * times alone are none.
 */
export function isDayFormat(id: number, code: string | undefined): boolean {
  return code === undefined ? builtIn.some(([first, last]) => id >= first && id <= last) : isDayCode(code);
}

/** Numbers of Excel's own formats of days; 27 to 58 are those of a Chinese Excel, 32 to 35 and 55, 56 its times. */
const builtIn: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
];

function isDayCode(code: string): boolean {
  // Only what is for positive numbers, without words, colours, places and General, which WPS writes as G/通用格式.
  const bare = code
    .replace(/"[^"]*"?|\\.|_.|\*./gu, '')
    .replace(/\[[^\]]{0,255}\]/g, '')
    .split(';')[0]
    ?.replace(/general|g\/通用格式|e[+-]/giu, '');
  if (bare === undefined) return false;
  if (/[yd]|e|aaa|b1|b2/i.test(bare)) return true;
  // 5年 is a number with its unit; a day has no places for digits.
  if (/[年月日]/u.test(bare)) return !/[0#?]/.test(bare) && !/[hs]/i.test(bare);
  // m after hours or before seconds are minutes.
  return /m/i.test(bare.replace(/h+[^a-z]*m+|m+[^a-z]*s+/gi, ''));
}
