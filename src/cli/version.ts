import { join } from 'node:path';
import type { Environment } from '../environment.ts';
import { readDocument } from '../store/document.ts';

/** The version of the program, as its package says it. */
export async function versionOf({ programFolder }: Environment): Promise<string> {
  const { value } = await readDocument(join(programFolder, 'package.json'), 'package.json');
  const version = typeof value === 'object' && value !== null && 'version' in value ? value['version'] : '';
  return typeof version === 'string' ? version : '';
}
