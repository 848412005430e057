import { choiceShape, listOf, valueOf } from '../shape.ts';
import { choice } from './choice.ts';
import type { Choice, FieldType, FieldValue } from './field-type.ts';

/** One or more of a few values, typed with 、 or a comma between them. */
export function several(choices: readonly [Choice, ...Choice[]]): FieldType {
  const one = choice(choices);
  const list = listOf(choiceShape(...choices.map(({ id }) => id)));
  return {
    expects: 'choices',
    offer: { type: 'several', choices },
    sheet: 'text',
    example: one.example,
    shape: valueOf(
      'choices',
      (value): value is readonly string[] =>
        list.accepts(value) && value.length > 0 && new Set(value).size === value.length,
      () => ({ ...list.schema(), minItems: 1, uniqueItems: true }),
    ),
    read: (typed, context) => {
      const found = new Set<string>();
      for (const part of typed.split(/[,，、;；]/u)) {
        if (part.trim() === '') continue;
        const read = one.read(part, context);
        if ('problem' in read) return read;
        found.add(String(read.value));
      }
      const inOrder = choices.map(({ id }) => id).filter((id) => found.has(id));
      return inOrder.length > 0 ? { value: inOrder } : { problem: { code: 'choices-empty' } };
    },
    show: (value, language) =>
      partsOf(value)
        .map((part) => one.show(part, language))
        .join(language === 'zh' ? '、' : ', '),
  };
}

function partsOf(value: FieldValue): readonly string[] {
  return typeof value === 'object' ? value : [String(value)];
}
