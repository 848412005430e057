import { nearest } from '../nearest.ts';
import { choiceShape } from '../shape.ts';
import { foldTyped } from '../typed-text.ts';
import type { Choice, FieldType } from './field-type.ts';

/** One of a few values, typed as its id or as its label in either language. */
export function choice(choices: readonly [Choice, ...Choice[]]): FieldType {
  return {
    expects: 'choice',
    offer: { type: 'choice', choices },
    sheet: 'text',
    example: choices[0].label,
    shape: choiceShape(...choices.map(({ id }) => id)),
    read: (typed, { language }) => {
      const wanted = foldTyped(typed).toLowerCase();
      const found = choices.find(({ id, label }) =>
        [id, label.zh, label.en].some((name) => foldTyped(name).toLowerCase() === wanted),
      );
      if (found) return { value: found.id };
      const close = nearest(
        wanted,
        choices.flatMap(({ id, label }) => [id, label.zh, label.en]),
      );
      const known = choices.map(({ id, label }) => ({ id, label: label[language] }));
      return {
        problem: {
          code: 'choice-invalid',
          found: typed,
          choices: known,
          ...(close ? { nearest: close } : {}),
        },
      };
    },
    show: (value, language) => choices.find(({ id }) => id === value)?.label[language] ?? String(value),
  };
}
