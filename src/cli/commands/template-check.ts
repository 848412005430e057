import { basename, resolve } from 'node:path';
import type { Finding } from '../../domain/problem.ts';
import { findTemplate, type FoundTemplate } from '../../store/templates.ts';
import { isThere, placeIn, type Workspace } from '../../store/workspace.ts';
import type { OfficialTemplate } from '../../marks/official-template.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { findingsAnswer, STRICT_OPTION } from '../findings-answer.ts';
import { isFirstOfItsFont, templateFindings } from '../template-findings.ts';
import { templateNamed, workspaceIfAny } from '../template-reading.ts';

/** `ledger template check [FILE…]`: what would keep a template from being filled, before it is needed. */
export const templateCheck: Command = {
  options: [STRICT_OPTION],
  arguments: [{ name: { zh: '表样文件', en: 'FILE' }, many: true, optional: true }],
  examples: ['template check', 'template check templates/汇总台账.xlsx'],
  run: async (context, given) => {
    const { TEMPLATES } = await import('../templates.ts');
    const workspace = await workspaceIfAny(context);
    const { programFolder } = context.environment;
    const wanted =
      given.words.length === 0
        ? await Promise.all(
            TEMPLATES.map(async (workbook) => ({
              workbook,
              template: await findTemplate(workbook.name, workspace, programFolder),
            })),
          )
        : await Promise.all(given.words.map((word) => fileNamed(context, workspace, word, TEMPLATES)));
    const findings: Finding[] = [];
    for (const { workbook, template } of wanted)
      findings.push(...(await templateFindings(context, workbook, template)));
    return findingsAnswer(context, given, findings.filter(isFirstOfItsFont));
  },
};

/** A file of any place: which workbook it is a template of is told by its name, as when it is filled. */
async function fileNamed(
  context: Context,
  workspace: Workspace | undefined,
  word: string,
  workbooks: readonly OfficialTemplate[],
): Promise<{ workbook: OfficialTemplate; template: FoundTemplate }> {
  const path = resolve(context.environment.cwd, word);
  const workbook = templateNamed(workbooks, basename(word));
  // A name alone means the template in use; a path means that file, which may be missing.
  if (word === basename(word) && !(await isThere(path)) && workspace) {
    return {
      workbook,
      template: await findTemplate(workbook.name, workspace, context.environment.programFolder),
    };
  }
  const file = workspace ? placeIn(workspace, path) : word;
  return { workbook, template: { name: workbook.name, from: 'workspace', path, file } };
}
