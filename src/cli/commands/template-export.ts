import { basename, join, resolve } from 'node:path';
import { findTemplate, readTemplate } from '../../store/templates.ts';
import { placeIn } from '../../store/workspace.ts';
import type { Command } from '../command.ts';
import { textOption } from '../given.ts';
import { writeFiles } from '../output-writing.ts';
import { findingLines } from '../render/findings.ts';
import { show } from '../render/show.ts';
import { templateNamed } from '../template-reading.ts';
import { isUnconfirmed } from '../workbook-making.ts';

/** `ledger template export [NAME…]`: copies built-in templates into the workspace, where a clerk can change them. */
export const templateExport: Command = {
  options: [
    {
      name: 'output',
      short: 'o',
      value: { zh: '文件夹', en: 'DIR' },
      help: {
        zh: '放到这个文件夹；不写为工作文件夹的 templates',
        en: 'into this folder; the workspace’s templates unless said',
      },
    },
    {
      name: 'force',
      short: 'f',
      help: { zh: '覆盖已改过的表样', en: 'replace templates that were changed' },
    },
  ],
  arguments: [{ name: { zh: '表样', en: 'NAME' }, many: true, optional: true }],
  examples: ['template export', 'template export 汇总台账 --force'],
  run: async (context, given) => {
    const { TEMPLATES } = await import('../templates.ts');
    const workspace = await context.workspace();
    const wish = textOption(given, 'output');
    const folder = wish === undefined ? workspace.templates : resolve(context.environment.cwd, wish);
    const wanted =
      given.words.length === 0 ? TEMPLATES : given.words.map((name) => templateNamed(TEMPLATES, name));
    const files = await Promise.all(
      wanted.map(async ({ name }) => {
        const template = await findTemplate(name, undefined, context.environment.programFolder);
        return { path: join(folder, basename(name)), bytes: await readTemplate(template) };
      }),
    );
    const warnings = await writeFiles(context, given, workspace, files);
    const paths = files.map(({ path }) => placeIn(workspace, path));
    const line = context.messages.template.exported(paths.map((path) => show(path)));
    return {
      json: { files: paths },
      text: context.dryRun ? context.messages.saved.dry(line) : line,
      notes: findingLines(context.messages, warnings),
      ...(isUnconfirmed(warnings) ? { exit: 7 } : {}),
    };
  },
};
