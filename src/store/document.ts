import { Refusal } from '../domain/problem.ts';
import type { Locate } from '../domain/shape.ts';
import { readBytes } from './file-bytes.ts';
import { parseJsonText, type JsonDocument, type JsonValue } from './json-text.ts';
import { decodeText } from './text.ts';

/** A JSON file of the workspace as it was read in one go. */
export interface StoredDocument {
  readonly value: JsonValue;
  readonly bytes: Uint8Array;
  /** How many names the file has. */
  readonly links: number;
  readonly locate: Locate;
}

/**
 * Reads a JSON file strictly. Throws a Refusal `invalid` whose findings all say `file`, as people are told the path;
 * `backups` are asked for and named where the file is empty or cut.
 */
export async function readDocument(
  path: string,
  file: string,
  backups: () => Promise<readonly string[]> = () => Promise.resolve([]),
): Promise<StoredDocument> {
  return inFile(file, async () => {
    const { bytes, links } = await readBytes(path);
    const document = await parsed(bytes, backups);
    const locate: Locate = {
      value: (at) => ({ file, ...(document.locate(at) ?? document.locate([])) }),
      key: (at) => ({ file, ...(document.locateKey(at) ?? document.locate(at)) }),
    };
    return { value: document.value, bytes, links, locate };
  });
}

/** Does work on a file; whatever it refuses names the file as people are told it. */
export async function inFile<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const findings = thrown.findings.map((finding) => ({ ...finding, where: { ...finding.where, file } }));
    throw new Refusal(thrown.kind, findings, { cause: thrown });
  }
}

/** A text that is refused is read a second time, with the backups to name; a sound one never asks for them. */
async function parsed(bytes: Uint8Array, backups: () => Promise<readonly string[]>): Promise<JsonDocument> {
  try {
    return parseJsonText(decodeText(bytes));
  } catch {
    const names = await backups();
    return parseJsonText(decodeText(bytes, names), names);
  }
}
