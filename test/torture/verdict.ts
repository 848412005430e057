import { createHash } from 'node:crypto';
import type { Mode } from './fault.ts';
import type { Ended } from './program.ts';
import { isHelper, type Files } from './workspace.ts';

/** What may go wrong, each a column of the table of counts. */
export const FAILURES = ['corrupt', 'lost', 'silent', 'denied', 'stuck', 'left'] as const;
export type Failure = (typeof FAILURES)[number];

/** One thing that went wrong. */
export interface Wrong {
  readonly failure: Failure;
  readonly what: string;
}

/** A scenario without a fault: the files before and after it, and how it ended. */
export interface Reference {
  readonly old: Files;
  readonly done: Files;
  readonly ended: Pick<Ended, 'code' | 'stdout' | 'stderr'>;
  /** What it can't read it names and leaves out, with exit code 7. */
  readonly goesOn: boolean;
  /** Half of it is neither version, and no backup keeps what it erases. */
  readonly erases: boolean;
}

/** Where a file stands between the version before and the one after. */
type State = 'old' | 'new' | 'both' | 'neither';

/**
 * What is wrong with what a struck run left behind and said: a file that is neither the old nor the new version (`corrupt`),
 * something acknowledged that is not there (`lost`), a failure of which nobody was told (`silent`), something done that was
 * told to have failed (`denied`).
 */
export function verdictOn(reference: Reference, after: Files, ended: Ended, mode: Mode): readonly Wrong[] {
  const wrong: Wrong[] = [];
  const { code, stderr } = ended;
  // Outputs without what could not be read, which was told, are as they should be.
  const isPartial = (reference.goesOn || reference.erases) && code === 7;
  const all = statesOf(reference, after);
  const states = new Map([...all].filter(([path]) => !isPartial || path.includes('/ledgers/')));
  for (const [path, state] of states)
    if (state === 'neither') wrong.push({ failure: 'corrupt', what: `${path} is neither version` });
  for (const path of strangers(reference, after))
    if (!isKeptConflict(reference, after, path, code))
      wrong.push({ failure: 'corrupt', what: `${path} was never meant` });
  // With a reservation everything is there but for the tool's own memory of it.
  const isDone = [...states].every(
    ([path, state]) => state === 'new' || state === 'both' || (code === 7 && isMemoryFile(path)),
  );
  const isUntouched = [...states.values()].every((state) => state === 'old' || state === 'both');
  if (code === 0 && reference.erases && !isErased(reference, after))
    wrong.push({ failure: 'lost', what: 'told to be erased and is not, in a backup' });
  if (isAcknowledged(reference, ended) && !isDone)
    wrong.push({ failure: 'lost', what: `ended with ${String(code)} and is not there` });
  for (const what of unkept(reference, after)) wrong.push({ failure: 'lost', what });
  if (code === 0 && !isSame(ended.stdout, reference.ended.stdout) && reference.ended.code === 0)
    wrong.push({ failure: 'silent', what: 'ended with 0 and said something else' });
  const isKilled = mode === 'kill-before' || mode === 'kill-after';
  if (typeof code === 'string') {
    if (!isKilled && !(mode === 'interrupt' && code === 'SIGINT'))
      wrong.push({ failure: 'silent', what: `ended by ${code}` });
  } else if (code !== 0 && stderr.trim() === '') {
    wrong.push({ failure: 'silent', what: `ended with ${String(code)} without a word` });
  } else if (code === 8) {
    wrong.push({ failure: 'silent', what: `taken for a bug: ${stderr.trim()}` });
  }
  // A run that was over before the interruption was due has forgotten none.
  if (mode === 'interrupt' && ended.fired && code === 0)
    wrong.push({ failure: 'silent', what: 'the interruption was forgotten' });
  const hasFailed = typeof code === 'number' && ![0, 7, 130, reference.ended.code].includes(code);
  if (hasFailed && isDone && !isUntouched)
    wrong.push({ failure: 'denied', what: `done, but ended with ${String(code)}: ${stderr.trim()}` });
  return wrong;
}

/** Whether everything is as it is after the scenario without a fault. */
export function isDone(reference: Reference, after: Files): boolean {
  const isThere = [...statesOf(reference, after).values()].every(
    (state) => state === 'new' || state === 'both',
  );
  return isThere && (!reference.erases || isErased(reference, after));
}

