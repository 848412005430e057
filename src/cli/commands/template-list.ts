import { findTemplate } from '../../store/templates.ts';
import type { Command } from '../command.ts';
import { table } from '../render/table.ts';
import { workspaceIfAny } from '../template-reading.ts';

/** `ledger template list`: the workbooks and documents that are made, and whose template serves each. */
export const templateList: Command = {
  options: [],
  examples: ['template list', 'template list --json'],
  run: async (context) => {
    const { TEMPLATES } = await import('../templates.ts');
    const { heads, from, purpose } = context.messages.template;
    const workspace = await workspaceIfAny(context);
    const templates = await Promise.all(
      TEMPLATES.map(async ({ name, purpose: use }) => ({
        ...(await findTemplate(name, workspace, context.environment.programFolder)),
        use,
      })),
    );
    return {
      json: { templates: templates.map(({ name, from: source, file }) => ({ name, from: source, file })) },
      text: table(
        [{ head: heads.file }, { head: heads.from }, { head: heads.purpose }],
        templates.map((template) => [template.name, from[template.from], purpose[template.use]]),
      ),
    };
  },
};
