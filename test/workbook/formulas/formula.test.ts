import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyFormula } from '../../../src/workbook/formulas/formula-copy.ts';
import { repeatFormula, shiftFormula } from '../../../src/workbook/formulas/formula.ts';
import { columnLetters } from '../../../src/workbook/formulas/reference.ts';
import type { RowShift } from '../../../src/workbook/moving/row-shift.ts';

const shifts = new Map<string, RowShift>([
  ['甲', [{ row: 5, added: 3 }]],
  ['it’s', [{ row: 5, added: 3 }]],
  ["o'b", [{ row: 5, added: 3 }]],
  [
    'two',
    [
      { row: 3, added: 1 },
      { row: 7, added: 2 },
    ],
  ],
]);

describe('after rows were added', () => {
  test.each([
    ['SUM(F5:F5)', 'SUM(F5:F8)'],
    ['SUM($F$5:$F$5)', 'SUM($F$5:$F$8)'],
    ['F5', 'F5'],
    ['$F$5+F6', '$F$5+F9'],
    ['SUM(F2:F6)', 'SUM(F2:F9)'],
    ['SUM(F6:F2)', 'SUM(F9:F2)'],
    ['SUM(F1:F4)*F$10', 'SUM(F1:F4)*F$13'],
    ['SUM(5:5)', 'SUM(5:8)'],
    ['SUM($4:$6,A:A)', 'SUM($4:$9,A:A)'],
    ['SUM(A:C)', 'SUM(A:C)'],
    ['COUNTIF(F5 : F6,"F9")', 'COUNTIF(F5:F9,"F9")'],
    ['"F9"&F9', '"F9"&F12'],
    ['"a""F9"&F9', '"a""F9"&F12'],
    ['LOG10(F9)', 'LOG10(F12)'],
    ['DAYS360(F9,G9)', 'DAYS360(F12,G12)'],
    ['表1[[#This Row],[F9]]+F9', '表1[[#This Row],[F9]]+F12'],
    ["表1['[F9]+F9", "表1['[F9]+F12"],
    ['[1]甲!F9+F9', '[1]甲!F9+F12'],
    ["'[1]甲'!F9+F9", "'[1]甲'!F9+F12"],
    ['其他!F9+甲!F9', '其他!F9+甲!F12'],
    ["'甲'!$F$9", "'甲'!$F$12"],
    ["'o''b'!F5:F5", "'o''b'!F5:F8"],
    ['Two!A3:A7', 'Two!A3:A10'],
    ['two!A4+two!A8', 'two!A5+two!A11'],
    ['数据9+F9', '数据9+F12'],
    ['XFE9+ABCD9+A1048577', 'XFE9+ABCD9+A1048577'],
    ['1E5+F9', '1E5+F12'],
    ['A1048576', 'A1048576'],
    ['IF(F9=#N/A,#REF!,{1,2;3,4})', 'IF(F12=#N/A,#REF!,{1,2;3,4})'],
    ['INDEX(F:F,2):F5', 'INDEX(F:F,2):F8'],
    ['甲:丙!F9', '甲:丙!F9'],
    ["'甲:it’s'!F9", "'甲:it’s'!F12"],
    ["SUM('甲:it’s'!F5:F6)", "SUM('甲:it’s'!F5:F9)"],
    ['甲:two!F1+甲:two!F6+甲:two!F9', '甲:two!F1+甲:two!F6+甲:two!F12'],
    ['F9#', 'F12#'],
    ['f9%', 'f12%'],
  ])('%s reads %s', (before, after) => {
    expect(shiftFormula(before, { sheet: '甲', shifts })).toBe(after);
  });

  test('nothing changes where no row is added', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('AF5$:!\'"[](){}+, 9#_x甲.')) }),
        (formula) => {
          const still = new Map([['甲', [{ row: 5, added: 0 }]]]);
          const spaced = formula.replace(/\s*:\s*/g, ':');
          expect(shiftFormula(spaced, { sheet: '甲', shifts: still })).toBe(spaced);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('a range covers the same cells, with the copies of those of detail rows', () => {
    const rows = fc.integer({ min: 1, max: 40 });
    const details = fc.uniqueArray(fc.record({ row: rows, added: fc.integer({ min: 0, max: 5 }) }), {
      selector: ({ row }) => row,
      maxLength: 3,
    });
    fc.assert(
      fc.property(rows, rows, details, fc.boolean(), (one, other, shift, fixed) => {
        const sheet: number[] = [];
        for (let row = 1; row <= 40; row += 1) {
          const copies = 1 + (shift.find((detail) => detail.row === row)?.added ?? 0);
          for (let copy = 0; copy < copies; copy += 1) sheet.push(row);
        }
        const [top, bottom] = [Math.min(one, other), Math.max(one, other)];
        const first = sheet.indexOf(top) + 1;
        const last = sheet.lastIndexOf(bottom) + 1;
        const mark = fixed ? '$' : '';
        const place = { sheet: '甲', shifts: new Map([['甲', shift]]) };
        expect(shiftFormula(`SUM(B${mark}${String(top)}:C${String(bottom)})`, place)).toBe(
          `SUM(B${mark}${String(first)}:C${String(last)})`,
        );
        expect(shiftFormula(`B${mark}${String(top)}`, place)).toBe(`B${mark}${String(first)}`);
      }),
    );
  });
});

describe('in the copies of a detail row', () => {
  const third = (formula: string): string => repeatFormula(formula, { sheet: '甲', shifts }, 5, 2);
  test.each([
    ['D5*E5', 'D7*E7'],
    ['SUM(C5:E5)', 'SUM(C7:E7)'],
    ['F4+E5', 'F6+E7'],
    ['E5*E$2', 'E7*E$2'],
    ['E5/E6', 'E7/E9'],
    ['E5/$E$6', 'E7/$E$9'],
    ['SUM(E$5:E5)', 'SUM(E$5:E7)'],
    ['E5/SUM(E$5:E$5)', 'E7/SUM(E$5:E$8)'],
    ['RANK(E5,E5:E5)', 'RANK(E7,E$5:E$8)'],
    ['VLOOKUP(B5,A1:C3,2,0)', 'VLOOKUP(B7,A1:C3,2,0)'],
    ['VLOOKUP(B5,名册!A2:C20,2,0)', 'VLOOKUP(B7,名册!A2:C20,2,0)'],
    ['ROW()-4', 'ROW()-4'],
  ])('%s reads %s in the third', (before, after) => {
    expect(third(before)).toBe(after);
  });
});

describe('copied to another cell', () => {
  test.each([
    ['A1+$A1+A$1+$A$1', 2, 1, 'B3+$A3+B$1+$A$1'],
    ['SUM(A1:B2)', 1, 0, 'SUM(A2:B3)'],
    ['SUM(A:B,$C:D)&"A:B"', 0, 2, 'SUM(C:D,$C:F)&"A:B"'],
    ['甲!A1+[1]乙!A1', 1, 0, '甲!A2+[1]乙!A1'],
  ])('%s by %i rows and %i columns reads %s', (before, rows, columns, after) => {
    expect(copyFormula(before, rows, columns)).toBe(after);
  });

  test('there and back is the same formula', () => {
    const reference = fc
      .tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }))
      .map(([row, column]) => `${columnLetters(column)}${String(row)}`);
    fc.assert(
      fc.property(reference, reference, fc.nat(50), fc.nat(50), (one, other, rows, columns) => {
        const formula = `SUM(${one}:${other})+${one}`;
        expect(copyFormula(copyFormula(formula, rows, columns), -rows, -columns)).toBe(formula);
      }),
    );
  });
});
