import { join, resolve } from 'node:path';
import { exportedRows, type ExportedEntry } from '../domain/exported.ts';
import { entryToDocument } from '../domain/entry-format.ts';
import type { Kind } from '../domain/kinds/kind.ts';
import { refusal } from '../domain/problem.ts';
import { isFolder } from '../store/workspace.ts';
import type { Context } from './context.ts';
import { jsonText } from './render/json-text.ts';

/** How entries may be written, and the ending of the file. */
export const FORMATS = ['csv', 'ndjson', 'json'] as const;
export type ExportFormat = (typeof FORMATS)[number];

/** The entries of one kind that are exported. */
export interface ExportedKind {
  readonly kind: Kind;
  readonly owned: readonly ExportedEntry[];
}

/** A text that is exported, where it goes (stdout unless said), and of how many entries. */
export interface ExportedText {
  readonly path?: string;
  readonly text: string;
  readonly entries: number;
}

/**
 * The texts of an export: one of JSON; of CSV one a kind, since each has columns of its own, and so several only into a folder.
 * Throws a refusal where several would go to one place.
 */
export async function exportedTexts(
  context: Context,
  format: ExportFormat,
  exported: readonly ExportedKind[],
  output: string | undefined,
): Promise<readonly ExportedText[]> {
  const path = output === undefined ? undefined : resolve(context.environment.cwd, output);
  const folder = path !== undefined && (await isFolder(path));
  if (format !== 'csv') {
    const text = format === 'json' ? wholeText(exported) : ndjsonText(exported);
    const file = path === undefined || !folder ? path : join(path, `ledger.${format}`);
    return [{ ...(file !== undefined && { path: file }), text, entries: countOf(exported) }];
  }
  const { csvText } = await import('../documents/csv.ts');
  const [first, ...others] = exported;
  const isOne = first !== undefined && others.length === 0;
  if (!isOne && (path === undefined || (!folder && /\.csv$/iu.test(path))))
    throw refusal('misuse', { code: 'export-several', count: exported.length });
  return exported.map(({ kind, owned }) => {
    const file = path === undefined || (isOne && !folder) ? path : join(path, `${kind.ledger.zh}.csv`);
    const text = csvText(exportedRows(kind, owned));
    return { ...(file !== undefined && { path: file }), text, entries: owned.length };
  });
}

/** Entries as the contract's JSON has them, of all kinds. */
export function entryDocuments(
  exported: readonly ExportedKind[],
): readonly Readonly<Record<string, unknown>>[] {
  return exported.flatMap(({ kind, owned }) =>
    owned.map(({ judge, entry }) => ({ judge: judge.id, entry: entryToDocument(kind, entry) })),
  );
}

function wholeText(exported: readonly ExportedKind[]): string {
  return `${jsonText({ schemaVersion: 1, entries: entryDocuments(exported) })}\n`;
}

function ndjsonText(exported: readonly ExportedKind[]): string {
  return entryDocuments(exported)
    .map((document) => `${jsonText(document, 0)}\n`)
    .join('');
}

function countOf(exported: readonly ExportedKind[]): number {
  return exported.reduce((sum, { owned }) => sum + owned.length, 0);
}