/** Whether the backups are the same to the byte, and the head names the ledger as it is. */
function isErased({ done }: Reference, after: Files): boolean {
  const backups = (files: Files): readonly string[] =>
    [...files]
      .flatMap(([path, text]) => (/\/backups\/[^.][^/]*\.json$/u.test(path) ? [path + text] : []))
      .sort();
  return (
    backups(after).join('\n') === backups(done).join('\n') &&
    [...after].every(([path, text]) => {
      const ledger = after.get(path.replace(/\/backups\/([^/]*)\.head$/u, '/ledgers/$1.json'));
      return !path.endsWith('.head') || (ledger !== undefined && text.includes(digestOf(ledger)));
    })
  );
}

/** SHA-256 of bytes that are kept one a character. */
function digestOf(text: string): string {
  return createHash('sha256').update(text, 'latin1').digest('hex');
}

/** Files that a scenario is about, by where they stand; backups and helper files are looked at by themselves. */
function statesOf({ old, done }: Reference, after: Files): ReadonlyMap<string, State> {
  const paths = [...new Set([...old.keys(), ...done.keys()])].filter(isSubject);
  return new Map(
    paths.map((path) => {
      const isOld = isSameFile(path, after.get(path), old.get(path));
      const isNew = isSameFile(path, after.get(path), done.get(path));
      return [path, isOld ? (isNew ? 'both' : 'old') : isNew ? 'new' : 'neither'];
    }),
  );
}

function isSubject(path: string): boolean {
  return !isHelper(path) && !path.includes('/backups/') && !path.startsWith('user/');
}

function strangers({ old, done }: Reference, after: Files): readonly string[] {
  return [...after.keys()].filter((path) => isSubject(path) && !old.has(path) && !done.has(path));
}

/** A version that was set aside, whole, since another program had changed the ledger (exit code 5) or holds it (6). */
function isKeptConflict({ done }: Reference, after: Files, path: string, code: number | string): boolean {
  const match = /^(.*)\.conflict-[^/]*\.json$/u.exec(path);
  return (
    match !== null &&
    (code === 5 || code === 6) &&
    isSame(after.get(path) ?? '', done.get(`${match[1] ?? ''}.json`) ?? '')
  );
}

function isAcknowledged({ ended }: Reference, { code, stdout, stderr }: Ended): boolean {
  if (ended.code === 0) return code === 0 || code === 7;
  return code === ended.code && isSame(stdout, ended.stdout) && isSame(stderr, ended.stderr);
}

/** Versions of ledgers that were replaced and are in no backup. */
function unkept({ old, erases }: Reference, after: Files): readonly string[] {
  if (erases) return [];
  return [...old].flatMap(([path, text]) => {
    if (!/^[^/]+\/ledgers\/[^./][^/]*\.json$/u.test(path) || after.get(path) === text) return [];
    const isKept = [...after].some(
      ([other, kept]) => (other.includes('/backups/') || other.includes('.damaged-')) && kept === text,
    );
    return isKept ? [] : [`${path} was replaced without a backup`];
  });
}

/** The list of outputs is the tool's own memory of what it made: whole, and of no other content than its digests. */
function isSameFile(path: string, one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return isMemoryFile(path) ? isMemory(one) : isSame(one, other);
}

function isMemoryFile(path: string): boolean {
  return path.endsWith('.made.json');
}

function isMemory(text: string): boolean {
  return /^\{\n(?: {2}"[^"\n]+": "[0-9a-f]{64}",?\n)+\}\n$/u.test(text);
}

/** The same but for what differs from run to run: instants, and what is drawn by chance. */
function isSame(one: string, other: string): boolean {
  return blurred(one) === blurred(other);
}

function blurred(text: string): string {
  if (text.startsWith('PK')) return digestOf(text);
  return text
    .replace(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})/gu, 'INSTANT')
    .replace(/(?<=\.(?:conflict|damaged)-)\d{8}T\d{6}/gu, 'TIME')
    .replace(/"(?:sha256|value)": "[0-9a-f]{64}"/gu, '"SEAL"')
    .replace(/_r(\d+)_[0-9a-f]{8}\.json/gu, '_r$1_SEAL.json')
    .replace(/(核对码|seal code) [0-9A-Z]{8}/gu, '$1 SEAL')
    .replace(/"ledgerId": "[^"]*"/gu, '"ledgerId": "CHANCE"')
    .replace(/\b([a-z]+-\d{6})-[a-z0-9]{4}\b/gu, '$1-CHANCE')
    .replaceAll(/\/[^\s"]*ledger-torture-\w+/gu, 'FOLDER');
}
