import { foldTyped, type Read } from './typed-text.ts';

/** Reads a year as people type it: `2024 2024年 2024年度`, 今年 本年 this, 去年 上年 last; `current` is the year that runs. */
export function readYear(typed: string, current: number): Read<number> {
  const text = foldTyped(typed).replace(/\s+/gu, '').toLowerCase();
  if (['this', '今年', '本年', '本年度'].includes(text)) return { value: current };
  if (['last', '去年', '上年', '上年度'].includes(text)) return yearOf(current - 1, typed);
  const match = /^(\d{4})(?:年度?)?$/u.exec(text);
  return match ? yearOf(Number(match[1]), typed) : refuse(typed);
}

/** Days begin with 2000. */
function yearOf(year: number, typed: string): Read<number> {
  return year >= 2000 ? { value: year } : refuse(typed);
}

function refuse(typed: string): Read<number> {
  return { problem: { code: 'year-invalid', found: typed } };
}
