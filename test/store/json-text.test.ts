import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { Refusal } from '../../src/domain/problem.ts';
import { parseJsonText } from '../../src/store/json-text.ts';
import { refused } from './refused.ts';

const runs = process.env['LONG_TESTS'] === undefined ? 2_000 : 100_000;
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('what JSON allows and a ledger needs', () => {
  test.each(['null', ' [1, 2.50, -0, 1e2, 1.0]\r\n', '{"a":{"b":["\\u4f60\\n好"]}}', '""', nested(32)])(
    '%s',
    (text) => {
      expect(parseJsonText(text).value).toEqual(JSON.parse(text));
    },
  );
});

describe('syntax', () => {
  test.each([
    ['{"a"：1}', '：', ':', 1, 5],
    ['{"a":1，"b":2}', '，', ',', 1, 7],
    ['["甲"、"乙"]', '、', ',', 1, 5],
    ['{“a”:1}', '“', '"', 1, 2],
    ['{"a":“乙”}', '“', '"', 1, 6],
    ["['a']", "'", '"', 1, 2],
    ['［1]', '［', '[', 1, 1],
    ['[1］', '］', ']', 1, 3],
    ['{"a":１２}', '１', 'digit', 1, 6],
    ['{"a":1,}', '}', 'key', 1, 8],
    ['{,}', ',', 'key-or-brace', 1, 2],
    ['[1,]', ']', 'value', 1, 4],
    ['[1 2]', 'digit', 'comma-or-bracket', 1, 4],
    ['{"a":1\n "b":2}', '"', 'comma-or-brace', 2, 2],
    ['{"a":1 // b\n}', '/', 'comma-or-brace', 1, 8],
    ['[NaN]', 'word', 'value', 1, 2],
    ['[True]', 'word', 'value', 1, 2],
    ['[李敏]', 'word', 'value', 1, 2],
    ['[+1]', '+', 'value', 1, 2],
    ['[.5]', '.', 'value', 1, 2],
    ['[007]', 'digit', 'number-without-leading-zero', 1, 3],
    ['[1.]', ']', 'digit', 1, 4],
    ['[1e+]', ']', 'digit', 1, 5],
    ['[-]', ']', 'digit', 1, 3],
    ['["a\nb"]', 'line-break', '"', 1, 4],
    ['["a\tb"]', 'U+0009', 'escape', 1, 4],
    ['["a\u0000b"]', 'U+0000', 'escape', 1, 4],
    ['["\\x"]', 'word', 'escape', 1, 4],
    ['["\\u12g4"]', 'word', 'four-hex-digits', 1, 7],
    ['{} {}', '{', 'end', 1, 4],
    ['\ufeff{}', 'U+FEFF', 'value', 1, 1],
    ['[1,\u30002]', 'U+3000', 'value', 1, 4],
    ['["😀",]', ']', 'value', 1, 6],
    ['[\r1\r\n,\n,]', ',', 'value', 4, 1],
  ] as const)('%j', async (text, found, expected, line, column) => {
    const { kind, findings } = await refused(() => parseJsonText(text));
    expect(kind).toBe('invalid');
    expect(findings).toEqual([
      { severity: 'error', problem: { code: 'json-syntax', found, expected }, where: { line, column } },
    ]);
  });

  test('a word is never quoted', async () => {
    const { findings } = await refused(() => parseJsonText('{"name": 李敏}'));
    expect(JSON.stringify(findings)).not.toContain('李');
  });
});

describe('a text that ends too early is cut, not wrong', () => {
  const whole = '{"a": [1.5e+3, -2, "b\\u4f60\\\\", true, null], "c": {"d": false}}';
  test.each(Array.from({ length: whole.length - 1 }, (_, index) => whole.slice(0, index + 1)))(
    '%s',
    async (text) => {
      const { findings } = await refused(() => parseJsonText(text, [{ judge: 'a', seq: 1 }]));
      expect(findings).toEqual([
        {
          severity: 'error',
          problem: { code: 'json-cut', backups: [{ judge: 'a', seq: 1 }] },
          where: { line: 1, column: text.length + 1 },
        },
      ]);
    },
  );

  test.each(['', ' \r\n\t'])('nothing but space %j', async (text) => {
    const { findings } = await refused(() => parseJsonText(text, [{ judge: 'b', seq: 2 }]));
    expect(findings).toEqual([
      { severity: 'error', problem: { code: 'text-empty', backups: [{ judge: 'b', seq: 2 }] }, where: {} },
    ]);
  });
});

