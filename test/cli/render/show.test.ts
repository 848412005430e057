import { expect, test } from 'vitest';
import { show } from '../../../src/cli/render/show.ts';

const HIDDEN = /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFE\uFFFF\u115F\u1160\u3164\uFFA0]$/u;

test('of every character of the basic plane, those that a terminal would obey or hide are made visible, alone', () => {
  for (let code = 0; code <= 0xffff; code += 1) {
    const character = String.fromCharCode(code);
    if (/^[\t\r\n]$/.test(character)) continue;
    const hex = code.toString(16).toUpperCase().padStart(4, '0');
    expect(show(`村${character}a`), hex).toBe(HIDDEN.test(character) ? `村<U+${hex}>a` : `村${character}a`);
  }
});

test.each([
  ['村\t民\r\n反映', { oneLine: true }, '村 民 反映'],
  ['村民\n反映', { oneLine: false }, '村民\n反映'],
  ['\u001b[2J', { oneLine: true }, '<U+001B>[2J'],
])('%j becomes one line, or keeps its lines', (text, options, shown) => {
  expect(show(text, options)).toBe(shown);
});
