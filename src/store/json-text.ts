import { refusal } from '../domain/problem.ts';
import type { KeptVersion } from '../domain/problems/file.ts';
import { parseSoundJson } from './json-quick.ts';
import { type JsonNode, type JsonValue, scanJson, DEPTH_LIMIT } from './json-scan.ts';
import { type TextPosition, type TextPositions, positionsIn } from './text-position.ts';

export type { JsonValue } from './json-scan.ts';

/** A JSON text that has been read, with the way back from each value to its place in the text. */
export interface JsonDocument {
  readonly value: JsonValue;
  /** Where the value at this path of keys and indexes begins; undefined where there is none. */
  locate(path: readonly (string | number)[]): TextPosition | undefined;
  /** Where the key that ends this path begins; undefined where the path ends in an index or leads nowhere. */
  locateKey(path: readonly (string | number)[]): TextPosition | undefined;
}

/**
 * Reads a JSON text strictly and says line and column of everything wrong: throws a Refusal `invalid` with all findings
 * (see the `json-` codes; `text-empty` for nothing but space). `backups` are the earlier versions to name where the text
 * was cut short.
 */
export function parseJsonText(text: string, backups: readonly KeptVersion[] = []): JsonDocument {
  if (/^[ \t\r\n]*$/.test(text)) throw refusal('invalid', { code: 'text-empty', backups });
  const sound = parseSoundJson(text, DEPTH_LIMIT);
  let scanned = sound ? undefined : scanJson(text, backups);
  // Places are asked for only where something is wrong with what a sound text says.
  const root = (): JsonNode => (scanned ??= scanJson(text, backups));
  let positions: TextPositions | undefined;
  const place = (offset: number | undefined): TextPosition | undefined =>
    offset === undefined ? undefined : (positions ??= positionsIn(text)).position(offset);
  return {
    value: sound ? sound.value : root().value,
    locate: (path) => place(nodeAt(root(), path)?.offset),
    locateKey(path) {
      const key = path.at(-1);
      const parent = nodeAt(root(), path.slice(0, -1));
      return place(typeof key === 'string' ? parent?.members?.get(key)?.keyOffset : undefined);
    },
  };
}

function nodeAt(root: JsonNode, path: readonly (string | number)[]): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const step of path)
    node = typeof step === 'number' ? node?.items?.[step] : node?.members?.get(step)?.node;
  return node;
}
