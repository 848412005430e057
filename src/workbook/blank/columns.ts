import type { Field, Kind } from '../../domain/kinds/kind.ts';
import { formColumns, type SheetColumn } from '../../domain/sheet-columns.ts';
import { columnLetters } from '../formulas/reference.ts';
import type { BlankFacts } from './facts.ts';
import type { Lists } from './lists.ts';
import type { Look } from './looks.ts';
import { validationOf, type Validation } from './validation.ts';

/** One column of a blank sheet. */
export interface BlankColumn {
  readonly head: string;
  readonly letters: string;
  readonly sort: SheetColumn['type'];
  readonly isRequired: boolean;
  /** In digits of the default font, as the file has it. */
  readonly width: number;
  readonly look: Look;
  readonly hint?: string;
  readonly validation?: Validation;
}

/** The first row below the heads. */
export const firstRow = 4;

/** The width of so many Chinese characters of the body with the padding of a cell, in digits of the default font. */
function wide(characters: number): number {
  return characters * 1.75 + 1;
}

/** The columns of a kind's blank sheet. */
export function blankColumns(kind: Kind, { words }: BlankFacts, lists: Lists): readonly BlankColumn[] {
  const columns = formColumns(kind);
  const town = columns.findIndex((one) => one.type === 'field' && one.field.type.offer.type === 'town');
  const townCell = town === -1 ? undefined : `$${columnLetters(town + 1)}${String(firstRow)}`;
  return columns.map((column, at): BlankColumn => {
    const shared = { head: column.head, letters: columnLetters(at + 1), sort: column.type };
    if (column.type === 'field') {
      const { field } = column;
      return {
        ...shared,
        isRequired: field.required === true,
        width: widthOf(field),
        look: lookOf(field),
        ...(field.hint && { hint: field.hint.zh }),
        validation: validationOf(kind, field, townCell, lists, words),
      };
    }
    const text: Look = { face: 'body', align: 'center', lines: true, format: '@' };
    const plain = { ...shared, isRequired: false };
    if (column.type === 'number') return { ...plain, width: wide(2.2), look: { ...text, format: '0' } };
    if (column.type === 'id') return { ...plain, width: wide(10), look: text };
    return {
      ...plain,
      width: wide(4),
      look: text,
      validation: {
        check: { type: 'list', formula: lists.judges },
        severity: 'warning',
        prompt: { title: column.head, text: words.judge },
        wrong: words.judgeWrong,
      },
    };
  });
}

/** Days and numbers in their formats, few characters in the middle, and all that is text as text: no program makes a number of it. */
function lookOf({ type }: Field): Look {
  const { offer, sheet } = type;
  const look = { face: 'body', lines: true } as const;
  if (sheet === 'day') return { ...look, align: 'center', format: 'yyyy-mm-dd' };
  if (type.expects === 'amount') return { ...look, align: 'right', format: '#,##0.00' };
  if (sheet === 'number') return { ...look, align: 'center', format: '0' };
  return { ...look, align: offer.type === 'text' ? 'left' : 'center', format: '@' };
}

/** Room for a usual value and for a head that breaks where words end. */
function widthOf({ type, required }: Field): number {
  const { offer } = type;
  switch (offer.type) {
    case 'text':
      if (offer.long) return required === undefined ? wide(10) : wide(16);
      return wide(6);
    case 'choice':
    case 'several':
      return wide(Math.min(6, Math.max(4, ...offer.choices.map(({ label }) => label.zh.length))));
    case 'village':
      return wide(6);
    case 'case-number':
      return wide(8);
    case 'line':
      return type.expects === 'amount' ? wide(7) : wide(4);
    case 'day':
      return wide(5.5);
    case 'town':
    case 'yes-no':
      return wide(4);
  }
}
