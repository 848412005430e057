import { join } from 'node:path';
import { inFile } from './document.ts';
import { readBytes } from './file-bytes.ts';
import { isThere, placeIn, type Workspace } from './workspace.ts';

/** A template as it was found. */
export interface FoundTemplate {
  readonly name: string;
  readonly from: 'built-in' | 'workspace';
  readonly path: string;
  /** The path as people are told it. */
  readonly file: string;
}

/** The template that serves a workbook: the workspace's own of the same file name, else the built-in one. */
export async function findTemplate(
  name: string,
  workspace: Workspace | undefined,
  programFolder: string,
): Promise<FoundTemplate> {
  const own = workspace && join(workspace.templates, name);
  if (workspace && own !== undefined && (await isThere(own))) {
    return { name, from: 'workspace', path: own, file: placeIn(workspace, own) };
  }
  return { name, from: 'built-in', path: join(programFolder, 'templates', name), file: `templates/${name}` };
}

/** The bytes of a template. */
export async function readTemplate(template: FoundTemplate): Promise<Uint8Array> {
  return inFile(template.file, async () => (await readBytes(template.path)).bytes);
}
