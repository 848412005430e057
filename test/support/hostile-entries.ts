import fc from 'fast-check';
import type { Entry } from '../../src/domain/entry.ts';
import type { FieldValue, ReadContext } from '../../src/domain/fields/field-type.ts';
import { applies, dayKeys, isRequired, type Field, type Kind } from '../../src/domain/kinds/kind.ts';

/** Text that means something to a spreadsheet, a CSV, XML, a terminal or a template, and must come back as it is. */
const HOSTILE: readonly string[] = [
  ...[
    '=1+1',
    '+86',
    '-1',
    '@SUM(A1)',
    "'80年代",
    "'=1",
    "''",
    '007',
    '00012',
    '1E5',
    '3-5',
    '2024-07-03',
    'TRUE',
    '#N/A',
    '12,000',
  ],
  ...[
    '_x0041_',
    '_x005F_x0041_',
    '_xD83D_',
    '&lt;b&gt;',
    '<t>&amp;</t>',
    ']]>',
    '"},{"',
    '\\u0000',
    '{走访.日期}',
    '{{',
    '__proto__',
  ],
  ...[
    '合计',
    '小计',
    '无',
    '/',
    '—',
    '注：',
    '填报人：',
    '日期',
    '镇',
    '序号',
    '走访情况',
    '2024年8月',
    '走访座谈台账',
    '以下空白',
  ],
  ...[
    '\u202e反\u202c',
    '\u200b',
    '\ufeff前',
    '👨‍👩‍👧‍👦',
    '𠮷野家',
    '神',
    '\u0301',
    '（）',
    '“引号”',
    "a'b",
    'a\tb',
    ' 前后 ',
    '\u3000全角',
  ],
  '𠮷'.repeat(2500),
  '长'.repeat(5000),
];

const LINES: readonly string[] = ['第一行\n第二行', '第一行\r\n第二行', '=1\n=2', '甲\n\n乙'];

/** Any entry of a kind that `add` would take, with hostile text in all its texts. */
export function hostileEntry(kind: Kind, context: ReadContext): fc.Arbitrary<Entry> {
  const choices = fc.record(
    Object.fromEntries(kind.fields.map((field) => [field.key, valueOf(field, context)])),
  );
  return fc
    .record({
      opened: anyDay('2024-01-01', 120),
      later: anyDay('2024-05-01', 100),
      given: choices,
      left: fc.infiniteStream(fc.boolean()),
    })
    .map(({ opened, later, given, left }) => {
      const values: Record<string, FieldValue> = {};
      // Twice, since what is required may hang on a field behind it.
      for (const isLast of [false, true])
        for (const field of kind.fields) {
          const isWanted = isRequired(field, values) || (!isLast && left.next().value === true);
          if (!isWanted || !applies(field, values)) continue;
          const isOpening = dayKeys(kind)[0] === field.key;
          const value = field.type.offer.type === 'day' ? (isOpening ? opened : later) : given[field.key];
          if (value !== undefined) values[field.key] ??= value;
        }
      return { id: 'none', kind: kind.id, rev: 1, values };
    });
}

/** So many days from one on. */
function anyDay(from: string, days: number): fc.Arbitrary<string> {
  return fc
    .integer({ min: 0, max: days - 1 })
    .map((more) => new Date(Date.parse(`${from}T00:00:00Z`) + more * 86_400_000).toISOString().slice(0, 10));
}

/** A value of a field as it is stored; undefined where what was drawn is nothing that `add` would take. */
function valueOf(field: Field, context: ReadContext): fc.Arbitrary<FieldValue | undefined> {
  return typedFor(field).map((typed) => {
    const read = field.type.read(typed, context);
    return 'value' in read && read.value !== '' ? read.value : undefined;
  });
}

function typedFor({ type, required }: Field): fc.Arbitrary<string> {
  const { offer } = type;
  switch (offer.type) {
    case 'choice':
      return fc.constantFrom(...offer.choices.map(({ id }) => id));
    case 'several':
      return fc
        .subarray([...offer.choices.map(({ id }) => id)], { minLength: 1 })
        .map((ids) => ids.join('、'));
    case 'yes-no':
      return fc.constantFrom('是', '否');
    case 'town':
      return fc.constantFrom('太平镇', '大江镇');
    case 'village':
      return fc.constantFrom('马山社区', '禤村村', '没有的村', '=村', '神塘村', '_x0041_村', '007村');
    case 'case-number':
      return fc.integer({ min: 1, max: 99_999 }).map((number) => `（2024）粤5321民初${String(number)}号`);
    case 'line':
      return type.expects === 'amount'
        ? fc.integer({ min: 0, max: 99_999_999 }).map((fen) => (fen / 100).toFixed(2))
        : fc.nat({ max: 3000 }).map(String);
    case 'day':
      return fc.constant('2024-01-01');
    case 'text': {
      const texts = fc.oneof(
        fc.constantFrom(...HOSTILE, ...(offer.long ? LINES : [])),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      );
      // What is required must be something that can be stored.
      return required === undefined
        ? texts
        : fc.oneof({
            weight: 1,
            arbitrary: fc.constantFrom(
              ...HOSTILE.filter((text) => text.trim() === text && !text.includes('\t')),
            ),
          });
    }
  }
}