describe('what JSON.parse lets pass in silence', () => {
  test.each([
    ['[110101199001011234]', true],
    ['[9007199254740993]', true],
    ['[1e400]', true],
    ['[1e-400]', true],
    ['[0.1000000000000000055511]', true],
    ['[1e99999999999999999999]', true],
    ['[0.1, 1e23, 1E-7, 5e-324, 1.7976931348623157e308]', false],
    ['[9007199254740992, 100000000000000000000, 1200, 0.00120]', false],
    ['[0e999999999, -0.000, 1.0]', false],
  ])('digits of %s lost: %s', async (text, lost) => {
    if (!lost) expect(parseJsonText(text).value).toEqual(JSON.parse(text));
    else
      expect((await refused(() => parseJsonText(text))).findings).toEqual([
        { severity: 'error', problem: { code: 'json-number-loses-digits' }, where: { line: 1, column: 2 } },
      ]);
  });

  test('all findings of a text come in one run, and a syntax error ends it', async () => {
    const text = '{"a":1,\n "\\u0061":2,\n "__proto__":{"x":1e999},\n "\\u005f_proto__":3, "b": 1.}';
    const { findings } = await refused(() => parseJsonText(text));
    expect(findings.map(({ problem, where }) => [problem, where.line, where.column])).toEqual([
      [{ code: 'json-duplicate-key', key: 'a', firstLine: 1 }, 2, 2],
      [{ code: 'json-forbidden-key', key: '__proto__' }, 3, 2],
      [{ code: 'json-number-loses-digits' }, 3, 19],
      [{ code: 'json-duplicate-key', key: '__proto__', firstLine: 3 }, 4, 2],
      [{ code: 'json-forbidden-key', key: '__proto__' }, 4, 2],
      [{ code: 'json-syntax', found: '}', expected: 'digit' }, 4, 29],
    ]);
    expect('x' in {}).toBe(false);
  });

  test.each([33, 5_000_000])('%i levels', async (depth) => {
    const { findings } = await refused(() => parseJsonText('['.repeat(depth)));
    expect(findings).toEqual([
      { severity: 'error', problem: { code: 'json-too-deep', limit: 32 }, where: { line: 1, column: 33 } },
    ]);
  });

  test('100,000 findings in one line are all found', async () => {
    const { findings } = await refused(() => parseJsonText(`[${'1e999,'.repeat(99_999)}1e999]`));
    expect(findings).toHaveLength(100_000);
    expect(findings.at(-1)?.where).toEqual({ line: 1, column: 99_999 * 6 + 2 });
  });
});

test('a value and its key are located by path', () => {
  const document = parseJsonText('{\n  "李😀": [1, {"b" :  "c"}]\n}');
  expect(document.locate([])).toEqual({ line: 1, column: 1 });
  expect(document.locate(['李😀'])).toEqual({ line: 2, column: 9 });
  expect(document.locate(['李😀', 1, 'b'])).toEqual({ line: 2, column: 21 });
  expect(document.locateKey(['李😀', 1, 'b'])).toEqual({ line: 2, column: 14 });
  expect(document.locateKey(['李😀'])).toEqual({ line: 2, column: 3 });
  expect(document.locateKey(['李😀', 1])).toBeUndefined();
  expect(document.locate(['李😀', 2])).toBeUndefined();
  expect(document.locate(['toString'])).toBeUndefined();
});

const pieces = fc
  .array(
    fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '"a"',
        '"b":',
        '1',
        '-',
        '0',
        '.5',
        'e3',
        'true',
        'nul',
        ' ',
        '\n',
        '\\',
      ],
      ...['\\u00e', '\\"', '，', '\u0000', '\ufeff', '\ud800', '"__proto__":', '\u2028', '/'],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const damaged = fc
  .tuple(fc.json(), fc.nat(), fc.nat(3), fc.constantFrom('', '"', ',', '0', '\\', ' ', '}', 'e', '-'))
  .map(([text, place, length, put]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + put + text.slice(at + length);
  });

test('the scan agrees with JSON.parse on every text', () => {
  const verdicts = { read: 0, syntax: 0, beyond: 0 };
  const read = (text: string): unknown => {
    try {
      return { value: parseJsonText(text).value };
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      return thrown.findings.at(-1)?.problem.code;
    }
  };
  const peer = (text: string): unknown => {
    try {
      const value: unknown = JSON.parse(text);
      return { value };
    } catch {
      return undefined;
    }
  };
  const property = fc.property(fc.oneof(fc.json(), pieces, damaged), (text) => {
    const [ours, theirs] = [read(text), peer(text)];
    if (ours === 'json-syntax' || ours === 'json-cut' || ours === 'text-empty') {
      verdicts.syntax += 1;
      expect(theirs).toBeUndefined();
    } else if (typeof ours === 'string') {
      verdicts.beyond += 1;
      if (ours !== 'json-too-deep') expect(theirs).toBeDefined();
    } else {
      verdicts.read += 1;
      expect(ours).toStrictEqual(theirs);
    }
  });
  fc.assert(property, { numRuns: runs });
  expect(Math.min(verdicts.read, verdicts.syntax)).toBeGreaterThan(runs / 20);
}, 300_000);
