import { Refusal, refusal } from '../domain/problem.ts';
import type { Workspace } from '../store/workspace.ts';
import type { TemplateWorkbook } from '../workbook/sheets/template-workbook.ts';
import type { Context } from './context.ts';

/** The workspace, or undefined where there is none: templates can be looked at without one. */
export async function workspaceIfAny(context: Context): Promise<Workspace | undefined> {
  try {
    return await context.workspace();
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.kind === 'misuse') return undefined;
    throw thrown;
  }
}

/** The workbook of this file name, with or without its ending. */
export function workbookNamed(workbooks: readonly TemplateWorkbook[], name: string): TemplateWorkbook {
  const found = workbooks.find((workbook) => workbook.name === name || workbook.name === `${name}.xlsx`);
  if (found) return found;
  throw refusal('misuse', {
    code: 'template-unknown',
    name,
    known: workbooks.map((workbook) => workbook.name),
  });
}
