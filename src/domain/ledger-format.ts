import type { Entry } from './entry.ts';
import { entryFromDocument, entryShape, entryToDocument } from './entry-format.ts';
import { readFormat } from './format.ts';
import { kindOf, type Kind } from './kinds/kind.ts';
import type { Ledger } from './ledger.ts';
import { nearest } from './nearest.ts';
import { error, type Finding, type Problem } from './problem.ts';
import {
  choiceShape,
  digestShape,
  findingsIn,
  judgeIdShape,
  listOf,
  objectOf,
  optional,
  quarterShape,
  textShape,
  timestampShape,
  valueOf,
  wholeNumberShape,
  type Locate,
  type Path,
  type Shape,
} from './shape.ts';

/** The format of a ledger's file that this version reads and writes. */
export const LEDGER_FORMAT = 'liaison-ledger/1';

/** The shape of a ledger's file whose entries are of one shape. */
export function ledgerShapeWith<Each>(entry: Shape<Each>) {
  return objectOf({
    format: choiceShape(LEDGER_FORMAT),
    ledgerId: optional(textShape(64)),
    court: textShape(100),
    judge: objectOf({ id: judgeIdShape, name: textShape(100) }),
    seq: optional(wholeNumberShape(0, 1e9)),
    prev: optional(digestShape),
    entries: listOf(entry),
    submissions: optional(
      listOf(
        objectOf({
          quarter: quarterShape,
          attempt: wholeNumberShape(1, 999),
          sha256: digestShape,
          at: timestampShape,
        }),
      ),
    ),
  });
}

const ledgerShape = ledgerShapeWith(valueOf('object', isObject));

/** A ledger out of its JSON, or everything that is wrong with it. */
export function ledgerFromJson(
  value: unknown,
  kinds: readonly Kind[],
  locate: Locate,
): { readonly ledger: Ledger } | { readonly findings: readonly Finding[] } {
  const format = readFormat(value, LEDGER_FORMAT);
  if (format) return { findings: [error(format, locate.value(['format']))] };
  const isSound = ledgerShape.accepts(value);
  const findings: Finding[] = isSound ? [] : [...findingsIn(ledgerShape, value, locate)];
  const read = entriesFromJson(entriesIn(value), kinds, locate);
  for (const finding of read.findings) findings.push(finding);
  if (!isSound || findings.length > 0) return { findings };
  const { ledgerId, court, judge, seq = 0, prev, submissions = [] } = value;
  return { ledger: { ledgerId, court, judge, seq, prev, entries: read.entries, submissions } };
}

/** Entries out of the `entries` of a document, each with its index there, and everything that is wrong with the others. */
export function entriesFromJson(
  documents: readonly (readonly [number, object])[],
  kinds: readonly Kind[],
  locate: Locate,
): { readonly entries: readonly Entry[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const entries: Entry[] = [];
  const ids = new Set<string>();
  for (const [index, document] of documents) {
    const read = readEntry(document, ['entries', index], kinds, locate);
    if ('findings' in read) {
      findings.push(...read.findings);
      continue;
    }
    const { id } = read.entry;
    if (ids.has(id)) {
      findings.push(
        error({ code: 'entry-id-twice', id }, { ...locate.value(['entries', index, 'id']), entry: id }),
      );
    }
    ids.add(id);
    entries.push(read.entry);
  }
  return { entries, findings };
}

/** The text of a ledger's file: two spaces, LF, a final newline, keys in their fixed order. */
export function ledgerToText(ledger: Ledger, kinds: readonly Kind[]): string {
  const { ledgerId, court, seq, prev } = ledger;
  const judge = { id: ledger.judge.id, name: ledger.judge.name };
  const entries = ledger.entries.map((entry) => entryToDocument(kindOf(kinds, entry.kind), entry));
  const submissions = ledger.submissions.map(({ quarter, attempt, sha256, at }) => ({
    quarter,
    attempt,
    sha256,
    at,
  }));
  return `${JSON.stringify({ format: LEDGER_FORMAT, ledgerId, court, judge, seq, prev, entries, submissions }, null, 2)}\n`;
}

function readEntry(
  document: object,
  path: Path,
  kinds: readonly Kind[],
  locate: Locate,
): { readonly entry: Entry } | { readonly findings: readonly Finding[] } {
  const kindId = 'kind' in document ? document.kind : undefined;
  const kind = kinds.find((candidate) => candidate.id === kindId);
  const shape = kind && entryShape(kind, 'removed' in document);
  if (kind && shape?.accepts(document)) return { entry: entryFromDocument(kind, document) };
  const id = 'id' in document && typeof document.id === 'string' ? { entry: document.id.slice(0, 64) } : {};
  if (!shape) {
    const where = { ...locate.value('kind' in document ? [...path, 'kind'] : path), ...id };
    return { findings: [error(kindProblem(kindId, kinds), where)] };
  }
  const located: Locate = {
    value: (inner) => ({ ...locate.value([...path, ...inner]), ...id }),
    key: (inner) => ({ ...locate.key([...path, ...inner]), ...id }),
  };
  return { findings: findingsIn(shape, document, located) };
}

function kindProblem(kind: unknown, kinds: readonly Kind[]): Problem {
  if (typeof kind !== 'string') return { code: 'key-missing', key: 'kind' };
  const close = nearest(
    kind,
    kinds.map(({ id }) => id),
  );
  return {
    code: 'kind-unknown',
    kind: kind.slice(0, 64),
    ...(close === undefined ? {} : { nearest: close }),
  };
}

/** The entries that can be looked at one by one, with their index, even where the document as a whole is not sound. */
function entriesIn(value: unknown): readonly (readonly [number, object])[] {
  if (typeof value !== 'object' || value === null || !('entries' in value) || !Array.isArray(value.entries))
    return [];
  return value.entries.flatMap((entry: unknown, index): [number, object][] =>
    isObject(entry) ? [[index, entry]] : [],
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
