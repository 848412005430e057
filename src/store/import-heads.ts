import type { LearntHeads } from '../domain/imports/columns.ts';
import { keyOf } from '../domain/imports/head-text.ts';
import { readFormat } from '../domain/format.ts';
import type { Kind } from '../domain/kinds/kind.ts';
import { nearest } from '../domain/nearest.ts';
import { error, Refusal, type Finding } from '../domain/problem.ts';
import {
  choiceShape,
  findingsIn,
  listOf,
  nullable,
  objectOf,
  textShape,
  type Locate,
} from '../domain/shape.ts';
import { readDocument } from './document.ts';
import { writeOutput } from './output-file.ts';
import { isThere, placeIn, type Workspace } from './workspace.ts';

const HEADS_FORMAT = 'liaison-import-heads/1';

/** What a head of a clerk's own sheet means: the key of a field, or null where its column is to be left out. */
export interface HeadMeaning {
  readonly kind: string;
  readonly head: string;
  readonly field: string | null;
}

const meaning = objectOf({ kind: textShape(40), head: textShape(200), field: nullable(textShape(40)) });

/** `import-heads.json`: what was answered, or written by hand, of heads that nobody could know. */
const importHeads = objectOf({ format: choiceShape(HEADS_FORMAT), heads: listOf(meaning) });

/** The heads that the workspace has learnt; none where it has no `import-heads.json`. Throws a Refusal `invalid` where it can't be read. */
export async function loadImportHeads(
  workspace: Workspace,
  kinds: readonly Kind[],
): Promise<readonly HeadMeaning[]> {
  const path = workspace.importHeads;
  if (!(await isThere(path))) return [];
  const { value, locate } = await readDocument(path, placeIn(workspace, path));
  const format = readFormat(value, HEADS_FORMAT);
  if (format) throw new Refusal('invalid', [error(format, locate.value(['format']))]);
  if (!importHeads.accepts(value)) throw new Refusal('invalid', findingsIn(importHeads, value, locate));
  const wrong = value.heads.flatMap((one, at) => wrongIn(one, at, value.heads, kinds, locate));
  if (wrong.length > 0) throw new Refusal('invalid', wrong);
  return value.heads;
}

function wrongIn(
  { kind: id, head, field }: HeadMeaning,
  at: number,
  all: readonly HeadMeaning[],
  kinds: readonly Kind[],
  locate: Locate,
): readonly Finding[] {
  const kind = kinds.find((candidate) => candidate.id === id);
  if (!kind) {
    const close = nearest(
      id,
      kinds.map((one) => one.id),
    );
    const problem = { code: 'kind-unknown', kind: id, ...(close ? { nearest: close } : {}) } as const;
    return [error(problem, locate.value(['heads', at, 'kind']))];
  }
  const keys = kind.fields.map(({ key }) => key);
  if (field !== null && !keys.includes(field)) {
    const close = nearest(field, keys);
    const problem = {
      code: 'head-field-unknown',
      field,
      kind: id,
      ...(close ? { nearest: close } : {}),
    } as const;
    return [error(problem, locate.value(['heads', at, 'field']))];
  }
  const isTwice = all.slice(0, at).some((one) => one.kind === id && keyOf(one.head) === keyOf(head));
  return isTwice ? [error({ code: 'head-twice', head, kind: id }, locate.value(['heads', at, 'head']))] : [];
}

/** The heads as a sheet looks for them. */
export function learntFrom(heads: readonly HeadMeaning[]): LearntHeads {
  const learnt = new Map<string, Map<string, string | null>>();
  for (const { kind, head, field } of heads) {
    const ofKind = learnt.get(kind) ?? new Map<string, string | null>();
    ofKind.set(keyOf(head), field);
    learnt.set(kind, ofKind);
  }
  return learnt;
}

/** Remembers heads for later imports, and gives the line on which the field of each stands. Throws a Refusal `storage` where they can't be written. */
export async function saveImportHeads(
  workspace: Workspace,
  heads: readonly HeadMeaning[],
  random: (length: number) => string,
): Promise<readonly number[]> {
  const document = {
    format: HEADS_FORMAT,
    heads: heads.map(({ kind, head, field }) => ({ kind, head, field })),
  };
  const text = `${JSON.stringify(document, null, 2)}\n`;
  await writeOutput(workspace.importHeads, Buffer.from(text), { suffix: random(8) });
  return text.split('\n').flatMap((line, at) => (/^ {6}"field": /u.test(line) ? [at + 1] : []));
}
