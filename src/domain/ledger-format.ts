import * as z from 'zod/mini';
import type { Entry } from './entry.ts';
import { entryFromDocument, entrySchema, entryToDocument } from './entry-format.ts';
import { readFormat } from './format.ts';
import { kindOf, type Kind } from './kinds/kind.ts';
import type { Ledger } from './ledger.ts';
import { nearest } from './nearest.ts';
import { error, type Finding } from './problem.ts';
import {
  describe,
  digestSchema,
  judgeIdSchema,
  quarterSchema,
  schemaFindings,
  textSchema,
  timestampSchema,
  wholeNumberSchema,
  type Locate,
} from './schema.ts';

/** The format of a ledger's file that this version reads and writes. */
export const LEDGER_FORMAT = 'liaison-ledger/1';

const ledgerSchema = z.strictObject({
  format: z.literal(LEDGER_FORMAT),
  ledgerId: z.optional(textSchema(64)),
  court: textSchema(100),
  judge: z.strictObject({ id: judgeIdSchema, name: textSchema(100) }),
  seq: z._default(wholeNumberSchema(0, 1e9), 0),
  prev: z.optional(digestSchema),
  entries: z.array(z.unknown()),
  submissions: z._default(
    z.array(
      z.strictObject({
        quarter: quarterSchema,
        attempt: wholeNumberSchema(1, 999),
        sha256: digestSchema,
        at: timestampSchema,
      }),
    ),
    [],
  ),
});

/** A ledger out of its JSON, or everything that is wrong with it. */
export function ledgerFromJson(
  value: unknown,
  kinds: readonly Kind[],
  locate: Locate,
): { ledger: Ledger } | { findings: readonly Finding[] } {
  const format = readFormat(value, LEDGER_FORMAT);
  if (format) return { findings: [error(format, locate.value(['format']))] };
  const result = z.safeParse(ledgerSchema, value);
  const findings: Finding[] = result.success
    ? []
    : schemaFindings(result.error.issues, ledgerSchema, value, locate);
  const documents = result.success ? result.data.entries : listOfEntries(value);
  const entries: Entry[] = [];
  const firstOf = new Map<string, number>();
  documents.forEach((document, index) => {
    const read = readEntry(document, index, kinds, locate);
    if ('findings' in read) return findings.push(...read.findings);
    const { entry } = read;
    if (firstOf.has(entry.id)) {
      findings.push(
        error(
          { code: 'entry-id-twice', id: entry.id },
          { ...locate.value(['entries', index, 'id']), entry: entry.id },
        ),
      );
    }
    firstOf.set(entry.id, index);
    return entries.push(entry);
  });
  if (!result.success || findings.length > 0) return { findings };
  const { ledgerId, court, judge, seq, prev, submissions } = result.data;
  return { ledger: { ledgerId, court, judge, seq, prev, entries, submissions } };
}

/** The text of a ledger's file: two spaces, LF, a final newline, keys in their fixed order. */
export function ledgerToText(ledger: Ledger, kinds: readonly Kind[]): string {
  const { ledgerId, court, judge, seq, prev, submissions } = ledger;
  const entries = ledger.entries.map((entry) => entryToDocument(kindOf(kinds, entry.kind), entry));
  return `${JSON.stringify({ format: LEDGER_FORMAT, ledgerId, court, judge, seq, prev, entries, submissions }, null, 2)}\n`;
}

function readEntry(
  document: unknown,
  index: number,
  kinds: readonly Kind[],
  locate: Locate,
): { entry: Entry } | { findings: readonly Finding[] } {
  const path = ['entries', index];
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return {
      findings: [
        error(
          { code: 'value-invalid', key: 'entries', expects: 'object', found: describe(document) },
          locate.value(path),
        ),
      ],
    };
  }
  const id = 'id' in document && typeof document.id === 'string' ? { entry: document.id } : {};
  const kindId = 'kind' in document ? document.kind : undefined;
  const kind = kinds.find((candidate) => candidate.id === kindId);
  if (!kind) {
    if (typeof kindId !== 'string')
      return { findings: [error({ code: 'key-missing', key: 'kind' }, { ...locate.value(path), ...id })] };
    const close = nearest(
      kindId,
      kinds.map((candidate) => candidate.id),
    );
    const problem = { code: 'kind-unknown', kind: kindId, ...(close ? { nearest: close } : {}) } as const;
    return { findings: [error(problem, { ...locate.value([...path, 'kind']), ...id })] };
  }
  const schema = entrySchema(kind, 'removed' in document);
  const result = z.safeParse(schema, document);
  if (result.success) return { entry: entryFromDocument(kind, result.data) };
  const located: Locate = {
    value: (inner) => locate.value([...path, ...inner]),
    key: (inner) => locate.key([...path, ...inner]),
  };
  const findings = schemaFindings(result.error.issues, schema, document, located);
  return { findings: findings.map((finding) => ({ ...finding, where: { ...finding.where, ...id } })) };
}

function listOfEntries(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null && 'entries' in value && Array.isArray(value.entries)
    ? value.entries
    : [];
}
