import { ledgerSchema, rosterSchema, submissionSchema } from '../../domain/ledger-schema.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import type { JsonSchema } from '../../domain/shape.ts';
import { nearest } from '../../domain/nearest.ts';
import { refusal } from '../../domain/problem.ts';
import type { Words } from '../../domain/words.ts';
import type { Command } from '../command.ts';
import { jsonText } from '../render/json-text.ts';

/** The files whose schema can be asked for. */
const FILES: readonly {
  readonly id: string;
  readonly label: Words;
  readonly schema: (kinds: readonly Kind[]) => JsonSchema;
}[] = [
  { id: 'ledger', label: { zh: '台账', en: 'ledger' }, schema: ledgerSchema },
  { id: 'roster', label: { zh: '挂点名册', en: 'roster' }, schema: rosterSchema },
  { id: 'submission', label: { zh: '报送件', en: 'submission' }, schema: submissionSchema },
];

/** `ledger schema [ledger|roster|submission]`: the JSON Schema of a file, made from the definitions that the program itself reads by. */
export const schema: Command = {
  options: [],
  arguments: [{ name: { zh: '文件', en: 'FILE' }, optional: true }],
  examples: ['schema', 'schema roster'],
  run: (context, given) => {
    const { kinds, language } = context;
    const typed = given.words[0] ?? 'ledger';
    const file = FILES.find(({ id, label }) => [id, label.zh].includes(typed));
    if (!file) {
      const close = nearest(
        typed,
        FILES.map(({ id }) => id),
      );
      throw refusal('misuse', {
        code: 'choice-invalid',
        found: typed,
        choices: FILES.map(({ id, label }) => ({ id, label: label[language] })),
        ...(close === undefined ? {} : { nearest: close }),
      });
    }
    const json = file.schema(kinds);
    return Promise.resolve({ json, text: jsonText(json) });
  },
};
