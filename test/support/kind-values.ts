import fc from 'fast-check';
import type { FieldValue, ReadContext } from '../../src/domain/fields/field-type.ts';
import type { Field, Kind, Values } from '../../src/domain/kinds/kind.ts';
import { anyDay } from './arbitraries.ts';
import { aRoster, aTown, day, present } from './builders.ts';

/** The world in which such values are read: late enough for every day of theirs. */
export const READING: ReadContext = {
  today: day('2099-12-31'),
  roster: aRoster({ towns: [aTown('太平镇'), aTown('大江镇')] }),
  language: 'zh',
};

/** Texts that programs trip over, at their beginning above all. */
const text: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '=',
      '+',
      '-',
      '@',
      "'",
      "'=",
      "''+",
      '＝',
      '"',
      ',',
      '\n',
      'sep=;',
      '{走访.日期}',
    ),
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        '1+1',
        "cmd|' /C calc'!A0",
        '2024-07-03',
        '007',
        '1E5',
        '"},{"',
        '_x0041_',
        '\u202e反',
        '𠮷',
      ),
    ),
  )
  .map((parts) => parts.join(''));

/** Values of a kind as a ledger may hold them, the required ones among them; whether they make sense together is not asked. */
export function anyValues(kind: Kind): fc.Arbitrary<Values> {
  const fields = kind.fields.map((field) => {
    const value = anyValue(field);
    return [field.key, field.required ? value : fc.option(value, { nil: undefined })] as const;
  });
  return fc.record(Object.fromEntries(fields)).map(present);
}

/** Any value of a field, as reading it from a typed text leaves it. */
function anyValue({ type }: Field): fc.Arbitrary<FieldValue> {
  const { offer } = type;
  switch (offer.type) {
    case 'day':
      return anyDay;
    case 'choice':
      return fc.constantFrom(...offer.choices.map(({ id }) => id));
    case 'several':
      return fc.subarray(
        offer.choices.map(({ id }) => id),
        { minLength: 1 },
      );
    case 'yes-no':
      return fc.boolean();
    case 'town':
      return fc.constantFrom(...READING.roster.towns.map(({ name }) => name));
    case 'line':
      return type.expects === 'amount'
        ? fc.integer({ min: 0, max: 99_999_999 }).map((fen) => (fen / 100).toFixed(2))
        : fc.integer({ min: 0, max: 3650 });
    case 'case-number':
      return fc.integer({ min: 1, max: 99_999 }).map((number) => `（2024）粤5321民初${String(number)}号`);
    case 'village':
    case 'text':
      return text
        .map((typed) => type.read(typed, READING))
        .filter((read) => 'value' in read && read.value !== '')
        .map((read) => ('value' in read ? read.value : ''));
  }
}
