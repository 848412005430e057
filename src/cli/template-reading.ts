import { Refusal, refusal } from '../domain/problem.ts';
import type { Workspace } from '../store/workspace.ts';
import type { OfficialTemplate } from '../marks/official-template.ts';
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

/** What is made from a template of this file name, with or without its ending. */
export function templateNamed(templates: readonly OfficialTemplate[], name: string): OfficialTemplate {
  const found = templates.find((one) => one.name === name || one.name.replace(/\.[^.]+$/u, '') === name);
  if (found) return found;
  throw refusal('misuse', {
    code: 'template-unknown',
    name,
    known: templates.map((one) => one.name),
  });
}
