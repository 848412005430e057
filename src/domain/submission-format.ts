import { readFormat } from './format.ts';
import { isEntryId } from './entry.ts';
import { error, type Finding } from './problem.ts';
import { rulesShape } from './roster-format.ts';
import { entryDigest, sealValue, type Sha256 } from './seal.ts';
import {
  choiceShape,
  dayShape,
  digestShape,
  findingsIn,
  judgeIdShape,
  listOf,
  objectOf,
  optional,
  quarterShape,
  recordOf,
  textShape,
  timestampShape,
  valueOf,
  wholeNumberShape,
  type Locate,
} from './shape.ts';
import { SUBMISSION_FORMAT, type Submission, type SubmittedEntry } from './submission.ts';

/** The shape of a submission's file. */
export const submissionShape = objectOf({
  format: choiceShape(SUBMISSION_FORMAT),
  ledgerId: optional(textShape(64)),
  court: textShape(100),
  judge: objectOf({ id: judgeIdShape, name: textShape(100) }),
  quarter: quarterShape,
  attempt: wholeNumberShape(1, 999),
  supersedes: listOf(digestShape),
  rules: rulesShape,
  period: objectOf({ from: dayShape, to: dayShape }),
  asOf: dayShape,
  createdAt: timestampShape,
  toolVersion: textShape(40, 'text', undefined, 0),
  problems: optional(textShape(5000)),
  entries: listOf(valueOf('object', isSubmittedEntry, () => ({ type: 'object', required: ['id', 'kind'] }))),
  counts: recordOf(wholeNumberShape(0, 1e9)),
  entryDigests: recordOf(textShape(16, 'digest', /^[0-9a-f]{16}$/)),
  seal: objectOf({ alg: choiceShape('sha256-jcs'), value: digestShape }),
});

/**
 * A submission out of its JSON, or everything that is wrong with it. A newer format is refused before anything else is looked
 * at; then the seal is held against the content (`seal-broken`, with the entries that were changed, where it is they).
 */
export function submissionFromJson(
  value: unknown,
  locate: Locate,
  sha256: Sha256,
): { readonly submission: Submission } | { readonly findings: readonly Finding[] } {
  const format = readFormat(value, SUBMISSION_FORMAT);
  if (format) return { findings: [error(format, locate.value(['format']))] };
  if (!submissionShape.accepts(value)) return { findings: findingsIn(submissionShape, value, locate) };
  if (sealValue(SUBMISSION_FORMAT, value, sha256) === value.seal.value) return { submission: value };
  const changed = changedEntries(value, sha256);
  return { findings: [error({ code: 'seal-broken', entries: changed }, locate.value(['seal']))] };
}

/** The ids of entries that are not as they were sealed, are missing, or were put in, sorted. */
function changedEntries(
  { entries, entryDigests }: Pick<Submission, 'entries' | 'entryDigests'>,
  sha256: Sha256,
): readonly string[] {
  const there = new Map(entries.map((entry) => [entry.id, entryDigest(entry, sha256)]));
  const ids = new Set([...there.keys(), ...Object.keys(entryDigests)]);
  return [...ids].filter((id) => isEntryId(id) && there.get(id) !== entryDigests[id]).sort();
}

function isSubmittedEntry(value: unknown): value is SubmittedEntry {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('kind' in value)) return false;
  return typeof value.id === 'string' && isEntryId(value.id) && typeof value.kind === 'string';
}
