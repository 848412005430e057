import type { Named } from '../../marks/template-data.ts';
import type { Command } from '../command.ts';
import { table } from '../render/table.ts';
import { templateNamed } from '../template-reading.ts';

/** `ledger template fields [NAME…]`: every name that a template may use. */
export const templateFields: Command = {
  options: [],
  arguments: [{ name: { zh: '表样', en: 'NAME' }, many: true, optional: true }],
  examples: ['template fields', 'template fields 汇总台账 --json'],
  run: async (context, given) => {
    const { TEMPLATES } = await import('../templates.ts');
    const { withOwnNames } = await import('../../marks/vocabulary.ts');
    const { template } = context.messages;
    const wanted =
      given.words.length === 0 ? TEMPLATES : given.words.map((name) => templateNamed(TEMPLATES, name));
    const workbooks = wanted.map((workbook) => ({
      name: workbook.name,
      singles: withOwnNames(workbook.singles(context.kinds)),
      lists: withOwnNames(workbook.lists(context.kinds)).map(({ names, columns }) => ({
        names,
        columns: withOwnNames(columns),
      })),
    }));
    const rows = (named: readonly Named[], list: string): readonly (readonly string[])[] =>
      named.map(({ names: [first = '', ...others] }) => [
        `{${list}${first}}`,
        context.messages.list.join(others),
      ]);
    const heads = [{ head: template.fieldHeads.mark }, { head: template.fieldHeads.other }];
    return {
      json: {
        templates: workbooks.map(({ name, singles, lists }) => ({
          name,
          singles: singles.map(({ names }) => names),
          lists: lists.map(({ names, columns }) => ({
            names,
            columns: columns.map((column) => column.names),
          })),
        })),
      },
      text: workbooks
        .flatMap(({ name, singles, lists }) => [
          template.singles(name),
          table(heads, rows(singles, '')),
          ...lists.flatMap(({ names: [first = '', ...others], columns }) => [
            template.list(first, others),
            table(heads, rows(columns, `${first}.`)),
          ]),
        ])
        .join('\n\n'),
    };
  },
};
